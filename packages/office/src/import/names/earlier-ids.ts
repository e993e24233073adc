import { isObject, type Plan } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { isSamePlace } from './place-name.ts'

/** A record of an earlier ledger that has a name. */
export interface EarlierRecord {
  readonly scope: string
  readonly id: string
  readonly name: string
}

interface Entry extends EarlierRecord {
  /** The id of the record around it, if that has one. */
  readonly around: string | undefined
}

/** The ids that records have in an earlier ledger, by their names. Each is given once. */
export class EarlierIds {
  /** Of all records with ids, whatever their names: a new record gets none of them. */
  readonly all = new Set<string>()
  /** That of the ledger itself. */
  readonly root: string | undefined
  readonly #entries: Entry[] = []
  readonly #kept = new Set<Entry>()
  readonly #unnamed: Omit<Entry, 'name'>[] = []

  /** `ledger` is one that the pack takes. */
  constructor({ root }: Plan, ledger: unknown) {
    this.#collect(root, ledger, undefined)
    this.root = idOf(root, ledger)
  }

  /** How many records have kept their ids. */
  get kept(): number {
    return this.#kept.size
  }

  /** The records to which no new one is equal. */
  get gone(): EarlierRecord[] {
    return this.#entries.filter((entry) => !this.#kept.has(entry)).map(({ scope, id, name }) => ({ scope, id, name }))
  }

  /** Whether there is a record of that name. */
  has(scope: Scope, isCalled: (name: string) => boolean): boolean {
    return this.#entries.some((entry) => entry.scope === scope.name && isCalled(entry.name))
  }

  /** The id of the only record of that name, around whose the one with the id `around` is, if several are called so. */
  claim(scope: Scope, isCalled: (name: string) => boolean, name: string, around: unknown): string | undefined {
    const open = this.#entries.filter((entry) => entry.scope === scope.name && !this.#kept.has(entry))
    const called = open.filter((entry) => isCalled(entry.name))
    const found = called.length > 0 ? called : open.filter((entry) => isSamePlace(entry.name, name))
    const own = found.filter((entry) => entry.around === around)
    const [entry, ...others] = own.length > 0 ? own : found
    if (!entry || others.length > 0) return undefined
    this.#kept.add(entry)
    return entry.id
  }

  /** The id of the only record without a name, of those that are in the same. */
  claimUnnamed(scope: Scope, around: unknown): string | undefined {
    const [entry, ...others] = this.#unnamed.filter((one) => one.scope === scope.name && one.around === around)
    return others.length === 0 ? entry?.id : undefined
  }

  #collect(scope: Scope, json: unknown, around: string | undefined): void {
    if (!isObject(json)) return
    const id = idOf(scope, json)
    const name = json['name']
    if (id !== undefined) this.all.add(id)
    if (id !== undefined && typeof name === 'string' && scope.parent)
      this.#entries.push({ scope: scope.name, id, name, around })
    else if (id !== undefined && name === undefined && scope.parent)
      this.#unnamed.push({ scope: scope.name, id, around })
    for (const child of scope.children) {
      const list = json[child.list]
      const records = Array.isArray(list) ? list : isObject(list) ? Object.values(list) : []
      for (const record of records) this.#collect(child, record, id ?? around)
    }
  }
}

function idOf({ id }: Scope, json: unknown): string | undefined {
  const value = id && isObject(json) ? json[id.path[0]!] : undefined
  return typeof value === 'string' ? value : undefined
}
