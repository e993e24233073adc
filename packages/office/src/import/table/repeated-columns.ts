import type { ImportColumn } from '@tiaoli/engine/plan'
import { keyOf } from '../../values/words.ts'
import { isOfOthers } from '../columns/heading-brackets.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { SheetReading } from './sheet-reading.ts'
import { whyOtherYear } from './why-not-read.ts'

/** Which columns of a sheet give what another gives. */
export class RepeatedColumns {
  readonly #table: Pick<SheetReading, 'draft' | 'day' | 'found' | 'sheet'>
  readonly #uses = new Map<ImportColumn, number>()

  constructor(table: Pick<SheetReading, 'draft' | 'day' | 'found' | 'sheet'>) {
    this.#table = table
    const ofYear = [...table.found.matches].filter(([at, mapped]) => !whyOtherYear(table, at, mapped))
    const used = ofYear.flatMap(([at, all]) => all.filter((one) => !this.#isOfOthers(at, one)))
    for (const one of used) this.#uses.set(one, (this.#uses.get(one) ?? 0) + 1)
  }

  /** What the columns of the sheet give. */
  get used(): readonly ImportColumn[] {
    return [...this.#uses.keys()]
  }

  /** Whether a column before has the same in every row. */
  isAgain(mapped: ImportColumn, at: SheetColumn): boolean {
    return this.#isRepeated(mapped) && this.#saySame(mapped) && this.#columnsOf(mapped)[0] !== at
  }

  /** Whether several columns give the same, and neither the same of it in every row nor one its day and others whether. */
  areUnlike(mapped: ImportColumn): boolean {
    return this.#isRepeated(mapped) && !this.#saySame(mapped) && !this.#isSaidBesideWhether(mapped)
  }

  #isOfOthers(at: SheetColumn, mapped: ImportColumn): boolean {
    return isOfOthers(at, mapped, this.#table.draft.plan.scopes)
  }

  #isRepeated(mapped: ImportColumn): boolean {
    return (this.#uses.get(mapped) ?? 0) > 1 && mapped.unused === undefined && !mapped.remark
  }

  #columnsOf(mapped: ImportColumn): SheetColumn[] {
    const { head, matches } = this.#table.found
    const isHidden = ({ column }: SheetColumn) => this.#table.sheet.hiddenColumns.includes(column)
    const isOf = (at: SheetColumn) =>
      matches.get(at)?.includes(mapped) && !whyOtherYear(this.#table, at, [mapped]) && !this.#isOfOthers(at, mapped)
    return head.columns.filter((at) => !isHidden(at) && isOf(at))
  }

  /** Whether the columns of the sheet that give the same have the same in every row. */
  #saySame(mapped: ImportColumn): boolean {
    const columns = this.#columnsOf(mapped).map((at) => this.#textsOf(at))
    return (columns[0] ?? []).every((text, i) => columns.every((texts) => texts[i] === text))
  }

  /** Whether one column says what it is, and the others only whether: 述职时间 beside 是否述职. Where they clash, rows tell. */
  #isSaidBesideWhether(mapped: ImportColumn): boolean {
    const { yes, no } = this.#table.draft.words
    const known = new Set(Object.keys(mapped.words ?? {}).map(keyOf))
    const isWhether = (text: string) => text === '' || known.has(text) || yes.has(text) || no.has(text)
    return this.#columnsOf(mapped).filter((at) => !this.#textsOf(at).every(isWhether)).length === 1
  }

  /** What stands below a heading, row by row. */
  #textsOf({ column }: SheetColumn): string[] {
    return this.#table.sheet.rows
      .filter(({ number }) => number > this.#table.found.head.lastRow)
      .map(({ cells }) => keyOf(cells.find((cell) => cell.column === column)?.text ?? ''))
  }
}
