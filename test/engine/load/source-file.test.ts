import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_LIMITS, SourceFile } from '@tiaoli/engine'

/** Pieces of which texts are made that are JSON, nearly JSON, or not at all. */
const CHARACTERS = '{}[],:" \t\n\r\f\v/\\+-.\u0000\u001F\u007F\u00A0\u2028\uFEFF'.split('')
const STRINGS = [
  '"a"',
  '"b":',
  '"\t"',
  '"\n"',
  '"\u0000"',
  '"\\t"',
  '"\\u0009"',
  '"\\u00"',
  '"\\x"',
  '"\\\n"',
  '"\uD800"',
]
const WORDS = [
  '0',
  '1',
  '01',
  '-0',
  '1.',
  '.5',
  '1e5',
  '1E+1',
  '0x1',
  'true',
  'null',
  'nul',
  'NaN',
  "'a'",
  '//x\n',
  '/**/',
]
const PIECES = [...CHARACTERS, ...STRINGS, ...WORDS]

const nearlyJson = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom(...PIECES))
    .map(([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice(at % (text.length + 1))),
)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

it('a file is JSON to the loader just where it is JSON to everyone else', () => {
  let accepted = 0
  const agree = fc.property(nearlyJson, (text) => {
    const { diagnostics } = new SourceFile('kitchens', 'facts.json', text, DEFAULT_LIMITS)
    const refused = diagnostics.find(({ code }) => code === 'invalid-json')
    if (!refused) accepted++
    const isPlaced = Number.isInteger(refused?.line) && Number.isInteger(refused?.column)
    return isJson(text) ? !refused : isPlaced
  })
  fc.assert(agree, { numRuns: 5000 })
  expect(accepted).toBeGreaterThan(250)
})
