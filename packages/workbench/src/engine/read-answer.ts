import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { inWords, isRefusal, readValue, type Plan } from '@tiaoli/engine/plan'
import { readTyped, readTypedAmount } from '@tiaoli/office/template'
import { referredTo, shownRecords } from './referred-to.ts'

/** What was typed as an answer: its value, and in words what will be saved; or how to write one. */
export type ReadAnswer = { readonly value: unknown; readonly said: Text } | { readonly refusal: Text }

interface Asked {
  readonly fact: string
  readonly typed: string
  readonly language: Language
  /** What the page calls records that have ids alone. */
  readonly names: Readonly<Record<string, string>>
}

export function readAnswer(plan: Plan, ledger: unknown, { fact: name, typed, language, names }: Asked): ReadAnswer {
  const fact = plan.facts.get(name)
  if (fact?.kind !== 'given') throw new Error(`${name} is not given`)
  const referred = fact.to && referredTo(shownRecords(plan, fact.to.name, ledger, names), typed)
  if (referred) return referred
  const read = readTyped(plan, fact, typed, language)
  if ('refusal' in read) return read
  const value = readValue(fact, read.value)
  return isRefusal(value) ? { refusal: value.message } : { value: read.value, said: inWords(fact, value) }
}

/** What was typed as an amount that the rules name. */
export function readAmount(plan: Plan, id: string, typed: string): ReadAnswer {
  const parameter = plan.parameters.get(id)
  if (!parameter) throw new Error(`${id} is no parameter`)
  const read = readTypedAmount(plan, parameter.currency, typed)
  return 'refusal' in read ? read : { value: read.value, said: inWords(parameter, read.value as number) }
}
