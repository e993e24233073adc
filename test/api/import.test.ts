import { answerOf } from '@tiaoli/client'
import { compile } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { guessMapping, importWorkbooks } from '@tiaoli/office/import'
import { makeTemplate } from '@tiaoli/office/template'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bookOf, FIRST_SHEET, withPart, written, zipOf } from '../office/workbook-file.ts'
import { PACK } from './draft-steps.ts'
import { fileOf, IMPORT, postForm, rawForm, REGISTER, REGISTER_NAME, type Parts } from './forms.ts'
import { client, evaluate, post, problemOf } from './request.ts'

const policy = compile(ganzhou)
const param = { pack: PACK }
const register = fileOf(REGISTER, REGISTER_NAME)
const small = written(
  bookOf([
    ['律师事务所名称', '执业律师数'],
    ['江西明远律师事务所', 12],
  ]),
)

async function imported(parts: Parts) {
  const response = await postForm(IMPORT, parts)
  if (response.status !== 200) throw new Error(await response.text())
  return response.json<Awaited<ReturnType<typeof importOfRegister>>>()
}

function importOfRegister() {
  return answerOf(client().v1.packs[':pack'].import.$post({ param, form: { file: register } }))
}

async function refusalOf(parts: Parts) {
  const response = await postForm(IMPORT, parts)
  const { type, errors = [] } = await problemOf(response)
  return { status: response.status, type: type.replace('/problems/', ''), errors }
}

