import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyOfRules, edit, emptyFolder, SAMPLE, tiaoli } from './tiaoli.ts'

const folder = emptyFolder()
const DAY = ['--as-of', '2019-01-01']
const SECRET = '36070219900101123X'

/** A file of 200 MB that takes no room on the disk. */
function hugeFile(name: string): string {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  ftruncateSync(file, 200 * 1024 * 1024)
  closeSync(file)
  return path
}

function fileOf(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const huge = hugeFile('huge.json')
const broken = fileOf('broken.json', `{\n  "counties": [\n    { "id": "${SECRET}" "x" }\n  ]\n}\n`)
const missing = join(folder, 'nowhere.json')
const spreadsheet = fileOf(
  'firms.xlsx',
  Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from([0x14, 0xff, 0xd8])]),
)
const table = fileOf('firms.csv', `id,name\nF1,${SECRET}\n`)
const empty = fileOf('empty.json', ' \n')
/** 张, in the encoding of an old Windows. */
const GBK = Buffer.from([0xd5, 0xc5])
const inGbk = fileOf('gbk.json', Buffer.concat([Buffer.from('{"id": "'), GBK, Buffer.from('"}')]))
const inUtf16 = fileOf('utf16.json', Buffer.from('\uFEFF{}', 'utf16le'))

/** Every command that takes a ledger, given a file. */
const WITH_LEDGER: Record<string, (file: string) => string[]> = {
  evaluate: (file) => ['evaluate', 'ganzhou-2018-32', file, ...DAY],
  ask: (file) => ['ask', 'ganzhou-2018-32', file, ...DAY],
  explain: (file) => ['explain', 'ganzhou-2018-32', 'one-shoulder', '--ledger', file, ...DAY],
  calendar: (file) => ['calendar', 'ganzhou-2018-32', '--from', '2019-01-01', '--to', '2019-12-31', '--ledger', file],
}

