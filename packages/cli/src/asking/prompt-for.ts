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
      // First, so that Enter claims nothing, as it does where an answer is typed.
      options: [{ value: SKIP, label: context.texts.ask.skip }, ...choices],
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

/** What was typed, as the ledger holds it; undefined where it cannot be that. */
function readTyped({ answer }: NextQuestion, typed: string): Answer | undefined {
  const value = typed.trim()
  if (value === '') return 'skip'
  if (value === NONE && answer.none) return { value: null }
  if (answer.kind === 'records' && answer.keyed) return yearsIn(value)
  if (answer.kind === 'records')
    return /^\d{1,4}$/.test(value) ? { value: Array.from({ length: Number(value) }, () => ({})) } : undefined
  const { type } = answer
  if (type !== 'integer' && type !== 'money') return { value }
  return /^-?\d{1,15}$/.test(value) ? { value: Number(value) } : undefined
}

/** Years with a record each, blank as yet: `2019 2020`, however they are set apart. */
function yearsIn(typed: string): Answer | undefined {
  const years = typed.split(/[\s,，、;；]+/).filter((year) => year !== '')
  if (!years.every((year) => /^[12]\d{3}$/.test(year))) return undefined
  return { value: Object.fromEntries(years.map((year) => [year, {}])) }
}
