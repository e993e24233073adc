import { readWorkbook, type Workbook } from '@tiaoli/office'
import {
  chooseMapping,
  columnChoices,
  correctMapping,
  importWorkbooks,
  organizationLabel,
  personLabel,
  readMapping,
  REMARK_LABEL,
  rowChoices,
  tellOffices,
  tellTables,
  unknownOffices,
  unknownSheets,
  type ImportResult,
} from '@tiaoli/office/import'
import { isTemplate, readTemplate } from '@tiaoli/office/template'
import { PackError, type PackSource, type Policy, type Text } from '@tiaoli/engine'
import { ledgerPart, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import type { AsksOf, LedgerCell, LedgerCells, ReadNote, WorkbookReading } from './calls.ts'
import { changedValues } from './changed-values.ts'
import { dayOf } from './day-of.ts'
import { readValues } from './read-values.ts'

/** Makes a ledger of workbooks; what was filled into a template is put into the ledger that is open. */
export async function readWorkbooks(
  policy: Policy,
  source: PackSource,
  ledger: unknown,
  { files, on, names, corrections, tellings, offices, own }: AsksOf<'readWorkbooks'>,
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
      used: 0,
      notes: together(reading.notes),
      values: changedValues(ledger, reading.ledger),
      mapping: undefined,
      cells: { columns: [], cells: [] },
      records: [],
    }
  }
  const { plan } = policy
  const fitting = fittingMapping(own, source)
  const chosen = chooseMapping(workbooks, plan, fitting ? [fitting] : [])
  const mapping = tellOffices(correctMapping(tellTables(chosen, tellings, workbooks, plan), corrections), offices)
  const result = await importWorkbooks(workbooks, { plan, mapping, on, names })
  return {
    ...written(result.ledger),
    names: result.names,
    columns: columnsInWords(policy, result),
    used: result.columns.filter(({ use }) => use !== 'not-usable').length,
    notes: together(result.notes),
    values: result.provenance.length,
    mapping: {
      file: mapping,
      isOwn: chosen === fitting,
      choices: mapping.tables.map((table, i) =>
        columnChoices(
          plan,
          table,
          result.columns.filter((column) => column.table === i),
        ),
      ),
      unknown: unknownSheets(workbooks, chosen, plan),
      rows: rowChoices(plan),
      tellings,
      offices: [
        ...offices.map(({ office, role }) => ({ office, role, places: [] })),
        ...unknownOffices(workbooks, result, mapping, plan),
      ],
      roles: [...plan.roles].map(([role, label]) => ({ role, label })),
    },
    cells: cellsOf(result),
    records: readValues(plan, result),
  }
}

/** A mapping that was kept, unless the rules do not take it any more. */
function fittingMapping(own: ImportFile | undefined, source: PackSource): ImportFile | undefined {
  try {
    return own && readMapping(JSON.stringify(own), source)
  } catch (error) {
    if (error instanceof PackError) return undefined
    throw error
  }
}

/** Of one cell, or of some of a column. */
const ADDRESS = /^(?<name>[A-Z]+)(?<row>\d+)(?::\k<name>(?<last>\d+))?$/

/** From which cell each value is, with the heading of its column. */
function cellsOf({ provenance, columns }: ImportResult): LedgerCells {
  const nameOf = (cell = '') => ADDRESS.exec(cell)?.groups?.['name'] ?? ''
  const all = columns.map(({ place, heading }) => ({
    file: place.file,
    sheet: place.sheet ?? '',
    name: nameOf(place.cell),
    heading,
  }))
  const orders = new Map(all.map(({ file, sheet, name }, i) => [JSON.stringify([file, sheet, name]), i]))
  const cells = provenance.flatMap(({ pointer, file, sheet = '', cell }): LedgerCell[] => {
    const column = orders.get(JSON.stringify([file, sheet, nameOf(cell)]))
    if (column === undefined) return []
    const { row, last } = ADDRESS.exec(cell ?? '')!.groups!
    return [last === undefined ? [pointer, column, Number(row)] : [pointer, column, Number(row), Number(last)]]
  })
  return { columns: all, cells }
}

