import { signal } from '@preact/signals'
import type { LedgerCells } from '../engine/calls.ts'
import {
  forget,
  keep,
  keepCells,
  putAside,
  readAside,
  readKept,
  readKeptCells,
  savedAt,
  type Kept,
  type PutAside,
} from './browser-store.ts'

/** Goes on with what another page has made of the work. */
interface TakeIn {
  names(names: Kept['names']): void
  ledger(other: Kept): Promise<void>
}

/** The work that this browser keeps, as a reload and other pages of it find it. */
export class KeptWork {
  readonly last = signal<Kept | undefined>(undefined)
  /** Work that was put aside when another ledger was opened. */
  readonly aside = signal<readonly PutAside[]>([])
  readonly #now: () => Kept | undefined
  readonly #cells: () => LedgerCells | undefined
  readonly #takeIn: TakeIn
  /** The cells that this page has kept, unless another may have kept its own in their place. */
  #keptCells: { readonly cells: LedgerCells | undefined } | undefined

  /**
   * `now` gives the work as it is, if there is any, and `cells` those of its ledger; `takeIn` goes on with the work of
   * another page.
   */
  constructor(now: () => Kept | undefined, cells: () => LedgerCells | undefined, takeIn: TakeIn) {
    this.#now = now
    this.#cells = cells
    this.#takeIn = takeIn
  }

  async read(): Promise<void> {
    this.last.value = await readKept()
    this.aside.value = await readAside()
  }

  async keep(): Promise<void> {
    const own = this.#now()
    if (!own) return
    // What this page has not changed since it was kept is not put over what another page has.
    if (own.ledger === this.last.value?.ledger && (await this.takeInOther())) return
    await this.#putOthersAside()
    const work = this.#now()
    if (!work) return
    const saved = { ...work, saved: `${Date.now()} ${Math.random()}` }
    this.last.value = saved
    await this.#keepCells(saved.origin)
    await keep(saved)
  }

  /** Keeps the work on the ledger before another, so that it can be gone on with. */
  async putAsideFor(ledger: string): Promise<void> {
    const work = this.last.value
    if (!work || work.ledger === ledger) return
    const isOpen = this.#now()?.origin === work.origin
    this.aside.value = await putAside({ work, cells: isOpen ? this.#cells() : await readKeptCells(work.origin) })
  }

  /**
   * Takes in what another page of this browser has made of the work since this one kept it; whether the ledger is another
   * by that. Names that were given here stand beside those given there.
   */
  async takeInOther(): Promise<boolean> {
    const own = this.#now()
    if (!own) return false
    const there = [await readKept(), ...(await readAside()).map(({ work }) => work)]
    const { last } = this
    const isLater = (work: Kept | undefined) => work?.origin === own.origin && savedAt(work) > savedAt(last.value)
    const other = there.filter(isLater).sort((a, b) => savedAt(b) - savedAt(a))[0]
    if (!other) return false
    this.#takeIn.names(withChanges(other.names, last.value?.names ?? {}, own.names))
    last.value = other
    if (other.ledger === own.ledger) return false
    await this.#takeIn.ledger(other)
    return true
  }

  async forget(): Promise<void> {
    await forget()
    this.last.value = undefined
    this.aside.value = []
    this.#keptCells = undefined
  }

  async #keepCells(origin: string | undefined): Promise<void> {
    const cells = this.#cells()
    if (this.#keptCells && this.#keptCells.cells === cells) return
    this.#keptCells = { cells }
    await keepCells(origin, cells)
  }

  /** Another page of this browser may have kept its work since this one did. */
  async #putOthersAside(): Promise<void> {
    const there = await readKept()
    if (!there || there.saved === this.last.value?.saved || there.ledger === this.#now()?.ledger) return
    this.aside.value = await putAside({ work: there, cells: await readKeptCells(there.origin) })
    this.#keptCells = undefined
  }
}

type Names = Kept['names']

function isNamed(entry: readonly [id: string, name: string | undefined]): entry is [string, string] {
  return entry[1] !== undefined
}

/** Names with what another window did to them since: with those that it gave, without those that it took away. */
function withChanges(names: Names, before: Names, after: Names): Names {
  const ids = Object.keys({ ...names, ...after })
  const nameOf = (id: string) => (after[id] === before[id] ? names[id] : after[id])
  return Object.fromEntries(ids.flatMap((id) => [[id, nameOf(id)] as const].filter(isNamed)))
}
