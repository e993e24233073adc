import type { ImportColumn, ImportTable } from '@tiaoli/engine/plan'
import { cellPosition } from '../../cells/address.ts'
import type { FilePlace } from '../../office-error.ts'
import { bareName } from '../names/bare-name.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { speaksOf, wordsOfEnds } from '../table/words-of-ends.ts'
import { says } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'
import { saysWhatHappened } from '../../values/words-of-change.ts'
import { isNamedIn } from './doubtful-sentences.ts'
import { isAsRead } from './meanings-of-signs.ts'
import { isOver, sentencesOf, type Sentence } from './notes-of-table.ts'
import type { Remark } from './remarks-in-row.ts'

/** A sentence that says of rows what happened, or is otherwise now. */
interface Said extends Pick<Sentence, 'place' | 'over'> {
  readonly text: string
  /** The names of rows that it has; of all rows where it has none. */
  readonly names: readonly string[]
}

/** Where something else may begin in a line for who filled in the form. */
const WITHIN = /[()]|(?=以上|上述)/u
/** Shorter names are in many words. */
const SHORTEST = 3

/**
 * What sentences beside a table and titles between its rows say of rows: 以上两所已整改到位, 注：某某所已注销, 二、转出党员.
 * Each is a remark in every row of which it is.
 */
export class SaidOfRows {
  readonly #all: readonly Said[]
  readonly #naming: ReadonlySet<number>

  constructor(reading: SheetReading) {
    this.#naming = new Set(reading.columns.flatMap(({ at, mapped }) => (mapped.record ? [at.column] : [])))
    const sentences = sentencesOf(reading)
    const { lastRow } = reading.found.head
    const inSentences = new Set(sentences.map(rowOf))
    const rows = reading.sheet.rows.filter(({ number }) => number > lastRow && !inSentences.has(number))
    const names = new Set(this.#namesIn(rows.flatMap(({ cells }) => cells)))
    this.#all = sentences.flatMap(({ clauses, place, isBetween, over }) => {
      const text = clauses.join('，')
      // What names a column is about that column alone, unless it is the end of what the rows are.
      const isOfColumn = !isBetween && reading.columns.some((column) => isNamedIn(text, column, reading))
      const said = clauses
        .flatMap((clause) => clause.split(WITHIN))
        .filter((part) => isOfRows(part, reading) && (!isOfColumn || speaksOf(wordsOfEnds(reading.found), part)))
      if (said.length === 0) return []
      return [{ text: said.join('，'), place, over, names: [...names].filter((name) => text.includes(name)) }]
    })
  }

  of(row: TableRow): Remark[] {
    if (this.#all.length === 0) return []
    const own = this.#namesIn([...row.cells.values()])
    return this.#all
      .filter((one) => isOver(one, row))
      .filter(({ names }) => names.length === 0 || names.some((name) => own.includes(name)))
      .map(({ text, place }) => ({ text, place, column: 0, headings: [], kind: 'sentence' }))
  }

  /** Where a sentence on a row has one of certain words. */
  speaking(words: readonly string[], row: TableRow): FilePlace | undefined {
    return this.of(row).find(({ text }) => speaksOf(words, text))?.place
  }

  #namesIn(cells: readonly { readonly column: number; readonly text: string }[]): string[] {
    const named = cells.filter(({ column }) => this.#naming.has(column))
    return named.map(({ text }) => keyOf(bareName(text))).filter((name) => name.length >= SHORTEST)
  }
}

function rowOf({ place }: Sentence): number {
  return cellPosition(place.cell!)!.row
}

/** Whether words say of rows that something happened, and are no instruction, and not known to be harmless. */
function isOfRows(clause: string, reading: SheetReading): boolean {
  const { draft, found } = reading
  const { instructions = [], harmless = [] } = draft.mapping.remarks ?? {}
  const { counts = [], persons } = found.table
  const counted = counts.flatMap(({ fact }) => draft.mapping.tables.flatMap((table) => columnsOf(table, fact)))
  const others = counted.flatMap(({ without }) => without?.others ?? [])
  const isSaid =
    saysWhatHappened(clause) ||
    speaksOf([...wordsOfEnds(found), ...(persons?.unless ?? [])], clause) ||
    says(others, [clause])
  return isSaid && !isAsRead(clause, reading) && !says([...instructions, ...harmless], [clause])
}

function columnsOf({ columns = [] }: ImportTable, fact: string): readonly ImportColumn[] {
  return columns.filter((column) => column.fact === fact)
}
