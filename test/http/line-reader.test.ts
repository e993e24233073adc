import { expect, test } from 'vitest'
import { LineReader } from '../../workers/api/src/stream/line-reader.ts'

const encoder = new TextEncoder()

/** A stream of parts, which then ends or breaks off. */
function streamOf(type: 'bytes' | undefined, parts: readonly string[], breaksOff = false): ReadableStream<Uint8Array> {
  const waiting = [...parts]
  const pull = (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
    const part = waiting.shift()
    if (part !== undefined) return controller.enqueue(encoder.encode(part))
    if (breaksOff) return controller.error(new Error('connection lost'))
    controller.close()
    if ('byobRequest' in controller) controller.byobRequest?.respond(0)
  }
  return type === 'bytes' ? new ReadableStream({ type, pull }) : new ReadableStream<Uint8Array>({ pull })
}

async function linesOf(body: ReadableStream<Uint8Array>, limit = 1000): Promise<unknown[]> {
  const reader = new LineReader(body, { line: 100, body: limit })
  const lines: unknown[] = []
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
    lines.push(typeof line === 'string' ? line : line.text)
    if (typeof line === 'string') break
  }
  return lines
}

test.each(['bytes', undefined] as const)('a stream of the type %s is read line by line', async (type) => {
  const parts = ['{"a":1}\n{"b"', ':2}\n', '\n{"c":3}']
  expect(await linesOf(streamOf(type, parts))).toEqual(['{"a":1}', '{"b":2}', '{"c":3}'])
  expect(await linesOf(streamOf(type, []))).toEqual([])
})

test.each(['bytes', undefined] as const)('a stream of the type %s that exceeds its limit is said to', async (type) => {
  expect(await linesOf(streamOf(type, ['1\n', '2\n', '3\n']), 5)).toEqual(['1', '2', 'too-large'])
})

test.each(['bytes', undefined] as const)('a stream of the type %s that breaks off is incomplete', async (type) => {
  expect(await linesOf(streamOf(type, ['1\n2'], true))).toEqual(['1', 'incomplete'])
})
