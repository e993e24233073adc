import type { Text } from '@tiaoli/engine'
import { completeText, ledgerPart, type ImportColumn, type ImportTable, type Plan } from '@tiaoli/engine/plan'
import { conditionsOf } from '../columns/conditions.ts'
import {
  isUnderYear,
  isYearly,
  namesOtherYear,
  namesYear,
  relativeYear,
  yearOfHeadings,
} from '../columns/heading-year.ts'
import { isAside } from '../columns/is-aside.ts'
import { areOfOtherPeriod } from '../columns/named-period.ts'
import { headingMeant } from '../columns/misspelt-heading.ts'
import { withNaming } from '../columns/naming-column.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import { yearOf } from '../../values/year-of.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import type { SheetReading } from './sheet-reading.ts'

/** Why a column is not read. */
export const WHY = {
  otherYear: {
    zh: '表头写的是另一年，而这一项记的是现状，没有读。',
    en: 'The heading names another year, and this is about how it is now: not read.',
  },
  otherPeriod: {
    zh: '表头写的是另一月份或季度，而这一项记的是填报日期时的情况，没有读。请填写填报日期时的情况，并改正表头。',
    en: 'The heading names another month or quarter, and this is about how it is on the day of the form: not read. Fill in how it is then, and correct the heading.',
  },
  twoYears: {
    zh: '表头写的年份，与按填报日期算出的“上年度”“本年度”不是同一年，没有读。请核对表头。',
    en: 'The year in the heading is not last or this year as counted from the day of the form: not read. Check the heading.',
  },
  ofPart: {
    zh: '标题写的是一年中的一部分（几个月、季度、半年），不作为全年的金额，没有读。是全年的，请改正标题。',
    en: 'By the title this is of a part of the year, and no amount of all of it: not read. If it is of all, correct the title.',
  },
  ofOthers: {
    zh: '表头括号里的话表明，写的不是或不只是这一项所指的，没有读。请按字段表所指的填写，列名不带括号。',
    en: 'What the heading says in brackets may make this about others than the catalogue means: not read. Fill in what the catalogue means, and leave out the brackets.',
  },
  hidden: { zh: '隐藏的列没有读。要读取请取消隐藏。', en: 'A hidden column is not read. Unhide it to have it read.' },
  noHeading: {
    zh: '没有表头，不知这一列是什么，没有读。请写上列名。',
    en: 'The column has no heading, so what it gives is not known, and it is not read. Give it one.',
  },
  unknown: { zh: '对照设置中没有这样表头的列。', en: 'The mapping has no column under these headings.' },
  notGuessed: {
    zh: '从表头推测不出这一列是什么。',
    en: 'What this column gives cannot be guessed from its headings.',
  },
  again: { zh: '与另一列内容相同，只读前一列。', en: 'The same as a column before, which is read.' },
  twice: {
    zh: '另有一列也可作这一内容，而两列所写不同。',
    en: 'Another column may be this as well, and says otherwise.',
  },
  remark: { zh: '备注，请人工阅读。', en: 'Remarks, for a person to read.' },
}

/** Why a column is not read by the year that its headings name, if so. */
export function whyOtherYear(
  { draft, day, found }: Pick<SheetReading, 'draft' | 'day' | 'found'>,
  { headings }: SheetColumn,
  mapped: readonly ImportColumn[],
): Text | undefined {
  const year = yearOfHeadings(headings)
  const own = day === undefined ? undefined : yearOf(day)
  if (found.head.isOfPart && isAmountOf(own, headings, mapped, draft.plan.scopes)) return WHY.ofPart
  if (own === undefined || mapped.every(isAside)) return undefined
  const { scopes } = draft.plan
  if (!mapped.some((one) => isYearly(one, scopes))) {
    const isUnderOther = year !== undefined && year !== own && isUnderYear(headings)
    const isOfOther =
      namesOtherYear(headings.at(-1) ?? '', own) &&
      mapped.some((one) => isOfNow(one, scopes) && !one.headings.some(namesYear))
    return isUnderOther || isOfOther ? WHY.otherYear : undefined
  }
  if (year === undefined) return undefined
  const meant = { previous: own - 1, current: own, none: year }[relativeYear(headings) ?? 'none']
  return meant === year ? undefined : WHY.twoYears
}

/** Whether a column says how things were in another month or quarter than that of the form. */
export function isOfOtherPeriod(
  { draft, day }: Pick<SheetReading, 'draft' | 'day'>,
  { headings }: SheetColumn,
  mapped: readonly ImportColumn[],
): boolean {
  const { scopes } = draft.plan
  const isAbout = (one: ImportColumn) =>
    one.record === undefined && !isAside(one) && !isYearly(one, scopes) && isOfNow(one, scopes)
  return mapped.some(isAbout) && areOfOtherPeriod(headings, day)
}

/** Whether a column gives amounts, of a certain year or of one that its headings do not name. */
function isAmountOf(
  own: number | undefined,
  headings: readonly string[],
  mapped: readonly ImportColumn[],
  scopes: Plan['scopes'],
): boolean {
  const isAmount = mapped.some(({ fact }) => {
    const part = ledgerPart(scopes, fact ?? '')
    return part?.kind === 'fact' && part.fact.type === 'money'
  })
  const year = yearOfHeadings(headings)
  return isAmount && relativeYear(headings) !== 'previous' && (year === undefined || year === own)
}

