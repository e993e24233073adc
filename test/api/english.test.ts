import { answerOf } from '@tiaoli/client'
import { expect, test } from 'vitest'
import cases from '../../examples/playground-safety/cases/bylaw.json' with { type: 'json' }
import clauses from '../../examples/playground-safety/documents/bylaw-2024/clauses.json' with { type: 'json' }
import document from '../../examples/playground-safety/documents/bylaw-2024/document.json' with { type: 'json' }
import facts from '../../examples/playground-safety/facts.json' with { type: 'json' }
import pack from '../../examples/playground-safety/pack.json' with { type: 'json' }
import parameters from '../../examples/playground-safety/parameters.json' with { type: 'json' }
import operation from '../../examples/playground-safety/requirements/operation.json' with { type: 'json' }
import upkeep from '../../examples/playground-safety/requirements/upkeep.json' with { type: 'json' }
import sample from '../../examples/playground-safety/samples/district.json' with { type: 'json' }
import { approve, officers, publish, saveText, submit } from './draft-steps.ts'
import { post, request } from './request.ts'

const ID = 'playground-safety'
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const FILES = {
  'pack.json': pack,
  'facts.json': facts,
  'parameters.json': parameters,
  'documents/bylaw-2024/document.json': document,
  'documents/bylaw-2024/clauses.json': clauses,
  'requirements/operation.json': operation,
  'requirements/upkeep.json': upkeep,
  'cases/bylaw.json': cases,
}
const files = Object.fromEntries(Object.entries(FILES).map(([path, json]) => [path, JSON.stringify(json, null, 2)]))
const ON = { asOf: '2026-03-31' }

/** What the service says, with its status; fails where any of it is Chinese. */
async function said(response: Response): Promise<{ status: number; text: string }> {
  const text = await response.text()
  expect([response.url, CHINESE.exec(text)?.[0]]).toEqual([response.url, undefined])
  return { status: response.status, text }
}

const ask = async (path: string, body: unknown) => said(await post(`/v1/packs/${ID}/${path}`, body))

test('a pack in English is drafted, published and answers in English alone, and so do its refusals', async () => {
  const { editor, approver } = await officers()
  const param = { pack: ID }
  const json = { summary: 'a new pack', files }
  const { draft } = await answerOf(editor.v1.packs[':pack'].drafts.$post({ param, header: {}, json }))

  const path = 'requirements/operation.json'
  const faulty = files[path]!.replace('playground.hasShade', 'playground.hasLight')
  const saved = await saveText(editor, draft, path, faulty)
  expect(saved.diagnostics.map(({ message }) => Object.keys(message))).toEqual([['en']])
  const { draft: mended } = await saveText(editor, saved.draft, path, files[path]!)

  const { version } = await approve(approver, await submit(editor, mended))
  expect((await publish(approver, version!, 0, undefined, ID)).status).toBe(201)

  const evaluated = await ask('evaluate', { ...ON, ledger: sample })
  expect(evaluated.text).toContain('Amount insured: $750,000.50; $1,000,000 is required.')
  await ask('evaluate', { ...ON, ledger: sample, detail: 'trace', exact: true, language: 'zh' })
  expect((await ask('next-questions', { ...ON, ledger: sample })).status).toBe(200)
  expect((await ask('calendar', { from: '2026-01-01', to: '2027-01-01', ledger: sample })).status).toBe(200)
  const amended = await ask('amend', {
    id: 'amendment-2027',
    from: '2027-01-01',
    text: 'In section 4: “A hazard that an inspector finds must be repaired within 10 days.”',
  })
  expect(amended.text).toContain('documents/amendment-2027/clauses.json')
  for (const part of ['', '/ledger.schema.json']) await said(await request(`/v1/packs/${ID}${part}`))

  const refused = await ask('evaluate', { ...ON, ledger: { playgrounds: [{ slides: 1, insuredFor: 0.5 }] } })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Write an amount as an integer, in cents.')
  expect((await ask('evaluate', { ...ON, ledger: {}, requirements: ['shadow'] })).status).toBe(422)
  for (const asOf of ['31/03/2026', 20260331]) {
    const faultyDay = await ask('evaluate', { asOf, ledger: sample })
    expect(faultyDay.status).toBe(422)
    expect(faultyDay.text).toContain('YYYY-MM-DD')
  }
  expect((await ask('next-questions', 'not an object')).status).toBe(400)
  const candidate = { files: { ...files, [path]: faulty } }
  expect((await ask('check', { candidate })).text).toContain('hasLight')
})
