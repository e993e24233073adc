import type { InputProblem } from '../errors/input-error.ts'
import { pointerOf } from '../json/pointer.ts'
import type { Plan, PlannedParameter } from '../plan/plan.ts'
import type { TimelineEntry } from '../plan/timeline.ts'
import type { Text } from '../text/text.ts'
import type { Parameter } from '../schema/parameters-schema.ts'
import { parseDay } from '../values/date.ts'
import { YUAN } from '../values/currency.ts'
import { parseRate } from '../values/rate.ts'
import type { Value } from '../values/value.ts'
import { rangeWords } from '../errors/range-words.ts'
import { unknownName } from './unknown-name.ts'

/** Puts the values that a caller gives in place of those of the pack, and returns for which parameters it did. */
export function overrideParameters(
  plan: Plan,
  values: Readonly<Record<string, string | number | boolean | null>>,
  timelines: (readonly TimelineEntry[])[],
  problems: InputProblem[],
): Set<PlannedParameter> {
  const overridden = new Set<PlannedParameter>()
  for (const [id, raw] of Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const pointer = pointerOf(['parameters', id])
    const parameter = plan.parameters.get(id)
    if (!parameter) {
      problems.push(unknownName(pointer, 'unknown-parameter', '参数', 'parameter', id, plan.parameters.keys()))
      continue
    }
    const value = raw === null ? null : readParameter(parameter, raw)
    if (value === undefined) {
      problems.push({ code: 'parameter-invalid', pointer, message: wrongValue(parameter, raw) })
      continue
    }
    overridden.add(parameter)
    timelines[parameter.index] = value === null ? [] : [{ from: -Infinity, to: Infinity, value, source: -1 }]
  }
  return overridden
}

function readParameter({ type, entry, values }: PlannedParameter, raw: string | number | boolean): Value | undefined {
  switch (type) {
    case 'boolean':
      return typeof raw === 'boolean' ? raw : undefined
    case 'integer':
    case 'money': {
      const inRange = typeof raw === 'number' && raw >= (entry.min ?? -Infinity) && raw <= (entry.max ?? Infinity)
      return inRange && Number.isSafeInteger(raw) ? raw : undefined
    }
    case 'date':
      return typeof raw === 'string' ? parseDay(raw) : undefined
    case 'rate':
      return typeof raw === 'string' ? parseRate(raw) : undefined
    default:
      return typeof raw === 'string' && values?.has(raw) ? raw : undefined
  }
}

/** What the value of a parameter looks like, by its type. */
const SHAPES: Readonly<Record<Exclude<Parameter['type'], 'enum' | 'money'>, Text>> = {
  boolean: { zh: ' true 或 false', en: 'true or false' },
  integer: { zh: '整数', en: 'an integer' },
  rate: { zh: '比率，如 "1%"', en: 'a rate, such as "1%"' },
  date: { zh: '日期，如 "2019-01-01"', en: 'a date, such as "2019-01-01"' },
}

function wrongValue(parameter: PlannedParameter, raw: unknown): Text {
  const {
    label,
    entry: { min, max },
  } = parameter
  const shape = shapeOf(parameter)
  const words = rangeWords(min, max)
  const range = words ? { zh: `，${words.zh}`, en: `, ${words.en}` } : { zh: '', en: '' }
  const isInexact = Number.isInteger(raw) && !Number.isSafeInteger(raw)
  const exact = isInexact ? EXACT : { zh: '', en: '' }
  return {
    zh: `“${label.zh}”的值不合要求。应为${shape.zh}${range.zh}${exact.zh}。`,
    en: `The value does not fit "${label.en}". Write ${shape.en}${range.en}${exact.en}.`,
  }
}

function shapeOf({ currency = YUAN, entry: { type, choices } }: PlannedParameter): Text {
  const { unit } = currency.minor
  if (type === 'money') return { zh: `以${unit.zh}计的整数`, en: `an integer, in ${unit.en}` }
  return type === 'enum' ? oneOf(Object.keys(choices ?? {})) : SHAPES[type]
}

const EXACT: Text = { zh: '，不超出 ±9007199254740991', en: ', within ±9007199254740991' }

function oneOf(choices: readonly string[]): Text {
  return { zh: `以下之一：${choices.join('、')}`, en: `one of: ${choices.join(', ')}` }
}
