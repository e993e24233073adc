import { signal, type Signal } from '@preact/signals'
import type { LedgerCells, LedgerHead } from '../engine/calls.ts'
import type { Engine } from '../engine/engine.ts'
import type { Evaluation } from './evaluation.ts'
import { savedAt, type Answered, type Kept } from './browser-store.ts'
import type { KeptWork } from './kept-work.ts'
import { originOf } from './ledger-origin.ts'
import { loaded, LOADING, NONE, type Loading } from './loading.ts'
import type { Searches } from './searches.ts'

/** So many answers can be taken back. */
const MOST_ANSWERED = 20
/** Of these, as many are kept as have so many characters in the ledgers before them. */
const MOST_KEPT = 4_000_000

/** A ledger that was opened. */
export interface OpenLedger {
  readonly name: string
  readonly text: string
  /** Under which the engine holds it. */
  readonly number: number
  readonly head: LedgerHead
  /** What it was opened as, however it has been changed since. */
  readonly origin: string
  /** How many answers were put into it. */
  readonly answers: number
}

/** What another page has made of the ledger, and this one goes on with. */
interface TakenIn {
  /** When, in milliseconds. */
  readonly at: number
  readonly answers: number
}

/** How a ledger is opened, besides its text. */
interface Opening {
  /** From which cells of workbooks it is. */
  readonly cells?: LedgerCells | undefined
  /** The day on which it is judged, where it is known. */
  readonly asOf?: string
  /** What its organizations are called, where that is another than before. */
  readonly names?: Readonly<Record<string, string>>
  readonly profile?: string | undefined
  /** What it was opened as at first, and how many answers were put into it since. */
  readonly origin?: string | undefined
  readonly answers?: number | undefined
  /** Those of them that can be taken back. */
  readonly answered?: readonly Answered[] | undefined
  /** Whether it is the ledger that is open, with changes. */
  readonly isSame?: boolean
}

interface Around {
  readonly engine: Engine
  readonly evaluation: Evaluation
  readonly kept: KeptWork
  readonly searches: Searches
}

/** The ledger that is open, and the answers that are put into it. */
export class Ledgers {
  readonly open: Signal<OpenLedger | undefined>
  /** Why the ledger that was chosen last could not be opened. */
  readonly refusal = signal<Loading<never>>(NONE)
  /** The ledger that is being opened in place of that. */
  readonly opening = signal<string | undefined>(undefined)
  /** From which cells of workbooks it is; none where it is of no workbook. */
  readonly cells = signal<LedgerCells | undefined>(undefined)
  /** What organizations are called that the ledger knows by their ids alone. */
  readonly names = signal<Readonly<Record<string, string>>>({})
  /** The ledger before each answer that was given since it was opened, with what was asked. */
  readonly answered = signal<readonly Answered[]>([])
  /** What was taken in of another page last, until somebody goes on here. */
  readonly takenIn = signal<TakenIn | undefined>(undefined)
  /** The question of which the last answer was put into no ledger, until somebody goes on here. */
  readonly dropped = signal<string | undefined>(undefined)
  readonly #around: Around
  /** Counts ledgers as they are opened and closed. */
  #turn = 0
  #lastFill: Promise<void> = Promise.resolve()

  constructor(open: Signal<OpenLedger | undefined>, around: Around) {
    this.open = open
    this.#around = around
  }

