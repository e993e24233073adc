import { readWorkbook, type Workbook } from '@tiaoli/office'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { isTemplate, readTemplate } from '@tiaoli/office/template'
import type { Policy, Text } from '@tiaoli/engine'
import type { Calls, ReadNote, WorkbookReading } from './calls.ts'
import { dayOf } from './desk.ts'

/** Makes a ledger of workbooks; what was filled into a template is put into the ledger that is open. */
export async function readWorkbooks(
  policy: Policy,
  ledger: unknown,
  { files, on, names }: Calls['readWorkbooks']['asks'],
): Promise<WorkbookReading> {
  const workbooks: Workbook[] = []
  for (const { name, bytes } of files) workbooks.push(await readWorkbook(bytes, { name }))
  const [first] = workbooks
  if (first && workbooks.length === 1 && isTemplate(first)) {
    const reading = readTemplate(first, { policy, ledger })
    return {
      ...written(reading.ledger),
      names,
      columns: [],
      notes: together(reading.notes),
      values: 0,
      mapping: undefined,
    }
  }
  const result = await importWorkbooks(workbooks, { plan: policy.plan, on, names })
  return {
    ...written(result.ledger),
    names: result.names,
    columns: columnsInWords(policy, result),
    notes: together(result.notes),
    values: result.provenance.length,
    mapping: result.mapping,
  }
}

function written(ledger: unknown): Pick<WorkbookReading, 'text' | 'head'> {
  return { text: JSON.stringify(ledger), head: { day: dayOf(ledger) } }
}

function columnsInWords({ plan }: Policy, { columns }: ImportResult): WorkbookReading['columns'] {
  const inWords = (name: string): Text =>
    plan.facts.get(name)?.label ?? plan.scopes.get(name)?.label ?? { zh: name, en: name }
  return columns.map(({ gives, proposal, ...column }) => ({
    ...column,
    gives: gives.map(inWords),
    ...(proposal === undefined ? {} : { proposal: inWords(proposal) }),
  }))
}

/** Notes that say the same are told once, with all their places. */
function together(
  notes: readonly { code: string; severity?: ReadNote['severity']; place: Place; text: Text }[],
): ReadNote[] {
  const alike = new Map<string, { first: (typeof notes)[number]; places: Place[] }>()
  for (const note of notes) {
    const key = `${note.code} ${note.text.zh}`
    const known = alike.get(key)
    if (known) known.places.push(note.place)
    else alike.set(key, { first: note, places: [note.place] })
  }
  return [...alike.values()]
    .map(({ first: { code, severity = 'warning', text }, places }) => ({ code, severity, text, places }))
    .sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
}

type Place = ReadNote['places'][number]
