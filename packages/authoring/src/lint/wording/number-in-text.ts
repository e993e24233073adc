import { addTo, isWrittenIn, type Plan, type PlannedParameter, type PlannedRequirement } from '@tiaoli/engine/plan'
import { parameterValues } from '../../encoding/parameter-values.ts'
import { lint } from '../../lint.ts'
import { daysIn } from './days-in-words.ts'
import { measuredIn, quotedNumbers, valuesOf } from './quoted-bounds.ts'

/** Numbers in the texts of a requirement that a parameter gives it: with another value the text is untrue. */
export const numberInText = lint({ 'number-in-text': 'warning' }, function* ({ plan, places }) {
  for (const requirement of plan.requirements) {
    if (requirement.pack !== plan.pack.id) continue
    const { id, parameters } = requirement
    for (const { zh, path } of textsOf(requirement))
      for (const [words, names] of repeatedValues(plan, parameters, zh))
        yield {
          code: 'number-in-text',
          about: id,
          place: places.within('requirement', id, ...path, 'zh'),
          message: {
            zh: `文字中的“${words}”是参数的值，参数改变后就不对了。请写成 ${names.join(' 或 ')}。`,
            en: `“${words}” in this text is the value of a parameter and untrue once that changes. Write ${names.join(' or ')}.`,
          },
        }
  }
})

/** The numbers of a text that are values of parameters, with the placeholders that show those. */
function repeatedValues(plan: Plan, parameters: readonly PlannedParameter[], text: string): Map<string, string[]> {
  const repeated = new Map<string, string[]>()
  for (const parameter of parameters) {
    const values = new Set(parameterValues(plan, parameter).map(({ value }) => String(value)))
    const words = numbersLike(parameter, text).find(({ value }) => values.has(value))?.words
    if (words !== undefined) addTo(repeated, words, `{${parameter.name}}`)
  }
  return repeated
}

interface PlacedWords {
  zh: string
  path: readonly (string | number)[]
}

function textsOf({ entry }: PlannedRequirement): PlacedWords[] {
  return [
    ...(['unless', 'notes'] as const).flatMap((list) =>
      (entry[list] ?? []).flatMap(({ text, remedy }, i) => [
        { text, path: [list, i, 'text'] },
        { text: remedy, path: [list, i, 'remedy'] },
      ]),
    ),
    ...(['title', 'problem', 'remedy'] as const).map((key) => ({ text: entry[key], path: [key] })),
  ].flatMap(({ text, path }) => (text && isWrittenIn('zh', text) ? [{ zh: text.zh, path }] : []))
}

/** What in a text may be a value of a parameter: a day, a rate, an amount, or a number of what it counts. */
export function numbersLike({ type, unit }: PlannedParameter, text: string): { words: string; value: string }[] {
  if (type === 'date') return daysIn(text)
  if (type !== 'integer' && type !== 'money' && type !== 'rate') return []
  const all = measuredIn(text)
  const bounds = quotedNumbers(text)
  return all.flatMap(({ number, unit: own, to }, i) => {
    const next = all[i + 1]
    // 三至五人: what the second counts, the first counts too.
    const counted = own || (next && RANGE.test(text.slice(to, next.number.from)) ? next.unit : '')
    if (type === 'integer' && !countsAlike(counted, unit?.zh)) return []
    // 一名副书记 is a deputy secretary, not a number of them.
    if (number.value === '1' && !bounds.some(({ value }) => value === '1')) return []
    return [
      {
        words: text.slice(number.from, to),
        value: type === 'money' ? valuesOf(number.value, own).value : number.value,
      },
    ]
  })
}

const RANGE = /^[至到~～－—–-]+$/

/** Words for the same unit. */
const ALIKE = [
  ['人', '名', '位', '个'],
  ['家', '个', '所'],
  ['日', '天'],
  ['年', '周岁', '岁'],
  ['个月', '月'],
]

function countsAlike(written: string, unit: string | undefined): boolean {
  return (
    unit === undefined || written === unit || ALIKE.some((group) => group.includes(written) && group.includes(unit))
  )
}
