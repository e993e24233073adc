import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Engine } from '../../packages/workbench/src/engine/engine.ts'
import { rowsOf, type Row } from '../../packages/workbench/src/engine/picture.ts'
import { Work } from '../../packages/workbench/src/state/work.ts'
import { readSample } from '../load-packs.ts'
import { WorkerInProcess } from './worker-in-process.ts'

const DAY = '2019-01-01'
const OLD_DAY = '2018-07-01'
const SAMPLE = JSON.stringify(readSample())
const OTHER = JSON.stringify({ on: '2018-12-31', counties: [{ id: 'K00', firms: [{ id: 'F027' }] }] })

/** As in a window that keeps nothing. */
const NO_STORE = {
  open() {
    const request: { onerror?: () => void } = {}
    queueMicrotask(() => request.onerror?.())
    return request
  },
}

let work: Work

beforeEach(async () => {
  vi.stubGlobal('Worker', WorkerInProcess)
  vi.stubGlobal('indexedDB', NO_STORE)
  work = new Work(new Engine())
  const rules = await work.engine.call('openRules', { source: ganzhou })
  work.inForce.rules.value = { state: 'ready', value: { ...rules, version: 1 } }
  work.evaluation.profile.value = rules.defaultProfile
  await work.ledgers.openLedger('sample', SAMPLE, { asOf: OLD_DAY })
})

function firm(): Row {
  const picture = work.evaluation.picture.value
  if (picture.state !== 'ready') throw new Error(picture.state)
  return rowsOf(picture.value.groups).find(({ unit }) => unit.id === 'F027')!
}

async function explained(row: Row): Promise<unknown> {
  await work.evaluation.explain(row)
  return work.evaluation.findings.value.get(row.unit.pointer)
}

it('findings of the day before are not shown under another day', async () => {
  const ofOldDay = await explained(firm())
  await work.evaluation.judge()
  await Promise.all([work.evaluation.explain(firm()), work.evaluation.judgeAsOf(DAY)])
  const shown = await explained(firm())
  await work.evaluation.judge()
  expect(shown).toEqual(await explained(firm()))
  expect(shown).not.toEqual(ofOldDay)
})

it('questions of the day before are not shown under another day', async () => {
  await Promise.all([work.evaluation.ask(undefined), work.evaluation.judgeAsOf(DAY)])
  expect(work.evaluation.questions.value.state).toBe('none')
})

it('a ledger that is judged while another is opened is not shown for that', async () => {
  const states: string[] = []
  const judged = work.evaluation.judge()
  const opened = work.ledgers.openLedger('other', OTHER, { asOf: OLD_DAY })
  const stop = work.evaluation.picture.subscribe(({ state }) => states.push(state))
  await Promise.all([judged, opened])
  stop()
  expect(states).toEqual(['none', 'loading', 'ready'])
})

it('a ledger that is on its way to be opened is told until it is, or does not fit', async () => {
  const opened = work.ledgers.openLedger('other', OTHER, { asOf: OLD_DAY })
  expect(work.ledgers.opening.value).toBe('other')
  await opened
  expect(work.ledgers.opening.value).toBeUndefined()
  await work.ledgers.openLedger('broken', '{')
  expect(work.ledgers.opening.value).toBeUndefined()
})

it('a ledger stays judged where another that was chosen meanwhile does not fit', async () => {
  await Promise.all([work.evaluation.judgeAsOf(DAY), work.ledgers.openLedger('broken', '{')])
  expect(work.evaluation.picture.value.state).toBe('ready')
  expect(work.evaluation.asOf.value).toBe(DAY)
})

it.each(['台账.xlsx', '台账.json'])(
  '%s that the browser cannot read any more is told, and nothing waits for it',
  async (name) => {
    const gone = async () => {
      throw new DOMException('the file is gone', 'NotReadableError')
    }
    const file = Object.assign(new File([], name), { arrayBuffer: gone, text: gone })
    await expect(work.imports.readFiles([file])).resolves.toBe('read')
    expect(work.imports.reading.value).toEqual({ state: 'failed', message: 'the file is gone' })
  },
)

