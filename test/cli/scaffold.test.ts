import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { initPack } from '@tiaoli/authoring'
import { describe, expect, test } from 'vitest'
import { writeFilesAtomically } from '../../packages/cli/src/files/write-files.ts'
import { emptyFolder, RULES, tiaoli } from './tiaoli.ts'

async function newPack(): Promise<string> {
  const folder = emptyFolder()
  expect((await tiaoli(['init', 'my-city'], { cwd: folder })).code).toBe(0)
  return folder
}

/** The files of a new pack that brings its schemas along. */
const started = () => initPack({ id: 'my-city', schemas: 'schema' })

/** Every file of a pack whose `$schema` leads to no file. */
function withoutSchema(pack: string): string[] {
  const files = readdirSync(pack, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => {
    if (!file.endsWith('.json') || file.startsWith('schema')) return false
    const { $schema } = JSON.parse(readFileSync(join(pack, file), 'utf8')) as { $schema: string }
    return !existsSync(join(pack, dirname(file), $schema))
  })
}

describe('init for another place', () => {
  test.each([
    ['NZD', 'NZ$', 2, '0.01 NZD'],
    ['EUR', '€', 2, '0.01 EUR'],
    ['JPY', '¥', 0, '1 JPY'],
    ['BHD', 'BHD', 3, '0.001 BHD'],
  ])('counts amounts in the smallest unit of %s, and writes them with its sign', async (code, sign, digits, unit) => {
    const cwd = emptyFolder()
    const flags = ['--languages', 'en', '--time-zone', 'Pacific/Auckland', '--currency', code]
    expect((await tiaoli(['init', 'my-town', ...flags], { cwd })).code).toBe(0)
    expect((await tiaoli(['check', './my-town'], { cwd })).code).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, 'my-town/pack.json'), 'utf8'))).toMatchObject({
      timeZone: 'Pacific/Auckland',
      currency: { code, sign: { en: sign }, minor: { unit: { en: unit }, digits } },
    })
  })

  test.each([
    ['a time zone', ['--time-zone', 'Pacific/Atlantis'], 'There is no time zone "Pacific/Atlantis".'],
    ['a currency', ['--currency', 'XXQ'], 'There is no currency "XXQ".'],
  ])('%s that does not exist is refused, and nothing written', async (_what, flags, sentence) => {
    const cwd = emptyFolder()
    const { code, err } = await tiaoli(['init', 'my-town', ...flags, '--lang', 'en'], { cwd })
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)])
    expect(existsSync(join(cwd, 'my-town'))).toBe(false)
  })

  test('has its words under the tag of a further language', async () => {
    const cwd = emptyFolder()
    expect((await tiaoli(['init', 'my-town', '--languages', 'de'], { cwd })).code).toBe(0)
    expect((await tiaoli(['test', './my-town'], { cwd })).code).toBe(0)
    expect(Object.keys(JSON.parse(readFileSync(join(cwd, 'my-town/pack.json'), 'utf8')).title)).toEqual(['de'])
  })
})

describe('init', () => {
  test('writes the scaffold with the schemas, and nothing else', async () => {
    const folder = await newPack()
    expect(readdirSync(folder)).toEqual(['my-city'])
    const written = readdirSync(join(folder, 'my-city'), { recursive: true, encoding: 'utf8' })
    const schemas = readdirSync(join(RULES, 'schema')).map((name) => `schema/${name}`)
    const files = written.filter((file) => file.endsWith('.json')).sort()
    expect(files).toEqual([...Object.keys(started()), ...schemas].sort())
    for (const [file, text] of Object.entries(started()))
      expect(readFileSync(join(folder, 'my-city', file), 'utf8')).toBe(text)
  })

  test('names schemas that are there: its own, those beside it, or those of an installed @tiaoli/rules', async () => {
    const folder = emptyFolder()
    const init = async (cwd: string, path: string) => {
      expect((await tiaoli(['init', path], { cwd })).code).toBe(0)
      expect(withoutSchema(join(cwd, path))).toEqual([])
      return existsSync(join(cwd, path, 'schema'))
    }
    expect(await init(folder, 'alone')).toBe(true)
    cpSync(join(RULES, 'schema'), join(folder, 'beside', 'schema'), { recursive: true })
    expect(await init(folder, 'beside/city')).toBe(false)
    cpSync(join(RULES, 'schema'), join(folder, 'project', 'node_modules', '@tiaoli', 'rules', 'schema'), {
      recursive: true,
    })
    expect(await init(join(folder, 'project'), 'packs/city')).toBe(false)
    // The packs of the working folder are not those of a new pack far away from it.
    expect((await tiaoli(['init', join(folder, 'far', 'city')])).code).toBe(0)
    expect(withoutSchema(join(folder, 'far', 'city'))).toEqual([])
    expect(existsSync(join(folder, 'far', 'city', 'schema'))).toBe(true)
  })

  test('leaves alone what is there, and refuses what cannot be a name', async () => {
    const folder = await newPack()
    expect(await tiaoli(['init', 'my-city'], { cwd: folder })).toMatchObject({
      code: 3,
      err: expect.stringContaining('already exists'),
    })
    expect(await tiaoli(['init', 'My City'], { cwd: folder })).toMatchObject({
      code: 2,
      err: expect.stringContaining('Invalid pack name "My City".'),
    })
    expect((await tiaoli(['init', ''], { cwd: folder })).err).toBe('Missing name. See --help.\n')
    expect(readdirSync(folder)).toEqual(['my-city'])
  })
})

