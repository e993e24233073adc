import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LineSplitter, type Line } from '../../workers/api/src/stream/line-splitter.ts'

const LIMIT = 8
const bytes = fc
  .array(fc.constantFrom(...Buffer.from('\n\n\nab 条\r'), 0xff), { maxLength: 60 })
  .map((codes) => Buffer.from(codes))

/** The lines of a body, split at once. */
function linesOf(body: Buffer): Line[] {
  return body
    .toString('latin1')
    .split('\n')
    .map((line, i): Line => {
      const part = Buffer.from(line, 'latin1')
      if (part.length > LIMIT) return { number: i + 1, fault: 'too-long' }
      const text = part.toString()
      return Buffer.from(text).equals(part) ? { number: i + 1, text } : { number: i + 1, fault: 'not-utf-8' }
    })
    .filter(({ text }) => text?.trim() !== '')
}

test('the lines of a body do not depend on its chunks, even if a chunk is overwritten later', () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.integer({ min: 1, max: 12 })), (body, lengths) => {
      const splitter = new LineSplitter(LIMIT)
      const lines: Line[] = []
      for (let start = 0; start < body.length;) {
        const end = start + (lengths.shift() ?? body.length)
        const chunk = Buffer.from(body.subarray(start, end))
        lines.push(...splitter.push(chunk))
        chunk.fill('x')
        start = end
      }
      lines.push(...splitter.end())
      expect(lines).toEqual(linesOf(body))
    }),
    { numRuns: 2000 },
  )
})