function written(ledger: unknown): Pick<WorkbookReading, 'text' | 'head'> {
  return { text: JSON.stringify(ledger), head: { day: dayOf(ledger) } }
}

function columnsInWords({ plan }: Policy, { columns }: ImportResult): WorkbookReading['columns'] {
  const inWords = (name: string) => partInWords(plan, name)
  return columns.map(({ gives, proposal, aside = {}, names = [], isRemark, ...column }) => {
    const persons = names.map((name) => personLabel(inWords(name)))
    const given = gives.filter((name) => aside[name] !== 'absence')
    // What is given is told once, though a cell may also say that there is none.
    const there = new Set([...persons, ...given.map(inWords)].map(({ zh }) => zh))
    const told = gives.filter((name) => aside[name] !== 'absence' || !there.has(inWords(name).zh))
    return {
      ...column,
      gives: eachOnce([
        ...(isRemark ? [REMARK_LABEL] : []),
        ...persons,
        ...told.map((name) => besides(inWords(name), aside[name])),
        ...(gives.length + persons.length === 0 && !isRemark && column.use !== 'not-usable' ? [ASIDE] : []),
      ]),
      facts: gives,
      ...(proposal === undefined ? {} : { proposal: inWords(proposal), proposedFact: proposal }),
    }
  })
}

/** A column that gives nothing itself, of a table in which nothing is that it would say more of. */
const ASIDE: Text = { zh: '说明其他列怎么读，本身不给出内容', en: 'how other columns are read, and nothing itself' }

/** What is not asked for in a column is said to be read of its words, or to follow. */
function besides({ zh, en }: Text, by: 'words' | 'presumption' | 'absence' | undefined): Text {
  if (by === 'words') return { zh: `其中写明的${zh}`, en: `${en}, where it is written there` }
  if (by === 'absence') return { zh: `没有${zh}的情况`, en: `${en}, where there is none` }
  if (by === 'presumption') return { zh: `据此推定的${zh}`, en: `${en}, as follows from it` }
  return { zh, en }
}

/** A group and what it is known by may be called the same. */
function eachOnce(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()]
}

/** What a part of a ledger is called; a group of facts without a name of its own, by the first of them. */
function partInWords({ scopes, facts }: Plan, name: string): Text {
  const part = ledgerPart(scopes, name)
  if (part?.kind === 'attestation') return part.value.label
  const known = facts.get(name)
  if (known?.type === 'id' && known.label.zh.endsWith('标识')) return organizationLabel(known.label)
  const label = known?.label ?? scopes.get(name)?.label
  if (label) return label
  if (part?.kind === 'group' && part.label) return part.label
  const inGroup = part?.scope.given.filter((fact) => fact.name.startsWith(`${name}.`)) ?? []
  const [first] = inGroup
  return first ? { zh: `${first.label.zh}等`, en: `${first.label.en} and the like` } : { zh: name, en: name }
}

/** Notes that say the same are told once, with all their places, the cell that one does not agree with behind it; each place once. */
export function together(
  notes: readonly { code: string; severity?: ReadNote['severity']; place: Place; other?: Place; text: Text }[],
): ReadNote[] {
  const alike = new Map<string, { first: (typeof notes)[number]; places: Map<string, Place> }>()
  for (const note of notes) {
    const key = `${note.code} ${note.text.zh}`
    const known = alike.get(key) ?? { first: note, places: new Map<string, Place>() }
    alike.set(key, known)
    for (const place of [note.place, ...(note.other ? [note.other] : [])])
      known.places.set(JSON.stringify([place.file, place.sheet, place.cell]), place)
  }
  return [...alike.values()]
    .map(({ first: { code, severity = 'warning', text }, places }) => ({
      code,
      severity,
      text,
      places: [...places.values()],
    }))
    .sort((a, b) => Number(a.severity === 'info') - Number(b.severity === 'info'))
}

type Place = ReadNote['places'][number]
