import { batch, computed, signal } from '@preact/signals'
import type { AcceptedAnswer, RuleEdit } from '@tiaoli/authoring'
import type { Engine } from '../engine/engine.ts'
import { Examiner } from './examiner.ts'
import type { Examination, FileChanges, FileEdit, Proposal, Revisable, ToldChanges } from '../engine/revision-calls.ts'
import {
  baseOf,
  createDraft,
  discardDraft,
  readCaller,
  readDraft,
  rejectDraft,
  saveDraft,
  submitDraft,
  type Caller,
  type Draft,
} from './drafts.ts'
import type { Language } from '@tiaoli/engine/names'
import { readSource } from './server.ts'
import { readDecisions, type Decisions } from './publications.ts'
import { loaded, NONE, type Loading } from './loading.ts'
import { type Work } from './work.ts'

/** Milliseconds after a keystroke: whoever types on is not yet to be told. */
const PAUSE = 40
/** Cases and lints take longer, so they wait for a longer pause. */
const LONG_PAUSE = 400

/** The draft that is being worked on, and what it does. */
export class Revision {
  readonly draft = signal<Draft | undefined>(undefined)
  /** What the draft changes of the published rules, as it is saved. */
  readonly changes = signal<FileChanges>({})
  readonly opening = signal<Loading<Revisable>>(NONE)
  /** What the change in the form does, on top of the draft. */
  readonly proposal = signal<Loading<Proposal>>(NONE)
  /** The first day of the change in the form; empty where it has none of its own. */
  readonly from = signal('')
  /** Whether the proposal that is shown is not that of what is typed by now. */
  readonly isComputing = signal(false)
  /** Whether the form has a change that is not saved. */
  readonly hasEdit = signal(false)
  readonly examination = signal<Loading<Examination>>(NONE)
  /** Whether it is not yet known what the draft does, and whether its cases hold. */
  readonly isBeingChecked = computed(() => {
    const proposal = this.proposal.value
    if (this.isComputing.value || proposal.state === 'none') return true
    const isUnfit = proposal.state !== 'ready' || proposal.value.faults.length > 0
    return !isUnfit && ['none', 'loading'].includes(this.examination.value.state)
  })
  /** How it goes with what the service was asked to do last. */
  readonly writing = signal<Loading<Draft>>(NONE)
  /** Who approved the draft, and who published it. */
  readonly decisions = signal<Decisions | undefined>(undefined)
  readonly caller = signal<Loading<Caller>>(NONE)
  readonly #work: Work
  readonly #engine: Engine
  readonly #examiner = new Examiner()
  #latest = new AbortController()
  /** Aborted once another draft is opened: what comes then for this one is not shown. */
  #opened = new AbortController()

  constructor(work: Work) {
    this.#work = work
    this.#engine = work.engine
  }

