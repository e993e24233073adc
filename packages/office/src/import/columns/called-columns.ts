import { addTo } from '@tiaoli/engine/plan'
import { keysCalled, keysOf, type SheetColumn } from './sheet-column.ts'

/** The columns of a sheet by what they are called: what asks for a name does not look at all of them. */
export class CalledColumns {
  readonly #byKey = new Map<string, SheetColumn[]>()
  readonly #found = new Map<string, ReadonlySet<SheetColumn>>()

  constructor(columns: readonly SheetColumn[]) {
    for (const column of columns) for (const key of keysOf(column)) addTo(this.#byKey, key, column)
  }

  /** Those that `isCalled` finds to be called so. */
  named(name: string): ReadonlySet<SheetColumn> {
    const known = this.#found.get(name)
    if (known) return known
    const found = new Set(keysCalled(name).flatMap((key) => this.#byKey.get(key) ?? []))
    this.#found.set(name, found)
    return found
  }
}

const KNOWN = new WeakMap<readonly SheetColumn[], CalledColumns>()

/** The same, made once for a list of columns. */
export function calledColumns(columns: readonly SheetColumn[]): CalledColumns {
  const known = KNOWN.get(columns)
  if (known) return known
  const made = new CalledColumns(columns)
  KNOWN.set(columns, made)
  return made
}
