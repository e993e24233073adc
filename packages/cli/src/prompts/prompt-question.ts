import { isCancel, select, text } from '@clack/prompts'
import { isYear, type NextQuestion } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { answerHint } from '../render/question-lines.ts'

/** The answer; `skip` if the user does not know, `stop` to end. */
export type Answer = { value: unknown } | 'skip' | 'stop'

const SKIP = Symbol('skip')
/** Typed for null: known to have no value. */
const NONE = '-'

/** Prompts with a list of choices or a text field, depending on the answer. */
export async function promptQuestion(
  context: Context,
  question: NextQuestion,
  message: string,
  signal: AbortSignal,
): Promise<Answer> {
  const choices = selectOptions(context, question)
  if (choices) {
    const chosen = await select<unknown>({
      message,
      signal,
      // First, so that Enter skips here as well as in a text field.
      options: [{ value: SKIP, label: context.texts.ask.skip }, ...choices],
    })
    if (isCancel(chosen)) return 'stop'
    return chosen === SKIP ? 'skip' : { value: chosen }
  }
  const typed = await text({
    message,
    signal,
    placeholder: answerHint(context, question),
    validate: (value) => (parseTyped(question, value ?? '') === undefined ? context.texts.ask.notFitting : undefined),
  })
  if (isCancel(typed)) return 'stop'
  return parseTyped(question, typed) ?? 'skip'
}

function selectOptions(
  { texts, language }: Context,
  { answer }: NextQuestion,
): { value: unknown; label: string }[] | undefined {
  if (answer.kind === 'records') {
    const { year, none } = answer
    if (year === undefined) return undefined
    const nothing = none ? [{ value: null, label: texts.ask.yearNone(year, none[language]) }] : []
    return [{ value: {}, label: texts.ask.hasRecord(year) }, ...nothing]
  }
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
  if (answer.kind === 'records' && answer.keyed) return parseYears(value)
  if (answer.kind === 'records')
    return /^\d{1,4}$/.test(value) ? { value: Array.from({ length: Number(value) }, () => ({})) } : undefined
  const { type } = answer
  if (type !== 'integer' && type !== 'money') return { value }
  return /^-?\d{1,15}$/.test(value) ? { value: Number(value) } : undefined
}

/** Years with an empty record each: `2019 2020`, separated in any way. */
function parseYears(typed: string): Answer | undefined {
  const years = typed.split(/[\s,，、;；]+/).filter((year) => year !== '')
  if (!years.every(isYear)) return undefined
  return { value: Object.fromEntries(years.map((year) => [year, {}])) }
}
