import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableRecord } from '@tiaoli/engine'
import { LineSplitter, type Line } from '@tiaoli/engine/plan'
import { recordOfLine } from '@tiaoli/engine/runtime'

const LIMIT = 8
const bytes = fc
  .array(fc.constantFrom(...Buffer.from('\n\n\nab 条\r'), 0xff), { maxLength: 60 })
  .map((codes) => Buffer.from(codes))

/** Of a line only its text or its problem. Half a character of UTF-8 may look like one of GBK. */
function outline({ number, text, problem }: Line): unknown {
  return problem ? { number, code: problem.code.replace('gbk', 'not-utf-8'), at: problem.line } : { number, text }
}

/** The lines of a body, split at once. */
function linesOf(body: Buffer): unknown[] {
  return body
    .toString('latin1')
    .split('\n')
    .flatMap((line, i): unknown[] => {
      const part = Buffer.from(line, 'latin1')
      const number = i + 1
      if (part.length > LIMIT) return [{ number, code: 'line-too-long', at: number }]
      const text = part.toString()
      if (text.trim() === '') return []
      return [Buffer.from(text).equals(part) ? { number, text } : { number, code: 'not-utf-8', at: number }]
    })
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
      expect(lines.map(outline)).toEqual(linesOf(body))
    }),
    { numRuns: 2000 },
  )
})

test('a byte order mark, line breaks of Windows and blank lines change no record, and lines are counted on', () => {
  const splitter = new LineSplitter(100)
  const body = '\uFEFF{"id":"F1"}\r\n\r\n \t\r\n{"id":\r\n\uFEFF{"within":"/counties/0","record":{"id":"F2"}}'
  const lines = [...splitter.push(Buffer.from(body)), ...splitter.end()]
  const [first, second, third] = lines.map((line) => recordOfLine(line))
  expect(lines.map(({ number }) => number)).toEqual([1, 4, 5])
  expect(first).toEqual({ record: { id: 'F1' } })
  expect(second!.record).toBeInstanceOf(UnreadableRecord)
  expect((second!.record as UnreadableRecord).problems).toMatchObject([
    { code: 'unclosed-bracket', line: 4, column: 7 },
  ])
  expect(third).toEqual({ within: '/counties/0', record: { id: 'F2' } })
})
