import { compile } from '@tiaoli/engine'
import { makePapers, PAPER_KINDS, paperFile } from '@tiaoli/office/papers'
import { writeWord } from '@tiaoli/office/word'
import { readWordText } from '@tiaoli/office/word-text'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { PACK } from './draft-steps.ts'
import { post, problemOf, request, sampleLedger } from './request.ts'

const policy = compile(ganzhou)
const asOf = '2019-12-31'
const names = { F027: '江西楚天律师事务所' }

function papers(kind: string, body: object = {}): Promise<Response> {
  return post(`/v1/packs/${PACK}/papers/${kind}`, { asOf, ledger: sampleLedger(), ...body })
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  if (response.status !== 200) throw new Error(await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

/** The name under which a browser keeps the file. */
function nameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? ''
  return decodeURIComponent(/filename\*=UTF-8''([^;]+)$/.exec(header)?.[1] ?? '')
}

describe('papers over HTTP', () => {
  test.each(PAPER_KINDS)('%s are those of the library', async (kind) => {
    const response = await papers(kind, { names })
    const report = policy.evaluate(sampleLedger(), { asOf })
    const made = await makePapers(kind, { policy, report, ledger: sampleLedger(), names, language: 'zh' })
    const file = paperFile(kind, made, 'zh')
    expect([nameOf(response), response.headers.get('content-type')]).toEqual([file.name, file.type])
    expect(await bytesOf(response)).toEqual(file.bytes)
  })

  test('one list is a workbook under its Chinese name, with one in ASCII for old programs', async () => {
    const response = await papers('problems', { subjects: ['F027'] })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="problems.xlsx"; filename*=UTF-8''${encodeURIComponent('问题清单')}.xlsx`,
    )
  })

  test('notices are a zip file with a Word file for each who is addressed, and what is to remark', async () => {
    const response = await papers('notices', { names })
    expect([nameOf(response), response.headers.get('content-type')]).toEqual(['整改通知书.zip', 'application/zip'])
    const files = unzipSync(await bytesOf(response))
    expect(Object.keys(files)).toContain('整改通知书-江西楚天律师事务所.docx')
    expect(strFromU8(files['说明.txt']!)).toContain('依据待核，没有列入通知书')
    expect(strFromU8(files['整改通知书-江西楚天律师事务所.docx']!.slice(0, 2))).toBe('PK')
  })

  test.each([
    [{ requirements: ['debriefing'] }, '/requirements'],
    [{ scopes: ['firm'] }, '/scopes'],
    [{ periods: [2019] }, '/periods'],
  ])('statistics with %j, which would change nothing, are refused', async (body, pointer) => {
    const { status, errors } = await problemOf(await papers('statistics', body))
    expect([status, errors]).toEqual([422, [expect.objectContaining({ pointer, code: 'without-effect' })]])
  })

  test('notices are written into a template that is sent, and one that cannot be used is told', async () => {
    const template = (text: string) => {
      const paragraphs = [{ kind: 'plain' as const, runs: [{ text }] }]
      return Buffer.from(writeWord(paragraphs, { form: 'letter', language: 'zh' })).toString('base64')
    }
    const sent = { subjects: ['F027'], names }
    const good = template('关于{主送单位}的通知{#问题}{存在问题}{/问题}')
    const files = unzipSync(await bytesOf(await papers('notices', { ...sent, template: good })))
    const name = '整改通知书-江西楚天律师事务所.docx'
    expect(await readWordText(files[name]!, name)).toMatch(/^关于江西楚天律师事务所的通知/)

    const refused = async (kind: string, wrong: string) => {
      const { status, errors } = await problemOf(await papers(kind, { ...sent, template: wrong }))
      return [status, errors?.[0]]
    }
    const pointer = '/template'
    expect(await refused('notices', template('{主送单元}{#问题}{/问题}'))).toEqual([
      422,
      expect.objectContaining({ pointer, code: 'placeholder-unknown', suggestion: '主送单位' }),
    ])
    expect(await refused('notices', 'UEsDBA==')).toEqual([
      422,
      expect.objectContaining({ pointer, code: 'not-a-word-file' }),
    ])
    expect(await refused('notices', '不是')).toEqual([422, expect.objectContaining({ pointer })])
    expect(await refused('problems', good)).toEqual([422, expect.objectContaining({ pointer, code: 'only-notices' })])
  })

  test('where nothing has to be put right, the zip file says so', async () => {
    const response = await papers('notices', { ledger: { id: 'C' }, requirements: ['own-organization'] })
    const files = unzipSync(await bytesOf(response))
    expect(Object.keys(files)).toEqual(['说明.txt'])
    expect(strFromU8(files['说明.txt']!)).toContain('不出具通知书')
  })

  test('of statistics count the records that are asked for, and those below them', async () => {
    const subjects = ['K05']
    const report = policy.evaluate(sampleLedger(), { asOf, subjects })
    const input = { policy, report, ledger: sampleLedger(), language: 'zh' as const, subjects }
    const made = paperFile('statistics', await makePapers('statistics', input), 'zh')
    expect(await bytesOf(await papers('statistics', { subjects }))).toEqual(made.bytes)
  })

  test('are in the language that is asked for', async () => {
    expect(nameOf(await papers('supervision', { language: 'en' }))).toBe('Follow-up table.xlsx')
  })

  test.each([
    ['a kind that there is not', 'letters', {}, '/kind', 'invalid-value'],
    ['no day', 'problems', { asOf: undefined }, '/asOf', 'as-of-missing'],
    ['no ledger', 'problems', { ledger: undefined }, '/ledger', 'missing'],
    ['a ledger that does not fit', 'problems', { ledger: { counties: 3 } }, '/ledger/counties', expect.any(String)],
    ['names that are no texts', 'problems', { names: { F1: 3 } }, '/names/F1', 'invalid-type'],
    ['a profile that there is not', 'problems', { profile: 'x' }, '/profile', expect.any(String)],
    ['a language that there is not', 'problems', { language: 'de' }, '/language', expect.any(String)],
  ] as [string, string, object, string, string][])(
    '%s is refused at its place',
    async (_, kind, body, pointer, code) => {
      const response = await papers(kind, body)
      expect(response.status).toBe(422)
      expect((await problemOf(response)).errors).toMatchObject([{ pointer, code }])
    },
  )

  test('names with signs that no file has, and very long ones, make a file all the same', async () => {
    const odd = { F027: 'a/b\\c:*?"<>|\u0000'.repeat(40) }
    const files = unzipSync(await bytesOf(await papers('notices', { names: odd, subjects: ['F027'] })))
    for (const name of Object.keys(files)) expect(name).not.toMatch(/[/\\:*?"<>|]|\p{Cc}/u)
  })
})

test('the example of /openapi.json is a list that a program can open', async () => {
  const { paths } = await (
    await request('/openapi.json')
  ).json<{
    paths: Record<
      string,
      { post: { requestBody: { content: Record<string, { examples: { list: { value: object } } }> } } }
    >
  }>()
  const { value } = paths['/v1/packs/{pack}/papers/{kind}']!.post.requestBody.content['application/json']!.examples.list
  const files = unzipSync(await bytesOf(await post(`/v1/packs/${PACK}/papers/problems`, value)))
  expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('江西楚天律师事务所')
})