describe('add', () => {
  test.each([
    [
      [
        'requirement',
        'yearly-report',
        '--clause',
        'a1',
        '--theme',
        'reporting',
        '--zh',
        '年度报告',
        '--en',
        'Yearly report',
      ],
      'Yearly report',
    ],
    [
      ['fact', 'firm.lawyers', '--type', 'integer', '--zh', '律师人数', '--en', 'number of lawyers'],
      'number of lawyers',
    ],
  ])('puts in what passes check: %s', async (args, words) => {
    const folder = await newPack()
    const { out, code } = await tiaoli(['add', ...args, '--json'], { cwd: folder })
    expect(code).toBe(0)
    const { changed } = JSON.parse(out) as { changed: string[] }
    expect(changed.map((path) => readFileSync(join(folder, path), 'utf8')).join('')).toContain(words)
    expect((await tiaoli(['check'], { cwd: folder })).code).toBe(0)
    expect((await tiaoli(['fmt', '--check'], { cwd: folder })).code).toBe(0)
  })

  test('a document is written with its text, its dates and what it changes, and its words are to be filled in', async () => {
    const folder = await newPack()
    const flags = ['--from', '2027-01-01', '--issued-on', '2026-12-20', '--number', '司通〔2027〕1号', '--zh', '通知']
    const titles = ['--en', 'Notice', '--replaces', 'a1', '--prolongs', 'my-city', '--to', '2030-12-31']
    const { out, code } = await tiaoli(['add', 'document', 'notice-2027', ...flags, ...titles, '--json'], {
      cwd: folder,
    })
    expect(code).toBe(0)
    const read = (file: string) => readFileSync(join(folder, 'my-city/documents/notice-2027', file), 'utf8')
    const files = [
      'pack.json',
      ...['document.json', 'clauses.json', 'source.zh.txt'].map((file) => `documents/notice-2027/${file}`),
    ]
    expect(JSON.parse(out)).toMatchObject({ changed: files.map((file) => `my-city/${file}`) })
    expect(JSON.parse(read('document.json'))).toEqual({
      $schema: '../../schema/document.schema.json',
      title: { zh: '通知', en: 'Notice' },
      number: '司通〔2027〕1号',
      issuedOn: '2026-12-20',
      effective: { from: '2027-01-01' },
    })
    const { clauses } = JSON.parse(read('clauses.json')) as { clauses: object[] }
    expect(clauses).toMatchObject([
      {
        id: 'a1',
        force: 'constitutive',
        changes: [{ replaces: ['a1'] }, { prolongs: [{ document: 'my-city' }], to: '2030-12-31' }],
      },
    ])
    expect(read('source.zh.txt')).toBe('（请换成文件的原文）\n')
    const checked = await tiaoli(['check'], { cwd: folder })
    expect(checked.out).toContain('placeholder “（请换成文件的原文）” was left to be filled in.')
    expect(checked.out).not.toContain('not-in-document')
    expect((await tiaoli(['fmt', '--check'], { cwd: folder })).code).toBe(0)
    const explained = await tiaoli(['explain', 'report-after-foundation'], { cwd: folder })
    expect(explained.out).toContain('No longer in force from 2027-01-01 on, by Notice (司通〔2027〕1号), a1.')
  })

  test('a document that changes nothing says why no rule encodes it, and may end requirements and documents', async () => {
    const folder = await newPack()
    await tiaoli(['add', 'document', 'plain'], { cwd: folder })
    const read = (id: string) =>
      JSON.parse(readFileSync(join(folder, `my-city/documents/${id}/clauses.json`), 'utf8')) as { clauses: object[] }
    expect(read('plain').clauses).toMatchObject([{ force: 'context', notEncoded: { zh: expect.any(String) } }])
    const ends = ['--ends', 'report-after-foundation', '--ends', 'my-city']
    await tiaoli(['add', 'document', 'repeal', '--from', '2027-01-01', ...ends], { cwd: folder })
    expect(read('repeal').clauses).toMatchObject([
      { changes: [{ ends: [{ requirement: 'report-after-foundation' }, { document: 'my-city' }] }] },
    ])
  })

  test('words that are left to be filled in are a fault of check', async () => {
    const folder = await newPack()
    await tiaoli(['add', 'parameter', 'largeFirmLawyers', '--type', 'integer'], { cwd: folder })
    const { out, code } = await tiaoli(['check'], { cwd: folder })
    expect(code).toBe(1)
    expect(out).toContain('placeholder “（largeFirmLawyers 的中文名称）” was left to be filled in.')
  })

  test('a requirement without a case is a fault of test, as people and machines read it', async () => {
    const folder = await newPack()
    expect((await tiaoli(['test'], { cwd: folder })).code).toBe(0)
    await tiaoli(['add', 'requirement', 'yearly-report', '--clause', 'a1'], { cwd: folder })
    const { out, code } = await tiaoli(['test'], { cwd: folder })
    expect(code).toBe(1)
    expect(out).toContain('No case expects anything of yearly-report. Write one in cases/.')
    const json = await tiaoli(['test', '--json'], { cwd: folder })
    expect(JSON.parse(json.out)).toMatchObject({ failed: 0, withoutCase: ['yearly-report'] })
    expect(json.code).toBe(1)
    const junit = await tiaoli(['test', '--reporter', 'junit'], { cwd: folder })
    expect(junit.out).toContain('no case expects anything of it')
    expect((await tiaoli(['test', '--case', 'overdue'], { cwd: folder })).code).toBe(0)
  })

  test.each([
    ['a name that is taken', ['fact', 'firm.id', '--type', 'id'], '"firm.id" is there already.'],
    ['a name that cannot be one', ['fact', 'Firm', '--type', 'id'], 'dotted camelCase words that begin with a scope'],
    ['a clause that there is not', ['requirement', 'x', '--clause', 'z9'], 'Unknown clause "z9".'],
    ['a document that is there', ['document', 'my-city'], '"my-city" is there already.'],
    ['a name that no folder can have', ['document', 'Notice 1'], '"Notice 1" is no id.'],
    [
      'a change of what there is not',
      ['document', 'n', '--from', '2027-01-01', '--ends', 'z9'],
      'Unknown clause "z9".',
    ],
    ['a change without a day', ['document', 'n', '--ends', 'a1'], 'Cannot add "n"'],
    ['words in the other language alone', ['parameter', 'x', '--type', 'date', '--en', 'x'], 'The Chinese is missing'],
    ['a requirement without a clause', ['requirement', 'x'], 'Name the clause that the requirement encodes: --clause'],
    ['no name', ['parameter', '--type', 'date'], 'Missing name.'],
  ])('refuses %s, and changes nothing', async (_, args, sentence) => {
    const folder = await newPack()
    const { err, code } = await tiaoli(['add', ...args], { cwd: folder })
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    for (const [file, text] of Object.entries(started()))
      expect(readFileSync(join(folder, 'my-city', file), 'utf8')).toBe(text)
  })
})

test('of files that belong together all are written or none', () => {
  const folder = emptyFolder()
  const first = join(folder, 'first.json')
  writeFileSync(first, 'as it was')
  const files = new Map([
    [first, 'changed'],
    [join(first, 'below-a-file.json'), 'Cannot write '],
  ])
  expect(() => writeFilesAtomically(files)).toThrow('cannotWrite')
  expect(readFileSync(first, 'utf8')).toBe('as it was')
  expect(readdirSync(folder)).toEqual(['first.json'])
})
