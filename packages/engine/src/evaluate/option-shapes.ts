import type { InputProblem } from '../errors/input-error.ts'
import { pointerOf } from '../json/pointer.ts'
import { closestName } from '../errors/closest-name.ts'
import type { Text } from '../errors/text.ts'
import type { EvaluateOptions } from './options.ts'

interface Shape {
  fits: (value: unknown) => boolean
  text: Text
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNames = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string')

const SWITCH: Shape = {
  fits: (value) => typeof value === 'boolean',
  text: { zh: '应为 true 或 false。', en: 'Write true or false.' },
}

const NAMES: Shape = {
  fits: isNames,
  text: { zh: '应为名称的列表，如 ["…"]。', en: 'Write a list of names, such as ["…"].' },
}

/** Every option there is; those without a shape here are looked at where they are read. */
const SHAPES: Readonly<Record<keyof EvaluateOptions, Shape | undefined>> = {
  asOf: undefined,
  profile: {
    fits: (value) => typeof value === 'string',
    text: { zh: '应为参数方案的名称，如 "strict"。', en: 'Write the name of a profile, such as "strict".' },
  },
  parameters: {
    fits: isObject,
    text: { zh: '应为参数名与值的对象 { … }。', en: 'Write an object of parameters and their values { … }.' },
  },
  detail: undefined,
  exact: SWITCH,
  requirements: NAMES,
  periods: undefined,
  notInForce: SWITCH,
  statuses: NAMES,
  maxFindings: undefined,
}

/** Options that are none, are unknown or have the wrong shape. What is left has names and values still to be checked. */
export function misshapenOptions(options: unknown): InputProblem[] {
  if (!isObject(options)) return [{ code: 'options-missing', pointer: '', message: NO_OPTIONS }]
  return Object.entries(options as object).flatMap(([key, value]): InputProblem[] => {
    const pointer = pointerOf([key])
    if (!Object.hasOwn(SHAPES, key)) return [unknownOption(key, pointer)]
    const shape = SHAPES[key as keyof EvaluateOptions]
    return value === undefined || !shape || shape.fits(value)
      ? []
      : [{ code: 'option-invalid', pointer, message: shape.text }]
  })
}

const NO_OPTIONS: Text = {
  zh: '请给出评价选项，至少写明评价日期，如 { asOf: "2019-01-01" }。',
  en: 'Give options, at least the day of evaluation, such as { asOf: "2019-01-01" }.',
}

export function unknownOption(key: string, pointer: string): InputProblem {
  const suggestion = closestName(key, Object.keys(SHAPES))
  return {
    code: 'unknown-option',
    pointer,
    message: { zh: '没有这个选项。请查对名称。', en: 'There is no such option. Check its name.' },
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}
