import { resolve } from 'node:path'
import { intro, log, outro, updateSettings } from '@clack/prompts'
import {
  InputError,
  nextQuestions,
  pathOf,
  setAt,
  type Policy,
  type NextQuestion,
  type QuestionOptions,
  type Status,
  STATUS_WORDS,
} from '@tiaoli/engine'
import type { Context } from '../context.ts'
import type { LedgerFile } from '../input/ledger.ts'
import { writeWhole } from '../input/write-file.ts'
import { questionLines } from '../render/question.ts'
import { subjectTitle } from '../render/subject.ts'
import { promptFor } from './prompt-for.ts'

/** Enough to find one that was not put off. */
const QUESTIONS = 1000

const CTRL_D = '\u0004'
/** What Linux hands over of a Ctrl-D that was pressed before a prompt could take it. */
const HELD_CTRL_D = '\u0000'

/** Asks one question after the other, the most deciding first, and shows what each answer settles. */
export async function askInTurn(
  context: Context,
  policy: Policy,
  file: LedgerFile,
  options: QuestionOptions,
  save: string | undefined,
): Promise<void> {
  const { texts, language } = context
  const round = new Round(policy, file.json.value, options)
  file.answer(() => round.next())
  updateSettings({ aliases: { [CTRL_D]: 'cancel', [HELD_CTRL_D]: 'cancel' } })
  intro(texts.ask.intro(round.unknown))
  // Between two prompts Ctrl-C is a signal; what was answered is kept all the same.
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  context.process.on('SIGINT', stop)
  // A terminal may go away, and Ctrl-D between two prompts ends the input.
  context.process.stdin.on('end', stop)
  for (let question = round.next(); question; question = round.next()) {
    const { subject, decides, label } = question
    log.message(
      [
        ...(subject ? [subjectTitle(context, policy.plan.scopes, subject)] : []),
        ...questionLines(context, question),
        texts.ask.decides(
          question.settles,
          question.bears,
          decides.map(({ title }) => title[language]),
        ),
      ].join('\n'),
    )
    const answer = await promptFor(context, question, label[language], stopping.signal)
    if (answer === 'stop') break
    if (answer === 'skip') {
      round.skip(question)
      continue
    }
    try {
      const settled = round.give(question, answer.value)
      for (const line of settledLines(context, settled)) log.success(line)
      if (settled.length === 0) log.info(texts.ask.settledNothing)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      log.error(error.problems.map(({ message }) => message[language]).join('\n'))
    }
  }
  context.process.off('SIGINT', stop)
  context.process.stdin.off('end', stop)
  if (save !== undefined) writeWhole(resolve(context.cwd, save), `${JSON.stringify(round.ledger, null, 2)}\n`)
  if (round.assignments.length > 0) log.info(texts.ask.parameters(round.assignments.join(' ')))
  outro(`${texts.ask.outro(round.answered, round.unknown)}${save === undefined ? '' : ` ${texts.wrote(save)}`}`)
}

/** The findings that an answer settles, those alike together. */
function settledLines({ language }: Context, settled: readonly Settled[]): string[] {
  const alike = Map.groupBy(settled, ({ title, status }) => `${title[language]}: ${STATUS_WORDS[status][language]}`)
  return [...alike].map(([line, { length }]) => (length > 1 ? `${line} ×${length}` : line))
}

interface Settled {
  title: { zh: string; en: string }
  status: Status
}

/** The ledger and the parameters as they are filled in, and what is still open. */
class Round {
  ledger: Record<string, unknown>
  answered = 0
  unknown = 0
  readonly #policy: Policy
  readonly #options: QuestionOptions
  readonly #skipped = new Set<string>()
  #parameters: NonNullable<QuestionOptions['parameters']>

  constructor(policy: Policy, ledger: unknown, options: QuestionOptions) {
    this.#policy = policy
    this.ledger = structuredClone(ledger) as Record<string, unknown>
    this.#options = options
    this.#parameters = options.parameters ?? {}
  }

  /** Parameters that were answered: they are no part of the ledger. */
  get assignments(): string[] {
    const given = this.#options.parameters ?? {}
    return Object.entries(this.#parameters).flatMap(([id, value]) =>
      given[id] === value ? [] : [`--set ${id}=${value}`],
    )
  }

  next(): NextQuestion | undefined {
    const options = { ...this.#options, parameters: this.#parameters, limit: QUESTIONS }
    const { unknown, questions } = nextQuestions(this.#policy.plan, this.ledger, options)
    this.unknown = unknown
    return questions.find((question) => !this.#skipped.has(keyOf(question)))
  }

  skip(question: NextQuestion): void {
    this.#skipped.add(keyOf(question))
  }

  /** Takes an answer and gives the findings that it settles. Throws `InputError`, and takes nothing, where it does not fit. */
  give(question: NextQuestion, value: unknown): Settled[] {
    const ledger = structuredClone(this.ledger)
    const { pointer, fact } = question
    const name = fact.replace('parameters.', '')
    if (pointer !== undefined) setAt(ledger, pathOf(pointer), value)
    const parameters =
      pointer === undefined ? { ...this.#parameters, [name]: value as string | number | boolean } : this.#parameters
    const before = this.#open(this.ledger, this.#parameters)
    const after = new Set(this.#open(ledger, parameters).keys())
    this.ledger = ledger
    this.#parameters = parameters
    this.answered++
    const gone = [...before.keys()].filter((key) => !after.has(key))
    return this.#statuses(gone)
  }

  #open(ledger: unknown, parameters: NonNullable<QuestionOptions['parameters']>): Map<string, string> {
    const { findings } = this.#policy.evaluate(ledger, {
      ...this.#evaluation(),
      parameters,
      detail: 'verdicts',
      statuses: ['unknown'],
    })
    return new Map(
      findings.map((finding) => [
        JSON.stringify([finding.requirement, finding.subject.pointer, finding.period]),
        finding.requirement,
      ]),
    )
  }

  #statuses(keys: readonly string[]): Settled[] {
    const wanted = new Set(keys)
    const { findings } = this.#policy.evaluate(this.ledger, {
      ...this.#evaluation(),
      parameters: this.#parameters,
      detail: 'verdicts',
    })
    const titles = new Map(this.#policy.plan.requirements.map(({ id, title }) => [id, title]))
    return findings
      .filter(({ requirement, subject, period }) => wanted.has(JSON.stringify([requirement, subject.pointer, period])))
      .map(({ requirement, status }) => ({ title: titles.get(requirement)!, status }))
  }

  #evaluation() {
    const { asOf, profile } = this.#options
    return { asOf, ...(profile === undefined ? {} : { profile }) }
  }
}

function keyOf({ pointer, fact }: NextQuestion): string {
  return pointer ?? fact
}
