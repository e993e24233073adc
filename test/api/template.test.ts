import { answerOf } from '@tiaoli/client'
import { compile } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { makeTemplate } from '@tiaoli/office/template'
import { read, utils, write, type WorkBook } from '@e965/xlsx'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import basics from '@tiaoli/rules/party-organization-basics'
import { describe, expect, test } from 'vitest'
import { bookOf, written } from '../office/workbook-file.ts'
import { PACK } from './draft-steps.ts'
import { fileOf, postForm, type Parts } from './forms.ts'
import { client, post, problemOf, request, sampleLedger } from './request.ts'

const policy = compile(ganzhou)
const TEMPLATE = `/v1/packs/${PACK}/template`
const ledger = { id: 'C01', counties: [{ id: 'D01', firms: [{ id: 'F001', lawyers: 12 }] }] }

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (response.status !== 200) throw new Error(await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
  const { sheets } = await readWorkbook(bytes, { name: '填报表.xlsx' })
  return sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
}

/** A template in which what a firm has below a heading is written otherwise. */
function filled(bytes: Uint8Array, heading: RegExp, value: string): Uint8Array {
  const book: WorkBook = read(bytes.slice())
  const sheet = book.Sheets['律师事务所']!
  for (const [address, cell] of Object.entries(sheet))
    if (heading.test(String((cell as { v?: unknown }).v))) {
      const { r, c } = utils.decode_cell(address)
      sheet[utils.encode_cell({ r: r + 1, c })] = { t: 's', v: value }
    }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

const readBack = (parts: Parts) => postForm(`${TEMPLATE}/read`, parts)

describe('a template over HTTP', () => {
  test('of the whole catalogue needs no ledger, and has a Chinese name', async () => {
    const response = await request(TEMPLATE)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="template.xlsx"; filename*=UTF-8''${encodeURIComponent('填报表')}.xlsx`,
    )
    expect(await bytesOf(response)).toEqual(makeTemplate({ policy, language: 'zh' }))
    expect(await bytesOf(await request(`${TEMPLATE}?language=en&version=1`))).toEqual(
      makeTemplate({ policy, language: 'en' }),
    )
  })

  test('of a ledger has what it has, or only what it lacks', async () => {
    const whole = await bytesOf(await post(TEMPLATE, { ledger }))
    expect(whole).toEqual(makeTemplate({ policy, ledger, language: 'zh' }))
    const lacking = await bytesOf(await post(TEMPLATE, { ledger, missing: true, asOf: '2019-01-01' }))
    expect((await sheetsOf(lacking)).length).toBeLessThan((await sheetsOf(whole)).length)
  })

  test('of a ledger of a city comes back within the limits; one of very many records is refused', async () => {
    const city = sampleLedger()
    const bytes = await bytesOf(await post(TEMPLATE, { ledger: city }))
    const response = await readBack({ file: fileOf(bytes), ledger: JSON.stringify(city) })
    expect((await response.json<{ ledger: object }>()).ledger).toEqual(city)
    const firms = Array.from({ length: 3000 }, (_, i) => ({ id: `F${i}` }))
    const refused = await post(TEMPLATE, { ledger: { id: 'C', counties: [{ id: 'K', firms }] } })
    expect(refused.status).toBe(422)
    expect(await problemOf(refused)).toMatchObject({
      type: '/problems/answer-too-large',
      errors: [{ pointer: '/ledger', code: 'too-many-cells' }],
    })
  })

  test.each([
    ['what is missing without a day', { ledger, missing: true }, '/asOf', 'as-of-missing'],
    ['no day of the calendar', { ledger, missing: true, asOf: '2019-02-30' }, '/asOf', 'as-of-invalid'],
    ['no ledger', {}, '/ledger', 'missing'],
    [
      'a ledger that does not fit',
      { ledger: { counties: 3 }, missing: true, asOf: '2019-01-01' },
      '/ledger/counties',
      expect.any(String),
    ],
    ['a fact that is not asked for', { ledger, facts: [] }, '/facts', 'unknown-option'],
  ] as [string, object, string, string][])('%s is refused at its place', async (_, body, pointer, code) => {
    const response = await post(TEMPLATE, body)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer, code }])
  })

  test('comes back with what was filled in, and the rest as it was', async () => {
    const bytes = filled(await bytesOf(await post(TEMPLATE, { ledger })), /^执业律师/, '15')
    const form = { file: fileOf(bytes), ledger: JSON.stringify(ledger) }
    const answer = await answerOf(client().v1.packs[':pack'].template.read.$post({ param: { pack: PACK }, form }))
    expect(answer.ledger).toEqual({
      id: 'C01',
      counties: [{ id: 'D01', firms: [{ id: 'F001', lawyers: 15 }] }],
    })
    expect(answer.notes).toEqual([])
    const asFile = await readBack({ file: fileOf(bytes), ledger: fileOf(JSON.stringify(ledger), 'ledger.json') })
    expect((await asFile.json<typeof answer>()).ledger).toEqual(answer.ledger)
  })

  test('with a cell that cannot be read says where, and does not repeat it', async () => {
    const bytes = filled(await bytesOf(await post(TEMPLATE, { ledger })), /^执业律师/, '很多很多')
    const response = await readBack({ file: fileOf(bytes, '回.xlsx'), ledger: JSON.stringify(ledger) })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ notes: [{ code: 'not-understood', place: { file: '回.xlsx' } }] })
    expect(text).not.toContain('很多很多')
  })

  test.each([
    ['no template', () => written(bookOf([['甲']])), 'not-a-template'],
    ['one of another pack', () => makeTemplate({ policy: compile(basics) }), 'other-pack'],
  ])('that is %s is refused', async (_, make, code) => {
    const response = await readBack({ file: fileOf(make()) })
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '/file', file: '台账.xlsx', code }])
  })

  test.each([
    ['a ledger that is no JSON', { file: fileOf('a'), ledger: '{' }, 400, '/problems/malformed-json'],
    ['no file', { ledger: '{}' }, 422, '/problems/invalid-request'],
    ['two files', { file: [fileOf('a'), fileOf('b')] }, 422, '/problems/invalid-request'],
    ['a damaged file', { file: fileOf('PK\u0003\u0004') }, 422, '/problems/unreadable-workbook'],
    ['an unknown field', { file: fileOf('a'), ledgers: '{}' }, 422, '/problems/invalid-request'],
  ] as [string, Parts, number, string][])('with %s is refused', async (_, parts, status, type) => {
    const response = await readBack(parts)
    expect([response.status, (await problemOf(response)).type]).toEqual([status, type])
  })

  test.each(['3', 'null', '[]', '"x"', '{"counties":3}', '{"counties":[3,null,{"firms":{}}]}'])(
    'is read into the ledger %s without a 5xx, whatever that is',
    async (text) => {
      const bytes = filled(await bytesOf(await post(TEMPLATE, { ledger })), /^执业律师/, '15')
      const response = await readBack({ file: fileOf(bytes), ledger: text })
      expect(response.status).toBe(200)
      await response.body?.cancel()
    },
  )
})
