import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { Output } from '../../packages/cli/src/terminal/output.ts'
import { LONG_INPUT, StepLine } from '../../packages/cli/src/terminal/step-line.ts'

/** What two steps, of which the second fails, leave on a stream. */
async function written(isTTY: boolean, size: number): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 })
  const steps = new StepLine(new Output(stream as never), size)
  expect(await steps.during('one', () => 1)).toBe(1)
  const failed = steps.during('two', () => Promise.reject(new Error('no')))
  await expect(failed).rejects.toThrow('no')
  return String(stream.read() ?? '')
}

test('each step of long work is said while it lasts, and wiped, also where it fails', async () => {
  expect(await written(true, LONG_INPUT)).toBe('one\r\u001b[Ktwo\r\u001b[K')
})

test.each([
  ['of short work', true, LONG_INPUT - 1],
  ['where there is no terminal', false, LONG_INPUT],
])('no step is said %s', async (_, isTerminal, size) => {
  expect(await written(isTerminal, size)).toBe('')
})
