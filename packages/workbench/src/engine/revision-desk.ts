import {
  acceptAnswer,
  compareRules,
  doubtsAbout,
  doubtsAboutEntered,
  lintPack,
  rememberingReader,
  revise,
  type LintFinding,
} from '@tiaoli/authoring'
import { loadPack, PackError, type Diagnostic, type PackSource, type Policy } from '@tiaoli/engine'
import { fileKindOf, type Loaded, type Plan } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { byNames } from './by-names.ts'
import { changedTexts } from './changed-texts.ts'
import { changesInWords, changesOfTheirOwn } from './changes-in-words.ts'
import { effectOn } from './effect-on.ts'
import type { AsksOf } from './calls.ts'
import { failedCases } from './failed-cases.ts'
import type {
  Examination,
  Fault,
  FileChanges,
  FileTexts,
  Proposal,
  Revisable,
  RevisableText,
  RevisionCalls,
  ToldChanges,
} from './revision-calls.ts'
import type { ReadAnswer } from './read-answer.ts'
import { beside, revisableOf } from './revisable.ts'
import { toldChanges } from './told-changes.ts'
import { revisableTexts } from './revisable-texts.ts'
import { inWordsOfForms } from './words-of-forms.ts'

/** A draft as it was loaded, without its cases. */
interface Draft {
  readonly key: string
  readonly source: PackSource
  readonly loaded: Loaded
  /** How many changes it has; counted when it is asked first. */
  count: number | undefined
}

/** Works out what changes of the published rules would do. */
export class RevisionDesk {
  readonly #published: PackSource
  readonly #before: Policy
  readonly #reader = rememberingReader()
  #draft: Draft | undefined
  #lintsBefore: ReadonlySet<string> | undefined

  constructor(published: PackSource, before: Policy) {
    this.#published = published
    this.#before = before
  }

