import { describe, expect, test } from 'vitest'
import { tiaoli } from './tiaoli.ts'

const COMMANDS = [
  'check',
  'test',
  'evaluate',
  'explain',
  'ask',
  'calendar',
  'import',
  'template',
  'papers',
  'progress',
  'verify',
  'compare',
  'amend',
  'export',
  'fmt',
  'init',
  'add requirement',
  'add fact',
  'add parameter',
]

describe('help', () => {
  test.each(['zh', 'en'])('names every command and every exit code, in %s', async (lang) => {
    const { out, code } = await tiaoli(['--help', '--lang', lang])
    expect(code).toBe(0)
    for (const command of COMMANDS) expect(out).toContain(`\n  ${command.split(' ')[0]} `)
    for (const exit of ['0 ', '1 ', '2 ', '3 ', '70']) expect(out).toMatch(new RegExp(`\\n {2}${exit} +\\S`))
  })

  test.each(COMMANDS)('of %s has an example, in either language', async (command) => {
    const zh = await tiaoli([...command.split(' '), '--help', '--lang', 'zh'])
    const en = await tiaoli([...command.split(' '), '--help', '--lang=en'])
    expect(zh.out).toContain(`示例\n  tiaoli ${command} `)
    expect(en.out).toContain(`EXAMPLE\n  tiaoli ${command} `)
    expect([zh.code, en.code]).toEqual([0, 0])
    expect(en.out.replaceAll(/--zh \S+/g, '')).not.toMatch(/\p{Script=Han}/u)
  })

  test.each(COMMANDS)('of %s has its arguments and the flags that it requires in its usage line', async (command) => {
    const { out } = await tiaoli([...command.split(' '), '--help'])
    const [, usage = ''] = out.split('\n')
    const [flags = '', listed = ''] = out.slice(out.indexOf('\nFLAGS\n')).split('\nARGUMENTS\n')
    const names = [...listed.matchAll(/^ {2}(?:\[(\w+)\]|(\w+)\.\.\.)/gm)].map(([, one, several]) => one ?? several!)
    const required = [...flags.matchAll(/^ +(--[\w-]+) /gm)].map(([, flag]) => flag!)
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) expect(usage).toMatch(new RegExp(`[[<]${name}[\\]>]`))
    for (const flag of required) expect(usage).toContain(` ${flag} `)
    const all = await tiaoli([...command.split(' ').slice(0, -1), '--help'])
    expect(all.out.split('\n')).toContain(usage)
  })
})

test('a flag that is missing is distinguished from one that lacks its value', async () => {
  const of = async (...args: string[]) => (await tiaoli(['evaluate', 'ganzhou-2018-32', 'x.json', ...args])).err
  expect(await of()).toContain('Missing --as-of. Add the evaluation date')
  expect(await of('--as-of')).toContain('--as-of needs a value.')
  expect(await of('--lang', 'zh')).toContain('缺少 --as-of。请补上评价日期')
})

