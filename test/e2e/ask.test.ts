import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, nextQuestions } from '@tiaoli/engine'
import { afterEach, expect, test } from 'vitest'
import { emptyFolder, SAMPLE } from '../cli/tiaoli.ts'
import { readPack, readSample } from '../load-packs.ts'
import { TerminalSession } from './terminal.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')
const DOWN = '\u001B[B'
const ENTER = '\r'
const CTRL_C = '\u0003'

const sessions: TerminalSession[] = []
afterEach(() => sessions.splice(0).forEach((session) => session.close()))

function ask(...args: string[]): TerminalSession {
  const session = new TerminalSession(
    process.execPath,
    [BIN, 'ask', 'ganzhou-2018-32', SAMPLE, '--as-of', '2019-01-01', ...args],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH']!, LANG: 'en_US.UTF-8' },
    },
  )
  sessions.push(session)
  return session
}

const policy = compile(readPack('ganzhou-2018-32'))
const { questions } = nextQuestions(policy.plan, readSample(), { asOf: '2019-01-01', subject: 'F036', limit: 10 })

test('asks in a terminal, shows what an answer settles, and writes the ledger that results', async () => {
  const [first] = questions
  expect(first).toMatchObject({ fact: 'firm.director.partyStatus', answer: { type: 'enum' } })
  const file = join(emptyFolder(), 'filled.json')
  const session = ask('--subject', 'F036', '--save', file)
  await session.sees('Party status of the director')
  await session.sees('full member')
  session.press(`${DOWN}${ENTER}`)
  await session.sees('The director is also the secretary: ')
  session.press(CTRL_C)
  expect(await session.ends()).toBe(0)
  expect(session.text()).toContain('Answered 1;')
  const filled: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const after = nextQuestions(policy.plan, filled, { asOf: '2019-01-01', subject: 'F036', limit: 10 })
  expect(after.unknown).toBeLessThan(
    nextQuestions(policy.plan, readSample(), { asOf: '2019-01-01', subject: 'F036' }).unknown,
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

function questionAfter(parameters: Record<string, number>): string {
  return nextQuestions(policy.plan, readSample(), { asOf: '2019-01-01', parameters }).questions[0]!.label.zh
}
