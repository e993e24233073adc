import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compiledPack } from '../load-packs.ts'
import { edit, emptyFolder, RULES, SAMPLE, tiaoli } from './tiaoli.ts'

/** Formats and programs, which have these names in Chinese too. */
const NAMES = new Set(
  'tiaoli JSON NDJSON CSV YYYY-MM-DD JUnit iCalendar Ctrl-C MiB sha256 git null true false exit firm scopes lint.json pack.json'.split(
    ' ',
  ),
)
/** Words of the command line: commands, values of flags, variables of the environment, codes. */
const COMMAND_LINE =
  'init add requirement document fact parameter check fmt test evaluate explain ask calendar import xlsx xlsm xls et ods csv txt template papers progress problems notices supervision statistics registers DIR FILE compare amend export verify POST GET receipt signature whole notice docx Word Markdown ' +
  'json-rules-engine compiled json-schema types markdown bundle coverage mutation zh en subject people junit ' +
  'boolean integer money rate date enum id text attestation ' +
  'LC_ALL LC_MESSAGES LANG NO_COLOR bodies HEAD violation shortfall suggestion indicator advisory lapse wording-number not-json'

/** Names that the packs give: ids, facts, codes of values; and the codes of statuses. */
function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string' && /^[A-Za-z][\w.-]*$/.test(value)) found.add(value)
  if (typeof value !== 'object' || value === null) return found
  for (const [key, item] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key)
    // Words of people are no names.
    if (key !== 'zh' && key !== 'en' && key !== 'one') namesIn(item, found)
  }
  return found
}

const PACKS = ['ganzhou-2018-32', 'party-organization-basics']
const known = new Set([...NAMES, ...COMMAND_LINE.split(' '), ...PACKS])
for (const { plan } of PACKS.map(compiledPack))
  for (const name of [...namesIn(plan.content), ...plan.facts.keys()]) known.add(name)

