import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFault } from '../../workers/api/src/http/json-text.ts'
import { parse } from '../../workers/api/src/http/parse-json.ts'
import { ProblemError } from '../../workers/api/src/problem/problem-error.ts'

/** What has a meaning in JSON, and what nearly has. */
const TOKENS = `{ } [ ] , : " \\ \\" \\\\ "a" "a" "b" "\\u0061" "a\\"" "\\\\" "{" ":" "条" "" "__proto__" "prototype"
  "\\u005f_proto__" 0 -1 1.5e3 01 1e999 true null nul \u0000 条`.split(/\s+/)

const NAMES = ['a', 'b', 'a"', '\\', ':', '{', '条', '', '__proto__', 'constructor', '1', '\u0061b', 'a b\n']
const name = fc.constantFrom(...NAMES).map((text) => JSON.stringify(text))
const escaped = fc.constantFrom('"\\u0061"', '"\\u005f_proto__"', '"\\\\"')

/** JSON texts in which a name may well stand twice. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(name, escaped, fc.constantFrom('0', '-1.5e3', 'true', 'null')),
    fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: name }, { weight: 1, arbitrary: escaped }), tie('json')), {
        maxLength: 4,
      })
      .map((entries) => `{${entries.map(([key, value]) => `${key}: ${value}`).join(',')}}`),
  ),
}))
/** One of them, cut somewhere and joined again. */
const broken = fc
  .tuple(json, fc.nat(), fc.nat({ max: 2 }), fc.constantFrom('', ...TOKENS))
  .map(([text, at, length, token]) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + token + text.slice(start + length)
  })
const text = fc.oneof(
  json,
  broken,
  fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((parts) => parts.join('')),
)

/** What comes of a text: its value, or the places of its faults. */
function outcomeOf(sent: string): unknown {
  try {
    return { value: parse(sent) }
  } catch (error) {
    return error instanceof ProblemError ? { places: error.places } : error
  }
}

/** The same, by a search for faults before parsing. */
function searched(sent: string): unknown {
  const fault = findFault(sent)
  if (fault) return { places: [fault] }
  try {
    return { value: JSON.parse(sent) as unknown }
  } catch {
    return { places: [expect.objectContaining({ code: 'syntax' })] }
  }
}

test('counting names lets pass just what a search for faults lets pass, and tells the same place', () => {
  fc.assert(
    fc.property(text, (sent) => {
      expect(outcomeOf(sent)).toEqual(searched(sent))
    }),
    { numRuns: 20_000 },
  )
})

test('64 levels pass, 65 are too deep', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(JSON.stringify(parse(nested(64)))).toBe(nested(64))
  expect(outcomeOf(nested(65))).toMatchObject({ places: [{ code: 'too-deep' }] })
})

test('brackets, colons and names within strings are only text', () => {
  const value = { 'a": {"a': '[[[[{:\\', b: '"__proto__":'.repeat(3) }
  expect(parse(JSON.stringify(value))).toEqual(value)
})

test('a name that only its escapes tell from another stands twice', () => {
  expect(outcomeOf('{"a": 1, "\\u0061": 2}')).toMatchObject({ places: [{ code: 'duplicate-key' }] })
})

test('no name holds a backslash, for which V8 would take another', () => {
  expect(outcomeOf('{"a": 1, "\\\\": 2}')).toMatchObject({ places: [{ code: 'forbidden-name' }] })
  expect(outcomeOf('{"a": 1, "\\u0062": 2}')).toEqual({ value: { a: 1, b: 2 } })
})
