import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LedgerCells } from '../../packages/workbench/src/engine/calls.ts'
import { Engine } from '../../packages/workbench/src/engine/engine.ts'
import {
  keep,
  keepCells,
  putAside,
  readAside,
  readKept,
  readKeptCells,
  type Kept,
} from '../../packages/workbench/src/state/browser-store.ts'
import { Work } from '../../packages/workbench/src/state/work.ts'
import { WorkerInProcess } from './worker-in-process.ts'

const DAY = '2019-01-01'
const FIRM = '/counties/0/firms/0'
const LEDGER = { on: '2018-12-31', counties: [{ id: 'K00', firms: [{ id: 'F027' }] }] }
const SAMPLE = JSON.stringify(LEDGER)
/** The same ledger as another window has filled it in. */
const FILLED = JSON.stringify({
  ...LEDGER,
  counties: [{ id: 'K00', firms: [{ id: 'F027', establishedOn: '2001-02-03' }] }],
})

/** What a browser keeps, for all its windows. */
const stored = new Map<string, unknown>()
const done = <T>(result?: T) => {
  const request: { result: T | undefined; onsuccess?: () => void; oncomplete?: () => void } = { result }
  queueMicrotask(() => (request.onsuccess ?? request.oncomplete)?.())
  return request
}
const STORE = {
  get: (key: string) => done(structuredClone(stored.get(key))),
  put: (value: unknown, key: string) => void stored.set(key, structuredClone(value)),
  delete: (key: string) => void stored.delete(key),
  clear: () => stored.clear(),
  get transaction() {
    return done()
  },
}

let work: Work

beforeEach(async () => {
  stored.clear()
  vi.stubGlobal('Worker', WorkerInProcess)
  vi.stubGlobal('indexedDB', { open: () => done({ transaction: () => ({ objectStore: () => STORE }) }) })
  work = new Work(new Engine())
  const rules = await work.engine.call('openRules', { source: ganzhou })
  work.inForce.rules.value = { state: 'ready', value: { ...rules, version: 1 } }
  work.evaluation.profile.value = rules.defaultProfile
  await work.ledgers.openLedger('台账', SAMPLE, { asOf: DAY })
})

/** Another window answers a question of the ledger that is open here too. */
async function fillElsewhere(): Promise<Kept> {
  const other = { ...(await readKept())!, ledger: FILLED, answers: 1, saved: `${Date.now() + 1000} other` }
  await keep(other)
  return other
}

const open = () => work.ledgers.open.value!
const kept = async () => JSON.parse((await readKept())!.ledger).counties[0].firms[0]

it('what is shown is kept by then, so that a reload finds it', async () => {
  const days: string[] = []
  const stop = work.evaluation.picture.subscribe(({ state }) => {
    if (state === 'ready') days.push((stored.get('work') as Kept).asOf)
  })
  await work.evaluation.judgeAsOf('2018-12-31')
  stop()
  expect(days).toEqual([DAY, '2018-12-31'])
})

it('an answer is kept with the ledger before it, and can be taken back after a reload', async () => {
  await work.ledgers.fillIn([`${FIRM}/lawyers`], 7, '执业律师人数')
  const again = new Work(new Engine())
  await again.kept.read()
  await again.engine.call('openRules', { source: ganzhou })
  again.inForce.rules.value = work.inForce.rules.value
  await again.resume(again.kept.last.value!)
  expect(again.ledgers.answered.value.map(({ question }) => question)).toEqual(['执业律师人数'])
  await again.ledgers.takeBack()
  expect(again.ledgers.open.value!.text).toBe(SAMPLE)
  expect(await kept()).toEqual({ id: 'F027' })
})

it('of long ledgers only as many are kept as there is room for, and that before the last answer always', () => {
  const long = (length: number) => ({ question: String(length), before: ' '.repeat(length) })
  work.ledgers.answered.value = [long(3_000_000), long(1_500_000), long(2_000_000)]
  expect(work.ledgers.lastAnswered().map(({ question }) => question)).toEqual(['1500000', '2000000'])
  work.ledgers.answered.value = [long(9_000_000)]
  expect(work.ledgers.lastAnswered()).toHaveLength(1)
})

it('an answer of one window is not put over those of another: it goes on with these, and says so', async () => {
  const { saved } = await fillElsewhere()
  await work.ledgers.fillIn([`${FIRM}/lawyers`], 7, '执业律师人数')
  expect(open().text).toBe(FILLED)
  expect(work.ledgers.takenIn.value).toEqual({ at: Number.parseInt(saved!, 10), answers: 1 })
  expect(work.ledgers.dropped.value).toBe('执业律师人数')
  expect(await kept()).toEqual({ id: 'F027', establishedOn: '2001-02-03' })
})

it('the answer that is given again stands beside them', async () => {
  await fillElsewhere()
  await work.ledgers.fillIn([`${FIRM}/lawyers`], 7, '执业律师人数')
  await work.ledgers.fillIn([`${FIRM}/lawyers`], 7, '执业律师人数')
  expect(await kept()).toEqual({ id: 'F027', establishedOn: '2001-02-03', lawyers: 7 })
  expect(open().answers).toBe(2)
  expect(work.ledgers.takenIn.value).toBeUndefined()
})

