import { confirm, isCancel, select, text } from '@clack/prompts'
import { isYear, type AnswerForm, type NextQuestion } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { answerHint } from '../render/question-lines.ts'

/** The answer; `skip` if the user does not know, `stop` to end. */
export type Answer = { value: unknown } | 'skip' | 'stop'

/** How a terminal asks. */
export interface Prompts {
  readonly confirm: typeof confirm
  readonly select: typeof select
  readonly text: typeof text
}

const SKIP = Symbol('skip')
/** Typed for null: known to have no value. */
const NONE = '-'

/** Prompts with a list of choices or a text field, depending on the answer. */
export async function promptQuestion(
  context: Context,
  question: NextQuestion,
  message: string,
  signal: AbortSignal,
  prompts: Prompts = { confirm, select, text },
): Promise<Answer> {
  const asked: Asked = { context, question, message, signal, prompts }
  const { answer: form } = question
  if (form.kind === 'records' && (form.keyed || form.year !== undefined)) return promptYears(asked, form)
  const choices = selectOptions(context, question)
  return choices ? promptChoice(asked, choices) : promptText(asked, (typed) => parseTyped(question, typed))
}

interface Asked {
  readonly context: Context
  readonly question: NextQuestion
  readonly message: string
  readonly signal: AbortSignal
  readonly prompts: Prompts
}

type Option = { readonly value: unknown; readonly label: string }

/**
 * Whether there are records, of years that are named. That there are none of them is said once more before it is taken,
 * for much follows from it.
 */
async function promptYears(asked: Asked, { year, none }: AnswerForm & { kind: 'records' }): Promise<Answer> {
  const { context, signal, prompts } = asked
  const { ask } = context.texts
  const isWhole = year === undefined
  const typed = isWhole ? await promptText(asked, parseYears) : { value: [year] }
  if (typed === 'skip' || typed === 'stop') return typed
  const years = typed.value as number[]
  const given = (value: unknown) => ({ value: isWhole ? Object.fromEntries(years.map((one) => [one, value])) : value })
  if (isWhole && !none) return given({})
  const denial = none && ask.yearNone(years, none[context.language])
  const chosen = await promptChoice(asked, [
    { value: {}, label: ask.hasRecord(years, isWhole) },
    ...(denial === undefined ? [] : [{ value: null, label: denial }]),
  ])
  if (chosen === 'skip' || chosen === 'stop') return chosen
  if (chosen.value !== null || denial === undefined) return given({})
  const isSure = await prompts.confirm({ message: denial, signal, initialValue: false })
  if (isCancel(isSure)) return 'stop'
  return isSure ? given(null) : 'skip'
}

async function promptChoice({ context, message, signal, prompts }: Asked, options: readonly Option[]): Promise<Answer> {
  const chosen = await prompts.select<unknown>({
    message,
    signal,
    // First, so that Enter skips here as well as in a text field.
    options: [{ value: SKIP, label: context.texts.ask.skip }, ...options],
  })
  if (isCancel(chosen)) return 'stop'
  return chosen === SKIP ? 'skip' : { value: chosen }
}

async function promptText(
  { context, question, message, signal, prompts }: Asked,
  parse: (typed: string) => Answer | undefined,
): Promise<Answer> {
  const typed = await prompts.text({
    message,
    signal,
    placeholder: answerHint(context, question),
    validate: (value) => (parse(value ?? '') === undefined ? context.texts.ask.notFitting : undefined),
  })
  if (isCancel(typed)) return 'stop'
  return parse(typed) ?? 'skip'
}

function selectOptions({ texts, language }: Context, { answer }: NextQuestion): Option[] | undefined {
  if (answer.kind === 'records') return undefined
  const none = answer.none ? [{ value: null, label: answer.none[language] }] : []
  if (answer.type === 'boolean')
    return [{ value: true, label: texts.ask.yes }, { value: false, label: texts.ask.no }, ...none]
  if (!answer.values) return undefined
  return [...answer.values.map(({ value, label }) => ({ value, label: label[language] })), ...none]
}

/** The typed text as a value of the ledger; undefined if it is invalid. */
function parseTyped({ answer }: NextQuestion, typed: string): Answer | undefined {
  const value = typed.trim()
  if (value === '') return 'skip'
  if (value === NONE && answer.none) return { value: null }
  if (answer.kind === 'records')
    return /^\d{1,4}$/.test(value) ? { value: Array.from({ length: Number(value) }, () => ({})) } : undefined
  const { type } = answer
  if (type !== 'integer' && type !== 'money') return { value }
  return /^-?\d{1,15}$/.test(value) ? { value: Number(value) } : undefined
}

/** Years, such as `2019 2020`, separated in any way. */
function parseYears(typed: string): Answer | undefined {
  const years = typed.split(/[\s,，、;；]+/).filter((year) => year !== '')
  if (years.length === 0) return 'skip'
  return years.every(isYear) ? { value: years.map(Number) } : undefined
}
