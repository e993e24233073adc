import type { Text } from '@tiaoli/engine'
import type { FilePlace } from '../../office-error.ts'
import { whyUnreadUnder } from '../table/unread-lists.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { isOver, type Sentence } from '../table/sentences.ts'

/** Titles between rows that say of those below them that they are not how things are: 二、已卸任指导员. */
export class UnreadTitles {
  readonly #titles: readonly (Sentence & { readonly why: Text })[]
  readonly #told = new Set<FilePlace>()
  readonly #reading: SheetReading

  constructor(reading: SheetReading) {
    this.#reading = reading
    const { mapping } = reading.draft
    this.#titles = reading.sentences.flatMap((sentence) => {
      const why = sentence.isBetween ? whyUnreadUnder(sentence.clauses.join('，'), mapping) : undefined
      return why ? [{ ...sentence, why }] : []
    })
  }

  /** Whether a row is below such a title, which is told once. */
  areOver(row: TableRow): boolean {
    const title = this.#titles.find((one) => isOver(one, row))
    if (title && !this.#told.has(title.place)) {
      this.#told.add(title.place)
      this.#reading.draft.note('row-not-read', title.place, { text: title.why })
    }
    return title !== undefined
  }
}