describe('the language', () => {
  const speaks = async (env: Record<string, string>) => {
    const { err } = await tiaoli(['chekc'], { env: { LANG: '', ...env } })
    return err.includes('没有') ? 'zh' : 'en'
  }

  test('is that of the locale, LC_ALL before LC_MESSAGES before LANG', async () => {
    expect(await speaks({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
    expect(await speaks({ LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_GB.UTF-8' })).toBe('en')
    expect(await speaks({ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'en_GB', LC_ALL: 'zh_TW' })).toBe('zh')
    expect(await speaks({ LANG: 'C.UTF-8' })).toBe('en')
  })

  test('may be said before the command, and alone', async () => {
    expect((await tiaoli(['--lang', 'zh', 'chekc'])).err).toBe('没有“chekc”这个命令。您是否想写“check”？\n')
    expect(await tiaoli(['--lang=zh'])).toMatchObject({ code: 0, out: expect.stringContaining('用法\n  tiaoli init') })
    expect((await tiaoli(['--lang', 'French'])).code).toBe(2)
  })

  test('is that of --lang before any locale', async () => {
    const { err } = await tiaoli(['chekc', '--lang', 'zh'])
    expect(err).toBe('没有“chekc”这个命令。您是否想写“check”？\n')
  })
})

describe('a wrong command line', () => {
  test.each<[string, string[], string]>([
    ['a misspelt command', ['evalute'], 'Unknown command "evalute". Did you mean "evaluate"?'],
    ['a misspelt flag', ['check', '--wacth'], 'Unknown flag "--wacth". Did you mean "--watch"?'],
    ['an unknown flag', ['check', '--frobnicate'], 'Unknown flag "--frobnicate". See the command\'s --help.'],
    ['a missing value', ['check', '--lang'], '--lang needs a value.'],
    ['a value not on the list', ['export', '--to', 'pdf'], '--to must be one of: '],
    ['too many arguments', ['check', 'a', 'b'], 'Unexpected argument "b".'],
    ['a flag given twice', ['export', '--to', 'json-schema', '--to', 'json-schema'], '--to can be given only once.'],
    ['no date', ['evaluate', 'ganzhou-2018-32', 'x.json'], 'Missing --as-of. Add the evaluation date'],
    [
      'a parameter without a value',
      ['evaluate', 'ganzhou-2018-32', 'package.json', '--as-of', '2019-01-01', '--set', 'x'],
      'Write name=value.',
    ],
    [
      'a year that is no number',
      ['evaluate', 'ganzhou-2018-32', 'package.json', '--as-of', '2019-01-01', '--period', 'abc'],
      'Invalid --period "abc". Write a year from 1900 to 2999, such as 2019.',
    ],
    ['no ledger', ['evaluate', '--as-of', '2019-01-01'], 'Missing ledger.'],
  ])('%s is refused in one sentence, with 2', async (_, args, sentence) => {
    const { code, err, out } = await tiaoli(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('is JSON where JSON is asked for', async () => {
    const { err } = await tiaoli(['check', '--json', '--wacth'])
    expect(JSON.parse(err)).toEqual({
      error: {
        code: 'unknown-flag',
        flag: '--wacth',
        message: {
          zh: '没有“--wacth”这个选项。可用的选项见该命令的 --help。',
          en: `Unknown flag "--wacth". See the command's --help.`,
        },
        suggestion: '--watch',
      },
    })
  })

  const pack = 'ganzhou-2018-32'
  test.each<[string, string[], object]>([
    ['a command', ['chekc'], { code: 'unknown-command', suggestion: 'check' }],
    ['a pack', ['check', 'ganzhou-2018-23'], { code: 'unknown-pack', argument: 'pack', suggestion: pack }],
    [
      'what is to be explained',
      ['explain', pack, 'one-sholder'],
      { code: 'unknown-definition', argument: 'explained', suggestion: 'one-shoulder' },
    ],
    [
      'a requirement of which findings are to be explained',
      ['explain', pack, 'one-sholder', '--ledger', 'x.json', '--as-of', '2019-01-01'],
      { code: 'unknown-requirement', argument: 'explained', suggestion: 'one-shoulder' },
    ],
    ['a case', ['test', pack, '--case', 'nothing-like-it'], { code: 'unknown-case', flag: '--case' }],
    ['a language of no pack', ['check', pack, '--lang', 'fr'], { code: 'unknown-language', flag: '--lang' }],
    ['what is no language', ['check', pack, '--lang', 'x_y'], { code: 'unknown-language', flag: '--lang' }],
    ['a date that is left out', ['evaluate', pack, 'x.json'], { code: 'as-of-missing', flag: '--as-of' }],
    [
      'a date that only a ledger needs',
      ['explain', pack, '--ledger', 'x.json'],
      { code: 'as-of-missing', flag: '--as-of' },
    ],
    ['a flag that is left out', ['export', pack], { code: 'to-missing', flag: '--to' }],
    ['a flag without a value', ['check', '--lang'], { code: 'value-missing', flag: '--lang' }],
    ['a ledger that is left out', ['ask', '--as-of', '2019-01-01'], { code: 'ledger-missing', argument: 'ledger' }],
  ])('says of %s with a code where it is wrong, and what to do in both languages', async (_, args, expected) => {
    const { error } = JSON.parse((await tiaoli([...args, '--json'])).err) as { error: Record<string, unknown> }
    const { message, ...rest } = error
    expect(rest).toEqual(expected)
    expect(message).toEqual({ zh: expect.stringMatching(/[。？]$/), en: expect.stringMatching(/[.?]$/) })
    expect(JSON.stringify(message)).not.toMatch(/[A-Z][a-z ]*undefined|Did you mean/)
  })
})
