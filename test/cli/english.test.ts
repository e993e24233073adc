import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edit, emptyFolder, tiaoli } from './tiaoli.ts'

const EXAMPLES = join(import.meta.dirname, '../../examples')
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const NOTICE = [
  'Playground Safety Amendment Bylaw 2027 (invented)',
  '1. In section 4, these words take the place of those there: “A hazard that an inspector finds must be repaired within 10 days.”',
  '2. This bylaw comes into force on 1 January 2027.',
].join('\n')

/** A folder in which the pack may be changed, with a notice, a ledger and one that is faulty. */
function workplace(): string {
  const folder = emptyFolder()
  cpSync(join(EXAMPLES, 'playground-safety'), join(folder, 'playground-safety'), { recursive: true })
  const sample = readFileSync(join(folder, 'playground-safety/samples/district.json'), 'utf8')
  writeFileSync(join(folder, 'ledger.json'), sample)
  writeFileSync(join(folder, 'faulty.json'), sample.replace('"equipment": 7', '"equipment": "7", "slides": 2'))
  writeFileSync(
    join(folder, 'contradictory.json'),
    sample.replace('"equipment": 7', '"equipment": -7').replace('null,', '"2001-01-01",'),
  )
  writeFileSync(join(folder, 'notice.txt'), NOTICE)
  return folder
}

/** Everything that a command writes, for people and as JSON, with its files; fails where any of it is Chinese. */
async function said(cwd: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await tiaoli([...args, '--lang', 'en'], { cwd })
  const text = out + err
  expect([code, text]).not.toEqual([2, text])
  expect([args, CHINESE.exec(text)?.[0]]).toEqual([args, undefined])
  return text
}

const PACK = './playground-safety'
const ON = ['--as-of', '2026-03-31']
const YEAR = ['--from', '2026-01-01', '--to', '2027-01-01']
const NEW = ['--id', 'amendment-2027', '--from', '2027-01-01']

describe('of a pack in English, no command says a word in Chinese', () => {
  test.each([
    ['evaluate', PACK, 'ledger.json', ...ON],
    ['evaluate', PACK, 'ledger.json', ...ON, '--exact', '--status', 'unknown', '--status', 'exempted'],
    ['evaluate', PACK, 'contradictory.json', ...ON],
    ['explain', PACK, 'insurance'],
    ['explain', PACK, 's5'],
    ['explain', PACK, 'playground.insuredFor'],
    ['explain', PACK, 'leastCover'],
    ['explain', PACK, 'insurance', '--ledger', 'ledger.json', ...ON],
    ['check', PACK],
    ['fmt', PACK, '--check'],
    ['test', PACK, '--coverage'],
    ['ask', PACK, 'ledger.json', ...ON],
    ['calendar', PACK, ...YEAR],
    ['calendar', PACK, '--ledger', 'ledger.json', ...YEAR],
    ['amend', PACK, 'notice.txt', ...NEW],
    ['amend', PACK, 'notice.txt', ...NEW, '--ledger', 'ledger.json', '--as-of', '2027-01-31'],
  ])('%s %s %s', async (...args) => {
    const cwd = workplace()
    expect(await said(cwd, ...args)).not.toBe('')
    expect(await said(cwd, ...args, '--json')).not.toContain('"zh"')
  })

  test.each(['markdown', 'json-rules-engine', 'json-schema', 'types', 'bundle'])('export to %s', async (to) => {
    expect(await said(workplace(), 'export', PACK, '--to', to)).toContain('playground')
  })

  test('calendar as iCalendar, and test as JUnit', async () => {
    const cwd = workplace()
    await said(cwd, 'calendar', PACK, ...YEAR, '--output', 'year.ics')
    expect(readFileSync(join(cwd, 'year.ics'), 'utf8')).not.toMatch(CHINESE)
    expect(await said(cwd, 'test', PACK, '--reporter', 'junit')).toContain('<testsuites')
  })

  test('a faulty ledger is refused in English', async () => {
    const cwd = workplace()
    expect(await said(cwd, 'evaluate', PACK, 'faulty.json', ...ON)).toContain('slides')
    expect(await said(cwd, 'evaluate', PACK, 'faulty.json', ...ON, '--json')).not.toContain('"zh"')
  })

  test('a faulty pack is refused in English, and so is a case that fails', async () => {
    const cwd = workplace()
    const rules = join(cwd, 'playground-safety/requirements/operation.json')
    edit(rules, '"condition": "playground.hasShade"', '"condition": "playground.hasLight"')
    const commands = [['check'], ['test'], ['explain', PACK, 'shade'], ['calendar', PACK, ...YEAR]]
    for (const [command = '', pack = PACK, ...rest] of commands)
      for (const as of [[], ['--json']]) expect(await said(cwd, command, pack, ...rest, ...as)).toContain('hasLight')
    edit(rules, '"condition": "playground.hasLight"', '"condition": "playground.isOpen"')
    for (const as of [[], ['--json']]) expect(await said(cwd, 'test', PACK, ...as)).toContain('no-shade')
  })

  test('what amend and add write into the pack is in English, and the draft loads', async () => {
    const cwd = workplace()
    await said(cwd, 'amend', PACK, 'notice.txt', ...NEW, '--write')
    await said(cwd, 'add', 'fact', 'playground.fenced', PACK, '--type', 'boolean')
    await said(cwd, 'add', 'parameter', 'fenceHeight', PACK, '--type', 'integer')
    await said(cwd, 'add', 'requirement', 'fence', PACK, '--clause', 's2', '--theme', 'fences')
    await said(cwd, 'compare', join(EXAMPLES, 'playground-safety'), PACK)
    for (const file of [
      'documents/amendment-2027/document.json',
      'documents/amendment-2027/clauses.json',
      'facts.json',
    ])
      expect(readFileSync(join(cwd, PACK, file), 'utf8')).not.toMatch(CHINESE)
    expect(await said(cwd, 'check', PACK)).toContain('placeholder')
  })

  test('a new pack in English alone is checked and tested', async () => {
    const cwd = emptyFolder()
    await said(cwd, 'init', 'swings', '--languages', 'en')
    expect(await said(cwd, 'check', './swings')).toContain('no problems')
    await said(cwd, 'test', './swings', '--coverage', '--mutate')
  })
})
