import { signal } from '@preact/signals'
import type { Finding, NextQuestions, PackSource } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import type { ImportFile } from '@tiaoli/engine/plan'
import { readAddress, type Address } from '../address.ts'
import type {
  LedgerCells,
  LedgerHead,
  Refusal,
  Rules,
  Setting,
  WorkbookFile,
  WorkbookReading,
} from '../engine/calls.ts'
import { RefusedError, type Engine } from '../engine/engine.ts'
import type { Picture, Row } from '../engine/picture.ts'
import type { ColumnCorrection, TableTelling } from '@tiaoli/office/import'
import {
  forget,
  keep,
  keepCells,
  keepMapping,
  putAside,
  readAside,
  readKept,
  readKeptCells,
  readKeptMapping,
  type Kept,
  type PutAside,
} from './kept.ts'
import { forgetSession, keepLanguage, keepToken, readPreferences } from './preferences.ts'
import { Searches } from './searches.ts'
import { askWithToken, listPacks, readSource, ServerError, type Samples } from './server.ts'

/** Something that takes time: asked for, there, refused with sentences, or not to be had. */
export type Loading<T> =
  | { readonly state: 'none' | 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** The service gave no answer, or another than was needed: its status, 0 where there was none. */
  | { readonly state: 'unavailable'; readonly status: number }
  | { readonly state: 'failed'; readonly message: string }

export const NONE = { state: 'none' } as const
const LOADING = { state: 'loading' } as const

/** So many answers can be taken back. */
const MOST_ANSWERED = 20

/** An answer that was given, and the ledger as it was before. */
export interface Answered {
  readonly question: string
  readonly before: string
}

/** How a ledger is opened, besides its text. */
interface Opening {
  /** From which cells of workbooks it is. */
  readonly cells?: LedgerCells | undefined
  /** The day on which it is judged, where it is known. */
  readonly asOf?: string
  /** Whether it is the ledger that is open, with changes. */
  readonly isSame?: boolean
}

/** The rules that are in force, with their version. */
export type PublishedRules = Rules & { readonly version: number }

/** A ledger that was opened. */
export interface OpenLedger {
  readonly name: string
  readonly text: string
  readonly head: LedgerHead
}

/** All that the page knows. Screens read it and call it; nothing else is kept anywhere. */
export class Work {
  readonly language = signal<Language>('zh')
  /** Who asks the service; empty for nobody in particular. */
  readonly token = signal('')
  readonly address = signal<Address>(readAddress(''))
  readonly rules = signal<Loading<PublishedRules>>(NONE)
  /** The version that is in force, as the service said last. */
  readonly versionInForce = signal<number | undefined>(undefined)
  /** The same as they are published. */
  source: PackSource | undefined
  readonly samples = signal<Samples>({})
  readonly ledger = signal<OpenLedger | undefined>(undefined)
  /** Why the ledger that was chosen last could not be opened. */
  readonly ledgerRefusal = signal<Loading<never>>(NONE)
  /** The day of the evaluation; empty until somebody has chosen it. */
  readonly asOf = signal('')
  readonly profile = signal<string | undefined>(undefined)
  readonly names = signal<Readonly<Record<string, string>>>({})
  /** What became of the workbooks that were chosen last. */
  readonly reading = signal<Loading<WorkbookReading>>(NONE)
  /** From which cells of workbooks the ledger is; none where it is of no workbook. */
  readonly cells = signal<LedgerCells | undefined>(undefined)
  /** What is missing of the records that are chosen. */
  readonly questions = signal<Loading<NextQuestions>>(NONE)
  readonly picture = signal<Loading<Picture>>(NONE)
  /** Findings of the rows that were looked at, by the pointer of the row. */
  readonly findings = signal<ReadonlyMap<string, Loading<readonly Finding[]>>>(new Map())
  /** The work that this browser has kept. */
  readonly kept = signal<Kept | undefined>(undefined)
  /** Work that was put aside when another ledger was opened. */
  readonly aside = signal<readonly PutAside[]>([])
  /** The ledger before each answer that was given since it was opened, with what was asked. */
  readonly answered = signal<readonly Answered[]>([])
  readonly searches = new Searches()
  readonly engine: Engine

  constructor(engine: Engine) {
    this.engine = engine
  }

  /** Asks the service for the rules, and the browser for the work of last time. */
  async start(): Promise<void> {
    const { language, token } = readPreferences()
    this.language.value = language
    this.token.value = token
    askWithToken(token)
    this.kept.value = await readKept()
    this.aside.value = await readAside()
    await this.#loadRules()
    await this.#resumeAfterReload()
  }

  speak(language: Language): void {
    this.language.value = language
    keepLanguage(language)
  }

  /** Asks the service again, as whoever the token is of. It is kept until the browser is closed. */
  async useToken(token: string): Promise<void> {
    this.token.value = token
    keepToken(token)
    askWithToken(token)
    await this.#loadRules()
  }

  /** Takes the rules that are in force by now, and judges the ledger by them. */
  async renewRules(): Promise<void> {
    await this.#loadRules()
    await this.judge()
  }

  /** Asks which version is in force by now. The page goes on with its own until somebody takes that one. */
  async lookForVersion(): Promise<void> {
    const rules = this.rules.value
    if (rules.state !== 'ready') return
    const packs = await listPacks().catch(() => [])
    this.versionInForce.value = packs.find(({ id }) => id === rules.value.id)?.version
  }

  /** Calls an organization by a name, or by its id again where the name is empty. */
  async call(id: string, name: string): Promise<void> {
    const { [id]: _, ...others } = this.names.value
    this.names.value = name.trim() === '' ? others : { ...others, [id]: name.trim() }
    await this.#keep()
  }

  async #loadRules(): Promise<void> {
    this.rules.value = LOADING
    this.rules.value = await loaded(async () => {
      const [first] = await listPacks()
      if (!first) throw new ServerError(404)
      const { source, samples } = await readSource(first.id, first.version)
      this.samples.value = samples
      this.source = source
      const rules = await this.engine.call('openRules', { source })
      if (!rules.profiles.some(({ id }) => id === this.profile.value)) this.profile.value = rules.defaultProfile
      this.versionInForce.value = first.version
      return { ...rules, version: first.version }
    })
  }

  /** Whoever is on another screen than the first has been at work: a reload is no reason to begin again. */
  async #resumeAfterReload(): Promise<void> {
    const kept = this.kept.value
    const rules = this.rules.value
    if (!kept || rules.state !== 'ready' || kept.pack !== rules.value.id) return
    if (this.address.value.screen !== 'start') await this.resume(kept)
  }

  /**
   * Opens a ledger, and judges it if it is known as of which day. The day that was chosen for another ledger is none for
   * it. One that does not fit leaves the one before it open.
   */
  async openLedger(name: string, text: string, { cells, asOf, isSame = false }: Opening = {}): Promise<boolean> {
    this.ledgerRefusal.value = LOADING
    // Whoever answers a question of one ledger is not to change another.
    const shown = [this.picture.value, this.questions.value] as const
    this.#showNothing()
    const turn = ++this.#turn
    const opened = await loaded(() => this.engine.call('openLedger', { text }))
    // Another was opened meanwhile, or all was removed.
    if (turn !== this.#turn) return false
    if (opened.state !== 'ready') {
      this.ledgerRefusal.value = opened
      ;[this.picture.value, this.questions.value] = shown
      // What was on its way for the ledger that stays was dropped.
      await this.judge()
      return false
    }
    this.ledgerRefusal.value = NONE
    if (!isSame) {
      await this.#putAside(text)
      this.answered.value = []
      this.searches.forgetLedger()
      this.asOf.value = asOf ?? (this.ledger.value ? '' : this.asOf.value)
    }
    this.ledger.value = { name, text, head: opened.value }
    this.cells.value = cells
    await keepCells(cells)
    await this.judge()
    return true
  }

  /** Counts ledgers as they are opened and closed. */
  #turn = 0

  /** Counts what is judged: an answer on another ledger, day or reading of the rules is not to be shown. */
  #judgement = 0

  /** What is shown is of another ledger or day by now. */
  #showNothing(): void {
    this.#judgement++
    this.picture.value = NONE
    this.questions.value = NONE
  }

  /** Keeps the work on the ledger before this one, so that it can be gone on with. */
  async #putAside(text: string): Promise<void> {
    const work = this.kept.value
    if (!work || work.ledger === text) return
    this.aside.value = await putAside({ work, cells: await readKeptCells() })
  }

  /** Reads files; one that is a ledger already is opened, and it says so. */
  async readFiles(files: readonly File[], on?: string): Promise<'opened' | 'read'> {
    const [first] = files
    if (files.length === 1 && first && /\.json$/i.test(first.name)) {
      this.reading.value = NONE
      this.names.value = {}
      return (await this.openLedger(first.name, await first.text())) ? 'opened' : 'read'
    }
    this.#files = await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    )
    this.#on = on
    this.#corrections = []
    this.#tellings = []
    this.#own = await this.#keptMapping()
    this.reading.value = LOADING
    await this.#readNow(on)
    return 'read'
  }

  /** Reads the same files as of another day. */
  async readAgain(on: string): Promise<void> {
    this.#on = on === '' ? undefined : on
    await this.#readNow(this.#on)
  }

  /** Reads the same files with a column as somebody says. */
  async correctColumn(correction: ColumnCorrection): Promise<void> {
    const key = ({ table, headings }: ColumnCorrection) => JSON.stringify([table, headings])
    const others = this.#corrections.filter((other) => key(other) !== key(correction))
    this.#corrections = [...others, correction]
    await this.#readNow(this.#on)
  }

  /** Reads the same files with the rows of a sheet as somebody says; what was said of its columns before may be of other rows. */
  async tellTable(telling: TableTelling): Promise<void> {
    const { value } = this.reading
    const tables = value.state === 'ready' ? (value.value.mapping?.file.tables.length ?? 0) : 0
    const isOfSame = ({ file, sheet }: TableTelling) => file === telling.file && sheet === telling.sheet
    const place = this.#tellings.findIndex(isOfSame)
    if (place < 0) this.#tellings = [...this.#tellings, telling]
    else {
      const table = tables - this.#tellings.length + place
      this.#corrections = this.#corrections.filter((correction) => correction.table !== table)
      this.#tellings = this.#tellings.map((one, i) => (i === place ? telling : one))
    }
    await this.#readNow(this.#on)
  }

  /** Reads the same files by what the rules say alone, and forgets what was said of their columns. */
  async correctNothing(): Promise<void> {
    this.#corrections = []
    this.#tellings = []
    this.#own = undefined
    const rules = this.rules.value
    if (rules.state === 'ready') await keepMapping(rules.value.id, undefined)
    await this.#readNow(this.#on)
  }

  /** Opens the ledger that was made of workbooks, once what was said last of them is read. */
  async useReading(): Promise<boolean> {
    await this.#lastRead
    if (this.reading.value.state !== 'ready') return false
    const { text, names, mapping, cells } = this.reading.value.value
    const rules = this.rules.value
    if (rules.state === 'ready' && mapping && this.#corrections.length + this.#tellings.length > 0)
      await keepMapping(rules.value.id, mapping.file)
    const name = this.#files.map((file) => file.name).join('、')
    this.names.value = names
    // What was filled into a template goes into the ledger that is open, whose cells stay what they were.
    const open = mapping ? undefined : this.ledger.value
    return this.openLedger(open?.name ?? name, text, {
      cells: mapping ? cells : this.cells.value,
      isSame: open !== undefined,
    })
  }

  #files: readonly WorkbookFile[] = []
  #on: string | undefined
  #corrections: readonly ColumnCorrection[] = []
  #tellings: readonly TableTelling[] = []
  #own: ImportFile | undefined
  #lastRead: Promise<void> = Promise.resolve()

  async #keptMapping(): Promise<ImportFile | undefined> {
    const rules = this.rules.value
    return rules.state === 'ready' ? readKeptMapping(rules.value.id) : undefined
  }

  #readNow(on: string | undefined): Promise<void> {
    return (this.#lastRead = this.#read(on))
  }

  async #read(on: string | undefined): Promise<void> {
    this.ledgerRefusal.value = NONE
    // What was read before stays to be seen while the same files are read anew.
    if (this.reading.value.state !== 'ready') this.reading.value = LOADING
    const asks = {
      files: this.#files,
      on,
      names: this.names.value,
      corrections: this.#corrections,
      tellings: this.#tellings,
      own: this.#own,
    }
    this.reading.value = await loaded(() => this.engine.call('readWorkbooks', asks))
  }

  async judgeAsOf(day: string): Promise<void> {
    this.asOf.value = day
    this.#showNothing()
    await this.judge()
  }

  async judgeUnder(profile: string): Promise<void> {
    this.profile.value = profile
    this.#showNothing()
    await this.judge()
  }

  /** Goes on where the work of last time was left. */
  async resume({ ledgerName, ledger, asOf, profile, names }: Kept, cells?: LedgerCells): Promise<boolean> {
    this.names.value = names
    this.profile.value = profile
    const isLast = ledger === this.kept.value?.ledger
    return this.openLedger(ledgerName, ledger, { cells: isLast ? await readKeptCells() : cells, asOf })
  }

  /** Removes all that this browser has kept, and closes the ledger. */
  async clear(): Promise<void> {
    this.#turn++
    await forget()
    forgetSession()
    this.kept.value = undefined
    this.aside.value = []
    this.answered.value = []
    this.searches.forgetAll()
    this.ledger.value = undefined
    this.ledgerRefusal.value = NONE
    this.cells.value = undefined
    this.names.value = {}
    this.reading.value = NONE
    this.#files = []
    await this.useToken('')
    await this.judge()
  }

  async judge(): Promise<void> {
    const judgement = ++this.#judgement
    this.findings.value = new Map()
    if (!this.ledger.value || this.asOf.value === '') {
      this.picture.value = NONE
      await this.#keep()
      return
    }
    if (this.picture.value.state !== 'ready') this.picture.value = LOADING
    const picture = await loaded(() => this.engine.call('judge', this.setting()))
    if (judgement !== this.#judgement) return
    this.picture.value = picture
    await this.#keep()
  }

  /** Explains the findings of a row, once. */
  async explain(row: Row): Promise<void> {
    const { pointer } = row.unit
    if (this.findings.value.has(pointer)) return
    const judgement = this.#judgement
    this.#setFindings(pointer, LOADING)
    const findings = await loaded(() => this.engine.call('explain', { ...this.setting(), subjects: row.subjects }))
    if (judgement === this.#judgement) this.#setFindings(pointer, findings)
  }

  /** Asks what is missing of some records, or of all. */
  async ask(subjects: readonly string[] | undefined): Promise<void> {
    const judgement = this.#judgement
    const asks = { ...this.setting(), subjects }
    if (this.questions.value.state !== 'ready') this.questions.value = LOADING
    const questions = await loaded(() => this.engine.call('ask', asks))
    if (judgement === this.#judgement) this.questions.value = questions
  }

  /** Puts an answer into the ledger, and judges it again. An answer that does not fit changes nothing. */
  async fill(pointer: string, value: unknown, question: string): Promise<void> {
    const before = this.ledger.value!.text
    const filled = await loaded(() => this.engine.call('fill', { pointer, value }))
    if (filled.state !== 'ready') {
      this.ledgerRefusal.value = filled
      return
    }
    this.ledgerRefusal.value = NONE
    this.ledger.value = { name: this.ledger.value!.name, ...filled.value }
    this.answered.value = [...this.answered.value, { question, before }].slice(-MOST_ANSWERED)
    await this.judge()
  }

  /** Takes the last answer back. */
  async takeBack(): Promise<void> {
    const last = this.answered.value.at(-1)
    const ledger = this.ledger.value
    if (!last || !ledger) return
    this.answered.value = this.answered.value.slice(0, -1)
    await this.openLedger(ledger.name, last.before, { cells: this.cells.value, isSame: true })
  }

  setting(): Setting {
    return { asOf: this.asOf.value, profile: this.profile.value }
  }

  #setFindings(pointer: string, findings: Loading<readonly Finding[]>): void {
    this.findings.value = new Map(this.findings.value).set(pointer, findings)
  }

  /** Another page of this browser may have kept its work since this one did. */
  async #putOthersAside(): Promise<void> {
    const there = await readKept()
    if (!there || there.saved === this.kept.value?.saved) return
    this.aside.value = await putAside({ work: there, cells: undefined })
  }

  async #keep(): Promise<void> {
    const rules = this.rules.value
    const ledger = this.ledger.value
    if (rules.state !== 'ready' || !ledger) return
    await this.#putOthersAside()
    const work: Kept = {
      saved: `${Date.now()} ${Math.random()}`,
      pack: rules.value.id,
      ledgerName: ledger.name,
      ledger: ledger.text,
      asOf: this.asOf.value,
      profile: this.profile.value,
      names: this.names.value,
    }
    this.kept.value = work
    await keep(work)
  }
}

export async function loaded<T>(load: () => Promise<T>): Promise<Exclude<Loading<T>, { state: 'none' | 'loading' }>> {
  try {
    return { state: 'ready', value: await load() }
  } catch (error) {
    if (error instanceof RefusedError) return { state: 'refused', refusal: error.refusal }
    if (error instanceof ServerError)
      return error.refusal && error.status !== 401
        ? { state: 'refused', refusal: error.refusal }
        : { state: 'unavailable', status: error.status }
    return { state: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
