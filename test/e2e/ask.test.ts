import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nextQuestions } from '@tiaoli/engine'
import { afterEach, expect, test } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { emptyFolder, SAMPLE } from '../cli/tiaoli.ts'
import { TerminalSession } from './terminal.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')
const DOWN = '\u001B[B'
const ENTER = '\r'
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

const sessions: TerminalSession[] = []
afterEach(() => sessions.splice(0).forEach((session) => session.close()))

function ask(...args: string[]): TerminalSession {
  return askOf(SAMPLE, '--as-of', '2019-01-01', ...args)
}

function askOf(ledger: string, ...args: string[]): TerminalSession {
  const session = new TerminalSession(process.execPath, [BIN, 'ask', 'ganzhou-2018-32', ledger, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH']!, LANG: 'en_US.UTF-8' },
  })
  sessions.push(session)
  return session
}

const policy = compiledPack('ganzhou-2018-32')
const { questions } = nextQuestions(policy, readSample(), { asOf: '2019-01-01', subjects: ['F036'], limit: 10 })

test('asks in a terminal, shows what an answer settles, and writes the ledger that results', async () => {
  const [first] = questions
  expect(first).toMatchObject({ fact: 'firm.director.partyStatus', answer: { type: 'enum' } })
  const file = join(emptyFolder(), 'filled.json')
  const session = ask('--subject', 'F036', '--save', file)
  await session.sees('Party status of the director')
  await session.sees('full member')
  session.press(`${DOWN}${DOWN}${ENTER}`)
  await session.sees('The director is also the secretary: ')
  session.press(CTRL_C)
  expect(await session.ends()).toBe(0)
  expect(session.text()).toContain('Answered 1;')
  const filled: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const after = nextQuestions(policy, filled, { asOf: '2019-01-01', subjects: ['F036'], limit: 10 })
  expect(after.unknown).toBeLessThan(
    nextQuestions(policy, readSample(), { asOf: '2019-01-01', subjects: ['F036'] }).unknown,
  )
  expect(after.questions.map(({ fact }) => fact)).not.toContain('firm.director.partyStatus')
})

test('refuses an answer that does not fit, takes an empty one as not known, and says how to use parameters', async () => {
  const session = ask('--lang', 'zh')
  await session.sees('“规模较大”的执业律师人数')
  session.press(`many${ENTER}`)
  await session.sees('写法不合')
  session.press(`\u007F\u007F\u007F\u007F30${ENTER}`)
  await session.sees(questionAfter({ largeFirmLawyers: 30 }))
  session.press(CTRL_C)
  expect(await session.ends()).toBe(0)
  expect(session.text()).toContain('已回答 1 项')
  expect(session.text()).toContain('--set largeFirmLawyers=30')
})

test('Ctrl-D ends it like Ctrl-C, and what was answered is written', async () => {
  const file = join(emptyFolder(), 'filled.json')
  const session = ask('--subject', 'F036', '--save', file)
  await session.sees('full member')
  session.press(`${DOWN}${ENTER}`)
  await session.sees('The director is also the secretary: ')
  session.press(CTRL_D)
  expect(await session.ends()).toBe(0)
  expect(session.text()).toContain('Answered 1;')
  expect(readFileSync(file, 'utf8')).toContain('"partyStatus": "full"')
})

test('a year is skipped unless something is said of it, and says in full what its having nothing claims', async () => {
  const ledger = join(emptyFolder(), 'firm.json')
  const firm = {
    id: 'F1',
    establishedOn: '2010-03-05',
    closedOn: null,
    members: { full: 4, all: 4 },
    jointBranch: null,
  }
  const organization = { kind: 'branch', establishedOn: '2017-01-01' }
  writeFileSync(ledger, JSON.stringify({ counties: [{ firms: [{ ...firm, organization, instructors: [] }] }] }))
  const file = join(emptyFolder(), 'filled.json')
  const session = askOf(ledger, '--as-of', '2021-06-01', '--subject', 'F1', '--lang', 'zh', '--save', file)
  await session.sees('不知道，跳过')
  await session.sees('确认 2020 年没有可填的：该年度各项工作均未开展，也没有经费')
  session.press(ENTER)
  await session.sees('填写 2021 年的各项')
  session.press(CTRL_C)
  expect(await session.ends()).toBe(0)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(readFileSync(ledger, 'utf8')))
})

function questionAfter(parameters: Record<string, number>): string {
  return nextQuestions(policy, readSample(), { asOf: '2019-01-01', parameters }).questions[0]!.label.zh
}
