import { signal } from '@preact/signals'
import type { PaperKind } from '@tiaoli/office/papers'
import type { WorkbookFile } from '../engine/calls.ts'

/** What somebody looks for on the screens, and how they want to see it. It outlasts a look at another screen. */
export class Searches {
  /** Of records or requirements among the results. */
  readonly results = signal('')
  /** Whether only themes are shown in which something is open. */
  readonly onlyOpen = signal(false)
  /** The groups that are unfolded among many, by their place in the ledger. */
  readonly unfolded = signal<ReadonlySet<string>>(new Set())
  readonly clauses = signal('')
  readonly parameters = signal('')
  readonly requirements = signal('')
  /** The file of the office into which papers of a kind are written. */
  readonly letterheads = signal<ReadonlyMap<PaperKind, WorkbookFile>>(new Map())

  /** Another ledger is looked at as a whole at first. */
  forgetLedger(): void {
    this.results.value = ''
    this.onlyOpen.value = false
    this.unfolded.value = new Set()
  }

  forgetAll(): void {
    this.forgetLedger()
    this.clauses.value = ''
    this.parameters.value = ''
    this.requirements.value = ''
    this.letterheads.value = new Map()
  }
}