describe('answers', () => {
  const LAWYERS = '/counties/0/firms/0/lawyers'
  const lawyersIn = (text: string) =>
    (JSON.parse(text) as { counties: { firms: { lawyers?: number }[] }[] }).counties[0]!.firms[0]!.lawyers
  const inEngine = async () =>
    (await work.engine.call('fill', { pointer: '/counties/0/firms/0/name', value: '甲' })).text

  it('given while another ledger is opened change none', async () => {
    await Promise.all([
      work.ledgers.openLedger('other', OTHER, { asOf: DAY }),
      work.ledgers.fill(LAWYERS, 77, 'lawyers'),
    ])
    expect(work.ledgers.open.value!.text).toBe(OTHER)
    expect(lawyersIn(await inEngine())).toBeUndefined()
  })

  it('that another ledger overtakes are of the one before', async () => {
    await Promise.all([
      work.ledgers.fill(LAWYERS, 77, 'lawyers'),
      work.ledgers.openLedger('other', OTHER, { asOf: DAY }),
    ])
    expect(work.ledgers.open.value).toMatchObject({ name: 'other', text: OTHER })
    expect(lawyersIn(await inEngine())).toBeUndefined()
  })

  it('given one right after the other are taken back one by one', async () => {
    const before = lawyersIn(SAMPLE)
    await Promise.all([work.ledgers.fill(LAWYERS, 77, 'lawyers'), work.ledgers.fill(LAWYERS, 78, 'again')])
    expect(lawyersIn(work.ledgers.open.value!.text)).toBe(78)
    await work.ledgers.takeBack()
    expect(lawyersIn(work.ledgers.open.value!.text)).toBe(77)
    await work.ledgers.takeBack()
    expect(lawyersIn(work.ledgers.open.value!.text)).toBe(before)
  })
})

it('work that cannot be opened leaves names and profile of the ledger that stays', async () => {
  const profile = work.evaluation.profile.value
  await work.ledgers.nameOrganization('F027', '甲所')
  const kept = {
    pack: '',
    ledgerName: 'bad',
    ledger: '{"counties": 1}',
    asOf: DAY,
    profile: 'nowhere',
    names: { F027: '乙所' },
  }
  expect(await work.resume(kept)).toBe(false)
  expect([work.ledgers.names.value, work.evaluation.profile.value]).toEqual([{ F027: '甲所' }, profile])
  const bad = new File(['{"counties": 1}'], 'bad.json')
  await work.imports.readFiles([bad])
  expect(work.ledgers.names.value).toEqual({ F027: '甲所' })
})

it('work is gone on with under the profile of the rules where they have its own no longer', async () => {
  const profile = work.evaluation.profile.value
  const kept = { pack: '', ledgerName: 'kept', ledger: OTHER, asOf: DAY, profile: 'nowhere', names: {} }
  expect(await work.resume(kept)).toBe(true)
  expect(work.evaluation.profile.value).toBe(profile)
  expect(work.evaluation.picture.value.state).toBe('ready')
})

describe('workbooks that are read while others are chosen', () => {
  const LINES = '律师事务所名称,县（市、区）名称,执业律师人数\n'
  /** A file of which the browser gives the bytes once it is let to. */
  const fileOf = (name: string, organization: string, until: Promise<unknown>) => {
    const bytes = new TextEncoder().encode(`${LINES}${organization},章贡区,5\n`)
    return Object.assign(new File([], name), { arrayBuffer: async () => (await until, bytes.buffer) })
  }
  const shown = () => {
    const { value } = work.imports.reading
    return value.state === 'ready' ? value.value.records.map(({ name }) => name) : value.state
  }

  it('are not shown for these, however late they come', async () => {
    let letGo = () => {}
    const slow = work.imports.readFiles([fileOf('甲.csv', '甲律师事务所', new Promise<void>((go) => (letGo = go)))])
    await work.imports.readFiles([fileOf('乙.csv', '乙律师事务所', Promise.resolve())])
    letGo()
    await slow
    expect(shown()).toContain('乙律师事务所')
    expect(shown()).not.toContain('甲律师事务所')
  })

  it('are not shown once everything is removed', async () => {
    const reading = work.imports.readFiles([fileOf('甲.csv', '甲律师事务所', Promise.resolve())])
    await Promise.resolve()
    work.imports.forget()
    await reading
    expect(shown()).toBe('none')
  })
})
