import {
  compile,
  EvaluationError,
  InputError,
  nextQuestions,
  PackError,
  type PackSource,
  type Policy,
  type Text,
} from '@tiaoli/engine'
import { isObject, pathOf, setAt } from '@tiaoli/engine/plan'
import type { OfficeError } from '@tiaoli/office'
import { placeText } from './place-text.ts'
import type { CallName, Calls, LedgerHead, Refusal, Rules } from './calls.ts'
import { inWholeMoney } from './in-whole-money.ts'
import { pictureOf } from './picture.ts'
import type { RevisionDesk } from './revision-desk.ts'

/** Answers what the page asks. It keeps the rules and the ledger that were opened last. */
export class Desk {
  #policy: Policy | undefined
  #source: PackSource | undefined
  #ledger: unknown
  #revisions: RevisionDesk | undefined

  readonly answers: {
    [Name in CallName]: (asks: Calls[Name]['asks'], signal: AbortSignal) => Answer<Name> | Promise<Answer<Name>>
  } = {
    openRules: ({ source }) => {
      this.#policy = compile(source)
      this.#source = source
      this.#revisions = undefined
      return rulesOf(this.#policy)
    },
    openLedger: ({ text }) => {
      const policy = this.#rules()
      const ledger = policy.parseLedger(text)
      const head = headOf(policy, ledger)
      this.#ledger = ledger
      return head
    },
    readWorkbooks: async (asks) => {
      const { readWorkbooks } = await import('./read-workbooks.ts')
      return readWorkbooks(this.#rules(), this.#source!, this.#ledger, asks)
    },
    lacking: async (asked, signal) => {
      const { lackingFacts } = await import('./lacking-facts.ts')
      return lackingFacts(this.#rules(), asked, signal)
    },
    judge: (setting) => {
      const policy = this.#rules()
      const report = policy.evaluate(this.#ledger, { ...setting, detail: 'verdicts' })
      return pictureOf(policy.plan, report, dayOf(this.#ledger))
    },
    explain: (setting) => this.#rules().evaluate(this.#ledger, { ...setting, detail: 'findings' }).findings,
    ask: (asked) => {
      const policy = this.#rules()
      return inWholeMoney(policy.plan, nextQuestions(policy, this.#ledger, { ...asked, limit: QUESTIONS }))
    },
    readAnswer: async ({ fact, typed, language, pointer }) => {
      const { readAnswer } = await import('./read-answer.ts')
      const read = readAnswer(this.#rules().plan, fact, typed, language)
      if (pointer !== undefined && 'value' in read) headOf(this.#rules(), this.#ledgerWith(pointer, read.value))
      return read
    },
    fill: ({ pointer, value }) => {
      const ledger = this.#ledgerWith(pointer, value)
      const text = JSON.stringify(ledger)
      const head = headOf(this.#rules(), ledger)
      this.#ledger = ledger
      return { text, head }
    },
    template: async ({ language, ...missing }) => {
      const { templateFile } = await import('./template-file.ts')
      return templateFile(this.#rules(), this.#ledger, missing, language)
    },
    calendar: async (asked) => {
      const { calendarOf } = await import('@tiaoli/calendar')
      return calendarOf(this.#rules(), this.#ledger, asked)
    },
    calendarFile: async ({ language, ...asked }) => {
      const { calendarFile } = await import('./calendar-file.ts')
      return calendarFile(this.#rules(), this.#ledger, asked, language)
    },
    clauses: async () => {
      const { documentClauses } = await import('./document-clauses.ts')
      return documentClauses(this.#rules())
    },
    writtenOut: async ({ requirement, language }) => {
      const { describeRequirement } = await import('@tiaoli/authoring')
      return describeRequirement(this.#rules(), requirement, language)!
    },
    paperKinds: async () => {
      const { NOTICE_NAMES, PAPER_KINDS, paperTitle, PROBLEM_NAMES, takesTemplate } =
        await import('@tiaoli/office/papers')
      return PAPER_KINDS.map((kind) => ({
        kind,
        title: paperTitle(kind),
        placeholders: takesTemplate(kind) ? placeholdersOf(NOTICE_NAMES, PROBLEM_NAMES) : undefined,
      }))
    },
    readProgress: async (asked) => {
      const { progressIn } = await import('./read-progress.ts')
      return progressIn(this.#rules(), this.#ledger, asked)
    },
    papers: async ({ kind, names, language, template, asOf, profile, subjects }) => {
      const { makePapers, paperFile } = await import('@tiaoli/office/papers')
      const policy = this.#rules()
      const report = policy.evaluate(this.#ledger, { asOf, profile, subjects, detail: 'findings' })
      const made = await makePapers(kind, { policy, report, ledger: this.#ledger, names, template, language })
      return { file: paperFile(kind, made, language), remarks: made.remarks }
    },
    revisable: async (asked) => (await this.#revising()).revisable(asked),
    texts: async (asked) => (await this.#revising()).texts(asked),
    files: async (asked) => (await this.#revising()).files(asked),
    file: async (asked) => (await this.#revising()).file(asked),
    propose: async (asked) => (await this.#revising()).propose(asked, this.#ledger),
    acceptAnswer: async (asked) => (await this.#revising()).acceptAnswer(asked),
    tell: async (asked) => (await this.#revising()).tell(asked),
    examine: async (asked, signal) => (await this.#revising()).examine(asked, signal),
  }

  async #revising(): Promise<RevisionDesk> {
    const { RevisionDesk } = await import('./revision-desk.ts')
    return (this.#revisions ??= new RevisionDesk(this.#source!, this.#rules()))
  }

  #ledgerWith(pointer: string, value: unknown): Record<string, unknown> {
    const ledger = structuredClone(this.#ledger) as Record<string, unknown>
    setAt(ledger, pathOf(pointer), value)
    return ledger
  }

  #rules(): Policy {
    if (!this.#policy) throw new Error('no rules were opened')
    return this.#policy
  }
}

/** The placeholders of a template as they are written, those of each problem in the part that is repeated. */
function placeholdersOf(ofNotice: Readonly<Record<string, string>>, ofProblem: Readonly<Record<string, string>>): Text {
  const written = (names: string[]) => names.map((name) => `{${name}}`).join('')
  const inLanguage = (namesOf: (names: Readonly<Record<string, string>>) => string[]) => {
    const names = namesOf(ofNotice)
    const problems = names.at(-1)!
    return `${written(names.slice(0, -1))}{#${problems}}${written(namesOf(ofProblem))}{/${problems}}`
  }
  return { zh: inLanguage(Object.keys), en: inLanguage(Object.values) }
}

/** So many questions are asked at once. */
const QUESTIONS = 60

type Answer<Name extends CallName> = Calls[Name]['answer']

/** The refusal that an error of the engine is; undefined for any other. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof InputError)
    return {
      sentences: error.problems.map(({ pointer, line, message }) =>
        line === undefined
          ? { place: pointer || undefined, text: message }
          : { place: undefined, text: { zh: `第${line}行：${message.zh}`, en: `Line ${line}: ${message.en}` } },
      ),
    }
  if (error instanceof PackError)
    return { sentences: error.diagnostics.map(({ file, message }) => ({ place: file, text: message })) }
  if (isOfOffice(error)) return { sentences: [{ place: placeText(error), text: error.text }] }
  if (error instanceof EvaluationError || isSaid(error)) return { sentences: [{ place: undefined, text: error.text }] }
  return undefined
}

/** The package is loaded where it is needed, so that its class is not here to ask. */
function isOfOffice(error: unknown): error is OfficeError {
  return error instanceof Error && error.name === 'OfficeError'
}

const SAID: ReadonlySet<string> = new Set(['ScaffoldError', 'NoticeTemplateError'])

/** An error of what was loaded later, with a sentence to be shown. */
function isSaid(error: unknown): error is { readonly text: Text } {
  return error instanceof Error && SAID.has(error.name) && 'text' in error
}

function rulesOf({ plan }: Policy): Rules {
  return {
    id: plan.pack.id,
    title: plan.pack.title,
    number: plan.document?.entry.number,
    profiles: [...plan.profiles.values()].map(({ entry: { id, label } }) => ({ id, label })),
    defaultProfile: plan.pack.defaultProfile,
    requirements: plan.requirements.length,
    clauses: plan.clauses.size,
  }
}

/** Reads a ledger without asking anything of it, so that one that does not fit is refused before it takes a place. */
function headOf(policy: Policy, ledger: unknown): LedgerHead {
  policy.evaluate(ledger, { asOf: ANY_DAY, requirements: [], detail: 'verdicts' })
  return { day: dayOf(ledger) }
}

/** On which day a ledger is read decides nothing about whether it fits. */
const ANY_DAY = '2000-01-01'

export function dayOf(ledger: unknown): string | undefined {
  const on = isObject(ledger) ? ledger['on'] : undefined
  return typeof on === 'string' ? on : undefined
}