  /**
   * Opens a ledger, and judges it if it is known as of which day. The day that was chosen for another ledger is none for
   * it. One that does not fit leaves the one before it open.
   */
  async openLedger(
    name: string,
    text: string,
    { cells, asOf, names, profile, origin, answers, answered = [], isSame = false }: Opening = {},
  ): Promise<boolean> {
    const { engine, evaluation, kept, searches } = this.#around
    this.refusal.value = LOADING
    // Whoever answers a question of one ledger is not to change another.
    const putBack = evaluation.showNothing()
    const turn = ++this.#turn
    this.opening.value = isSame ? undefined : name
    const opened = await loaded(() => engine.call('openLedger', { text }))
    // Another was opened meanwhile, or all was removed.
    if (turn !== this.#turn) return false
    this.opening.value = undefined
    if (opened.state !== 'ready') {
      this.refusal.value = opened
      putBack()
      // What was on its way for the ledger that stays was dropped.
      await evaluation.judge()
      return false
    }
    this.refusal.value = NONE
    this.takenIn.value = undefined
    const before = isSame ? this.open.value : undefined
    if (!isSame) {
      await kept.putAsideFor(text)
      if (turn !== this.#turn) return false
      this.answered.value = answered
      searches.forgetLedger()
      evaluation.asOf.value = asOf ?? (this.open.value ? '' : evaluation.asOf.value)
    }
    if (names) this.names.value = names
    if (profile !== undefined) evaluation.profile.value = profile
    this.open.value = {
      name,
      text,
      ...opened.value,
      origin: before?.origin ?? origin ?? originOf(text),
      answers: answers ?? before?.answers ?? 0,
    }
    this.cells.value = cells
    await evaluation.judge()
    return true
  }

  /**
   * Puts an answer into the places of the ledger that it is for, after those given before, and judges it again. An answer that does not fit changes
   * nothing, and neither does one to a question of a ledger in whose place another is opened; that is told.
   */
  fillIn(pointers: readonly string[], value: unknown, question: string): Promise<void> {
    const turn = this.#turn
    if (this.refusal.value.state === 'loading') return Promise.resolve(this.#drop(question))
    return (this.#lastFill = this.#lastFill.then(() => this.#fillNow(turn, pointers, value, question)))
  }

  /** The last answers, as far as there is room to keep the ledger before each; that before the last one always. */
  lastAnswered(): readonly Answered[] {
    const all = this.answered.value
    const first = all.findIndex((_, i) => all.slice(i).reduce((sum, { before }) => sum + before.length, 0) <= MOST_KEPT)
    return all.slice(first < 0 ? -1 : first)
  }

  async #fillNow(turn: number, pointers: readonly string[], value: unknown, question: string): Promise<void> {
    const { engine, evaluation } = this.#around
    if (turn !== this.#turn || (await this.#around.kept.takeInOther())) return this.#drop(question)
    const open = this.open.value
    if (turn !== this.#turn || !open) return this.#drop(question)
    const filled = await loaded(() => engine.call('fill', { ledger: open.number, pointers, value }))
    if (turn !== this.#turn) return this.#drop(question)
    if (filled.state !== 'ready') {
      this.refusal.value = filled
      return
    }
    this.refusal.value = NONE
    this.takenIn.value = undefined
    this.dropped.value = undefined
    this.open.value = { ...open, ...filled.value, answers: open.answers + pointers.length }
    this.answered.value = [...this.answered.value, { question, before: open.text, places: pointers.length }].slice(
      -MOST_ANSWERED,
    )
    await evaluation.judge()
  }

  #drop(question: string): void {
    if (this.open.value) this.dropped.value = question
  }

  /** Takes the last answer back. */
  async takeBack(): Promise<void> {
    await this.#lastFill
    if (await this.#around.kept.takeInOther()) return
    const last = this.answered.value.at(-1)
    const ledger = this.open.value
    if (!last || !ledger) return
    this.answered.value = this.answered.value.slice(0, -1)
    await this.openLedger(ledger.name, last.before, {
      cells: this.cells.value,
      isSame: true,
      answers: Math.max(ledger.answers - (last.places ?? 1), 0),
    })
  }

  /** Goes on with what another page has made of the ledger that is open here, and tells so. */
  async takeIn(other: Kept): Promise<void> {
    const { ledger, answers = 0 } = other
    this.answered.value = []
    const isOpen = await this.openLedger(other.ledgerName, ledger, { cells: this.cells.value, isSame: true, answers })
    if (isOpen) this.takenIn.value = { at: savedAt(other), answers }
  }

  /** Gives an organization a name, or none again where the name is empty. */
  async nameOrganization(id: string, name: string): Promise<void> {
    const { [id]: _, ...others } = this.names.value
    this.names.value = name.trim() === '' ? others : { ...others, [id]: name.trim() }
    await this.#around.kept.keep()
  }

  /** What is on its way to be opened is not opened any more. */
  expectNone(): void {
    this.opening.value = undefined
    this.#turn++
  }

  close(): void {
    this.answered.value = []
    this.takenIn.value = undefined
    this.dropped.value = undefined
    this.open.value = undefined
    this.refusal.value = NONE
    this.cells.value = undefined
    this.names.value = {}
  }
}
