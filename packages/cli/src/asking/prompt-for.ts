import { isCancel, select, text } from '@clack/prompts'
import type { NextQuestion } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { answerWords } from '../render/question.ts'

/** What was answered; `skip` where it is not known, `stop` where no more is to be asked. */
export type Answer = { value: unknown } | 'skip' | 'stop'

const SKIP = Symbol('skip')
/** Typed for "known to be none". */
const NONE = '-'

/** Asks one question in the way that fits its answer. */
export async function promptFor(
  context: Context,
  question: NextQuestion,
  message: string,
  signal: AbortSignal,
): Promise<Answer> {
  const choices = choicesOf(context, question)
  if (choices) {
    const chosen = await select<unknown>({
      message,
      signal,
      options: [...choices, { value: SKIP, label: context.texts.ask.skip }],
    })
    if (isCancel(chosen)) return 'stop'
    return chosen === SKIP ? 'skip' : { value: chosen }
  }
  const typed = await text({
    message,
    signal,
    placeholder: answerWords(context, question),
    validate: (value) => (readTyped(question, value ?? '') === undefined ? context.texts.ask.notFitting : undefined),
  })
  if (isCancel(typed)) return 'stop'
  return readTyped(question, typed) ?? 'skip'
}

function choicesOf(
  { texts, language }: Context,
  { answer }: NextQuestion,
): { value: unknown; label: string }[] | undefined {
  const none = answer.none ? [{ value: null, label: answer.none[language] }] : []
  if (answer.kind === 'records')
    return answer.year === undefined ? undefined : [{ value: {}, label: texts.ask.hasRecord(answer.year) }, ...none]
  if (answer.type === 'boolean')
    return [{ value: true, label: texts.ask.yes }, { value: false, label: texts.ask.no }, ...none]
  if (!answer.values) return undefined
  return [...answer.values.map(({ value, label }) => ({ value, label: label[language] })), ...none]
}

/** What was typed, as the ledger holds it; undefined where it cannot be that. */
function readTyped({ answer }: NextQuestion, typed: string): Answer | undefined {
  const value = typed.trim()
  if (value === '') return 'skip'
  if (value === NONE && answer.none) return { value: null }
  if (answer.kind === 'records')
    return /^\d{1,4}$/.test(value) ? { value: Array.from({ length: Number(value) }, () => ({})) } : undefined
  const { type } = answer
  if (type !== 'integer' && type !== 'money') return { value }
  return /^-?\d{1,15}$/.test(value) ? { value: Number(value) } : undefined
}
