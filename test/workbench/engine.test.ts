import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeEach, expect, it, vi } from 'vitest'
import { Engine } from '../../packages/workbench/src/engine/engine.ts'
import { WorkerInProcess } from './worker-in-process.ts'

const workers: WorkerInProcess[] = []

beforeEach(() => {
  workers.length = 0
  vi.stubGlobal(
    'Worker',
    class extends WorkerInProcess {
      constructor() {
        super()
        workers.push(this)
      }
    },
  )
})

it('what is asked of a thread that broke down fails, before and after', async () => {
  const engine = new Engine()
  const asked = engine.call('openRules', { source: ganzhou })
  workers[0]!.breakDown('out of memory')
  await expect(asked).rejects.toThrow('out of memory')
  await expect(engine.call('openLedger', { text: '{}' })).rejects.toThrow('out of memory')
})

it('what is asked by somebody who does not want to know any more is refused at once', async () => {
  const engine = new Engine()
  const reason = new Error('nobody waits')
  await expect(engine.call('openRules', { source: ganzhou }, AbortSignal.abort(reason))).rejects.toBe(reason)
})

it('an engine that is closed leaves nobody waiting', async () => {
  const engine = new Engine()
  const asked = engine.call('openRules', { source: ganzhou })
  engine.close()
  await expect(asked).rejects.toThrow('closed')
  await expect(engine.call('openLedger', { text: '{}' })).rejects.toThrow('closed')
})