describe('an import', () => {
  test('gives what the library gives, and does not say who is who', async () => {
    const workbook = await readWorkbook(REGISTER, { name: REGISTER_NAME })
    const { persons, ...expected } = await importWorkbooks([workbook], { plan: policy.plan })
    const { edition, notices, ...answer } = await importOfRegister()
    expect(answer).toEqual(expected)
    expect([edition.pack, notices]).toEqual([PACK, []])
    const text = JSON.stringify(answer)
    expect(Object.values(persons).length).toBeGreaterThan(5)
    expect(Object.values(persons).filter((name) => text.includes(name))).toEqual([])
  })

  test('gives a ledger that evaluate takes', async () => {
    const { ledger, names } = await importOfRegister()
    const report = await evaluate({ asOf: '2026-09-30', ledger })
    const { receipt, ...rest } = policy.evaluate(ledger, { asOf: '2026-09-30' })
    expect(report).toEqual(expect.objectContaining(rest))
    expect(report.receipt).toEqual(expect.objectContaining(receipt))
    expect(report.findings.some(({ status }) => status === 'met')).toBe(true)
    expect(Object.values(names)).toContain('江西正衡律师事务所')
  })

  test('takes several files, the day of the ledger and a version, and each file has a name of its own', async () => {
    const file = [fileOf(small), fileOf(small), fileOf('律师事务所名称,执业律师数\n江西正大律师事务所,7', '名单.csv')]
    const { ledger, columns } = await imported({ file, on: '2026-06-30', version: '1', guess: 'true' })
    expect(ledger['on']).toBe('2026-06-30')
    expect(new Set(columns.map(({ place }) => place.file))).toEqual(new Set(['台账.xlsx', '台账.xlsx (2)', '名单.csv']))
  })

  test('takes a mapping of the pack by its id, a guessed one, or one that is sent', async () => {
    const named = await imported({ file: register, mapping: 'party-building-forms' })
    expect(named.mapping).toEqual({ id: 'party-building-forms', guessed: false })
    expect(named.guessedMapping).toBeUndefined()
    const guessed = await imported({ file: register, guess: 'true' })
    const workbook = await readWorkbook(REGISTER, { name: REGISTER_NAME })
    expect(guessed.mapping).toEqual({ id: 'guessed', guessed: true })
    expect(guessed.guessedMapping).toEqual(JSON.parse(JSON.stringify(guessMapping([workbook], policy.plan))))
    const mapping = { ...guessed.guessedMapping, id: 'corrected', guessed: undefined }
    const sent = await imported({ file: register, mapping: fileOf(JSON.stringify(mapping), 'mapping.json') })
    expect(sent.mapping).toEqual({ id: 'corrected', guessed: false })
    expect(sent.columns.filter(({ use }) => use === 'read').length).toBeGreaterThan(3)
  })

  test('keeps the ids of an earlier ledger and of names that are sent', async () => {
    const ledger = JSON.stringify({
      id: 'C01',
      counties: [
        {
          id: 'D01',
          firms: [
            { id: 'F009', name: '江西正衡律师事务所' },
            { id: 'F010', name: '江西旧律师事务所' },
          ],
        },
      ],
    })
    const names = JSON.stringify({ F077: '江西明远律师事务所' })
    for (const part of [ledger, fileOf(ledger, 'earlier.json')]) {
      const answer = await imported({ file: register, ledger: part, names })
      expect(answer.ledger['id']).toBe('C01')
      expect(answer.names).toMatchObject({ F009: '江西正衡律师事务所', F077: '江西明远律师事务所' })
      expect(answer.earlier).toEqual({ kept: 1, gone: [{ scope: 'firm', id: 'F010', name: '江西旧律师事务所' }] })
    }
  })

  test.each([
    ['a ledger that is no JSON', { ledger: '{' }, 400, undefined],
    ['a ledger that the pack does not take', { ledger: '{"counties":3}' }, 422, '/ledger/counties'],
    ['names that are none', { names: '{"F1":3}' }, 422, '/names'],
  ])('refuses %s', async (_, parts, status, pointer) => {
    const refused = await refusalOf({ file: register, ...parts })
    expect([refused.status, refused.errors[0]?.pointer || undefined]).toEqual([status, pointer])
  })

  test('says of macros that none was run', async () => {
    const withMacros = zipOf([...partsWithMacros()])
    const { notices } = await imported({ file: fileOf(withMacros, '台账.xlsm') })
    expect(notices).toMatchObject([{ file: '台账.xlsm', code: 'macros-ignored' }])
  })

  test('reads dates of the calendar from 1904 as their days', async () => {
    const book = bookOf([
      ['律师事务所名称', '成立时间'],
      ['江西明远律师事务所', { t: 'n', v: 40_681 - 1462, z: 'yyyy-mm-dd' }],
    ])
    book.Workbook = { WBProps: { date1904: true } }
    const { ledger } = await imported({ file: fileOf(written(book)), mapping: fileOf(JSON.stringify(MAPPING)) })
    expect(JSON.stringify(ledger)).toContain('"establishedOn":"2011-05-18"')
  })

  test('does not mind a hundred thousand formatted rows that are empty', async () => {
    const { columns } = await imported({ file: fileOf(withEmptyRows(100_000)), guess: 'true' })
    expect(columns.map(({ heading }) => heading)).toEqual(['律师事务所名称', '执业律师数'])
  })

  test('is told in one language where one is asked for', async () => {
    const response = await postForm(IMPORT, { file: register, language: 'zh' })
    const answer = await response.json<{ language: string; notes: { text: string }[]; ledger: { on: string } }>()
    expect([answer.language, answer.ledger.on]).toEqual(['zh', '2026-09-30'])
    for (const { text } of answer.notes) expect(text).toMatch(/\p{Script=Han}/u)
  })

  test('repeats no number of a person, in cells or in the name of a file', async () => {
    const number = '11010519491231002X'
    const book = bookOf([
      ['律师事务所名称', '执业律师数'],
      ['江西明远律师事务所', number],
    ])
    const answer = await imported({ file: fileOf(written(book), `${number}.xlsx`), guess: 'true' })
    expect(JSON.stringify(answer)).not.toContain(number)
    expect(answer.columns[0]!.place.file).toBe('file-1')
  })
})

const MAPPING = {
  id: 'dates',
  title: { zh: '日期', en: 'Dates' },
  tables: [
    {
      title: { zh: '律所', en: 'Firms' },
      has: ['律师事务所名称'],
      row: 'firm',
      columns: [
        { headings: ['律师事务所名称'], record: 'firm' },
        { headings: ['成立时间'], fact: 'firm.establishedOn' },
      ],
    },
  ],
}

