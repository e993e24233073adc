import { signal, type ReadonlySignal } from '@preact/signals'
import type { AsksOf, Questions, Rules, Setting, ShownFinding } from '../engine/calls.ts'
import type { Engine } from '../engine/engine.ts'
import type { Picture, Row } from '../engine/picture.ts'
import { loaded, LOADING, NONE, type Loading } from './loading.ts'

/** How the ledger that is open is judged: on which day, under which profile, and what comes of it. */
export class Evaluation {
  /** The day of the evaluation; empty until somebody has chosen it. */
  readonly asOf = signal('')
  readonly profile = signal<string | undefined>(undefined)
  readonly picture = signal<Loading<Picture>>(NONE)
  /** Findings of the rows that were looked at, by the pointer of the row. */
  readonly findings = signal<ReadonlyMap<string, Loading<readonly ShownFinding[]>>>(new Map())
  /** What is missing of the records that are chosen. */
  readonly questions = signal<Loading<Questions>>(NONE)
  readonly #engine: Engine
  readonly #ledger: ReadonlySignal<{ readonly number: number } | undefined>
  readonly #keep: () => Promise<void>
  /** Counts what is judged: an answer on another ledger, day or reading of the rules is not to be shown. */
  #judgement = 0
  /** What was asked last. */
  #asks: AsksOf<'ask'> | undefined

  constructor(
    engine: Engine,
    ledger: ReadonlySignal<{ readonly number: number } | undefined>,
    keep: () => Promise<void>,
  ) {
    this.#engine = engine
    this.#ledger = ledger
    this.#keep = keep
  }

  setting(): Setting {
    return { ledger: this.#ledger.value?.number, asOf: this.asOf.value, profile: this.profile.value }
  }

  /** Goes by the profile that was chosen, or by that of the rules where they have none such. */
  useProfileOf({ profiles, defaultProfile }: Rules): void {
    if (!profiles.some(({ id }) => id === this.profile.value)) this.profile.value = defaultProfile
  }

  async judgeAsOf(day: string): Promise<void> {
    this.asOf.value = day
    this.showNothing()
    await this.judge()
  }

  async judgeUnder(profile: string): Promise<void> {
    this.profile.value = profile
    this.showNothing()
    await this.judge()
  }

  /** What is shown is of another ledger or day by now. It can be put back where that comes to nothing. */
  showNothing(): () => void {
    const shown = [this.picture.value, this.questions.value] as const
    this.#judgement++
    this.picture.value = NONE
    this.questions.value = NONE
    return () => ([this.picture.value, this.questions.value] = shown)
  }

  async judge(): Promise<void> {
    const judgement = ++this.#judgement
    this.findings.value = new Map()
    const isChosen = this.#ledger.value !== undefined && this.asOf.value !== ''
    if (!isChosen) this.picture.value = NONE
    else if (this.picture.value.state !== 'ready') this.picture.value = LOADING
    // First, so that a reload finds what is seen.
    await this.#keep()
    if (!isChosen || judgement !== this.#judgement) return
    const picture = await loaded(() => this.#engine.call('judge', this.setting()))
    if (judgement === this.#judgement) this.picture.value = picture
  }

  /** Explains the findings of a row, once. */
  async explain(row: Row): Promise<void> {
    const { pointer } = row.unit
    if (this.findings.value.has(pointer)) return
    const judgement = this.#judgement
    this.#setFindings(pointer, LOADING)
    const findings = await loaded(() => this.#engine.call('explain', { ...this.setting(), subjects: row.subjects }))
    if (judgement === this.#judgement) this.#setFindings(pointer, findings)
  }

  /** Asks what is missing of some records, or of all: the first questions, as many as are wanted. */
  async ask(subjects: readonly string[] | undefined, limit: number): Promise<void> {
    const judgement = this.#judgement
    const asks = { ...this.setting(), subjects, limit }
    const isOfOthers = String(this.#asks?.subjects) !== String(subjects)
    this.#asks = asks
    // What was asked of others is no answer here.
    if (isOfOthers || this.questions.value.state !== 'ready') this.questions.value = LOADING
    const questions = await loaded(() => this.#engine.call('ask', asks))
    if (judgement === this.#judgement && asks === this.#asks) this.questions.value = questions
  }

  #setFindings(pointer: string, findings: Loading<readonly ShownFinding[]>): void {
    this.findings.value = new Map(this.findings.value).set(pointer, findings)
  }
}
