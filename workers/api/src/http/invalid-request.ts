import type { InputProblem, Text } from '@tiaoli/engine'
import { closestName, optionFaults, optionProblemAt, pointerOf, unknownOption } from '@tiaoli/engine/plan'
import type { z } from 'zod'
import { MAX_PLACES } from '../problem/limit-places.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'

type Issue = z.core.$ZodIssue

/** Messages for properties that the general ones do not explain, by pointer. */
const MESSAGES: Readonly<Record<string, Text>> = {
  '/ledger': {
    zh: '请在 `ledger` 中给出台账，格式为对象 { … }。',
    en: 'Give the ledger, an object { … }, in `ledger`.',
  },
  '/pack': {
    zh: '规则包的 id 由小写字母和数字组成，以连字符相连，如 ganzhou-2018-32。',
    en: 'The id of a pack consists of lower-case words joined by hyphens, such as ganzhou-2018-32.',
  },
  '/limit': { zh: '请写 1 至 200 的整数。', en: 'Write a whole number from 1 to 200.' },
  '/before': { zh: '请写上一页的 `next`。', en: 'Write the `next` of the previous page.' },
  '/after': {
    zh: '请写审计记录的序号，从头开始则写 0。',
    en: 'Write the number of an audit entry, or 0 to begin with the first.',
  },
  '/holder': {
    zh: '请写持有人的姓名或名称：以文字或数字开头，可有空格、点、@、- 和 _，最多100个字；不能有看不见的字符，不能把形似的两种字母混在一起。',
    en: 'Write who holds it: letters and digits, with spaces, dots, @, - and _ inside, 100 at most. No unseen letters, and no two alphabets that look alike.',
  },
  '/hash': { zh: '请写审计记录的 `hash`，共 64 位。', en: 'Write the `hash` of an audit entry, 64 digits.' },
  '/file': {
    zh: '请把每个工作簿作为名为 `file` 的部分发送，并写明文件名；最多 20 个。',
    en: 'Send each workbook as a part named `file`, with a file name; 20 at most.',
  },
  '/mapping': {
    zh: '请写规则包中一种对照设置的 id，或以文件发送一份对照设置。',
    en: 'Write the id of a mapping of the pack, or send a mapping as a file.',
  },
  '/on': { zh: '请写日历中的日期，如 2026-09-30。', en: 'Write a day of the calendar, such as 2026-09-30.' },
  '/names': {
    zh: '请写单位代号对名称的对象，如 {"F001": "江西明远律师事务所"}。',
    en: 'Write an object of names by id, such as {"F001": "Smith and Partners"}.',
  },
  '/version': { zh: '请写版本的序号，如 1。', en: 'Write the number of a version, such as 1.' },
}

/** What a schema refused: the properties that it knows, and what was given. */
interface Refused {
  shape: Readonly<Record<string, z.ZodType>>
  data: unknown
}

/** The problem for a part of a request that its schema refuses, in the engine's words where it is an option of its. */
export function invalidRequest(
  { issues }: z.core.$ZodError,
  refused: Refused,
  part?: ProblemPlace['in'],
): ProblemError {
  const places = issues.slice(0, MAX_PLACES).flatMap((issue) => placesOf(issue, refused))
  return new ProblemError('invalid-request', part ? places.map((place) => ({ in: part, ...place })) : places)
}

function placesOf(issue: Issue, { shape, data }: Refused): ProblemPlace[] {
  const pointer = pointerOf(issue.path.map(String))
  if (issue.code === 'unrecognized_keys') {
    const isOption = pointer === '' && Object.values(shape).some((schema) => optionFaults.has(schema))
    const known = Object.keys(shape)
    return issue.keys
      .slice(0, MAX_PLACES)
      .map((key) => (isOption ? placeOf(unknownOption(key, known)) : unknownProperty(pointer, key, known)))
  }
  const input = valueAt(data, issue.path)
  const problem = isOurBound(issue) ? undefined : optionProblemAt(shape[String(issue.path[0])], issue, input)
  if (problem) return [placeOf(problem)]
  if (LEDGERS.has(pointer) && issue.code === 'invalid_type' && input !== undefined)
    return [{ pointer, code: 'not-object', detail: NOT_OBJECT }]
  return [{ pointer, code: codeOf(issue, input), detail: MESSAGES[pointer] ?? messageOf(issue) }]
}

/** Lengths, and the greatest and least number of an option itself, are bounds of HTTP; those of an item are the engine's. */
function isOurBound(issue: Issue): boolean {
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return false
  return issue.path.length === 1 || issue.origin === 'string' || issue.origin === 'array'
}

/** Properties that are read as ledgers. */
const LEDGERS: ReadonlySet<string> = new Set(['/ledger', '/context'])

const NOT_OBJECT: Text = { zh: '台账应为一个对象 { … }。', en: 'Write the ledger as an object { … }.' }

function placeOf({ message, ...rest }: InputProblem): ProblemPlace {
  return { ...rest, detail: message }
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  )
}

function unknownProperty(pointer: string, key: string, known: readonly string[]): ProblemPlace {
  const suggestion = pointer === '' ? closestName(key, known) : undefined
  return {
    pointer: `${pointer}${pointerOf([key])}`,
    code: 'unknown-property',
    detail: { zh: '没有这一项。请检查拼写，或删去。', en: 'Unknown property. Correct the spelling or remove it.' },
    ...(suggestion !== undefined && { suggestion }),
  }
}

function codeOf(issue: Issue, input: unknown): string {
  const isMissing = (issue.code === 'invalid_type' || issue.code === 'invalid_union') && input === undefined
  return isMissing ? 'missing' : issue.code.replaceAll('_', '-')
}

/** The types that schemas expect, by zod's name. */
const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表 [ … ]', en: 'a list [ … ]' },
  object: { zh: '对象 { … }', en: 'an object { … }' },
  record: { zh: '对象 { … }', en: 'an object { … }' },
}

/** What a limit counts. */
const UNITS: Readonly<Record<string, Text>> = {
  string: { zh: ' 个字符', en: ' characters' },
  array: { zh: ' 项', en: ' items' },
}

function messageOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type': {
      const type = TYPES[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return { zh: `应为${type.zh}。`, en: `Must be ${type.en}.` }
    }
    case 'invalid_value': {
      const values = issue.values.map(String)
      return { zh: `只能是：${values.join('、')}。`, en: `Must be one of: ${values.join(', ')}.` }
    }
    case 'too_big':
      return atMost(issue.maximum, issue.origin)
    case 'too_small':
      return atLeast(issue.minimum, issue.origin)
    default:
      return { zh: '格式不正确，见 /openapi.json。', en: 'Invalid format; see /openapi.json.' }
  }
}

function atMost(maximum: number | bigint, origin: string): Text {
  const unit = UNITS[origin]
  if (!unit) return { zh: `不得大于 ${maximum}。`, en: `Must be at most ${maximum}.` }
  return { zh: `不得超过 ${maximum}${unit.zh}。`, en: `Must have at most ${maximum}${unit.en}.` }
}

function atLeast(minimum: number | bigint, origin: string): Text {
  const unit = UNITS[origin]
  if (!unit) return { zh: `不得小于 ${minimum}。`, en: `Must be at least ${minimum}.` }
  return { zh: `至少须有 ${minimum}${unit.zh}。`, en: `Must have at least ${minimum}${unit.en}.` }
}
