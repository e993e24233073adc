import type { PackSource, Policy } from '@tiaoli/engine'
import { pathOf, setAt } from '@tiaoli/engine/plan'
import { compileWhole } from '@tiaoli/engine/runtime'
import type { CallName, Calls, LedgerHead, Refusal, Rules } from './calls.ts'
import { dayOf } from './day-of.ts'
import { HeldLedgers } from './held-ledgers.ts'
import type { Judging } from './judging.ts'
import type { RevisionDesk } from './revision-desk.ts'
import { scopesShown } from './scopes-shown.ts'

/** Answers what the page asks. It keeps the rules that were opened last, and ledgers by their numbers. */
export class Desk {
  #policy: Policy | undefined
  #source: PackSource | undefined
  readonly #ledgers = new HeldLedgers()
  #revisions: RevisionDesk | undefined
  #judged: Judging | undefined

  readonly answers: {
    [Name in CallName]: (asks: Calls[Name]['asks'], signal: AbortSignal) => Answer<Name> | Promise<Answer<Name>>
  } = {
    openRules: ({ source }) => {
      this.#policy = compileWhole(source)
      this.#source = source
      this.#revisions = undefined
      // It is needed next; where it does not come, the call that asks for it fails.
      void this.#judging().catch(() => undefined)
      return rulesOf(this.#policy)
    },
    openLedger: ({ text }) => {
      const policy = this.#rules()
      const ledger = policy.parseLedger(text)
      const head = headOf(policy, ledger)
      return { number: this.#ledgers.add(ledger), head }
    },
    readWorkbooks: async (asks) => {
      const { readWorkbooks } = await import('./read-workbooks.ts')
      return readWorkbooks(this.#rules(), this.#source!, this.#ledgers.of(asks.ledger), asks)
    },
    lacking: async (asked, signal) => {
      const { lackingFacts } = await import('./lacking-facts.ts')
      return lackingFacts(this.#rules(), asked, signal)
    },
    judge: async ({ ledger, ...how }) => (await this.#judging()).picture(this.#rules(), this.#ledgers.of(ledger), how),
    explain: async ({ ledger, subjects, ...how }) =>
      (await this.#judging()).explained(this.#rules(), this.#ledgers.of(ledger), how, subjects),
    ask: async ({ ledger, ...asked }) => {
      const { questionsOn } = await import('./questions-on.ts')
      return questionsOn(this.#rules(), this.#ledgers.of(ledger), asked)
    },
    readAnswer: async ({ ledger: number, pointer, ...asked }) => {
      const { readAnswer } = await import('./read-answer.ts')
      const ledger = this.#ledgers.of(number)
      const read = readAnswer(this.#rules().plan, ledger, asked)
      if (pointer !== undefined && 'value' in read) headOf(this.#rules(), ledgerWith(ledger, [pointer], read.value))
      return read
    },
    records: async ({ ledger, to, names }) => {
      const { shownRecords } = await import('./referred-to.ts')
      return shownRecords(this.#rules().plan, to, this.#ledgers.of(ledger), names)
    },
    fill: ({ ledger: number, pointers, value }) => {
      const ledger = ledgerWith(this.#ledgers.of(number), pointers, value)
      const text = JSON.stringify(ledger)
      const head = headOf(this.#rules(), ledger)
      return { number: this.#ledgers.add(ledger), text, head }
    },
    template: async ({ ledger, language, ...missing }) => {
      const { templateFile } = await import('./template-file.ts')
      return templateFile(this.#rules(), this.#ledgers.of(ledger), missing, language)
    },
    calendar: async ({ ledger, ...asked }) => {
      const { calendarOf } = await import('@tiaoli/calendar')
      return calendarOf(this.#rules(), this.#ledgers.of(ledger), asked)
    },
    calendarFile: async ({ ledger, ...asked }) => {
      const { calendarFile } = await import('./calendar-file.ts')
      return calendarFile(this.#rules(), this.#ledgers.of(ledger), asked)
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
      const { paperKinds } = await import('./paper-kinds.ts')
      return paperKinds()
    },
    tableFile: async ({ name, sheets }) => {
      const { tableFile } = await import('@tiaoli/office/papers')
      return tableFile(name, sheets)
    },
    readProgress: async ({ ledger, ...asked }) => {
      const { progressIn } = await import('./read-progress.ts')
      return progressIn(await this.#judging(), this.#rules(), this.#ledgers.of(ledger), asked)
    },
    papers: async ({ ledger: number, kind, names, language, template, asOf, profile, subjects }) => {
      const { makePapers, paperFile, statusesFor } = await import('@tiaoli/office/papers')
      const policy = this.#rules()
      const ledger = this.#ledgers.of(number)
      const statuses = statusesFor(kind)
      const report = policy.evaluate(ledger, { asOf, profile, subjects, statuses, detail: 'findings' })
      const made = await makePapers(kind, { policy, report, ledger, names, template, language, subjects })
      // What holds no paper is nothing to save.
      return { file: made.papers[0] && paperFile(kind, made, language), remarks: made.remarks }
    },
    revisable: async (asked) => (await this.#revising()).revisable(asked),
    texts: async (asked) => (await this.#revising()).texts(asked),
    files: async (asked) => (await this.#revising()).files(asked),
    file: async (asked) => (await this.#revising()).file(asked),
    readAmount: async (asked) => (await this.#revising()).readAmount(asked),
    propose: async ({ ledger, ...asked }) => (await this.#revising()).propose(asked, this.#ledgers.of(ledger)),
    acceptAnswer: async (asked) => (await this.#revising()).acceptAnswer(asked),
    tell: async (asked) => (await this.#revising()).tell(asked),
    examine: async (asked, signal) => (await this.#revising()).examine(asked, signal),
  }

  /** The refusal that an error of the engine is; undefined for any other. */
  async refusalOf(error: unknown): Promise<Refusal | undefined> {
    const { refusalOf } = await import('./refusal-of.ts')
    return refusalOf(error, this.#policy?.plan)
  }

  async #judging(): Promise<Judging> {
    const { Judging } = await import('./judging.ts')
    return (this.#judged ??= new Judging())
  }

  async #revising(): Promise<RevisionDesk> {
    const { RevisionDesk } = await import('./revision-desk.ts')
    return (this.#revisions ??= new RevisionDesk(this.#source!, this.#rules()))
  }

  #rules(): Policy {
    if (!this.#policy) throw new Error('no rules were opened')
    return this.#policy
  }
}

type Answer<Name extends CallName> = Calls[Name]['answer']

function rulesOf({ plan }: Policy): Rules {
  const clauses = [...plan.clauses.values()]
  const first = clauses.filter(({ document }) => document === plan.document)
  return {
    id: plan.pack.id,
    title: plan.pack.title,
    packs: plan.packs.map(({ id, title }) => ({ id, title })),
    number: plan.document?.entry.number,
    profiles: [...plan.profiles.values()].map(({ entry: { id, label } }) => ({ id, label })),
    defaultProfile: plan.pack.defaultProfile,
    requirements: plan.requirements.length,
    rowLabel: scopesShown(plan).rows.label,
    clauses: { first: first.length, others: clauses.length - first.length },
  }
}

/** Reads a ledger without asking anything of it, so that one that does not fit is refused before it takes a place. */
function headOf(policy: Policy, ledger: unknown): LedgerHead {
  policy.evaluate(ledger, { asOf: ANY_DAY, requirements: [], detail: 'verdicts' })
  return { day: dayOf(ledger) }
}

function ledgerWith(ledger: unknown, pointers: readonly string[], value: unknown): Record<string, unknown> {
  const changed = structuredClone(ledger) as Record<string, unknown>
  for (const pointer of pointers) setAt(changed, pathOf(pointer), value)
  return changed
}

/** On which day a ledger is read decides nothing about whether it fits. */
const ANY_DAY = '2000-01-01'
