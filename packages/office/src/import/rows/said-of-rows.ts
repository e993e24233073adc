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
import { isOver, type Sentence } from '../table/sentences.ts'
import { saidOtherwise } from './words-on-facts.ts'
import type { Remark } from './remarks-in-row.ts'

/** A sentence that says of rows what happened, or is otherwise now. */
interface Said extends Pick<Sentence, 'over'> {
  readonly remark: Remark
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
    this.#naming = columnsNaming(reading)
    const { sentences } = reading
    const others = reading.columns.filter(({ mapped }) => !mapped.record)
    const { lastRow } = reading.found.head
    const inSentences = new Set(sentences.map(rowOf))
    const rows = reading.sheet.rows.filter(({ number }) => number > lastRow && !inSentences.has(number))
    const cells = rows.flatMap((row) => row.cells)
    const called = calledIn([...new Set(namesIn(cells, this.#naming))], reading)
    const own = new Set(namesIn(cells, columnsNaming(reading, reading.found.table.row)))
    const calledOwn = called.filter(({ name }) => own.has(name))
    const otherwise = reading.columns.flatMap(({ mapped }) => saidOtherwise(mapped, reading))
    this.#all = sentences.flatMap(({ clauses, place, isNote, isBetween, over }) => {
      const text = clauses.join('，')
      // What names a column is about that column alone, unless it names the records or is the end of what they are.
      const isOfColumn = !isBetween && others.some((column) => isNamedIn(text, column, reading))
      const isSaid = (part: string) =>
        (isNote && !isBetween && tellsOf(part, calledOwn)) ||
        (saysOfRows(part, reading) && (!isOfColumn || speaksOf(wordsOfEnds(reading.found), part)))
      const said = clauses
        .flatMap((clause) => clause.split(WITHIN))
        .filter((part) => says(otherwise, [part]) || (isSaid(part) && !isKnown(part, reading)))
      if (said.length === 0) return []
      const remark: Remark = { text: said.join('，'), place, column: 0, headings: [], kind: 'sentence' }
      return [
        { remark, over, names: called.flatMap(({ name, as }) => (as.some((one) => text.includes(one)) ? name : [])) },
      ]
    })
  }

  of(row: TableRow): Remark[] {
    if (this.#all.length === 0) return []
    const own = namesIn([...row.cells.values()], this.#naming)
    return this.#all
      .filter((one) => isOver(one, row))
      .filter(({ names }) => names.length === 0 || names.some((name) => own.includes(name)))
      .map(({ remark }) => remark)
  }

  /** Where a sentence on a row has one of certain words. */
  speaking(words: readonly string[], row: TableRow): FilePlace | undefined {
    return this.of(row).find(({ text }) => speaksOf(words, text))?.place
  }
}

/** The columns that name records, of one scope or of any. */
function columnsNaming({ columns }: SheetReading, scope?: string): ReadonlySet<number> {
  const naming = columns.filter(({ mapped: { record } }) => record !== undefined && record === (scope ?? record))
  return new Set(naming.map(({ at }) => at.column))
}

function namesIn(
  cells: readonly { readonly column: number; readonly text: string }[],
  naming: ReadonlySet<number>,
): string[] {
  const named = cells.filter(({ column }) => naming.has(column))
  return named.map(({ text }) => keyOf(bareName(text))).filter((name) => name.length >= SHORTEST)
}

function rowOf({ place }: Sentence): number {
  return cellPosition(place.cell!)!.row
}

/** Whether words say of rows that something happened, or that they have come to an end. */
function saysOfRows(clause: string, { draft, found }: SheetReading): boolean {
  const { counts = [], persons } = found.table
  const counted = counts.flatMap(({ fact }) => draft.mapping.tables.flatMap((table) => columnsOf(table, fact)))
  return (
    saysWhatHappened(clause) ||
    speaksOf([...wordsOfEnds(found), ...(persons?.unless ?? [])], clause) ||
    says(
      counted.flatMap(({ without }) => without?.others ?? []),
      [clause],
    )
  )
}

/** Whether words are an instruction, or known to be harmless. */
function isKnown(clause: string, reading: SheetReading): boolean {
  const { instructions = [], harmless = [] } = reading.draft.mapping.remarks ?? {}
  return isAsRead(clause, reading) || says([...instructions, ...harmless], [clause])
}

/** A name of a row, and how a sentence may call it. */
interface Called {
  readonly name: string
  readonly as: readonly string[]
}

/** The names with shorter ones: 贡江所 for 江西贡江律师事务所. */
function calledIn(names: readonly string[], { draft, columns }: SheetReading): Called[] {
  const scopes = columns.flatMap(({ mapped: { record } }) => draft.plan.scopes.get(record ?? '') ?? [])
  const looks = [...new Set(scopes)].flatMap((scope) => draft.names.meanings.looksOf(scope) ?? [])
  return names.map((name) => ({ name, as: [name, ...looks.flatMap((one) => one.shorterOf(name))] }))
}

/** Who filled in the form, and when. */
const SIGNATURE = /(?:单位|机构|部门|人):|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?/gu

/** Whether words say something of a row that they name, and are no signature: 贡江所正式党员实为2人. */
function tellsOf(clause: string, called: readonly Called[]): boolean {
  const named = called.flatMap(({ as }) => as.filter((one) => clause.includes(one)))
  if (named.length === 0) return false
  const rest = named.reduce((text, one) => text.replace(one, ''), clause.replaceAll(SIGNATURE, ''))
  return /\p{L}.*\p{L}/u.test(rest)
}

function columnsOf({ columns = [] }: ImportTable, fact: string): readonly ImportColumn[] {
  return columns.filter((column) => column.fact === fact)
}
