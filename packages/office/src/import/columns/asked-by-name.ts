import { addTo, type ImportColumn } from '@tiaoli/engine/plan'
import { keysCalled, keysOf, type SheetColumn } from './sheet-column.ts'

/** The columns of a table by their headings: of a column of a sheet it is looked up, not compared with all of them. */
export class AskedByName {
  readonly #wanted: readonly ImportColumn[]
  /** The places of columns in the table, which may have one twice. */
  readonly #byKey = new Map<string, number[]>()

  constructor(wanted: readonly ImportColumn[]) {
    this.#wanted = wanted
    for (const [at, { headings }] of wanted.entries())
      for (const key of new Set(headings.flatMap(keysCalled))) addTo(this.#byKey, key, at)
  }

  /** Those of which a heading is the name of one of these columns, in the order of the table. */
  of(column: SheetColumn, other: SheetColumn = column): readonly ImportColumn[] {
    let found: Set<number> | undefined
    for (const one of column === other ? [column] : [column, other])
      for (const key of keysOf(one)) for (const at of this.#byKey.get(key) ?? NONE) (found ??= new Set()).add(at)
    return found ? [...found].sort((a, b) => a - b).map((at) => this.#wanted[at]!) : NONE
  }
}

const NONE: readonly never[] = []

const KNOWN = new WeakMap<readonly ImportColumn[], AskedByName>()

/** The same, made once for a table. */
export function askedByName(wanted: readonly ImportColumn[]): AskedByName {
  const known = KNOWN.get(wanted)
  if (known) return known
  const made = new AskedByName(wanted)
  KNOWN.set(wanted, made)
  return made
}
