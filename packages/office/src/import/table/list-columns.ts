import type { Text } from '@tiaoli/engine'
import type { ImportColumn, ImportCondition } from '@tiaoli/engine/plan'
import { addressOf } from '../../cells/address.ts'
import { looksPersonal } from '../../looks-personal.ts'
import { factsGivenBy, givenAside } from '../columns/facts-given.ts'
import { isYearColumn, isYearly } from '../columns/heading-year.ts'
import { isBeganIn } from '../columns/began-in.ts'
import { isExceptFor } from '../columns/conditions.ts'
import { isOfOthers } from '../columns/heading-brackets.ts'
import { isAside } from '../columns/is-aside.ts'
import { headingSynonyms } from '../columns/heading-synonyms.ts'
import { likelyFacts } from '../columns/likely-facts.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { ImportedColumn } from '../ledger/import-result.ts'
import { RepeatedColumns } from './repeated-columns.ts'
import type { SheetReading } from './sheet-reading.ts'
import { titledIn } from './title-column.ts'
import { isOfOtherPeriod, WHY, whyBesideOthers, whyOnlyBeside, whyOtherYear, whyUnknown } from './why-not-read.ts'

/** A column that is read, with what the mapping says of it. */
export interface ReadColumn {
  readonly at: SheetColumn
  readonly mapped: ImportColumn
}

type Table = Pick<SheetReading, 'draft' | 'file' | 'sheet' | 'found' | 'day' | 'conditionOf'>

/** Lists what each column of a table gives, or why it is not read. Returns those that are. */
export function listColumns(table: Table): ReadColumn[] {
  const { draft, file, found, sheet } = table
  const { head, matches } = found
  const repeated = new RepeatedColumns(table)
  const titled = titledIn(sheet)
  const read: ReadColumn[] = []
  const likely = likelyIn(table, repeated.used)
  const yearly = repeated.used.filter((one) => isYearly(one, draft.plan.scopes) && typeof one.year !== 'object')
  const ends = [...matches].flatMap(([end, all]) => all.map((one) => ({ at: end, mapped: one })))
  const beside = (at: SheetColumn, why: Text) => {
    const end = ends.find((one) => isBeganIn(at, one))
    return end ? whyOnlyBeside(end.at.headings.at(-1)!, why) : why
  }
  for (const at of head.columns) {
    if (at.headings.length === 0) continue
    const place = { file, sheet: sheet.name, cell: titled.get(at.address) ?? at.address }
    const column = { place, ...headingsOf(at), table: draft.mapping.tables.indexOf(found.table) }
    const mapped = matches.get(at) ?? []
    const refuse = (why: Text, proposal?: string) =>
      draft.columns.push({
        ...column,
        use: 'not-usable',
        gives: [],
        why,
        ...(proposal !== undefined && { proposal }),
      })
    const tell = (all: readonly ImportColumn[]) => {
      const gives = [...new Set(all.flatMap((one) => [...factsGivenBy(one), ...countedBy(one, found)]))]
      draft.columns.push({ ...column, use: draft.mapping.guessed ? 'guessed' : 'read', gives, ...saidOf(all) })
    }
    if (sheet.hiddenColumns.includes(at.column)) refuse(WHY.hidden)
    else if (mapped.length === 0 && yearly.length > 0 && isYearColumn(at.headings)) {
      tell(yearly)
      read.push({ at, mapped: { headings: [at.headings.at(-1)!] } })
    } else if (mapped.length === 0) refuse(beside(at, whyUnknown(table, at)), likely?.get(at)?.fact)
    else if (mapped.some((one) => isOfOthers(at, one, draft.plan.scopes))) {
      draft.note('heading-of-others', place)
      refuse(WHY.ofOthers)
    } else if (isOfOtherPeriod(table, at, mapped)) {
      draft.note('heading-of-others', place, { text: WHY.otherPeriod })
      refuse(WHY.otherPeriod)
    } else if (mapped.some((one) => repeated.isAgain(one, at))) refuse(WHY.again)
    else if (mapped.some((one) => repeated.areUnlike(one))) {
      draft.note('heading-twice', place)
      refuse(WHY.twice)
    } else {
      const otherYear = whyOtherYear(table, at, mapped)
      const isUnused = mapped.every(({ unused }) => unused)
      const unused = isUnused ? mapped.find(({ when }) => !when || mapped.length === 1)?.unused : undefined
      const why = otherYear ?? unused ?? whyRemark(mapped, table, at)
      const giving = mapped.every(isAside) ? mapped.flatMap((one) => dependentsOf(one, table)) : mapped
      if (why) refuse(beside(at, why))
      // What a title says that no column asks for is nothing of the sheet's own.
      else if (giving.length > 0 || !titled.has(at.address)) tell(giving)
      if (!otherYear) read.push(...mapped.map((one) => ({ at, mapped: one })))
    }
  }
  for (const cell of withoutHeading(table)) {
    const place = { file, sheet: sheet.name, cell }
    const column = { place, heading: '', headings: [], table: draft.mapping.tables.indexOf(found.table) }
    draft.columns.push({ ...column, use: 'not-usable', gives: [], why: WHY.noHeading })
  }
  return read
}

