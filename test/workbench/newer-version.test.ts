import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeEach, expect, it, vi } from 'vitest'
import { Engine } from '../../packages/workbench/src/engine/engine.ts'
import { Work } from '../../packages/workbench/src/state/work.ts'
import { WorkerInProcess } from './worker-in-process.ts'

let work: Work
let answer: () => Promise<Response>

beforeEach(async () => {
  vi.stubGlobal('Worker', WorkerInProcess)
  vi.stubGlobal('fetch', () => answer())
  work = new Work(new Engine())
  const rules = await work.engine.call('openRules', { source: ganzhou })
  work.inForce.rules.value = { state: 'ready', value: { ...rules, version: 1 } }
})

const inForce = (version: number) => async () =>
  Response.json({ packs: [{ id: 'ganzhou-2018-32', edition: { version }, uses: [] }] })

it('another version that is in force is told, and none where it is that of the page', async () => {
  answer = inForce(1)
  await work.inForce.look()
  expect(work.inForce.other).toBeUndefined()
  answer = inForce(2)
  await work.inForce.look()
  expect(work.inForce.other).toBe(2)
})

it('where the service does not answer, what it said last stands, and the page goes on', async () => {
  answer = inForce(2)
  await work.inForce.look()
  answer = () => Promise.reject(new TypeError('offline'))
  await work.inForce.look()
  expect(work.inForce.other).toBe(2)
})

it('work of last time is on its way from the start until it is there', async () => {
  answer = () => Promise.reject(new TypeError('offline'))
  expect(work.isStarting.value).toBe(false)
  const started = work.start()
  expect(work.isStarting.value).toBe(true)
  await started
  expect(work.isStarting.value).toBe(false)
})
