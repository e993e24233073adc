import { nextQuestions, type Policy, type Text, type Verdict } from '@tiaoli/engine'
import type { QuestionOptions } from '@tiaoli/engine/plan'
import { pathOf, setAt, textWithoutRecord, type NextQuestion } from '@tiaoli/engine/plan'
import { readOptions } from '@tiaoli/engine/runtime'

/** Enough to find one that was not skipped. */
const QUESTIONS = 1000

type Parameters = NonNullable<QuestionOptions['parameters']>

/** A finding that an answer settled. */
export interface SettledFinding {
  title: Text
  statusText: Text
}

/** A ledger and parameters that are filled in answer by answer. */
export class AnsweredLedger {
  ledger: Record<string, unknown>
  answered = 0
  unknown = 0
  readonly #policy: Policy
  readonly #options: QuestionOptions
  readonly #skipped = new Set<string>()
  #parameters: Parameters

  constructor(policy: Policy, ledger: unknown, options: QuestionOptions) {
    this.#policy = policy
    this.ledger = structuredClone(ledger) as Record<string, unknown>
    this.#options = options
    this.#parameters = options.parameters ?? {}
  }

  /** Answered parameters as flags: they are not part of the ledger. */
  get assignments(): string[] {
    const given = this.#options.parameters ?? {}
    return Object.entries(this.#parameters).flatMap(([id, value]) =>
      given[id] === value ? [] : [`--set ${id}=${value}`],
    )
  }

  nextQuestion(): NextQuestion | undefined {
    const options = { ...this.#options, parameters: this.#parameters, limit: QUESTIONS }
    const { unknown, questions } = nextQuestions(this.#policy, this.ledger, options)
    this.unknown = unknown
    return questions.find((question) => !this.#skipped.has(questionKey(question)))
  }

  skip(question: NextQuestion): void {
    this.#skipped.add(questionKey(question))
  }

  /** Returns the findings that the answer settles. Throws `InputError`, and changes nothing, if the answer does not fit. */
  answer(question: NextQuestion, value: unknown): SettledFinding[] {
    const ledger = structuredClone(this.ledger)
    const { pointer, fact } = question
    const name = fact.replace('parameters.', '')
    if (pointer !== undefined) setAt(ledger, pathOf(pointer), value)
    const parameters =
      pointer === undefined ? { ...this.#parameters, [name]: value as string | number | boolean } : this.#parameters
    const before = this.#unknownFindings(this.ledger, this.#parameters)
    const after = this.#unknownFindings(ledger, parameters)
    this.ledger = ledger
    this.#parameters = parameters
    this.answered++
    return this.#settled(new Map([...before].filter(([key]) => !after.has(key))))
  }

  #unknownFindings(ledger: unknown, parameters: Parameters): Map<string, Verdict> {
    const { findings } = this.#policy.evaluate(ledger, {
      ...this.#evaluation(),
      parameters,
      detail: 'verdicts',
      statuses: ['unknown'],
    })
    return new Map(findings.map((finding) => [findingKey(finding), finding]))
  }

  #settled(keys: ReadonlyMap<string, Verdict>): SettledFinding[] {
    const { plan } = this.#policy
    const requirements = [...new Set([...keys.values()].map(({ requirement }) => requirement))]
    const options = { ...this.#evaluation(), parameters: this.#parameters, requirements }
    const { findings } = this.#policy.evaluate(this.ledger, options)
    const showing = readOptions(plan, options)
    const asked = new Map(plan.requirements.map((requirement) => [requirement.id, requirement]))
    return findings
      .filter((finding) => keys.has(findingKey(finding)))
      .map(({ requirement, statusText }) => ({
        title: textWithoutRecord(plan, asked.get(requirement)!.title, showing),
        statusText,
      }))
  }

  #evaluation() {
    const { limit: _, ...options } = this.#options
    return options
  }
}

function questionKey({ pointer, fact }: NextQuestion): string {
  return pointer ?? fact
}

function findingKey({ requirement, subject, period }: Verdict): string {
  return JSON.stringify([requirement, subject.pointer, period])
}
