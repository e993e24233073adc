import { signal } from '@preact/signals'
import type { Language } from '@tiaoli/engine/names'
import { readAddress, type Address } from '../address.ts'
import type { LedgerCells } from '../engine/calls.ts'
import type { Engine } from '../engine/engine.ts'
import { Evaluation } from './evaluation.ts'
import { readKeptCells, type Kept } from './browser-store.ts'
import { KeptWork } from './kept-work.ts'
import { Ledgers, type OpenLedger } from './ledgers.ts'
import { forgetSession, keepLanguage, keepToken, readPreferences } from './preferences.ts'
import { RulesInForce } from './rules-in-force.ts'
import { Searches } from './searches.ts'
import { askWithToken } from './server.ts'
import { WorkbookImport } from './workbook-import.ts'
import { loadWords } from '../words/words.ts'

/** What the page knows of the rules, the ledger and its evaluation. Screens read it and call it. */
export class Work {
  readonly language = signal<Language>('zh')
  /** Who asks the service; empty for nobody in particular. */
  readonly token = signal('')
  readonly address = signal<Address>(readAddress(''))
  readonly searches = new Searches()
  /** Whether the work of last time is still on its way. */
  readonly isStarting = signal(false)
  readonly engine: Engine
  readonly inForce: RulesInForce
  readonly kept: KeptWork
  readonly evaluation: Evaluation
  readonly ledgers: Ledgers
  readonly imports: WorkbookImport

  constructor(engine: Engine) {
    const ledger = signal<OpenLedger | undefined>(undefined)
    this.engine = engine
    this.inForce = new RulesInForce(engine)
    this.kept = new KeptWork(
      () => this.#now(),
      () => this.ledgers.cells.value,
      {
        names: (names) => (this.ledgers.names.value = names),
        ledger: (other) => this.ledgers.takeIn(other),
      },
    )
    this.evaluation = new Evaluation(engine, ledger, () => this.kept.keep())
    this.ledgers = new Ledgers(ledger, this)
    this.imports = new WorkbookImport(this)
  }

  /** Shows what an address names. */
  follow(address: Address): void {
    this.searches.follow(this.address.value, address)
    this.address.value = address
  }

  /** Asks the service for the rules, and the browser for the work of last time. */
  async start(): Promise<void> {
    this.isStarting.value = true
    const { language, token } = readPreferences()
    await loadWords(language)
    this.language.value = language
    this.token.value = token
    askWithToken(token)
    await this.kept.read()
    await this.#loadRules()
    await this.#resumeAfterReload()
    this.isStarting.value = false
  }

  async speak(language: Language): Promise<void> {
    keepLanguage(language)
    await loadWords(language)
    this.language.value = language
  }

  /** Asks the service again for the rules, as whoever the token is of. It is kept until the browser is closed. */
  async useToken(token: string): Promise<void> {
    this.token.value = token
    keepToken(token)
    askWithToken(token)
    await this.renewRules()
  }

  /** Takes the rules that are in force by now, and judges the ledger by them. */
  async renewRules(): Promise<void> {
    await this.#loadRules()
    await this.evaluation.judge()
  }

  /** Goes on where the work of last time was left. */
  async resume(
    { ledgerName, ledger, asOf, profile, names, origin, answers, answered }: Kept,
    cells?: LedgerCells,
  ): Promise<boolean> {
    const isLast = ledger === this.kept.last.value?.ledger
    return this.ledgers.openLedger(ledgerName, ledger, {
      cells: isLast ? await readKeptCells(origin) : cells,
      asOf,
      names,
      origin,
      answers,
      answered,
      profile: this.inForce.hasProfile(profile) ? profile : undefined,
    })
  }

  /** Removes all that this browser has kept, and closes the ledger. */
  async clear(): Promise<void> {
    this.ledgers.expectNone()
    await this.kept.forget()
    forgetSession()
    this.searches.forgetAll()
    this.ledgers.close()
    this.imports.forget()
    await this.useToken('')
  }

  #loadRules(): Promise<void> {
    return this.inForce.load((rules) => this.evaluation.useProfileOf(rules))
  }

  /** Whoever is on another screen than the first has been at work: a reload is no reason to begin again. */
  async #resumeAfterReload(): Promise<void> {
    const kept = this.kept.last.value
    if (!kept || kept.pack !== this.inForce.pack) return
    if (this.address.value.screen !== 'start') await this.resume(kept)
  }

  /** The work as it is kept; none without rules and a ledger. */
  #now(): Kept | undefined {
    const { pack } = this.inForce
    const ledger = this.ledgers.open.value
    if (pack === undefined || !ledger) return undefined
    return {
      pack,
      ledgerName: ledger.name,
      ledger: ledger.text,
      asOf: this.evaluation.asOf.value,
      profile: this.evaluation.profile.value,
      names: this.ledgers.names.value,
      origin: ledger.origin,
      answers: ledger.answers,
      answered: this.ledgers.lastAnswered(),
    }
  }
}
