import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Output } from '../../packages/cli/src/terminal/output.ts'
import { ProgressBar } from '../../packages/cli/src/terminal/progress-bar.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance', 'Date', 'setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

/** A bar on a terminal, and what it has written there. */
async function barOn(terminal: boolean) {
  const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 })
  const bar = new ProgressBar(new Output(stream as never), 'evaluated')
  await bar.ready
  return { bar, written: () => String(stream.read() ?? '') }
}

test('a bar shows nothing for a second, and then the share that is done', async () => {
  const { bar, written } = await barOn(true)
  vi.advanceTimersByTime(999)
  bar.update(1, 4)
  expect(written()).toBe('')
  vi.advanceTimersByTime(1)
  bar.update(2, 4)
  vi.advanceTimersByTime(1000)
  expect(written()).toContain('evaluated 50% (2/4)')
  bar.stop()
})

test('a bar shows how much is done where the whole is not known', async () => {
  const { bar, written } = await barOn(true)
  vi.advanceTimersByTime(1000)
  bar.update(3, 0)
  vi.advanceTimersByTime(1000)
  expect(written()).toMatch(/evaluated 3(?!\d|%)/)
  bar.stop()
})

test('a bar is never shown where there is no terminal', async () => {
  const { bar, written } = await barOn(false)
  vi.advanceTimersByTime(5000)
  bar.update(2, 4)
  vi.advanceTimersByTime(5000)
  bar.stop()
  expect(written()).toBe('')
})
