import { ledgerConflicts, parseDay, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import { Pace, type Progress, type StopSignal } from '../read/pace.ts'
import { InputError, type Text } from '@tiaoli/engine'
import type { Sheet, Workbook } from '../workbook.ts'
import { LATEST } from '../check-ledger.ts'
import { forgetTexts } from '../remembered.ts'
import { checkedLedger } from './ledger/checked-ledger.ts'
import { countRows } from './rows/count-rows.ts'
import { earlierAmounts } from './ledger/earlier-amounts.ts'
import { EarlierIds } from './names/earlier-ids.ts'
import { DraftLedger, type LedgerDay } from './ledger/draft-ledger.ts'
import { readFormHead } from './ledger/form-head.ts'
import { guessMapping } from './mapping/guess-mapping.ts'
import { importRows } from './rows/import-rows.ts'
import { takeLastSteps } from './ledger/last-steps.ts'
import { NOTE_TEXTS } from './ledger/note-texts.ts'
import type { ImportResult } from './ledger/import-result.ts'
import { namedBy } from './names/is-named.ts'
import { tellHead } from './rows/tell-head.ts'
import { newestFirst } from './table/newest-first.ts'
import { earlierDays, earlierQuarters, hasRows } from './table/earlier-sheets.ts'
import { SheetReading } from './table/sheet-reading.ts'
import { sideBySide } from './table/side-by-side.ts'
import { columnsKnown, findTable, type TableFound } from './table/find-table.ts'
import { withTickedChoices } from './table/ticked-choices.ts'
import { withTitleColumns } from './table/title-column.ts'
import { isRead } from './table/is-read.ts'
import { yearOf } from '../values/year-of.ts'
import { whyUnread } from './table/unread-lists.ts'
import { isForm, isTurned, listsRecords, unknownSheetText } from './table/unknown-sheet.ts'

export interface ImportOptions {
  readonly plan: Plan
  /** The mapping of the pack that knows most of the tables, else one guessed from headings, if left out. */
  readonly mapping?: ImportFile | undefined
  /** The day of the ledger, `YYYY-MM-DD`; else the one in the heads of the forms. Throws `InputError` if it is not a day. */
  readonly on?: string | undefined
  /** An earlier ledger: its records keep their ids, by their names. Throws `InputError` if the pack does not take it. */
  readonly earlier?: unknown
  /** Names by id, of an earlier import, for organizations whose names no ledger has: they keep their ids too. */
  readonly names?: Readonly<Record<string, string>> | undefined
  readonly signal?: StopSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

interface KnownSheet {
  readonly file: string
  readonly sheet: Sheet
  readonly found: TableFound
}

/** Makes one ledger of workbooks. What is not read, and what is not understood, is listed. */
export async function importWorkbooks(workbooks: readonly Workbook[], options: ImportOptions): Promise<ImportResult> {
  try {
    return await importEach(workbooks, options)
  } finally {
    forgetTexts()
  }
}

async function importEach(
  workbooks: readonly Workbook[],
  { plan, mapping: given, on, earlier, names = {}, signal, onProgress }: ImportOptions,
): Promise<ImportResult> {
  const mapping = given ?? chooseMapping(workbooks, plan)
  const sheets = workbooks.flatMap(({ name, sheets: all }) =>
    all.flatMap((sheet) => tablesOf(sheet, mapping, plan).map((part) => ({ file: name, sheet: part }))),
  )
  const tables = [...mapping.tables, ...[...plan.imports.values()].flatMap((one) => one.tables)]
  const isName = namedBy(mapping, plan)
  const known = sheets.map(({ file, sheet }) => {
    const isTable = isRead(sheet, mapping) && !isTurned(sheet, isName)
    const table = isTable ? findTable(sheet, mapping.tables, plan.scopes) : undefined
    const isOfOne = isTable && isForm(sheet, tables, isName) && !(table && listsRecords(sheet, table, isName))
    const unread = table && !isOfOne ? whyUnread(file, sheet, table.head.firstRow, mapping) : undefined
    return { file, sheet, found: isOfOne || unread ? undefined : table, isOfOne, unread }
  })
  const readable = known.flatMap(({ file, sheet, found }): KnownSheet[] => (found ? [{ file, sheet, found }] : []))
  const dayOfForm = ({ sheet, found }: KnownSheet) => readFormHead(sheet, found.head.firstRow, mapping).on
  const earlierSheets = new Map([...earlierQuarters(readable), ...earlierDays(readable, dayOfForm)])
  const read = readable.filter(({ sheet }) => !earlierSheets.has(sheet))
  const ids = earlier === undefined ? undefined : earlierIds(plan, earlier)
  const draft = new DraftLedger(plan, mapping, dayOf(read, mapping, on), names, ids)
  for (const { name: file, notices } of workbooks)
    for (const { code, sheet } of notices) draft.note(code, { file, ...(sheet === undefined ? {} : { sheet }) })
  for (const { file, sheet, found, isOfOne, unread } of known) {
    const place = { file, sheet: sheet.name }
    if (found?.table.noLedger) draft.note('no-ledger', place, { text: noLedgerText(found.table.noLedger) })
    else if (sheet.hidden) draft.note('sheet-hidden', place)
    else if (sheet.rows.length === 0) draft.note('sheet-empty', place)
    else if (!isRead(sheet, mapping))
      // Where a file has nothing else, what is meant may be in it.
      draft.note('sheet-skipped', place, { isWarning: !readable.some((other) => other.file === file) })
    else if (isOfOne) draft.note('sheet-of-one', place)
    else if (earlierSheets.has(sheet))
      draft.note('sheet-earlier', place, { text: earlierText(earlierSheets.get(sheet)!) })
    else if (unread) {
      draft.note('no-ledger', unread.place, { text: unread.why })
      draft.unreadSheets.add({ file, sheet })
    } else if (!found) {
      draft.note('sheet-not-known', place, { text: unknownSheetText(sheet, tables, plan, isName) })
      draft.unreadSheets.add({ file, sheet })
    }
  }
  const pace = new Pace(signal, onProgress)
  const byDepth = read.filter(({ found }) => !found.table.noLedger).sort((a, b) => depthOf(plan, a) - depthOf(plan, b))
  const inOrder = newestFirst(byDepth, dayOfForm)
  for (const [i, { file, sheet, found }] of inOrder.entries()) {
    const reading = new SheetReading(draft, file, sheet, found)
    const place = { file, sheet: sheet.name }
    tellHead(reading, place)
    if (found.table.counts) countRows(reading)
    else importRows(reading)
    await pace.rest({ done: i + 1, total: inOrder.length })
  }
  takeLastSteps(draft, earlier === undefined ? new Map() : earlierAmounts(plan, earlier))
  const { ledger, provenance } = checkedLedger(draft)
  const { notes, columns } = draft
  const { organizations, persons } = draft.names
  const { id, guessed = false } = mapping
  const kept = ids && { earlier: { kept: ids.kept, gone: ids.gone } }
  return {
    ledger,
    names: organizations,
    persons: persons.names,
    provenance,
    notes,
    columns,
    mapping: { id, guessed },
    ...kept,
  }
}

/** That no ledger can be made of a table, and why. */
function noLedgerText(why: Text): Text {
  const { zh, en } = NOTE_TEXTS['no-ledger']
  return { zh: zh + why.zh, en: `${en} ${why.en}` }
}

function earlierIds(plan: Plan, ledger: unknown): EarlierIds {
  ledgerConflicts(plan, ledger, LATEST)
  return new EarlierIds(plan, ledger)
}

/**
 * The mapping of the pack, or of others, under which most columns are known, else one that is guessed. Of those that know
 * as many, one of the others comes first.
 */
export function chooseMapping(
  workbooks: readonly Workbook[],
  plan: Plan,
  others: readonly ImportFile[] = [],
): ImportFile {
  let best: ImportFile | undefined
  let most = 0
  for (const mapping of [...others, ...plan.imports.values()]) {
    const columns = workbooks
      .flatMap(({ sheets }) => sheets.filter((sheet) => isRead(sheet, mapping)))
      .reduce((sum, sheet) => sum + knownIn(findTable(sheet, mapping.tables, plan.scopes)), 0)
    if (columns > most) [best, most] = [mapping, columns]
  }
  return best ?? guessMapping(workbooks, plan)
}

/** Also of a table of which only the headings are known by which it is found. */
function knownIn(found: TableFound | undefined): number {
  return found ? Math.max(columnsKnown(found), found.table.has.length) : 0
}

/** The tables of a sheet that is read, with what its titles say in columns. */
function tablesOf(sheet: Sheet, mapping: ImportFile, { scopes }: Plan): readonly Sheet[] {
  if (!isRead(sheet, mapping)) return [sheet]
  const parts = sideBySide(withTickedChoices(sheet), (part) => findTable(part, mapping.tables, scopes) !== undefined)
  return parts.map((part) => withTitleColumns(part, mapping, scopes))
}

function earlierText({ name }: Sheet): Text {
  return {
    zh: `同一张表各季度或各日期都有一张，只读最近的一张（${name}），这一张没有读。要读这一张，请单独导入。`,
    en: `There is a sheet of each quarter or day, and only the latest (${name}) is read; this one is not. To have it read, import it alone.`,
  }
}

const NO_DAY: Text = {
  zh: '须写成 YYYY-MM-DD 这样的日期。',
  en: 'This has to be a day of the form YYYY-MM-DD.',
}

/** The day that is given, or the last day or month in the heads of the forms that have rows. */
function dayOf(sheets: readonly KnownSheet[], mapping: ImportFile, on: string | undefined): LedgerDay {
  if (on !== undefined) {
    if (parseDay(on) === undefined)
      throw new InputError('options', [{ code: 'option-invalid', pointer: '/on', message: NO_DAY }])
    return { on, isGiven: true, isOfAll: true }
  }
  const filled = sheets.filter(hasRows)
  const days = (filled.length > 0 ? filled : sheets)
    .flatMap(({ sheet, found }) => readFormHead(sheet, found.head.firstRow, mapping).on ?? [])
    .sort()
  const isOfAll = new Set(days.map(yearOf)).size <= 1
  return { on: days.at(-1), isGiven: false, isOfAll }
}

/** Records come before what is in them, and rosters last: they are counted into records. */
function depthOf({ scopes }: Plan, { found: { table } }: KnownSheet): number {
  if (table.counts) return Infinity
  let depth = 0
  for (let scope = scopes.get(table.row!); scope?.parent; scope = scope.parent) depth++
  return depth
}
