import { inXml } from './xml.ts'

/** A number with how programs show it: the cell can be counted and sorted, and reads as a sentence or a day. */
export interface FormattedNumber {
  readonly value: number
  /** Of Excel, such as `0"（另有2家待核）"`. */
  readonly format: string
  /** What a reader sees. */
  readonly shown: string
}

/** Programs keep the numbers below for formats of their own. */
const FIRST_ID = 164

/** The formats of the numbers of a workbook, each once. */
export class NumberFormats {
  readonly #places = new Map<string, number>()

  /** The place of a format, from 0. */
  placeOf(format: string): number {
    const place = this.#places.get(format) ?? this.#places.size
    this.#places.set(format, place)
    return place
  }

  xml(): string {
    const items = [...this.#places].map(
      ([format, place]) => `<numFmt numFmtId="${FIRST_ID + place}" formatCode="${inXml(format)}"/>`,
    )
    return items.length === 0 ? '' : `<numFmts count="${items.length}">${items.join('')}</numFmts>`
  }

  /** The ids of the formats, in their order. */
  get ids(): readonly number[] {
    return [...this.#places.values()].map((place) => FIRST_ID + place)
  }
}

/** Words in a format, as they are. */
export function formatWords(words: string): string {
  return `"${words.replaceAll('"', '”')}"`
}

/** From the day on which Excel counts 0 to 1 January 1970. */
const DAYS_BEFORE_1970 = 25_569

/** A day, counted from 1 January 1970, as Excel counts days; its words in place of what Excel cannot count. */
export function formattedDay(day: number, format: string, shown: string): FormattedNumber | string {
  const value = day + DAYS_BEFORE_1970
  // Excel takes 1900 for a leap year.
  return value > 60 ? { value, format, shown } : shown
}
