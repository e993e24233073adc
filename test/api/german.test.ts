import { expect, test } from 'vitest'
import { answerOf } from '@tiaoli/client'
import cases from '../../examples/badewasser/cases/satzung.json' with { type: 'json' }
import clauses from '../../examples/badewasser/documents/satzung-2025/clauses.json' with { type: 'json' }
import document from '../../examples/badewasser/documents/satzung-2025/document.json' with { type: 'json' }
import facts from '../../examples/badewasser/facts.json' with { type: 'json' }
import pack from '../../examples/badewasser/pack.json' with { type: 'json' }
import parameters from '../../examples/badewasser/parameters.json' with { type: 'json' }
import requirements from '../../examples/badewasser/requirements/badestelle.json' with { type: 'json' }
import sample from '../../examples/badewasser/samples/gemeinde.json' with { type: 'json' }
import { approve, officers, publish, submit } from './draft-steps.ts'
import { post, request } from './request.ts'

const ID = 'badewasser'
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const FILES = {
  'pack.json': pack,
  'facts.json': facts,
  'parameters.json': parameters,
  'documents/satzung-2025/document.json': document,
  'documents/satzung-2025/clauses.json': clauses,
  'requirements/badestelle.json': requirements,
  'cases/satzung.json': cases,
}
const files = Object.fromEntries(Object.entries(FILES).map(([path, json]) => [path, JSON.stringify(json, null, 2)]))
const ON = { asOf: '2025-07-31' }
const REASON = 'Anwesende Rettungsschwimmer is 1 Person, less than the Mindestzahl der Rettungsschwimmer (2 Personen)'

/** What the service says, with its status; fails where any of it is Chinese. */
async function said(response: Response): Promise<{ status: number; text: string }> {
  const text = await response.text()
  expect([response.url, CHINESE.exec(text)?.[0]]).toEqual([response.url, undefined])
  return { status: response.status, text }
}

const ask = async (path: string, body: unknown) => said(await post(`/v1/packs/${ID}/${path}`, body))

test('a pack in German is published, and answers in its own words and English sentences', async () => {
  const { editor, approver } = await officers()
  const json = { summary: 'a new pack', files }
  const { draft } = await answerOf(editor.v1.packs[':pack'].drafts.$post({ param: { pack: ID }, header: {}, json }))
  const { version } = await approve(approver, await submit(editor, draft))
  expect((await publish(approver, version!, 0, undefined, ID)).status).toBe(201)

  const inAll = await ask('evaluate', { ...ON, ledger: sample })
  expect(inAll.text).toContain(`"text":{"de":"${REASON}"}`)
  expect(inAll.text).not.toMatch(/"(?:zh|en)":/)
  for (const language of ['de', 'en', 'zh'])
    expect((await ask('evaluate', { ...ON, ledger: sample, language })).text).toContain(`"text":"${REASON}"`)
  expect((await ask('next-questions', { ...ON, ledger: sample })).text).not.toMatch(/"(?:zh|en)":/)
  const questions = await ask('next-questions', { ...ON, ledger: sample, language: 'de' })
  expect(JSON.parse(questions.text)).toMatchObject({ language: 'de' })
  expect(questions.text).toContain('"label":"Tag der Öffnung"')
  const to = { version: 1 }
  const comparison = await ask('compare', { ...ON, ledger: sample, to, language: 'de' })
  expect(JSON.parse(comparison.text)).toMatchObject({ language: 'de', flipped: 0 })
  const calendar = await ask('calendar', { from: '2025-06-01', to: '2025-12-31', ledger: sample, language: 'de' })
  expect(calendar.status).toBe(200)
  for (const part of ['', '/ledger.schema.json', '/clauses']) await said(await request(`/v1/packs/${ID}${part}`))
  for (const part of ['', '/clauses', '/requirements', '/facts', '/parameters', '/profiles']) {
    const { text } = await said(await request(`/v1/packs/${ID}${part}?language=de`))
    expect(text).toMatch(/^\{"language":"de",/)
    expect(text).not.toMatch(/"(?:zh|en|de)":/)
  }
  const unread = await said(await request(`/v1/packs/${ID}/clauses?language=fr`))
  expect(JSON.parse(unread.text)).toMatchObject({ status: 422, errors: [{ in: 'query', pointer: '/language' }] })

  const refused = await ask('evaluate', { ...ON, ledger: sample, language: 'fr' })
  expect(refused.status).toBe(422)
  expect(JSON.parse(refused.text)).toMatchObject({
    errors: [{ pointer: '/language', detail: { de: 'There is no such language. Write one of: de, zh, en.' } }],
  })
})