it('neither does another day put the ledger of before over them', async () => {
  await fillElsewhere()
  await work.evaluation.judgeAsOf('2020-01-01')
  expect(open().text).toBe(FILLED)
  expect(work.evaluation.asOf.value).toBe('2020-01-01')
  expect((await readKept())!.ledger).toBe(FILLED)
  expect(await readAside()).toEqual([])
})

it('of what several windows have made of it, the last is gone on with', async () => {
  const elsewhere = await fillElsewhere()
  const at = (later: number, ledger: string) => ({ ...elsewhere, ledger, saved: `${Date.now() + later} other` })
  const newest = JSON.stringify({ ...LEDGER, on: '2018-12-30' })
  await putAside({ work: at(3000, newest), cells: undefined })
  await putAside({ work: at(2000, JSON.stringify({ ...LEDGER, on: '2018-12-29' })), cells: undefined })
  const texts: string[] = []
  const stop = work.ledgers.open.subscribe((ledger) => texts.push(ledger!.text))
  expect(await work.kept.takeInOther()).toBe(true)
  stop()
  expect(texts.slice(1)).toEqual([newest])
})

it('a window that somebody comes back to goes on with them', async () => {
  await fillElsewhere()
  expect(await work.kept.takeInOther()).toBe(true)
  expect(open().text).toBe(FILLED)
  expect(await work.kept.takeInOther()).toBe(false)
})

describe('names that are given in two windows', () => {
  async function nameElsewhere(names: Kept['names'], changed: Partial<Kept> = {}): Promise<void> {
    await keep({ ...(await readKept())!, ...changed, names, saved: `${Date.now() + 1000} other` })
  }
  const names = async () => [work.ledgers.names.value, (await readKept())!.names]

  it('stand beside each other', async () => {
    await nameElsewhere({ F001: '乙所' })
    await work.ledgers.nameOrganization('F027', '甲所')
    const both = { F001: '乙所', F027: '甲所' }
    expect(await names()).toEqual([both, both])
  })

  it('are taken in with answers that were given there', async () => {
    await nameElsewhere({ F001: '乙所' }, { ledger: FILLED, answers: 1 })
    await work.ledgers.nameOrganization('F027', '甲所')
    expect(open().text).toBe(FILLED)
    expect(await names()).toEqual([{ F001: '乙所', F027: '甲所' }, expect.anything()])
  })

  it('are gone in both once one has taken them away', async () => {
    await work.ledgers.nameOrganization('F001', '乙所')
    await nameElsewhere({ F001: '乙所', F027: '甲所' })
    await work.ledgers.nameOrganization('F001', '')
    expect(await names()).toEqual([{ F027: '甲所' }, { F027: '甲所' }])
  })
})

describe('of two windows with ledgers of workbooks, each', () => {
  const cellsOf = (file: string): LedgerCells => ({
    columns: [{ file, sheet: '台账', name: 'A', heading: '律所名称' }],
    cells: [[FIRM, 0, 2]],
  })
  const other = { pack: 'ganzhou-2018-32', ledgerName: '别的', ledger: '{}', asOf: DAY, profile: undefined, names: {} }

  beforeEach(async () => {
    await work.ledgers.openLedger('台账', SAMPLE, { asOf: DAY, cells: cellsOf('甲.xlsx') })
    await keepCells('other', cellsOf('乙.xlsx'))
    await keep({ ...other, origin: 'other', saved: `${Date.now() + 1000} other` })
  })

  it('keeps its own cells, and puts the other aside with those that are its', async () => {
    await work.ledgers.fillIn([`${FIRM}/lawyers`], 7, '执业律师人数')
    expect(await readKeptCells(open().origin)).toEqual(cellsOf('甲.xlsx'))
    expect((await readAside()).map(({ work: { ledgerName }, cells }) => [ledgerName, cells])).toEqual([
      ['别的', cellsOf('乙.xlsx')],
    ])
  })

  it('shows no cells of the other as its own', async () => {
    await work.resume(work.kept.last.value!)
    expect(work.ledgers.cells.value).not.toEqual(cellsOf('乙.xlsx'))
  })

  it('is put aside with its own cells when another ledger is opened in it', async () => {
    await work.ledgers.openLedger('第三', JSON.stringify({ ...LEDGER, on: '2019-01-01' }), { asOf: DAY })
    const aside = new Map((await readAside()).map(({ work: { ledgerName }, cells }) => [ledgerName, cells]))
    expect(aside.get('台账')).toEqual(cellsOf('甲.xlsx'))
    expect(aside.get('别的')).toEqual(cellsOf('乙.xlsx'))
  })
})

it('copies of one ledger push no other out', async () => {
  const one = { pack: 'p', ledgerName: '一', asOf: DAY, profile: undefined, names: {} }
  await putAside({ work: { ...one, ledger: 'other', origin: 'other' }, cells: undefined })
  for (let i = 0; i < 9; i++) await putAside({ work: { ...one, ledger: `${i}`, origin: 'same' }, cells: undefined })
  expect((await readAside()).map(({ work: { ledger } }) => ledger)).toEqual(['8', '7', 'other'])
})