/** Whether what a column gives is how it is on the day of the form: a date says itself when it was. */
function isOfNow({ fact, person, somebody, remark }: ImportColumn, scopes: Plan['scopes']): boolean {
  if (remark || fact === undefined) return !remark && (person ?? somebody) !== undefined
  const part = ledgerPart(scopes, fact)
  return part?.kind !== 'fact' || part.fact.type !== 'date'
}

/** A column that may say when a period began is compared with its end, and is not read by itself. */
export function whyOnlyBeside(end: string, why: Text): Text {
  return {
    zh: `只与同一行的“${end}”核对：相符的作为起始日期，不相符的起始日期不填。单独不读：${why.zh}`,
    en: `Only compared with “${end}” of its row: where both fit it is when the period began, else that is left open. Not read by itself: ${why.en}`,
  }
}

/** A column that is read by what another says needs that one. */
export function whyUnknown({ draft, found }: Pick<SheetReading, 'draft' | 'found'>, at: SheetColumn): Text {
  const { columns = [] } = found.table
  const whole = withNaming(at, found.head.columns, columns)
  const waiting = waitingFor(whole, columns)
  const meant = waiting.length === 0 ? meantBy(at, { draft, found }) : undefined
  if (meant) return meant
  if (waiting.length === 0)
    return draft.mapping.guessed ? WHY.notGuessed : (whyElsewhere(whole, draft, found.table) ?? WHY.unknown)
  const [zh, en] = ['、', ', '].map((comma) => waiting.join(comma))
  return {
    zh: `要看另一列才知道怎样读，而表中没有那一列。请补上：${zh}（有其一即可）。`,
    en: `Another column says how to read this, and is not in the table. Add one of these: ${en}.`,
  }
}

/** A heading that is one of the mapping but for a letter is not guessed, and told. */
function meantBy(at: SheetColumn, { draft, found }: Pick<SheetReading, 'draft' | 'found'>): Text | undefined {
  const tables = [found.table, ...tablesKnown(draft)]
  const all = tables.flatMap(({ columns = [] }) => columns)
  const meant = tables.map(({ columns = [] }) => headingMeant(at, columns, all)).find((name) => name !== undefined)
  return meant === undefined
    ? undefined
    : {
        zh: `没有这样的列名，没有读。是否应为“${meant}”？是的，请改正列名，再导入。`,
        en: `There is no such heading, so this is not read. Is it “${meant}” that is meant? If so, correct the heading and import again.`,
      }
}

/** A column that is read together with others, of which the table has none, or none that is read. */
export function whyBesideOthers({ draft, found }: Pick<SheetReading, 'draft' | 'found'>, at: SheetColumn): Text {
  const { columns = [] } = found.table
  const whole = withNaming(at, found.head.columns, columns)
  const own = waitingFor(whole, columns)
  const all = tablesKnown(draft).flatMap((table) => table.columns ?? [])
  const waiting = own.length > 0 ? own : waitingFor(whole, all)
  return {
    zh: `这一列要与${waiting.map((name) => `“${name}”`).join('、')}中的一列一起才能读，而表中没有，或者没有读。请补上或改正那一列；不然请人工阅读。`,
    en: `This is read with one of ${waiting.join(', ')}, which is not in the table or not read. Add or correct it, or else read this yourself.`,
  }
}

/** The tables of the mapping that is used, and of those of the pack. */
function tablesKnown({ mapping, plan }: DraftLedger): ImportTable[] {
  return [mapping, ...plan.imports.values()].flatMap(({ tables }) => tables)
}

/** The columns that say how one that is called so is read. */
function waitingFor(at: SheetColumn, columns: readonly ImportColumn[]): string[] {
  const all = columns.filter((one) => one.headings.some((name) => isCalled(at, name, one.under)))
  return [...new Set(all.flatMap((one) => conditionsOf(one).map(({ column }) => column)))]
}

/** So many tables are named of those that read such a column. */
const NAMED = 3

/** A column that other tables of the mapping read has to be in one of these. */
function whyElsewhere(at: SheetColumn, { mapping }: DraftLedger, own: ImportTable): Text | undefined {
  const reads = ({ columns = [] }: ImportTable) =>
    columns.some((one) => !isAside(one) && one.headings.some((name) => isCalled(at, name, one.under)))
  const titles = mapping.tables.filter((table) => table !== own && reads(table)).map(({ title }) => completeText(title))
  if (titles.length === 0) return undefined
  const some = titles.slice(0, NAMED)
  const { zh, en } = completeText(own.title)
  return {
    zh: `这张表按“${zh}”读，其中没有这一列；${some.map((title) => `“${title.zh}”`).join('、')}${titles.length > NAMED ? '等' : ''}中才有。要读取，请另列成那样的表。`,
    en: `The sheet is read as “${en}”, which has no such column; ${some.map((title) => `“${title.en}”`).join(', ')}${titles.length > NAMED ? ' and others have' : ' has'} it. To have it read, put it into such a table.`,
  }
}
