import { closestName, pointerOf, type Text } from '@tiaoli/engine'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { MOST_PLACES, ProblemError, type ProblemPlace } from '../problem/problem-error.ts'

type Issue = z.core.$ZodIssue

/** The sentence for a property that is missing or of the wrong kind, where the general one would not do. */
const SENTENCES: Readonly<Record<string, Text>> = {
  '/asOf': {
    zh: '请写明评价日期 asOf（YYYY-MM-DD）。系统从不默认为今天。',
    en: 'Say as of which day to evaluate: asOf, YYYY-MM-DD. It is never assumed to be today.',
  },
  '/ledger': {
    zh: '请在 ledger 中给出台账，是一个对象 { … }。',
    en: 'Give the ledger, an object { … }, as ledger.',
  },
  '/pack': {
    zh: '规则包的 id 是以连字符相连的小写字母和数字，如 ganzhou-2018-32。',
    en: 'The id of a pack is lower-case words joined by hyphens, such as ganzhou-2018-32.',
  },
}

const PARTS = { query: 'query', param: 'path', header: 'header' } as const

/**
 * A router whose validators answer with problems. `known` are the names that the top level of its bodies may hold,
 * for suggestions.
 */
export function router(known: readonly string[] = []): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const part = PARTS[result.target as keyof typeof PARTS] as ProblemPlace['in']
      throw invalidRequest(result.error, part === undefined ? known : [], part)
    },
  })
}

/** The problem for a part of a request whose shape is wrong. */
export function invalidRequest(
  { issues }: z.core.$ZodError,
  known: readonly string[],
  part?: ProblemPlace['in'],
): ProblemError {
  const places = issues.slice(0, MOST_PLACES).flatMap((issue) => describe(issue, known))
  return new ProblemError('invalid-request', part ? places.map((place) => ({ in: part, ...place })) : places)
}

function describe(issue: Issue, known: readonly string[]): ProblemPlace[] {
  const pointer = pointerOf(issue.path.map(String))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_PLACES).map((key) => {
      const suggestion = pointer === '' ? closestName(key, known) : undefined
      return {
        pointer: `${pointer}${pointerOf([key])}`,
        code: 'unknown-property',
        detail: {
          zh: '没有这一项。请检查拼写或删去。',
          en: 'There is no such property. Correct the spelling or remove it.',
        },
        ...(suggestion !== undefined && { suggestion }),
      }
    })
  return [{ pointer, code: codeOf(issue), detail: SENTENCES[pointer] ?? sentenceOf(issue) }]
}

function codeOf(issue: Issue): string {
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return missing ? 'missing' : issue.code.replaceAll('_', '-')
}

function sentenceOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return { zh: `类型应为 ${issue.expected}。`, en: `Write a value of type ${issue.expected}.` }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { zh: `只能是：${values}。`, en: `Write one of: ${values}.` }
    }
    case 'too_big':
      return { zh: `最大（最多）为 ${issue.maximum}。`, en: `At most ${issue.maximum}.` }
    case 'too_small':
      return { zh: `最小（最少）为 ${issue.minimum}。`, en: `At least ${issue.minimum}.` }
    default:
      return { zh: '不合格式，见 /openapi.json。', en: 'This does not fit the format; see /openapi.json.' }
  }
}
