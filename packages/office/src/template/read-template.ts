import type { Policy } from '@tiaoli/engine'
import { groupedBy, type Plan } from '@tiaoli/engine/plan'
import type { Sheet, Workbook } from '../workbook.ts'
import { ChangedLedger } from './changed-ledger.ts'
import { checkedChanges } from './checked-changes.ts'
import { Denials } from './denials.ts'
import { RecordFiller, type ListClaim, type ValueChange } from './fill-record.ts'
import { RowFinder, type KnownRecords } from './find-row.ts'
import { instructions } from './instructions.ts'
import { nameInList, rowsAbove, rowsBelow, type Json } from './ledger-records.ts'
import type { Scope } from '../scope.ts'
import { columnsOf } from './template-columns.ts'
import { isMarkSheet, markOf, writtenName, type MarkedSheet, type TemplateMark } from './template-mark.ts'
import { templateNote, type TemplateNote } from './template-notes.ts'
import { keyRowOf, TemplateSheet, type SentRow } from './template-sheet.ts'
import { UsualValues } from './usual-values.ts'
import { keyOf } from '../values/words.ts'

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
  const draft = new ChangedLedger(policy, mark?.language ?? 'zh', ledger)
  const place = { file: workbook.name }
  if (!mark) return { ledger: draft.json, notes: [templateNote('not-a-template', place)] }
  if (mark.pack !== plan.pack.id) return { ledger: draft.json, notes: [templateNote('other-pack', place)] }
  const { sheets, notes } = sheetsOf(workbook, plan, mark)
  const claims: ListClaim[] = []
  const denials = new Denials()
  const changes: ValueChange[] = []
  const usual = UsualValues.of(plan)
  const known = { isNew: ledger === undefined, renamed: renamedIn(draft, mark) }
  for (const sheet of sheets) {
    const { filler, notes: told } = readSheet(draft, sheet, denials, known, usual)
    for (const note of told) notes.push(note)
    for (const claim of filler.claims) claims.push(claim)
    for (const denial of filler.denials) denials.add(denial)
    for (const change of filler.changes) changes.push(change)
  }
  for (const { row, scope, place: at } of claims)
    if (rowsBelow(draft.at(row.place) ?? row, scope).length === 0)
      notes.push(templateNote('no-rows', at, { zh: sheetNameOf(mark, scope), en: sheetNameOf(mark, scope) }))
  denials.settle(draft)
  return { ledger: draft.json, notes: [...notes, ...checkedChanges(draft, changes, plan)] }
}

/** The places at which the ledger has a record of another name than when the template was made: it may be of another ledger. */
function renamedIn(draft: ChangedLedger, { names }: TemplateMark): Set<string> {
  const renamed = [...names].filter(([place, name]) => {
    const now = writtenName(draft.at(place)?.json)
    return now !== undefined && keyOf(now) !== keyOf(name)
  })
  return new Set(renamed.map(([place]) => place))
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
  denials: Denials,
  known: KnownRecords,
  usual: UsualValues,
): { notes: TemplateNote[]; filler: RecordFiller } {
  const filler = new RecordFiller(draft, sheet, usual)
  const seen = new Map<string, SentRow>()
  const finder = new RowFinder(draft, sheet, known, denials)
  const { kept, refused } = withoutCopies(sheet, finder)
  const notes = [...sheet.notes, ...refused]
  for (const filled of kept) {
    const found = finder.find(filled)
    if (!found) continue
    if ('fault' in found) notes.push(found.fault)
    else if (seen.has(found.row.place)) notes.push(aboutBoth('row-twice', sheet, filled, seen.get(found.row.place)!))
    else {
      if (found.note) notes.push(found.note)
      seen.set(found.row.place, filled)
      const refusedBefore = filler.notes.length
      filler.fill(filled, found.row)
      // Of a row of which nothing could be read, nothing is known, nor that there is a record.
      if (found.isMade && filler.notes.length > refusedBefore) draft.takeBack(found.row)
    }
  }
  for (const place of sheet.removed) {
    const row = draft.at(place)
    if (!row) continue
    const name = [...rowsAbove(row), row].flatMap((one) => nameInList(one) ?? []).join(' ')
    notes.push(templateNote('row-removed', sheet.place, { zh: name, en: name }))
  }
  return { notes: [...notes, ...filler.notes], filler }
}

/** Of rows with the same hidden place, the only one that says so of itself too; none where several do. */
function withoutCopies(sheet: TemplateSheet, finder: RowFinder): { kept: SentRow[]; refused: TemplateNote[] } {
  const byPlace = groupedBy(sheet.rows, (filled) => finder.placeOf(filled))
  byPlace.delete(undefined)
  const dropped = new Set<SentRow>()
  const refused: TemplateNote[] = []
  for (const rows of byPlace.values()) {
    if (rows.length === 1) continue
    const fitting = rows.filter((filled) => finder.fits(filled))
    const only = fitting.length === 1 ? fitting[0] : undefined
    for (const filled of rows) {
      if (filled === only) continue
      dropped.add(filled)
      const other = only ?? rows.find((one) => one !== filled)!
      refused.push(aboutBoth(only ? 'row-twice' : 'row-copied', sheet, filled, other))
    }
  }
  return { kept: sheet.rows.filter((filled) => !dropped.has(filled)), refused }
}

function aboutBoth(
  code: 'row-twice' | 'row-copied',
  sheet: TemplateSheet,
  filled: SentRow,
  other: SentRow,
): TemplateNote {
  const which = { zh: `第 ${other.number} 行`, en: `row ${other.number}` }
  return templateNote(code, sheet.rowPlace(filled), which, sheet.rowPlace(other))
}
