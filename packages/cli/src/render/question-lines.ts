import type { NextQuestion } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** How to answer a question: the choices, the unit, the meaning of null. */
export function answerHint({ texts, language }: Context, { answer }: NextQuestion): string {
  const words = texts.ask
  if (answer.kind === 'records') {
    const none = answer.none?.[language]
    if (answer.keyed) return words.whichYears(none)
    return answer.year === undefined ? words.howMany : words.yearRecord(answer.year, none)
  }
  const { type, unit, values, none } = answer
  const choices = values?.map(({ value, label }) => `${value} ${label[language]}`).join(' | ')
  return words.form(choices ?? words.types[type], unit?.[language], none?.[language])
}

/** What the policy leaves open, or which facts contradict each other. */
export function questionLines({ texts, language }: Context, { reason, text }: NextQuestion): string[] {
  if (!text) return []
  if (reason !== 'conflict') return [text[language]]
  const { missing, colon } = texts.finding
  return [`${missing.conflict}${colon}${text[language]}`]
}
