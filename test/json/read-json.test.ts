import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson, TextPlaces } from '@tiaoli/engine/plan'

/** What has a meaning in JSON, and what nearly has. */
const TOKENS = [
  ...'{ } [ ] , : " \\ 0 -1 1.5e3 01 1e999 1. .5 - +1 true null nul NaN True'.split(' '),
  ...'"a" "a" "b" "\\u0061" "a\\"" "\\\\" "{" ":" "条" "" "__proto__" "prototype" "\\u005f_proto__"'.split(' '),
  ...'"a": "b": "\\ud800" "\\ud83d\\ude00" \ud800 \ufffd " \\x "\\u00" "\\t" \'a\' // /* */ # ; ， ： “ ” 条 <'.split(
    ' ',
  ),
  ' ',
  '\t',
  '\n',
  '\r\n',
  '\f',
  '\u00a0',
  '\u2028',
  '\ufeff',
  '\u0000',
  '\u001f',
  '\u007f',
  '"\t"',
  '"\u0000"',
]
const anyToken = fc.constantFrom(...TOKENS)

const NAMES = ['a', 'b', 'a"', '\\', ':', '{', '条', '', '__proto__', 'constructor', '1', 'ab', 'a b\n']
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES).map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: fc.constantFrom('"\\u0061"', '"\\u005f_proto__"', '"\\\\"') },
)

/** JSON texts in which a name may well appear twice. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(name, fc.constantFrom('0', '-1.5e3', '1e400', 'true', 'null', '"\\udc00"')),
    fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(name, tie('json')), { maxLength: 4 })
      .map((entries) => `{${entries.map(([key, value]) => `${key}: ${value}`).join(',')}}`),
  ),
}))

/** One of them, cut somewhere and joined again with something in between. */
const broken = fc
  .tuple(json, fc.nat(), fc.nat({ max: 2 }), fc.oneof(fc.constant(''), anyToken))
  .map(([text, at, length, between]) => {
    const start = at % (text.length + 1)
    return text.slice(0, start) + between + text.slice(start + length)
  })

const text = fc.oneof(
  json,
  broken,
  fc.array(anyToken, { maxLength: 12 }).map((parts) => parts.join('')),
)

/** Whether `JSON.parse` takes a text and nothing in it is ambiguous. */
function isAcceptable(source: string): boolean {
  const body = source.replace(/^\uFEFF/, '')
  try {
    JSON.parse(body)
  } catch {
    return false
  }
  return !body.includes('\uFFFD') && isSound(body)
}

/** In a text that is JSON, names are told from values by the colon after them. */
function isSound(body: string): boolean {
  const names: Set<string>[] = []
  for (const [token, quoted, colon] of body.matchAll(/("(?:[^"\\]|\\.)*")\s*(:)?|[{}[\]]|[^\s{}[\],:"]+/g)) {
    if (token === '{' || token === '[') names.push(new Set())
    else if (token === '}' || token === ']') names.pop()
    else if (quoted === undefined) {
      if (!Number.isFinite(Number(token)) && !/^(?:true|false|null)$/.test(token)) return false
    } else {
      const string = JSON.parse(quoted) as string
      if (!string.isWellFormed()) return false
      if (colon === undefined) continue
      if (string.includes('\\') || ['__proto__', 'constructor', 'prototype'].includes(string)) return false
      if (names.at(-1)!.has(string)) return false
      names.at(-1)!.add(string)
    }
  }
  return true
}

test('a text is refused just where JSON.parse refuses it or something in it is ambiguous', () => {
  let accepted = 0
  const agree = fc.property(text, (source) => {
    const isAccepted = readJson(source).problems.length === 0
    if (isAccepted) accepted++
    return isAccepted === isAcceptable(source)
  })
  fc.assert(agree, { numRuns: 20_000 })
  expect(accepted).toBeGreaterThan(2000)
})

test('an accepted text gives what JSON.parse gives', () => {
  fc.assert(
    fc.property(json, (source) => {
      const { value, problems } = readJson(source)
      if (problems.length === 0) expect(value).toEqual(JSON.parse(source))
    }),
    { numRuns: 2000 },
  )
})

test('every problem is placed within the text', () => {
  const placed = fc.property(text, (source) => {
    const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
    return readJson(source).problems.every(
      ({ line, column }) => column > 0 && column <= (lines[line - 1] ?? '').length + 1,
    )
  })
  fc.assert(placed, { numRuns: 5000 })
})

test('each part of an accepted text has its place', () => {
  const source = '\uFEFF{\n  "a": [1, {"b": true}]\n}'
  const places = new TextPlaces(source)
  expect(places.at(['a', 1, 'b'])).toEqual({ line: 2, column: 18 })
  expect(places.at(['a', 1, 'b'], true)).toEqual({ line: 2, column: 13 })
  expect(places.at(['a', 7])).toEqual({ line: 2, column: 8 })
  fc.assert(
    fc.property(json, (sound) => {
      if (readJson(sound).problems.length === 0) expect(new TextPlaces(sound).at([])).toEqual({ line: 1, column: 1 })
    }),
  )
})

describe('limits', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

  test('48 levels pass, 49 are too deep', () => {
    expect(JSON.stringify(readJson(nested(48)).value)).toBe(nested(48))
    expect(readJson(nested(49)).problems).toMatchObject([{ code: 'too-deep', column: 49 }])
    expect(readJson('['.repeat(1_000_000)).problems).toMatchObject([{ code: 'too-deep', column: 49 }])
  })

  test('a text is no longer than it may be, the byte order mark not counted', () => {
    expect(readJson('\uFEFF{}', { characters: 2 }).problems).toEqual([])
    expect(readJson('{ }', { characters: 2 }).problems).toMatchObject([{ code: 'too-large', line: 1, column: 1 }])
  })

  test('objects and lists are no more than they may be', () => {
    expect(readJson('[{}, {}]', { containers: 3 }).problems).toEqual([])
    expect(readJson('[{}, {}, []]', { containers: 3 }).problems).toMatchObject([
      { code: 'too-many-objects', column: 10, pointer: '/2' },
    ])
  })

  test('problems are listed up to a hundred', () => {
    expect(readJson(`{${'"a": 1, '.repeat(500)}"a": 1}`).problems).toHaveLength(100)
  })
})

test('all that is ambiguous is listed, in the order of the text, up to the first fault of syntax', () => {
  const { problems } = readJson('{"a": 1, "a": 2,\n"b": "\\ud800", "prototype": 1e999,\n"c" 1, "a": 3}')
  expect(problems.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
    '1:10 duplicate-key',
    '2:6 ill-formed-text',
    '2:16 forbidden-name',
    '2:29 number-too-large',
    '3:5 missing-colon',
  ])
})

test('a key with a personal number is not repeated in a pointer', () => {
  const { problems } = readJson('{"13800138000": {"a": 1, "a": 2}}')
  expect(problems).toMatchObject([{ pointer: '/…/a' }])
})

test('a line of a stream counts as one, whatever it contains', () => {
  expect(readJson('{"a": 1,\r}', {}, 7).problems).toMatchObject([{ code: 'trailing-comma', line: 7, column: 8 }])
  expect(readJson(Uint8Array.of(0x22, 0xff, 0x22), {}, 7).problems).toMatchObject([
    { code: 'not-utf-8', line: 7, column: 2 },
  ])
})
