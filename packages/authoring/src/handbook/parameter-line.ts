import type { Text } from '@tiaoli/engine'
import {
  inWords,
  parseDay,
  parseRate,
  textWithoutRecord,
  type DatedValue,
  type Plan,
  type PlannedParameter,
} from '@tiaoli/engine/plan'
import { dayInChinese } from './day-in-chinese.ts'
import { describeCitations } from './describe-citations.ts'
import { line, type Line } from './line.ts'

/** A parameter with each value, the days it holds, and where it comes from; also in profiles. */
export function parameterLine(plan: Plan, parameter: PlannedParameter): Line<Text> {
  return line(parameter.label.zh, parameter.label.en, parameterLines(plan, parameter))
}

/** What its text leaves open, and each value. */
export function parameterLines(plan: Plan, parameter: PlannedParameter): Line<Text>[] {
  const { entry } = parameter
  const asked = parameter.question && textWithoutRecord(plan, parameter.question)
  const question = asked && [line(`待明确：${asked.zh}`, `open: ${asked.en}`)]
  const values = entry.values.map((value) => describeValue(plan, parameter, value))
  const inProfiles = [...plan.profiles.values()].flatMap(({ entry: profile, timelines }) =>
    (timelines.get(parameter)?.values ?? []).map((value) => {
      const { text, below } = describeValue(plan, parameter, value)
      return line(`方案“${profile.label.zh}”：${text.zh}`, `profile “${profile.label.en}”: ${text.en}`, below)
    }),
  )
  return [...(question ?? []), ...values, ...inProfiles]
}

function describeValue(plan: Plan, parameter: PlannedParameter, value: DatedValue): Line<Text> {
  const words = parameterValueText(parameter, value)
  const { from, to } = value
  const days = {
    zh: [from && `自${dayInChinese(from)}起`, to && `${dayInChinese(to)}以前（不含当日）`].filter(Boolean).join('，'),
    en: [from && ` from ${from}`, to && ` before ${to}`].filter(Boolean).join(''),
  }
  const assumed = value.assumption && [
    line(`设定，原文没有：${value.assumption.zh}`, `an assumption, not in the text: ${value.assumption.en}`),
  ]
  return line(`${words.zh}${days.zh && `（${days.zh}）`}`, `${words.en}${days.en}`, [
    ...describeCitations(plan, value),
    ...(assumed ?? []),
  ])
}

/** A value as the file has it, in words with its unit. */
export function parameterValueText(parameter: PlannedParameter, { value }: Pick<DatedValue, 'value'>): Text {
  if (typeof value !== 'string') return inWords(parameter, value)
  if (parameter.type === 'date') return inWords(parameter, parseDay(value) ?? null)
  return inWords(parameter, parameter.type === 'rate' ? (parseRate(value) ?? null) : value)
}