describe.each(Object.entries(WITH_LEDGER))('%s', (_, withLedger) => {
  test.each([
    ['a missing file', missing, 'File not found: ', 'Check the path.'],
    ['a folder', folder, 'is a folder.', 'Name a file in it.'],
    ['broken JSON', broken, 'broken.json:3:34 missing-comma /counties/0 A comma is missing.', 'Put , before this'],
    ['a spreadsheet', spreadsheet, 'firms.xlsx:1:1 zip-file This is an Excel', 'Convert its data to JSON first'],
    ['a table', table, 'firms.csv:1:1 not-json This is not JSON text', 'Convert CSV and other formats to JSON first'],
    ['an empty file', empty, 'empty.json:1:1 empty-text There is no content.', 'at least {}'],
    ['a file in GBK', inGbk, 'gbk.json:1:9 gbk The text is not UTF-8', 'Save it as UTF-8'],
    ['a file in UTF-16', inUtf16, 'utf16.json:1:1 utf-16 The text is encoded as UTF-16.', 'Save it as UTF-8'],
    ['a file of 200 MB', huge, 'has 200 MiB; the limit is 64 MiB.', 'NDJSON'],
  ])('refuses %s in one sentence, with 3', async (_name, file, wrong, remedy) => {
    const { code, err, out } = await tiaoli(withLedger(file))
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toContain(wrong)
    expect(err).toContain(remedy)
    expect(err).not.toContain(SECRET)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('refuses a ledger of another pack, naming each place and repeating no value', async () => {
    const file = fileOf(
      'other.json',
      `{\n  "kitchens": "${SECRET}",\n  "counties": [{ "firms": [{ "nam": "${SECRET}" }] }]\n}\n`,
    )
    const { code, err } = await tiaoli(withLedger(file))
    expect(code).toBe(3)
    expect(err).toMatch(/other\.json:2:3 unknown-property \/kitchens/)
    expect(err).toMatch(/other\.json:3:30 unknown-property \/counties\/0\/firms\/0\/nam/)
    expect(err).not.toContain(SECRET)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

/** Every command that takes a pack, given one. */
const WITH_PACK: Record<string, (pack: string) => string[]> = {
  check: (pack) => ['check', pack],
  test: (pack) => ['test', pack],
  evaluate: (pack) => ['evaluate', pack, SAMPLE, ...DAY],
  ask: (pack) => ['ask', pack, SAMPLE, ...DAY],
  explain: (pack) => ['explain', pack, '--ledger', SAMPLE, ...DAY],
  calendar: (pack) => ['calendar', pack, '--from', '2019-01-01', '--to', '2019-12-31'],
  export: (pack) => ['export', pack, '--to', 'json-schema'],
}

const faulty = copyOfRules()
edit(join(faulty, 'rules/ganzhou-2018-32/requirements/leadership.json'), '"subject": "firm"', '"subject": "frim"')

describe.each(Object.entries(WITH_PACK))('%s', (command, withPack) => {
  test('refuses a pack that is not there in one sentence, with 3', async () => {
    expect(await tiaoli(withPack('ganzhou-2018-23'))).toEqual({
      code: 3,
      out: '',
      err: 'Rule pack not found: "ganzhou-2018-23". Did you mean "ganzhou-2018-32"?\n',
    })
  })

  test('refuses a pack with a fault, and shows where it is', async () => {
    const { code, err, out } = await tiaoli(withPack('ganzhou-2018-32'), { cwd: faulty })
    expect(code).toBe(command === 'check' ? 1 : 3)
    expect(out + err).toMatch(/rules\/ganzhou-2018-32\/requirements\/leadership\.json:\d+:\d+ unknown-scope/)
    expect(out + err).toContain('Did you mean "firm"?')
  })
})

test.each([
  ['a folder that is no pack', folder, 'has no pack.json'],
  ['a file in place of a pack', SAMPLE, 'is not a bundle from tiaoli export --to bundle.'],
  ['an unknown revision', 'ganzhou-2018-32@no-such-branch', 'Unknown git revision "no-such-branch".'],
])('%s is refused in one sentence, with 3', async (_, pack, sentence) => {
  const { code, err, out } = await tiaoli(['check', pack])
  expect({ code, out }).toEqual({ code: 3, out: '' })
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

describe('a pack file that is not UTF-8: its Chinese would be lost without a word', () => {
  const PACK = 'party-organization-basics'
  const inGbkAlone = Buffer.concat([Buffer.from('{"$comment": "'), GBK, Buffer.from('"}')])
  function packWith(file: string): string {
    const copy = copyOfRules()
    mkdirSync(dirname(join(copy, 'rules', PACK, file)), { recursive: true })
    writeFileSync(join(copy, 'rules', PACK, file), inGbkAlone)
    return copy
  }

  test.each(['parameters.json', 'pack.json', 'documents/rules/source.zh.txt'])(
    'in %s is a fault like any other for check, which finds it and exits with 1',
    async (file) => {
      const { code, out, err } = await tiaoli(['check', `./rules/${PACK}`], { cwd: packWith(file) })
      expect({ code, err }).toEqual({ code: 1, err: '' })
      expect(out).toMatch(new RegExp(`${file.replace('.', '\\.')}:1:15 gbk The text is not UTF-8 .* Save it as UTF-8`))
    },
  )

  test.each([['fmt'], ['evaluate', SAMPLE, ...DAY]])('is refused by %s, with 3', async (command, ...more) => {
    const args = [command, `./rules/${PACK}`, ...more]
    const { code, err } = await tiaoli(args, { cwd: packWith('parameters.json') })
    expect(code).toBe(3)
    expect(err).toContain('parameters.json:1:15 gbk')
  })
})

test('a pack that is not there and like none is refused with those there are', async () => {
  const { code, err } = await tiaoli(['check', 'hangzhou'])
  expect(code).toBe(3)
  expect(err).toBe(
    'Rule pack not found: "hangzhou". Known packs: ganzhou-2018-32, party-organization-basics. Name any other pack by its folder.\n',
  )
})

test.each(['ask', 'evaluate', 'explain', 'compare', 'calendar'])(
  '%s refuses a subject that the ledger does not have, by its name',
  async (command) => {
    const pack = 'ganzhou-2018-32'
    const days = command === 'calendar' ? ['--from', '2019-01-01', '--to', '2019-12-31'] : DAY
    const args =
      command === 'ask' || command === 'evaluate' ? [pack, SAMPLE] : command === 'compare' ? [pack, pack] : [pack]
    const ledger = args.includes(SAMPLE) ? [] : ['--ledger', SAMPLE]
    const subjects = ['--subject', 'F036', '--subject', 'F0036']
    const { code, out, err } = await tiaoli([command, ...args, ...ledger, ...days, ...subjects])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^--subject F0036: No record has this id or pointer\. .+ Did you mean "F\d+"\?\n$/)
  },
)

test.each([
  ['evaluate', ['ganzhou-2018-32', SAMPLE, '--requirement', 'dues-returned', '--requirement', 'one-sholder']],
  ['evaluate', ['ganzhou-2018-32', '-', '--records', 'firm', '--requirement', 'one-sholder']],
  ['ask', ['ganzhou-2018-32', SAMPLE, '--requirement', 'one-sholder']],
])('%s refuses a requirement that there is not by its name', async (command, args) => {
  expect(await tiaoli([command, ...args, ...DAY])).toEqual({
    code: 2,
    out: '',
    err: '--requirement one-sholder: There is no such requirement. Check its name. Did you mean "one-shoulder"?\n',
  })
})

test('explain refuses a requirement that there is not by its name', async () => {
  expect(await tiaoli(['explain', 'ganzhou-2018-32', 'one-sholder', '--ledger', SAMPLE, ...DAY])).toEqual({
    code: 2,
    out: '',
    err: 'The pack has no requirement "one-sholder". Did you mean "one-shoulder"?\n',
  })
})

test('everything that is wrong with the options is reported at once, flag by flag', async () => {
  const flags = ['--as-of', 'today', '--scope', 'frm', '--period', '19', '--profile', 'lax', '--set', 'x=1']
  const { code, err } = await tiaoli(['evaluate', 'ganzhou-2018-32', SAMPLE, ...flags])
  expect(code).toBe(2)
  expect(
    err
      .trim()
      .split('\n')
      .map((line) => line.split(':')[0]),
  ).toEqual(['--as-of', '--period 19', '--profile', '--set x', '--scope frm'])
})

const A_YEAR = 'Write a year from 1900 to 2999, such as 2019.'

test.each([
  ['--period 19', ['--period', '19'], `--period 19: ${A_YEAR}`],
  ['--period [2019]', ['--period', '[2019]'], `Invalid --period "[2019]". ${A_YEAR}`],
  [
    '--as-of 2019-1-1',
    ['--as-of', '2019-1-1'],
    '--as-of: Write a day of the calendar as YYYY-MM-DD, such as 2019-01-01.',
  ],
  ['--asof', ['--asof', '2019-01-01'], 'Unknown flag "--asof". Did you mean "--as-of"?'],
])('the remedy for %s is one that the command line takes', async (_, flags, sentence) => {
  const day = flags[0] === '--period' ? DAY : []
  const { code, err } = await tiaoli(['evaluate', 'ganzhou-2018-32', SAMPLE, ...day, ...flags])
  expect([code, err]).toEqual([2, `${sentence}\n`])
})

test('the value of a parameter may be quoted, as the remedy has it', async () => {
  const args = ['evaluate', 'ganzhou-2018-32', SAMPLE, ...DAY, '--requirement', 'dues-returned', '--json']
  const of = async (rate: string) => {
    const { code, out } = await tiaoli([...args, '--set', `pretaxRate=${rate}`])
    return [code, out]
  }
  expect(await of('"1%"')).toEqual(await of('1%'))
  expect(await of('"1%"')).toEqual([0, expect.stringContaining('"pretaxRate": "1%"')])
})

test('explain says so where no finding matches', async () => {
  const { code, err } = await tiaoli([
    'explain',
    'ganzhou-2018-32',
    'one-shoulder',
    '--ledger',
    SAMPLE,
    ...DAY,
    '--scope',
    'city',
  ])
  expect([code, err]).toEqual([3, expect.stringMatching(/^No finding matches.*begins after the year/s)])
})

test('an answer is not written over a folder', async () => {
  const { code, err } = await tiaoli(['export', 'ganzhou-2018-32', '--to', 'json-schema', '--output', folder])
  expect(code).toBe(3)
  expect(err).toBe(`${folder} is a folder. Add a file name.\n`)
})

test('a file outside the working folder is named in full, as it was given', async () => {
  const { err } = await tiaoli(['evaluate', 'ganzhou-2018-32', broken, ...DAY])
  expect(err).toMatch(new RegExp(`^${broken}:3:34 `))
})

test('a pack with a file of 200 MB is refused before it is read', async () => {
  const pack = join(folder, 'huge-pack')
  mkdirSync(join(pack, 'requirements'), { recursive: true })
  writeFileSync(join(pack, 'pack.json'), '{}')
  hugeFile('huge-pack/requirements/all.json')
  const { code, err } = await tiaoli(['check', pack])
  expect(code).toBe(3)
  expect(err).toContain('has 200 MiB')
})

test('a JSON file with a wrong name is reported, not left out', async () => {
  const copy = copyOfRules()
  const stray = join(copy, 'rules/ganzhou-2018-32/requirement')
  mkdirSync(stray)
  writeFileSync(join(stray, 'new.json'), '{}')
  const { code, out } = await tiaoli(['check', 'ganzhou-2018-32'], { cwd: copy })
  expect(code).toBe(1)
  expect(out).toContain('rules/ganzhou-2018-32/requirement/new.json unknown-file')
})

test('standard input is refused where nothing fits it', async () => {
  const { code, err } = await tiaoli(['evaluate', 'ganzhou-2018-32', '-', ...DAY], { input: '{' })
  expect(code).toBe(3)
  expect(err).toContain('standard input:1:2 unclosed-bracket The text ends here')
})

test('an error is JSON where JSON is asked for', async () => {
  const { err, code } = await tiaoli(['evaluate', 'ganzhou-2018-32', missing, ...DAY, '--json'])
  expect(code).toBe(3)
  expect(JSON.parse(err)).toMatchObject({
    error: {
      code: 'no-such-file',
      message: { zh: expect.stringContaining('请检查路径'), en: expect.stringContaining('Check') },
    },
  })
})