/** Words in Latin letters that are neither names nor codes, flags, paths, pointers or ids with a digit. */
function latinWords(out: string): string[] {
  const words = out
    .replaceAll(
      /(?:(?<![\w-])--?[a-z][\w-]*|[\w.~-]*(?:\/[\w.@~#-]*)+|parameters\.\w+|[\w-]+\.(?:json|ndjson|xml|ics|ts|txt|docx|xlsx|csv))/g,
      ' ',
    )
    .match(/[A-Za-z][\w.-]*/g)
  const isName = (word: string) => known.has(word.replace(/\.$/, '')) || /\d/.test(word)
  return [...new Set(words)].filter((word) => !isName(word))
}

const zh = async (...args: string[]) => {
  const { out, err } = await tiaoli([...args, '--lang', 'zh'])
  expect(out + err).toMatch(/\p{Script=Han}/u)
  return out + err
}

describe('in Chinese, nothing is in English', () => {
  test('of the help', async () => {
    const commands =
      'init add check fmt test evaluate explain ask calendar import template papers progress compare amend export verify'.split(
        ' ',
      )
    for (const args of [[], ...commands.map((command) => [command]), ['add', 'fact']])
      expect([args, latinWords(await zh(...args, '--help'))]).toEqual([args, expect.toSatisfy(onlyExamples)])
  })

  test.each(PACKS)('of a report with every status and grouping: %s', async (pack) => {
    const firms = [{ id: 'F1', establishedOn: '2010-01-01', closedOn: null, members: { full: 9, all: 4 } }]
    const small = join(emptyFolder(), 'ledger.json')
    writeFileSync(small, JSON.stringify({ counties: [{ id: 'K1', firms: [...firms, {}] }] }))
    const ledger = pack === 'ganzhou-2018-32' ? SAMPLE : small
    const on = (day: string) => ['evaluate', pack, ledger, '--as-of', day]
    const statuses = ['not_met', 'met_late', 'pending', 'exempted', 'review', 'unknown', 'calculated', 'met']
    const out = [
      await zh(...on('2019-01-01'), ...statuses.flatMap((status) => ['--status', status])),
      await zh(...on('2021-06-30'), '--by', 'requirement', '--not-in-force'),
      await zh('ask', pack, ledger, '--as-of', '2019-01-01', '--limit', '40'),
      await zh('calendar', pack, '--from', '2018-11-30', '--to', '2020-12-31', '--ledger', ledger),
      await zh('check', pack),
    ]
    expect(out.map(latinWords)).toEqual(out.map(() => []))
  })

  test('of an explanation', async () => {
    const { plan } = compiledPack('ganzhou-2018-32')
    const facts = [...plan.facts.keys()].filter((_, i) => i % 23 === 0)
    const ids = [...plan.requirements.map(({ id }) => id).filter((_, i) => i % 5 === 0), 's3.5.a1', ...facts]
    for (const id of ids) expect([id, latinWords(await zh('explain', 'ganzhou-2018-32', id))]).toEqual([id, []])
    const of = ['--ledger', SAMPLE, '--as-of', '2021-01-01', '--subject', 'F036']
    expect(latinWords(await zh('explain', 'ganzhou-2018-32', ...of))).toEqual([])
  })

  test('of the handbook', async () => {
    const words = latinWords(await zh('export', 'ganzhou-2018-32', '--to', 'markdown'))
    expect(words).toEqual([])
  })

  test('of a comparison, and of cases that fail', async () => {
    const folder = emptyFolder()
    cpSync(RULES, join(folder, 'rules'), { recursive: true, filter: (path) => !path.includes('node_modules') })
    const draft = join(folder, 'rules', 'party-organization-basics')
    edit(join(draft, 'requirements', 'secretary.json'), '"force": "must"', '"force": "advisory"')
    edit(join(draft, 'facts.json'), '"named": true', '"named": false')
    edit(join(draft, 'parameters.json'), '"value": 3,', '"value": 4,')
    expect(latinWords(await zh('compare', 'party-organization-basics', draft, '--cases'))).toEqual([])
    expect(latinWords(await zh('test', draft, '--case', 'S01'))).toEqual([])
    expect(latinWords(await zh('check', draft))).toEqual([])
  })

  test.each([
    [[]],
    [['nope']],
    [['check', '--nope']],
    [['check', 'nope']],
    [['evaluate', 'ganzhou-2018-32']],
    [['evaluate', 'ganzhou-2018-32', SAMPLE]],
    [['evaluate', 'ganzhou-2018-32', SAMPLE, '--as-of', '2019-13-01']],
    [['evaluate', 'ganzhou-2018-32', SAMPLE, '--as-of', '2019-01-01', '--status', 'nope']],
    [['evaluate', 'ganzhou-2018-32', SAMPLE, '--as-of', '2019-01-01', '--subject', 'nope']],
    [['evaluate', 'ganzhou-2018-32', join(RULES, 'ganzhou-2018-32', 'source.zh.txt'), '--as-of', '2019-01-01']],
    [['explain', 'ganzhou-2018-32', 'nope']],
    [['export', 'ganzhou-2018-32', '--to', 'nope']],
    [['test', 'ganzhou-2018-32', '--case', 'nope']],
  ])('of what is refused: %j', async (args) => {
    expect(latinWords((await zh(...args)).replaceAll('nope', ''))).toEqual([])
  })

  test('of a calendar file but its keys', async () => {
    const range = ['--from', '2018-12-01', '--to', '2019-01-01']
    const out = (await zh('calendar', 'ganzhou-2018-32', ...range, '--ics')).replaceAll('\r\n ', '')
    const texts = out.split('\r\n').filter((line) => /^(?:NAME|SUMMARY|DESCRIPTION):/.test(line))
    expect(texts.length).toBeGreaterThan(2)
    expect(latinWords(texts.join('\n').replaceAll(/^[A-Z]+:|\\n/gm, ' '))).toEqual([])
    expect(out).toContain('三、（一）：')
  })
})

/** The names in the examples of the help are the author's own. */
function onlyExamples(words: string[]): boolean {
  return words.every((word) => EXAMPLES.has(word))
}

const EXAMPLES = new Set(
  'yearly-report my-city NZD reporting firm.lawyers number of lawyers largeFirmLawyers'.split(' '),
)
