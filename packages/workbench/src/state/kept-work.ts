import { signal } from '@preact/signals'
import {
  forget,
  keep,
  putAside,
  readAside,
  readKept,
  readKeptCells,
  type Kept,
  type PutAside,
} from './browser-store.ts'

/** The work that this browser keeps, as a reload and other pages of it find it. */
export class KeptWork {
  readonly last = signal<Kept | undefined>(undefined)
  /** Work that was put aside when another ledger was opened. */
  readonly aside = signal<readonly PutAside[]>([])
  readonly #now: () => Kept | undefined

  /** It is told the work as it is; none where there is none. */
  constructor(now: () => Kept | undefined) {
    this.#now = now
  }

  async read(): Promise<void> {
    this.last.value = await readKept()
    this.aside.value = await readAside()
  }

  async keep(): Promise<void> {
    if (!this.#now()) return
    await this.#putOthersAside()
    const work = this.#now()
    if (!work) return
    const saved = { ...work, saved: `${Date.now()} ${Math.random()}` }
    this.last.value = saved
    await keep(saved)
  }

  /** Keeps the work on the ledger before another, so that it can be gone on with. */
  async putAsideFor(ledger: string): Promise<void> {
    const work = this.last.value
    if (!work || work.ledger === ledger) return
    this.aside.value = await putAside({ work, cells: await readKeptCells() })
  }

  async forget(): Promise<void> {
    await forget()
    this.last.value = undefined
    this.aside.value = []
  }

  /** Another page of this browser may have kept its work since this one did. */
  async #putOthersAside(): Promise<void> {
    const there = await readKept()
    if (!there || there.saved === this.last.value?.saved) return
    this.aside.value = await putAside({ work: there, cells: undefined })
  }
}
