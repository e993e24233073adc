import type { Policy } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { Sheet, Workbook } from '../workbook.ts'
import { ChangedLedger } from './changed-ledger.ts'
import { RecordFiller, type ListClaim } from './fill-record.ts'
import { RowFinder } from './find-row.ts'
import { instructions } from './instructions.ts'
import { nameInList, rowsAbove, rowsBelow, type Json } from './ledger-records.ts'
import type { Scope } from '../import/draft-record.ts'
import { columnsOf } from './template-columns.ts'
import { isMarkSheet, markOf, type MarkedSheet, type TemplateMark } from './template-mark.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'
import { keyRowOf, TemplateSheet } from './template-sheet.ts'

export interface TemplateReading {
  /** The ledger with what the workbook says; what it does not say is as it was. */
  readonly ledger: Readonly<Json>
  readonly notes: readonly TemplateNote[]
}

export interface ReadTemplateInput {
  readonly policy: Policy
  /** The ledger as it is now. Left out, the records of the workbook are all that there are. */
  readonly ledger?: unknown
}

/** Whether a workbook was made by `makeTemplate`. */
export function isTemplate(workbook: Workbook): boolean {
  return markOf(workbook) !== undefined
}

/**
 * Reads what was filled into a template. Blank cells change nothing, cells that cannot be read are named, and nothing that
 * a cell holds is repeated. The ledger that is given stays as it is.
 */
export function readTemplate(workbook: Workbook, { policy, ledger }: ReadTemplateInput): TemplateReading {
  const { plan } = policy
  const mark = markOf(workbook)
  const draft = new ChangedLedger(plan.scopes.values(), plan.root, ledger)
  const place = { file: workbook.name }
  if (!mark) return { ledger: draft.json, notes: [templateNote('not-a-template', place)] }
  if (mark.pack !== plan.pack.id) return { ledger: draft.json, notes: [templateNote('other-pack', place)] }
  const { sheets, notes } = sheetsOf(workbook, plan, mark)
  const claims: ListClaim[] = []
  for (const sheet of sheets) {
    const read = readSheet(draft, sheet, claims, ledger === undefined)
    notes.push(...read.notes)
    claims.push(...read.claims)
  }
  for (const { row, scope, says, place: at } of claims)
    if (says === 'rows' && rowsBelow(draft.at(row.place) ?? row, scope).length === 0)
      notes.push(templateNote('no-rows', at, { zh: sheetNameOf(mark, scope), en: sheetNameOf(mark, scope) }))
  return { ledger: draft.json, notes }
}

function sheetNameOf(mark: TemplateMark, { name, label }: Scope): string {
  return mark.sheets.find(({ scope }) => scope === name)?.name ?? label.zh
}

/** The sheets of a workbook, those of records above before those of records in them. */
function sheetsOf(
  workbook: Workbook,
  plan: Plan,
  mark: TemplateMark,
): { sheets: TemplateSheet[]; notes: TemplateNote[] } {
  const notes: TemplateNote[] = []
  const sheets: TemplateSheet[] = []
  const read = new Set<Sheet>()
  const marked = new Map(mark.sheets.map((sheet) => [sheet.scope, sheet]))
  const inMark = new Set([...plan.scopes.values()].filter(({ name }) => marked.has(name)))
  for (const scope of fromTheTop(plan.root)) {
    const own = marked.get(scope.name)
    if (!own) continue
    const known = columnsOf(scope, inMark, mark.language)
    for (const [i, { sheet, keys }] of copiesOf(workbook, own).entries()) {
      read.add(sheet)
      if (i === 0) sheets.push(new TemplateSheet(workbook.name, sheet, keys, scope, known, own))
      else notes.push(templateNote('sheet-twice', { file: workbook.name, sheet: sheet.name }))
    }
    if (sheets.at(-1)?.scope !== scope)
      notes.push(templateNote('sheet-removed', { file: workbook.name }, { zh: own.name, en: own.name }))
  }
  const about = instructions('', mark.language).name
  for (const sheet of workbook.sheets)
    if (!read.has(sheet) && !sheet.hidden && sheet.name !== about && sheet.rows.length > 0)
      notes.push(templateNote('sheet-not-known', { file: workbook.name, sheet: sheet.name }))
  return { sheets, notes }
}

function copiesOf({ sheets }: Workbook, { scope }: MarkedSheet) {
  return sheets.flatMap((sheet) => {
    const keys = isMarkSheet(sheet) ? undefined : keyRowOf(sheet, scope)
    return keys ? [{ sheet, keys }] : []
  })
}

function fromTheTop(scope: Scope): Scope[] {
  return [scope, ...scope.children.flatMap(fromTheTop)]
}

function readSheet(
  draft: ChangedLedger,
  sheet: TemplateSheet,
  claims: readonly ListClaim[],
  isNew: boolean,
): { notes: TemplateNote[]; claims: ListClaim[] } {
  const notes = [...sheet.notes]
  const filler = new RecordFiller(draft, sheet)
  const seen = new Set<string>()
  const none = new Set(
    claims.flatMap(({ row, scope, says }) => (says === 'none' && scope === sheet.scope ? [row.place] : [])),
  )
  const finder = new RowFinder(draft, sheet, isNew, none)
  for (const filled of sheet.rows) {
    const found = finder.find(filled)
    if (!found) continue
    if ('fault' in found) notes.push(found.fault)
    else if (seen.has(found.row.place)) notes.push(templateNote('row-twice', sheet.rowPlace(filled)))
    else {
      if (found.note) notes.push(found.note)
      seen.add(found.row.place)
      filler.fill(filled, found.row)
    }
  }
  for (const place of sheet.removed) {
    const row = draft.at(place)
    if (!row) continue
    const name = [...rowsAbove(row), row].flatMap((one) => nameInList(one) ?? []).join(' ')
    notes.push(templateNote('row-removed', sheet.place, { zh: name, en: name }))
  }
  return { notes: [...notes, ...filler.notes], claims: filler.claims }
}
