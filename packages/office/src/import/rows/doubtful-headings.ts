import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../../office-error.ts'
import { clausesIn } from '../../values/clauses.ts'
import { inBrackets, keyOf } from '../../values/words.ts'
import { yearOf } from '../../values/year-of.ts'
import { says } from '../../values/text-form.ts'
import { isYearly } from '../columns/heading-year.ts'
import { deniesGroup } from '../columns/denies-group.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isAsRead } from './meanings-of-signs.ts'
import { numbersCalled } from './words-on-facts.ts'

/** A time in a year, such as its end. */
const YEAR = /^(?:截[至止]到?)?(\d{4})年[底末初\d]/u

/**
 * Leaves open what columns deny whose heading has a comment that is not known to be harmless, or says in brackets that it
 * is not sure; and what all of them do where a title, a note or the name of the sheet says so: 初稿, 未核实.
 */
export function doubtByHeadings(reading: SheetReading): void {
  const { sheet, file, found, columns } = reading
  const place = (cell: string) => ({ file, sheet: sheet.name, cell })
  for (const { clauses, place: at } of reading.sentences)
    if (isUnsure(clauses.join('。'), reading)) doubtColumns(columns, at, reading)
  if (isUnsure(sheet.name, reading)) doubtColumns(columns, { file, sheet: sheet.name }, reading)
  doubtByTime(reading)
  for (const column of columns)
    if (column.at.headings.flatMap(inBrackets).some((text) => isUnsure(text, reading) || isOfOtherYear(text, reading)))
      doubtColumns([column], place(column.at.address), reading)
  const { firstRow, lastRow } = found.head
  for (const row of sheet.rows.filter(({ number }) => number >= firstRow && number <= lastRow))
    for (const { note, place: at, column } of row.cells)
      if (note !== undefined && !isKnown(note, reading))
        doubtColumns(
          columns.filter((one) => one.at.column === column),
          place(at.address),
          reading,
        )
}

/** Leaves open what columns deny, but of a year, where a title names another time than the form has, or a year and the form has no day. */
function doubtByTime(reading: SheetReading): void {
  const ofNow = reading.columns.filter(({ mapped }) => !isYearly(mapped, reading.draft.plan.scopes))
  for (const { years, periods, place } of reading.titles.ofOtherTimes)
    doubtColumns(ofNow, place, reading, years.length > 0 ? whyOtherYears(years, reading.day) : whyOtherPeriod(periods))
}

function whyOtherPeriod(periods: readonly string[]): Text {
  return {
    zh: `标题（或工作表名）写的是${periods.join('、')}，与日期不是同一时期，可能不是现在的情况`,
    en: `By its title, or the name of its sheet, the table is of ${periods.join(', ')}, and its day is of another time, so it may not be how things are now`,
  }
}

function whyOtherYears(years: readonly number[], day: string | undefined): Text {
  const [zh, en] = [years.map((year) => `${String(year)}年`).join('、'), years.join(', ')]
  return day === undefined
    ? {
        zh: `标题（或工作表名）写的是${zh}，而这张表没有日期（可在导入时写明），不知是不是现在的情况`,
        en: `By its title, or the name of its sheet, the table is of ${en}, and it has no day (give one when you import it), so it may not be how things are now`,
      }
    : {
        zh: `标题（或工作表名）写的是${zh}，与日期的${String(yearOf(day))}年不是同一年，可能不是现在的情况`,
        en: `By its title, or the name of its sheet, the table is of ${en}, and its day is in ${String(yearOf(day))}, so it may not be how things are now`,
      }
}

function isUnsure(text: string, reading: SheetReading): boolean {
  const { unsure = [], harmless = [], instructions = [] } = reading.draft.mapping.remarks ?? {}
  return clausesIn(text).some((clause) => says(unsure, [clause]) && !says([...harmless, ...instructions], [clause]))
}

/** Whether brackets say that a column is of another year than the form: 2025年底. */
function isOfOtherYear(text: string, { day }: SheetReading): boolean {
  const year = YEAR.exec(keyOf(text))?.[1]
  return year !== undefined && day !== undefined && Number(year) !== yearOf(day)
}

function isKnown(text: string, reading: SheetReading): boolean {
  const { harmless = [], instructions = [] } = reading.draft.mapping.remarks ?? {}
  return clausesIn(text).every((clause) => isAsRead(clause, reading) || says([...harmless, ...instructions], [clause]))
}

function doubtColumns(columns: readonly ReadColumn[], place: FilePlace, reading: SheetReading, why?: Text): void {
  const { draft, sheet, found } = reading
  for (const row of sheet.rows.filter(({ number }) => number > found.head.lastRow))
    for (const { at, mapped } of columns) {
      const text = row.cells.find(({ column }) => column === at.column)?.text ?? ''
      // Who or what is named there is not denied.
      const isNaming = mapped.sets !== undefined && !draft.words.none.has(keyOf(text))
      if (isNaming && !deniesGroup(mapped, draft.plan.scopes)) continue
      draft.doubted.add(reading.place(row.number, at), {
        place,
        what: mapped.unless && !isNaming ? 'denials-and-days' : 'denials',
        isNaming,
        // Numbers of another year are told with it.
        isNumberOpen: why === undefined && numbersCalled(mapped, reading).length > 0,
        why,
      })
    }
}
