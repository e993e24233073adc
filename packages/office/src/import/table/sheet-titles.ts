import type { FilePlace } from '../../office-error.ts'
import { isNoTitle, otherYearsIn } from '../columns/heading-year.ts'
import { otherPeriodsIn } from '../columns/named-period.ts'
import type { SheetReading } from './sheet-reading.ts'
import type { Surroundings } from './section.ts'
import type { TableRows } from './table-rows.ts'
import { titleIn, titlesOf } from './titles-of-table.ts'
import { speaksOf, wordsOfEnds } from './words-of-ends.ts'

/** A title that names years, or quarters and months, none of which is that of the form. */
export interface TitleOfOtherTime {
  readonly years: readonly number[]
  /** As they are written, where the year is that of the form. */
  readonly periods: readonly string[]
  readonly place: FilePlace
}

/** What the name of a sheet and the lines above its table say of all its rows. */
export class SheetTitles {
  /**
   * What is around the records of rows that do not say so: named by the sheet or by who filled it in, else in a title.
   * Null where these name different ones.
   */
  readonly around: Surroundings | null | undefined
  readonly ofOtherTimes: readonly TitleOfOtherTime[]
  /** Where one speaks of records that may have come to an end, or of how things were in another year. */
  readonly ofEnds: FilePlace | undefined

  constructor(reading: Omit<SheetReading, 'titles' | 'sentences'>, rows: TableRows) {
    const { draft, file, sheet, found, head, day } = reading
    const above = sheet.rows.filter(({ number }) => number < found.head.firstRow)
    const titles = above
      .flatMap(({ cells }) => cells.filter(({ kind, mergedInto }) => kind !== 'empty' && mergedInto === undefined))
      .map(({ text, place }) => ({ text: titleIn(text), place }))
      .filter(({ text }) => text !== '' && !OF_OTHERS.test(text))
    const namedIn = (texts: readonly (string | undefined)[]) =>
      texts.flatMap((text) => (text === undefined ? [] : (rows.around(text) ?? [])))
    const named = namedIn([sheet.name, head.by])
    const [first, ...others] = named.length > 0 ? named : namedIn(titles.map(({ text }) => text))
    this.around = first && others.some(({ name }) => name !== first.name) ? null : first
    const words = wordsOfEnds(found)
    const cell = titles.find(({ text }) => speaksOf(words, text))
    const place = { file, sheet: sheet.name }
    this.ofOtherTimes = titlesOf(file, sheet, found.head.firstRow, draft.mapping).flatMap(({ text, place: at }) => {
      const years = otherYearsIn(text, day)
      const periods = years.length > 0 || isNoTitle(text) ? [] : otherPeriodsIn(text, day)
      return years.length + periods.length > 0 ? [{ years, periods, place: at }] : []
    })
    if (cell) this.ofEnds = { ...place, cell: cell.place.address }
    else if (speaksOf(words, sheet.name)) this.ofEnds = place
    // Without a day, which is asked for, the year may be this one.
    else this.ofEnds = day === undefined ? undefined : this.ofOtherTimes[0]?.place
  }
}

/** What says what is not in the table names nothing around it. */
const OF_OTHERS = /[不除]/u
