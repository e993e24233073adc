import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Engine } from '../../packages/workbench/src/engine/engine.ts'
import { rowsOf, type Row } from '../../packages/workbench/src/engine/picture.ts'
import {
  forgetSession,
  keepForm,
  keepLanguage,
  keepToken,
  readForm,
  readPreferences,
} from '../../packages/workbench/src/state/preferences.ts'
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

it('questions on all are not shown as those on one firm', async () => {
  const { subjects } = firm()
  await work.evaluation.ask(undefined, 60)
  const ofFirm = work.evaluation.ask(subjects, 60)
  expect(work.evaluation.questions.value.state).toBe('loading')
  await ofFirm
  const shown = work.evaluation.questions.value
  await Promise.all([work.evaluation.ask(undefined, 60), work.evaluation.ask(subjects, 60)])
  expect(work.evaluation.questions.value).toEqual(shown)
  const more = work.evaluation.ask(subjects, 120)
  expect(work.evaluation.questions.value).toEqual(shown)
  await more
})

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
  await Promise.all([work.evaluation.ask(undefined, 60), work.evaluation.judgeAsOf(DAY)])
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

it('a ledger that was overtaken by one that does not fit is neither judged nor kept', async () => {
  const before = work.ledgers.open.value!
  await work.evaluation.judge()
  const shown = work.evaluation.picture.value
  await Promise.all([work.ledgers.openLedger('A', OTHER, { asOf: OLD_DAY }), work.ledgers.openLedger('B', '{')])
  expect(work.ledgers.open.value).toBe(before)
  expect(work.evaluation.picture.value).toEqual(shown)
  await work.ledgers.fillIn(['/counties/0/firms/0/lawyers'], 77, 'lawyers')
  const { counties } = JSON.parse(SAMPLE) as { counties: { firms: object[] }[] }
  Object.assign(counties[0]!.firms[0]!, { lawyers: 77 })
  expect(JSON.parse(work.ledgers.open.value!.text)).toEqual({ ...JSON.parse(SAMPLE), counties })
})

it('an answer that a ledger which does not fit overtakes is in neither what is judged nor what is kept', async () => {
  const shown = await explained(firm())
  await Promise.all([
    work.ledgers.fillIn(['/counties/0/firms/0/name'], '甲', 'name'),
    new Promise((later) => setTimeout(later)).then(() => work.ledgers.openLedger('B', '{')),
  ])
  expect(await explained(firm())).toEqual(shown)
  const { text } = work.ledgers.open.value!
  await work.ledgers.fillIn(['/counties/0/firms/0/lawyers'], 77, 'lawyers')
  const named = (ledger: string) => JSON.parse(ledger).counties[0].firms[0].name
  expect(named(work.ledgers.open.value!.text)).toBe(named(text))
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
  const inEngine = async () => {
    const { number: ledger } = work.ledgers.open.value!
    return (await work.engine.call('fill', { ledger, pointers: ['/counties/0/firms/0/name'], value: '甲' })).text
  }

  it('given while another ledger is opened change none', async () => {
    await Promise.all([
      work.ledgers.openLedger('other', OTHER, { asOf: DAY }),
      work.ledgers.fillIn([LAWYERS], 77, 'lawyers'),
    ])
    expect(work.ledgers.open.value!.text).toBe(OTHER)
    expect(lawyersIn(await inEngine())).toBeUndefined()
    expect(work.ledgers.dropped.value).toBe('lawyers')
  })

  it('that another ledger overtakes are of the one before', async () => {
    await Promise.all([
      work.ledgers.fillIn([LAWYERS], 77, 'lawyers'),
      work.ledgers.openLedger('other', OTHER, { asOf: DAY }),
    ])
    expect(work.ledgers.open.value).toMatchObject({ name: 'other', text: OTHER })
    expect(lawyersIn(await inEngine())).toBeUndefined()
    expect(work.ledgers.dropped.value).toBe('lawyers')
    await work.ledgers.fillIn(['/counties/0/firms/0/name'], '甲', 'name')
    expect(work.ledgers.dropped.value).toBeUndefined()
  })

  it('given one right after the other are taken back one by one', async () => {
    const before = lawyersIn(SAMPLE)
    await Promise.all([work.ledgers.fillIn([LAWYERS], 77, 'lawyers'), work.ledgers.fillIn([LAWYERS], 78, 'again')])
    expect(lawyersIn(work.ledgers.open.value!.text)).toBe(78)
    await work.ledgers.takeBack()
    expect(lawyersIn(work.ledgers.open.value!.text)).toBe(77)
    expect(work.ledgers.open.value!.answers).toBe(1)
    await work.ledgers.takeBack()
    expect(work.ledgers.open.value!.answers).toBe(0)
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

describe('a form that was filled in', () => {
  const FIRM = '/counties/0/firms/0'
  const firmIn = (text: string) => JSON.parse(text).counties[0].firms[0]

  beforeEach(async () => {
    await work.ledgers.openLedger('O', OTHER, { asOf: DAY })
    const asked = { ...work.evaluation.setting(), subjects: undefined, language: 'zh' } as const
    const { name, bytes } = await work.engine.call('template', asked)
    await work.imports.readFiles([new File([bytes], name)])
  })

  it('leaves answers and names that were given since it was read', async () => {
    expect(work.imports.reading.value).toMatchObject({ state: 'ready', value: { mapping: undefined } })
    await work.ledgers.fillIn([`${FIRM}/lawyers`], 77, 'lawyers')
    await work.ledgers.nameOrganization('F027', '甲所')
    expect(await work.imports.useReading()).toBe(true)
    expect(firmIn(work.ledgers.open.value!.text)).toMatchObject({ lawyers: 77 })
    expect(work.ledgers.names.value).toEqual({ F027: '甲所' })
  })

  it('is not put into another ledger that was opened since, and says so', async () => {
    const another = JSON.stringify({ on: '2018-12-31', counties: [{ id: 'K00', firms: [{ id: 'F099' }] }] })
    await work.ledgers.openLedger('P', another, { asOf: DAY })
    expect(await work.imports.useReading()).toBe(false)
    expect(work.ledgers.open.value).toMatchObject({ name: 'P', text: another })
    expect(work.imports.reading.value.state).toBe('refused')
  })
})

describe('where the browser denies its storage', () => {
  const denied = () => {
    throw new DOMException('denied', 'SecurityError')
  }

  it.each(['localStorage', 'sessionStorage'])('%s, the page starts as for somebody new, and goes on', (name) => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} })
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {}, clear: () => {} })
    const before = Object.getOwnPropertyDescriptor(globalThis, name)!
    Object.defineProperty(globalThis, name, { get: denied, configurable: true })
    expect(readPreferences()).toEqual({ language: 'zh', token: '' })
    keepLanguage('en')
    keepToken('t')
    keepForm('form', {})
    expect(readForm('form')).toBeUndefined()
    forgetSession()
    Object.defineProperty(globalThis, name, before)
  })
})
