import type { Path } from '../json/pointer.ts'
import type { ImportColumn, ImportFile, WrittenColumn, WrittenImport } from '../schema/import-schema.ts'
import type { ImportFaults } from './import-faults.ts'
import { Spot, type Places } from './resolver.ts'

/** What tables share, by its name. */
interface Shared {
  readonly columns: NonNullable<WrittenImport['columns']>
  readonly conditions: NonNullable<WrittenImport['conditions']>
}

/**
 * A mapping whose tables have all of their columns, each with what it shares with those of others. Undefined, with a
 * diagnostic, where a name leads to nothing.
 */
export function wholeImport(written: WrittenImport, spot: Spot, faults: ImportFaults): ImportFile | undefined {
  const { columns = {}, conditions = {}, tables, ...rest } = written
  const whole = new SharedParts({ columns, conditions }, spot, faults)
  const content = {
    ...rest,
    tables: tables.map(({ columns: own, ...table }, i) =>
      own
        ? { ...table, columns: own.flatMap((one, j) => whole.column(one, spot.at('tables', i, 'columns', j))) }
        : table,
    ),
  }
  return whole.areFound() ? content : undefined
}

class SharedParts {
  readonly #shared: Shared
  readonly #spot: Spot
  readonly #faults: ImportFaults
  readonly #used = { columns: new Set<string>(), conditions: new Set<string>() }
  #isWrong = false

  constructor(shared: Shared, spot: Spot, faults: ImportFaults) {
    this.#shared = shared
    this.#spot = spot
    this.#faults = faults
  }

  column({ as, ...own }: WrittenColumn, at: Spot): ImportColumn[] {
    const like = as === undefined ? undefined : this.#find('columns', as, at.at('as'))
    const { when, headings, ...others } = { ...like, ...own }
    const given = own.when === undefined && as !== undefined ? this.#spot.at('columns', as) : at
    const condition = typeof when === 'string' ? this.#find('conditions', when, given.at('when')) : when
    if (headings) return [{ headings, ...others, ...(condition ? { when: condition } : {}) }]
    if (as === undefined || like)
      this.#wrong(
        at,
        '没有列名：请写 headings，或者用 as 写明是 columns 中的哪一列',
        'the column has no name: write `headings`, or in `as` which of `columns` it is',
      )
    return []
  }

  /** Whether every name leads to something, and something leads to every name. */
  areFound(): boolean {
    for (const kind of ['columns', 'conditions'] as const)
      for (const name of Object.keys(this.#shared[kind]))
        if (!this.#used[kind].has(name))
          this.#wrong(this.#spot.at(kind, name), '没有一张表用到，请删去', 'no table uses this; remove it')
    return !this.#isWrong
  }

  #find<Kind extends keyof Shared>(kind: Kind, name: string, at: Spot): Shared[Kind][string] | undefined {
    const all: Shared[Kind] = this.#shared[kind]
    this.#used[kind].add(name)
    if (Object.hasOwn(all, name)) return all[name] as Shared[Kind][string]
    this.#faults.notListed(at, name, Object.keys(all))
    this.#isWrong = true
    return undefined
  }

  #wrong(spot: Spot, zh: string, en: string): void {
    this.#faults.wrong(spot, zh, en)
    this.#isWrong = true
  }
}

/** Where the parts of a whole mapping are written: those that tables share, where they share them. */
export class PlacesOfShared implements Places {
  readonly pack: string
  readonly path: string
  readonly #written: WrittenImport
  readonly #places: Places

  constructor(written: WrittenImport, places: Places) {
    this.pack = places.pack
    this.path = places.path
    this.#written = written
    this.#places = places
  }

  place(path: Path, onKey?: boolean): ReturnType<Places['place']> {
    return this.#places.place(this.#ofCondition(this.#ofColumn(path)), onKey)
  }

  #ofColumn(path: Path): Path {
    const [, , , , key, ...rest] = path
    const { as, ...own } = this.#columnAt(path) ?? {}
    return as === undefined || key === undefined || Object.hasOwn(own, key) ? path : ['columns', as, key, ...rest]
  }

  #ofCondition(path: Path): Path {
    const at = path.indexOf('when')
    const { when } = (path[0] === 'columns' ? this.#written.columns?.[String(path[1])] : this.#columnAt(path)) ?? {}
    return at > 0 && typeof when === 'string' ? ['conditions', when, ...path.slice(at + 1)] : path
  }

  #columnAt([top, table, list, column]: Path): WrittenColumn | undefined {
    return top === 'tables' && list === 'columns'
      ? this.#written.tables[Number(table)]?.columns?.[Number(column)]
      : undefined
  }
}
