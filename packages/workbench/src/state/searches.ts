import { signal } from '@preact/signals'
import type { PaperKind } from '@tiaoli/office/papers'
import type { Address } from '../address.ts'
import type { WorkbookFile } from '../engine/calls.ts'

/** What an address narrows records to. */
const NARROWING = ['requirement', 'mark', 'group'] as const

/** What somebody looks for on the screens, and how they want to see it. It outlasts a look at another screen. */
export class Searches {
  /** Of records among the results. */
  readonly ofRows = signal('')
  /** Of requirements among the results. */
  readonly ofRequirements = signal('')
  /** Whether only themes are shown in which something is open. */
  readonly onlyOpen = signal(false)
  /** The groups that are unfolded among many, by their place in the ledger. */
  readonly unfolded = signal<ReadonlySet<string>>(new Set())
  /** The records that are picked for papers, by the keys that addresses call them. */
  readonly picked = signal<ReadonlySet<string>>(new Set())
  readonly clauses = signal('')
  readonly parameters = signal('')
  readonly requirements = signal('')
  /** The file of the office into which papers of a kind are written. */
  readonly letterheads = signal<ReadonlyMap<PaperKind, WorkbookFile>>(new Map())

  /** A number that leads here from elsewhere shows all records behind it. */
  follow(before: Address, { screen, seen }: Address): void {
    if (screen !== 'results' || (seen['view'] ?? 'rows') !== 'rows') return
    const isNarrowed = NARROWING.some((name) => seen[name] !== undefined)
    const isAsBefore = before.screen === 'results' && NARROWING.every((name) => seen[name] === before.seen[name])
    const isFromRows = before.screen === 'results' && (before.seen['view'] ?? 'rows') === 'rows'
    if (isNarrowed && !isAsBefore && !isFromRows) this.ofRows.value = ''
  }

  /** Another ledger is looked at as a whole at first. */
  forgetLedger(): void {
    this.ofRows.value = ''
    this.ofRequirements.value = ''
    this.onlyOpen.value = false
    this.unfolded.value = new Set()
    this.picked.value = new Set()
  }

  forgetAll(): void {
    this.forgetLedger()
    this.clauses.value = ''
    this.parameters.value = ''
    this.requirements.value = ''
    this.letterheads.value = new Map()
  }
}