/** Where a heading is missing above what stands in the rows of records. */
function withoutHeading({ draft, sheet, found }: Table): string[] {
  const { columns, lastRow } = found.head
  const headed = new Set(columns.flatMap(({ column, headings }) => (headings.length > 0 ? column : [])))
  const known = new Set([...found.matches.keys()].map(({ column }) => column))
  const rows = sheet.rows.filter(
    ({ number, hidden, cells }) =>
      number > lastRow &&
      !hidden &&
      cells.filter(({ column, kind }) => kind !== 'empty' && known.has(column)).length > 1 &&
      !cells.slice(0, 2).some(({ text }) => draft.words.isNoRow(text)),
  )
  const bare = rows.flatMap(({ cells }) =>
    cells.filter(
      ({ column, kind, text, mergedInto }) =>
        kind !== 'empty' && text.trim() !== '' && mergedInto === undefined && !headed.has(column),
    ),
  )
  const at = [...new Set(bare.map(({ column }) => column))].sort((a, b) => a - b)
  return at.map((column) => addressOf({ row: lastRow, column }))
}

/** The facts that unknown columns may give. */
function likelyIn(
  { draft, found }: Table,
  others: readonly ImportColumn[],
): ReturnType<typeof likelyFacts> | undefined {
  const { head, matches } = found
  const scope = draft.plan.scopes.get(found.table.row ?? '')
  const unknown = head.columns.filter((at) => !matches.has(at))
  const hasYears = head.columns.some(({ headings }) => isYearColumn(headings))
  return scope && likelyFacts(unknown, scope, { others, hasYears, synonyms: headingSynonyms(draft.plan) })
}

/** The headings of a column, without what is personal. */
function headingsOf({ headings }: SheetColumn): { heading: string; headings: readonly string[] } {
  const shown = headings.map((text) => (looksPersonal(text) === undefined ? text : '…'))
  const isPersonal = headings.some((text) => looksPersonal(text) !== undefined)
  return { heading: shown.join('／'), headings: isPersonal ? [] : headings }
}

/** Why columns for a person to read are not read, if that is all they are. */
function whyRemark(mapped: readonly ImportColumn[], table: Table, at: SheetColumn): Text | undefined {
  if (!mapped.some((one) => one.remark) || mapped.some((one) => factsGivenBy(one).length > 0)) return undefined
  return mapped.some(({ words }) => words !== undefined) ? whyBesideOthers(table, at) : WHY.remark
}

/** The columns of the table that are read by what a column says. */
function dependentsOf({ headings }: ImportColumn, { found, conditionOf }: Table): ImportColumn[] {
  const { columns = [], year: ofTable } = found.table
  const isOf = ({ year = ofTable, ...one }: ImportColumn) => {
    const names = [typeof year === 'object' ? year.column : undefined, conditionOf(one)?.column]
    return names.some((name) => name !== undefined && headings.includes(name))
  }
  const matched = new Set([...found.matches.values()].flat())
  return columns.filter((one) => isOf(one) && matched.has(one))
}

/** The numbers of rows that depend on a column, of those of which the sheet has all that they ask for. */
function countedBy({ headings }: ImportColumn, { table, matches }: SheetReading['found']): string[] {
  const { counts = [], except = [] } = table
  const there = new Set([...matches.values()].flat().flatMap((one) => one.headings))
  const isHere = ({ column }: ImportCondition) => headings.includes(column)
  return counts
    .filter(({ where = [] }) => where.every(({ column }) => there.has(column)))
    .filter(({ where = [] }) => where.some(isHere) || (isExceptFor(where, except) && except.some(isHere)))
    .map(({ fact }) => fact)
}

/** What a column is for besides the facts that it gives. */
function saidOf(all: readonly ImportColumn[]): Pick<ImportedColumn, 'aside' | 'names' | 'isRemark'> {
  const aside = givenAside(all)
  const names = [...new Set(all.flatMap(({ somebody }) => somebody ?? []))]
  const isRemark = all.length > 0 && all.every((one) => one.remark && factsGivenBy(one).every((name) => name in aside))
  return {
    ...(Object.keys(aside).length > 0 && { aside }),
    ...(names.length > 0 && { names }),
    ...(isRemark && { isRemark }),
  }
}