  revisable({ changes }: RevisionCalls['revisable']['asks']): Revisable {
    const published = revisableOf(this.#soundDraft({}))
    return Object.keys(changes).length === 0 ? published : beside(published, revisableOf(this.#soundDraft(changes)))
  }

  texts({ changes }: RevisionCalls['texts']['asks']): RevisableText[] {
    return revisableTexts(this.#soundDraft(changes))
  }

  propose({ changes, edit, ...setting }: AsksOf<'propose'>, ledger: unknown): Proposal {
    const draft = this.#draftOf(changes)
    const { loaded } = draft
    const edited = this.#edited(draft, edit)
    const all = { ...changes, ...edited }
    const source = withChanges(this.#published, all)
    const { plan, diagnostics } = edit ? this.#load(withoutCases(source)) : loaded
    const proposal = {
      changes: all,
      edited,
      faults: diagnostics.map((fault) => faultOf(fault, plan ?? this.#before.plan)),
    }
    if (!plan) return { ...proposal, rules: [], texts: [], doubts: [], count: 0, saved: 0, effect: undefined }
    const after = policyOf(plan)
    const day = edit && 'from' in edit ? edit.from : setting.asOf
    const hasLedger = ledger !== undefined && setting.asOf !== ''
    const entered = edit && 'ground' in edit && 'document' in edit.ground ? edit.ground.document : undefined
    const rules = compareRules(this.#before, after)
    return {
      ...proposal,
      rules: changesInWords(this.#before, after, rules),
      count: changesOfTheirOwn(rules),
      saved: this.#countOf(draft),
      doubts: [
        ...(entered && loaded.plan ? doubtsAboutEntered(loaded.plan, entered) : []),
        ...doubtsAbout(this.#before.plan, plan),
      ],
      texts: day === '' ? [] : changedTexts(this.#before.plan, plan, setting.profile, day),
      effect: hasLedger ? effectOn(this.#before, after, ledger, setting) : undefined,
    }
  }

  #edited({ source, loaded }: Draft, edit: RevisionCalls['propose']['asks']['edit']): FileTexts {
    if (!edit) return {}
    if (edit.kind === 'file') return { [edit.file]: edit.text }
    if (!loaded.plan) throw new PackError(loaded.diagnostics)
    return revise(source, loaded, edit, this.#before.plan.cases)
  }

  async readAmount({ changes, parameter, typed }: RevisionCalls['readAmount']['asks']): Promise<ReadAnswer> {
    const { readAmount } = await import('./read-answer.ts')
    return readAmount(this.#soundDraft(changes).plan, parameter, typed)
  }

  files({ changes }: RevisionCalls['files']['asks']): string[] {
    const { files } = withChanges(this.#published, changes)
    return Object.keys(files)
      .filter((path) => fileKindOf(path) !== undefined)
      .sort()
  }

  file({ changes, file }: RevisionCalls['file']['asks']): string {
    const text = withChanges(this.#published, changes).files[file]
    return typeof text === 'string' ? text : ''
  }

  tell({ changes, base, language }: RevisionCalls['tell']['asks']): ToldChanges {
    const before = base ? this.#sound(base) : this.#sound(this.#published)
    return toldChanges(before, this.#sound(withChanges(base ?? this.#published, changes)), language)
  }

  #sound(source: PackSource): Policy {
    const { plan, diagnostics } = this.#load(source)
    if (!plan) throw new PackError(diagnostics)
    return policyOf(plan)
  }

  async acceptAnswer({ changes, accepted }: RevisionCalls['acceptAnswer']['asks']): Promise<FileTexts> {
    const source = withChanges(this.#published, changes)
    const loaded = this.#load(source)
    if (!loaded.plan) throw new PackError(loaded.diagnostics)
    return acceptAnswer(source, loaded, accepted)
  }

  async examine({ changes }: RevisionCalls['examine']['asks'], signal: AbortSignal): Promise<Examination> {
    const loaded = this.#load(withChanges(this.#published, changes))
    signal.throwIfAborted()
    if (!loaded.plan) throw new PackError(loaded.diagnostics)
    const before = (this.#lintsBefore ??= new Set(lintPack(this.#load(this.#published)).lints.map(keyOf)))
    const { lints } = lintPack(loaded)
    const failed = await failedCases(policyOf(loaded.plan), signal)
    return {
      cases: loaded.plan.cases.length,
      failed,
      lints: lints
        .filter((lint) => !before.has(keyOf(lint)))
        .map((lint) => ({ ...faultOf(lint, loaded.plan), severity: lint.severity }))
        .sort((a, b) => Number(a.severity === 'hint') - Number(b.severity === 'hint')),
    }
  }

  /** The draft as it was asked for last is kept: what is typed into a form changes only what comes on top of it. */
  #draftOf(changes: FileChanges): Draft {
    const key = JSON.stringify(changes)
    if (this.#draft?.key !== key) {
      const source = withoutCases(withChanges(this.#published, changes))
      this.#draft = { key, source, loaded: this.#load(source), count: undefined }
    }
    return this.#draft
  }

  #countOf(draft: Draft): number {
    const { plan } = draft.loaded
    return (draft.count ??= plan ? changesOfTheirOwn(compareRules(this.#before, policyOf(plan))) : 0)
  }

  #soundDraft(changes: FileChanges): Extract<Loaded, { plan: object }> {
    const { loaded } = this.#draftOf(changes)
    if (!loaded.plan) throw new PackError(loaded.diagnostics)
    return loaded
  }

  #load(source: PackSource): Loaded {
    return loadPack(source, {}, this.#reader)
  }
}

function withChanges(source: PackSource, changes: FileChanges): PackSource {
  const files = Object.entries({ ...source.files, ...changes }).filter(([, text]) => text !== null)
  return { ...source, files: Object.fromEntries(files) }
}

/** Cases decide nothing, and there are many. */
function withoutCases(source: PackSource): PackSource {
  const files = Object.entries(source.files).filter(([path]) => !path.startsWith('cases/'))
  return { ...source, files: Object.fromEntries(files) }
}

type Remark = Pick<Diagnostic, 'file' | 'line' | 'column' | 'message'>

function faultOf({ file, line, column, message }: Remark, plan: Plan): Fault {
  const ofFile = byNames(plan)(message)
  return { file, line, column, text: inWordsOfForms(ofFile), ofFile }
}

function keyOf({ code, about, message }: LintFinding): string {
  return `${code} ${about} ${message.zh}`
}
