import type { FilePlace } from '../../office-error.ts'
import type { Cell } from '../../workbook.ts'
import type { SheetReading } from './sheet-reading.ts'
import type { Surroundings } from './section.ts'
import type { TableRows } from './table-rows.ts'
import { speaksOf, wordsOfEnds } from './words-of-ends.ts'

/** What the name of a sheet and the lines above its table say of all its rows. */
export class SheetTitles {
  /**
   * What is around the records of rows that do not say so: named by the sheet or by who filled it in, else in a title.
   * Null where these name different ones.
   */
  readonly around: Surroundings | null | undefined
  /** Where one speaks of records that may have come to an end. */
  readonly ofEnds: FilePlace | undefined

  constructor({ file, sheet, found, head }: Pick<SheetReading, 'file' | 'sheet' | 'found' | 'head'>, rows: TableRows) {
    const above = sheet.rows.filter(({ number }) => number < found.head.firstRow)
    const titles = above.flatMap(({ cells }) => cells).filter(isTitle)
    const namedIn = (texts: readonly (string | undefined)[]) =>
      texts.flatMap((text) => (text === undefined ? [] : (rows.around(text) ?? [])))
    const named = namedIn([sheet.name, head.by])
    const [first, ...others] = named.length > 0 ? named : namedIn(titles.map(({ text }) => text))
    this.around = first && others.some(({ name }) => name !== first.name) ? null : first
    const words = wordsOfEnds(found)
    const cell = titles.find(({ text }) => speaksOf(words, text))
    const place = { file, sheet: sheet.name }
    if (cell) this.ofEnds = { ...place, cell: cell.place.address }
    else this.ofEnds = speaksOf(words, sheet.name) ? place : undefined
  }
}

/** A label with its value is no title, nor is what says what is not in the table. */
function isTitle({ kind, text, mergedInto }: Cell): boolean {
  return kind !== 'empty' && mergedInto === undefined && !/[:：不除]/.test(text)
}
