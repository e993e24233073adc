import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ReadAnswer } from '../../engine/read-answer.ts'
import type { FileChanges, RevisableParameter } from '../../engine/revision-calls.ts'
import { choicesOf } from '../../parts/answer-choices.ts'
import { loaded } from '../../state/loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** A value that was typed, and how it reads. */
export interface TypedValue {
  readonly value: string | number | boolean
  readonly said: string
}

/** What is typed as a value of the rules; undefined where it is none, or not yet, and how to write one. */
export function useTypedValue(
  { id, form }: RevisableParameter,
  typed: string,
  changes: FileChanges,
): { given: TypedValue | undefined; refusal: string | undefined } {
  const { fillIn } = useWords()
  const words = useRevisionWords()
  const text = useText()
  const amount = useAmount(form.type === 'money' ? id : undefined, typed, changes)
  if (form.type === 'money')
    return {
      given: amount && 'value' in amount ? { value: amount.value as number, said: text(amount.said) } : undefined,
      refusal: amount && 'refusal' in amount ? text(amount.refusal) : undefined,
    }
  const choices = choicesOf(form, fillIn, text)
  const choice = typed === '' ? undefined : choices?.[Number(typed)]
  if (choices)
    return {
      given: choice && { value: choice.value as TypedValue['value'], said: choice.label },
      refusal: undefined,
    }
  const number = typedValue(form, typed)
  // As its old value reads: 3人 → 5人.
  const given = number && form.unit ? { ...number, said: `${number.said}${text(form.unit)}` } : number
  return { given, refusal: given || typed.trim() === '' ? undefined : words.wholeNumber }
}

/** Has an amount read as it is read everywhere. */
function useAmount(parameter: string | undefined, typed: string, changes: FileChanges): ReadAnswer | undefined {
  const { engine } = useWork()
  const asked = JSON.stringify([parameter, typed])
  const read = useSignal<{ asked: string; answer: ReadAnswer } | undefined>(undefined)
  useEffect(() => {
    if (parameter === undefined || typed.trim() === '') return undefined
    const controller = new AbortController()
    const readNow = async () => {
      const found = await loaded(() => engine.call('readAmount', { changes, parameter, typed }, controller.signal))
      if (found.state === 'ready') read.value = { asked, answer: found.value }
    }
    void readNow()
    return () => controller.abort()
  }, [asked, changes])
  return read.value?.asked === asked ? read.value.answer : undefined
}

function typedValue({ type }: RevisableParameter['form'], typed: string): TypedValue | undefined {
  const said = typed.trim()
  if (said === '') return undefined
  if (type !== 'integer') return { value: said, said }
  return /^-?\d{1,15}$/.test(said) ? { value: Number(said), said } : undefined
}