  /** Begins with the published rules, or goes on with a draft. */
  async open(id: string | undefined): Promise<void> {
    const rules = this.#work.inForce.rules.value
    if (rules.state !== 'ready') return
    this.#opened.abort()
    const { signal: wanted } = (this.#opened = new AbortController())
    this.opening.value = { state: 'loading' }
    this.draft.value = undefined
    this.changes.value = {}
    this.proposal.value = NONE
    this.examination.value = NONE
    this.writing.value = NONE
    this.decisions.value = undefined
    const opened = await loaded(async () => {
      const { draft, changes } =
        id === undefined ? { draft: undefined, changes: {} } : await readDraft(rules.value.id, id, rules.value.version)
      const decisions = draft && (await decisionsOn(draft))
      const revisable = await this.#engine.call('revisable', { changes }, wanted)
      return { draft, changes, decisions, revisable }
    })
    if (wanted.aborted) return
    batch(() => {
      if (opened.state !== 'ready') {
        this.opening.value = opened
        return
      }
      const { draft, changes, decisions, revisable } = opened.value
      this.draft.value = draft
      this.changes.value = changes
      this.decisions.value = decisions
      this.opening.value = { state: 'ready', value: revisable }
    })
    const caller = await loaded(readCaller)
    if (!wanted.aborted) this.caller.value = caller
  }

  /** Asks who has approved and published the draft. */
  async learnDecisions(): Promise<void> {
    const draft = this.draft.value
    if (draft) this.decisions.value = await decisionsOn(draft)
  }

  /** Works out what the draft does with one more change, or without. What was asked before is dropped. */
  async propose(edit: RuleEdit | FileEdit | undefined): Promise<void> {
    this.#latest.abort()
    const { signal: wanted } = (this.#latest = new AbortController())
    this.isComputing.value = true
    this.hasEdit.value = edit !== undefined
    this.from.value = edit && 'from' in edit ? edit.from : ''
    await new Promise((resume) => setTimeout(resume, PAUSE))
    if (wanted.aborted) return
    const asks = { ...this.#work.evaluation.setting(), changes: this.changes.value, edit }
    const proposal = await loaded(() => this.#engine.call('propose', asks, wanted))
    if (wanted.aborted) return
    this.proposal.value = proposal
    this.isComputing.value = false
    this.examination.value = NONE
    if (proposal.state !== 'ready' || proposal.value.faults.length > 0) return
    await new Promise((resume) => setTimeout(resume, LONG_PAUSE))
    if (wanted.aborted) return
    this.examination.value = { state: 'loading' }
    const { changes } = proposal.value
    const examination = await loaded(() => this.#examiner.examine(this.#work.inForce.source!, changes, wanted))
    if (!wanted.aborted) this.examination.value = examination
  }

  /** Has a case of the draft expect what is found, and saves that with it. */
  async acceptAnswer(accepted: AcceptedAnswer): Promise<boolean> {
    const draft = this.draft.value
    if (!draft) return false
    const changes = this.changes.value
    const files = await loaded(() => this.#engine.call('acceptAnswer', { changes, accepted }))
    if (files.state !== 'ready') {
      this.writing.value = files
      return false
    }
    if (!(await this.#write(() => saveDraft(draft, files.value)))) return false
    this.changes.value = { ...changes, ...files.value }
    return true
  }

  /** What the draft changes, in full. */
  async tell(language: Language): Promise<ToldChanges> {
    const rules = this.#work.inForce.rules.value
    const draft = this.draft.value
    if (rules.state !== 'ready' || !draft) throw new Error('no draft is open')
    const { id, version } = rules.value
    const since = baseOf(draft, version)
    if (since === version) return this.#engine.call('tell', { changes: this.changes.value, base: undefined, language })
    const [{ source: base }, { changes }] = await Promise.all([readSource(id, since), readDraft(id, draft.id, since)])
    return this.#engine.call('tell', { changes, base, language })
  }

  /** Nobody looks at the effect any more. */
  leave(): void {
    this.#latest.abort()
    this.#examiner.close()
  }

  /** Saves what the form changes with the draft, which is a new one at first, under what it then comes to. */
  async save(summary: string): Promise<boolean> {
    const rules = this.#work.inForce.rules.value
    const proposal = this.proposal.value
    if (rules.state !== 'ready' || proposal.state !== 'ready') return false
    const { edited, changes } = proposal.value
    const { id, version } = rules.value
    const draft = this.draft.value
    const saved = await this.#write(() =>
      draft ? saveDraft(draft, edited, summary) : createDraft(id, version, summary, edited),
    )
    if (!saved) return false
    this.changes.value = changes
    this.opening.value = await loaded(() => this.#engine.call('revisable', { changes }))
    return true
  }

  /** Hands the draft to the approvers. */
  submit(compareOn: readonly string[]): Promise<boolean> {
    return this.#write((draft) => submitDraft(draft!, compareOn))
  }

  discard(): Promise<boolean> {
    return this.#write((draft) => discardDraft(draft!))
  }

  /** Takes a draft that waits for approval back, so that it can be changed. */
  withdraw(reason: string): Promise<boolean> {
    return this.#write((draft) => rejectDraft(draft!, reason))
  }

  async #write(act: (draft: Draft | undefined) => Promise<Draft>): Promise<boolean> {
    const { signal: wanted } = this.#opened
    this.writing.value = { state: 'loading' }
    const written = await loaded(() => act(this.draft.value))
    if (wanted.aborted) return false
    this.writing.value = written
    if (written.state === 'ready') this.draft.value = written.value
    return written.state === 'ready'
  }
}

/** None as long as it is not approved. */
async function decisionsOn({ pack, version }: Draft): Promise<Decisions | undefined> {
  return typeof version === 'number' ? readDecisions(pack, version) : undefined
}