/** A workbook with so many rows below its table that have a format and nothing else. */
function withEmptyRows(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, i) => `<row r="${i + 10}" s="1" customFormat="1"/>`).join('')
  return withPart(small, FIRST_SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`))
}

function* partsWithMacros(): Generator<[string, string | Uint8Array]> {
  const book = bookOf([['律师事务所名称'], ['江西明远律师事务所']])
  yield* Object.entries(unzipSync(written(book)))
  yield ['xl/vbaProject.bin', 'macro']
}

describe('a file of an import is refused with its name and what to do:', () => {
  test.each([
    ['encrypted', zipOf([['xl/workbook.xml', '<workbook/>']], { flags: 1 })],
    ['broken', REGISTER.slice(0, REGISTER.length / 2)],
    ['broken', zipOf([['xl/workbook.xml', '<workbook/>']], { size: 3 })],
    ['pdf', new TextEncoder().encode('%PDF-1.7')],
    ['empty', new Uint8Array()],
    ['word-document', zipOf([['word/document.xml', '<w/>']])],
    ['archive', zipOf([['a.txt', 'a']])],
    ['web-page', new TextEncoder().encode('<html><table></table></html>')],
  ])('%s', async (code, bytes) => {
    const refused = await refusalOf({ file: [fileOf(small, '好.xlsx'), fileOf(bytes, '坏.xlsx')] })
    expect(refused).toMatchObject({ status: 422, type: 'unreadable-workbook' })
    expect(refused.errors).toMatchObject([{ pointer: '/file/1', file: '坏.xlsx', code }])
    expect(refused.errors[0]!.detail.zh).toMatch(/请/)
  })

  test('a damaged sheet by its name, a quote without partner by its cell', async () => {
    const quote = await refusalOf({ file: fileOf('a,b\n1,"2\n3,4', '名单.csv') })
    expect(quote.errors).toMatchObject([{ file: '名单.csv', sheet: '名单', cell: 'A2', code: 'open-quote' }])
  })

  test.each([
    ['unpacked, a bomb', () => zipOf([['xl/workbook.xml', 'x'.repeat(20_000_000)]]), /6 MiB/],
    [
      'a bomb that says it is small',
      () => zipOf([['xl/workbook.xml', 'x'.repeat(20_000_000)]], { size: 9 }),
      undefined,
    ],
    ['cells', () => written(bookOf(Array.from({ length: 600 }, () => Array<number>(100).fill(1)))), /50,000/],
    ['cells of a text', () => new TextEncoder().encode('1,1\n'.repeat(30_000)), /50,000/],
    ['columns', () => written(bookOf([Array<number>(600).fill(1)])), /500/],
    ['bytes', () => new Uint8Array(6 * 2 ** 20), /4 MiB/],
  ])('too large: %s', async (_, make, said) => {
    const { status, type, errors } = await refusalOf({ file: fileOf(make()) })
    if (said === undefined) expect([status, type]).toEqual([422, 'unreadable-workbook'])
    else {
      expect([status, type]).toEqual([413, 'workbook-too-large'])
      expect(errors).toMatchObject([{ pointer: '/file/0', file: '台账.xlsx', code: 'too-large' }])
      expect(errors[0]!.detail.zh).toMatch(said)
    }
  })

  test('too large: the cells of all files together', async () => {
    const half = () => fileOf(written(bookOf(Array.from({ length: 300 }, () => Array<number>(100).fill(1)))))
    const { status, errors } = await refusalOf({ file: [half(), half()] })
    expect([status, errors[0]]).toMatchObject([413, { pointer: '/file/1', file: '台账.xlsx (2)' }])
  })

  test('a template, with the address that reads it', async () => {
    const { status, errors } = await refusalOf({ file: fileOf(makeTemplate({ policy })) })
    expect([status, errors]).toMatchObject([422, [{ pointer: '/file/0', code: 'is-template' }]])
    expect(errors[0]!.detail.zh).toContain('/template/read')
  })
})

describe('a form', () => {
  test.each([
    ['without a file', { on: '2026-09-30' }, '/file', 'missing'],
    ['with a file that is a text', { file: 'a,b' }, '/file', 'invalid-union'],
    ['with more files than 20', { file: Array.from({ length: 21 }, () => fileOf('a')) }, '/file', 'invalid-union'],
    ['with a field that there is not', { file: register, mappings: 'x' }, '/mappings', 'unknown-property'],
    ['with no day', { file: register, on: '2026-02-30' }, '/on', 'custom'],
    ['with a day that is a file', { file: register, on: fileOf('x') }, '/on', 'invalid-type'],
    ['with two days', { file: register, on: ['2026-01-01', '2026-01-02'] }, '/on', 'invalid-type'],
    ['with a mapping that there is not', { file: register, mapping: 'party-forms' }, '/mapping', 'unknown-mapping'],
    ['with a mapping and a guess', { file: register, mapping: 'x', guess: 'true' }, '/guess', 'mapping-given'],
    ['with a version that there is not', { file: register, version: '99' }, '/version', 'unknown-version'],
  ] as [string, Parts, string, string][])('%s is refused at its place', async (_, parts, pointer, code) => {
    const { status, type, errors } = await refusalOf(parts)
    expect([status, type]).toEqual([422, 'invalid-request'])
    expect(errors).toMatchObject([{ pointer, code }])
  })

  test('with a mapping that does not fit the catalogue is refused with the place in it', async () => {
    const [table] = MAPPING.tables
    const columns = [...table!.columns, { headings: ['x'], fact: 'firm.colour' }]
    const faulty = JSON.stringify({ ...MAPPING, tables: [{ ...table, columns }] })
    const { status, errors } = await refusalOf({ file: register, mapping: fileOf(faulty) })
    expect(status).toBe(422)
    expect(errors).toMatchObject([{ pointer: '/mapping/tables/0/columns/2/fact' }])
    for (const broken of ['{', 'null'])
      expect(await refusalOf({ file: register, mapping: fileOf(broken) })).toMatchObject({ status: 422 })
  })

  const csv = '律师事务所名称,执业律师数\n江西明远律师事务所,12'
  const disposition = (name: string) => `content-disposition: form-data; name="file"; filename="${name}"`
  const sent = (body: Uint8Array, type = 'multipart/form-data; boundary=xx') => post(IMPORT, body, type)

  test.each([
    ['of another type', rawForm(disposition('a.csv'), csv), 'application/octet-stream', 415, 'unsupported-media-type'],
    ['of JSON', new TextEncoder().encode('{}'), 'application/json', 415, 'unsupported-media-type'],
    ['without a type', rawForm(disposition('a.csv'), csv), '', 415, 'unsupported-media-type'],
    ['without a boundary', rawForm(disposition('a.csv'), csv), 'multipart/form-data', 400, 'malformed-form'],
    [
      'with another boundary',
      rawForm(disposition('a.csv'), csv, 'yy'),
      'multipart/form-data; boundary=xx',
      400,
      'malformed-form',
    ],
    [
      'without a name',
      rawForm('content-disposition: form-data', csv),
      'multipart/form-data; boundary=xx',
      400,
      'malformed-form',
    ],
    ['that is empty', new Uint8Array(), 'multipart/form-data; boundary=xx', 400, 'malformed-form'],
    [
      'that breaks off',
      rawForm(disposition('a.csv'), csv).slice(0, -12),
      'multipart/form-data; boundary=xx',
      400,
      'malformed-form',
    ],
  ])('%s is refused', async (_, body, type, status, code) => {
    const response = await sent(body, type)
    expect([response.status, (await problemOf(response)).type]).toEqual([status, `/problems/${code}`])
  })

  test('of very many parts is refused', async () => {
    const { status, errors } = await refusalOf({ on: Array.from({ length: 200 }, () => 'x') })
    expect([status, errors]).toMatchObject([422, [{ pointer: '', code: 'too-many' }]])
  })

  test.each([
    ['folders', '../../etc/名单.csv', '名单.csv'],
    ['folders of Windows', String.raw`C:\\台账\\名单.csv`, '名单.csv'],
    ['nothing but points', '..', 'file-1'],
    ['what cannot be seen', '名\u202e\u0007单.csv', '名单.csv'],
    ['very many characters', '长'.repeat(5000), '长'.repeat(200)],
  ])('calls a file whose name has %s by what is left of it', async (_, name, shown) => {
    const response = await sent(rawForm(disposition(name), csv))
    const { columns, notes } = await response.json<Awaited<ReturnType<typeof importOfRegister>>>()
    expect([...columns, ...notes][0]!.place.file).toBe(shown)
  })

  test('with a file name in GBK is read', async () => {
    const [before, after] = disposition('|').split('|')
    const gbk = Uint8Array.of(0xcc, 0xa8, 0xd5, 0xcb)
    const head = Buffer.concat([Buffer.from(before!), gbk, Buffer.from(`.csv${after}`)])
    expect((await sent(rawForm(new Uint8Array(head), csv))).status).toBe(200)
  })
})

test('no workbook with some bytes changed gets a 5xx', async () => {
  let state = 7
  const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
  const statuses = new Set<number>()
  for (let i = 0; i < 150; i++) {
    const bytes = (i % 2 === 0 ? small : written(bookOf([['甲', 1]]), 'xls')).slice()
    for (let n = 0; n <= i % 4; n++) bytes[next(bytes.length)] = next(256)
    const response = await postForm(IMPORT, { file: fileOf(bytes) })
    statuses.add(response.status)
    expect(response.status).toBeLessThan(500)
    await response.body?.cancel()
  }
  expect(statuses).toEqual(new Set([200, 422]))
})
