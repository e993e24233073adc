import { answerOf } from '@tiaoli/client'
import { expect, test } from 'vitest'
import { PACK } from './draft-steps.ts'
import document from '../../rules/ganzhou-2018-32/documents/ganzhou-2018-32/source.zh.txt?raw'
import { client, post, problemOf, request, sampleLedger } from './request.ts'

const api = client()
const param = { pack: PACK }
const notice = { id: 'notice-2027', from: '2027-01-01', text: '一、删去四、（二）。\n二、本通知自2027年1月1日起施行。' }

test('a notice gives the dossier of what rests on the clauses that it drops, and files for a draft', async () => {
  const dossier = await answerOf(api.v1.packs[':pack'].amend.$post({ param, json: notice }))
  expect(dossier.reading).toBe('notice')
  expect(new Set(dossier.clauses.map(({ fate }) => fate))).toEqual(new Set(['dropped']))
  expect(dossier.clauses.map(({ clause }) => clause)).toContain('s4.2.c5')
  expect(dossier.parameters.map(({ id }) => id)).toEqual(['pretaxRate'])
  expect(Object.keys(dossier.draft)).toContain('documents/notice-2027/clauses.json')
})

test('the draft can be compared with the published rules: nothing before its day, and then what it ends', async () => {
  const { draft } = await answerOf(api.v1.packs[':pack'].amend.$post({ param, json: notice }))
  const flipped = async (asOf: string) => {
    const json = { asOf, ledger: sampleLedger(), requirements: ['firm-funding'], to: { files: draft } }
    return (await answerOf(api.v1.packs[':pack'].compare.$post({ param, json }))).flipped
  }
  expect(await flipped('2026-12-31')).toBe(0)
  expect(await flipped('2027-01-01')).toBeGreaterThan(0)
})

test('the text of the document, where it is given, tells where its paragraphs begin', async () => {
  const fates = async (original?: string) => {
    const json = {
      ...notice,
      text: '第三部分第（五）项第二款停止执行。',
      ...(original === undefined ? {} : { original }),
    }
    const { clauses } = await answerOf(api.v1.packs[':pack'].amend.$post({ param, json }))
    return [...new Set(clauses.map(({ fate }) => fate))]
  }
  expect(await fates()).toEqual(['named'])
  // The words of the item, in two paragraphs.
  const paragraphs = document.replace('专门负责党务工作。', (end) => `${end}\n`)
  expect(await fates(paragraphs)).toEqual(['dropped'])
})

test.each([
  ['an id that is taken', { id: PACK }, '/id'],
  ['a document that is not there', { amends: 'hangzhou' }, '/amends'],
  ['a day that is in no calendar', { from: '2027-02-30' }, '/from'],
  ['no text', { text: '' }, '/text'],
])('%s is refused at its place', async (_, parts, pointer) => {
  const response = await post(`/v1/packs/${PACK}/amend`, { ...notice, ...parts })
  expect(response.status).toBe(422)
  expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
})

test('the dossier to sign is a Word file or Markdown, in the language that is asked for', async () => {
  const asked = async (accept: string, language: string) => {
    const response = await request(`/v1/packs/${PACK}/amend/dossier`, {
      method: 'POST',
      headers: { accept, 'content-type': 'application/json' },
      body: JSON.stringify({ ...notice, language }),
    })
    expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, accept])
    return response
  }
  expect(await (await asked('text/markdown', 'zh')).text()).toMatch(/^# 修改对照：/)
  expect(await (await asked('text/markdown', 'en')).text()).toMatch(/^# Amendment of /)
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const bytes = new Uint8Array(await (await asked(word, 'zh')).arrayBuffer())
  expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})
