import { lintPack } from '@tiaoli/authoring'
import { answerOf } from '@tiaoli/client'
import { loadPack } from '@tiaoli/engine'
import { describe, expect, test } from 'vitest'
import { draftWith, fileOf, fiveFrom2027, officers, PACK } from './draft-steps.ts'
import { lintedPack } from '../support/linted-pack.ts'
import { client, evaluate, findingsOf, problemOf, post, sampleLedger } from './request.ts'

const { editor } = await officers()
const api = client()
const param = { pack: PACK }
const { draft } = await draftWith(editor, 'profiles/literal.json', fiveFrom2027)
const changed = { 'profiles/literal.json': await fileOf(editor, draft, 'profiles/literal.json') }

describe('compare', () => {
  const ask = { asOf: '2027-06-01', ledger: sampleLedger(), requirements: ['own-organization'] }

  test('requiring five members instead of three flips exactly the firms that have three or four', async () => {
    const comparison = await answerOf(
      editor.v1.packs[':pack'].compare.$post({ param, json: { ...ask, to: { draft: draft.id } } }),
    )
    const members = new Map(
      ask.ledger.counties.flatMap(({ firms }) =>
        firms.map(({ id, members: has }) => [String(id), (has as { full?: number } | undefined)?.full]),
      ),
    )
    const now = findingsOf(await evaluate(ask), 'own-organization')
    const expected = now
      .filter(({ subject, status }) => [3, 4].includes(members.get(subject.id) ?? 0) && status !== 'not_applicable')
      .map(({ subject }) => subject.id)
    expect(expected.length).toBeGreaterThan(0)
    expect(comparison.flips.map(({ subject }) => subject.id)).toEqual(expected)
    expect(comparison.flipped).toBe(expected.length)
    expect(JSON.stringify(comparison.rules)).toContain('5')
    expect(comparison.from).toMatchObject({ version: 1, seq: 1 })
    expect(comparison.to.sha256).not.toBe(comparison.from.sha256)
  })

  test('files give the same comparison as the draft that contains them', async () => {
    const toDraft = editor.v1.packs[':pack'].compare.$post({ param, json: { ...ask, to: { draft: draft.id } } })
    const toFiles = api.v1.packs[':pack'].compare.$post({ param, json: { ...ask, to: { files: changed } } })
    expect(await answerOf(toFiles)).toEqual(await answerOf(toDraft))
  })

  test('a version compared with itself has no differences', async () => {
    const json = { ...ask, to: { version: 1 } }
    const comparison = await answerOf(api.v1.packs[':pack'].compare.$post({ param, json }))
    expect(comparison).toMatchObject({ flipped: 0, flips: [], requirements: [], rules: [] })
  })

  describe('with a fact that only the new rules have', () => {
    const facts = async () => {
      const file = JSON.parse(await fileOf(editor, draft, 'facts.json')) as { given: Record<string, object> }
      file.given['firm.newFact'] = { type: 'boolean', label: { zh: '新事实', en: 'the new fact' } }
      return { 'facts.json': JSON.stringify(file) }
    }

    test.each([
      ['names the version that does not accept it', { newFact: true }, 'unfit-for-from', '第 1 版'],
      ['reports the error if the new rules refuse it too', { newFact: 3 }, 'unfit-ledger', ''],
    ])('a comparison with a new fact %s', async (_, firm, code, words) => {
      const ledger = { id: 'g', counties: [{ id: 'z', firms: [{ id: 'F1', ...firm }] }] }
      const response = await post(`/v1/packs/${PACK}/compare`, {
        asOf: '2019-01-01',
        ledger,
        to: { files: await facts() },
      })
      expect(response.status).toBe(422)
      const { errors } = await problemOf(response)
      expect(errors).toMatchObject([{ pointer: '/ledger/counties/0/firms/0/newFact', code }])
      expect(errors![0]!.detail.zh).toContain(words)
    })
  })

  test('an unknown file is refused at its place', async () => {
    const response = await post(`/v1/packs/${PACK}/compare`, { ...ask, to: { files: { 'secret.txt': '' } } })
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/unknown-file',
      errors: [{ pointer: '/to/files/secret.txt' }],
    })
  })

  test('a caller who is not a reviewer cannot compare with a draft', async () => {
    const response = await post(`/v1/packs/${PACK}/compare`, { ...ask, to: { draft: draft.id } })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).type).toBe('/problems/forbidden')
  })
})

describe('check', () => {
  test('finds every lint that the library finds', async () => {
    const { files, document } = lintedPack()
    const { lints } = lintPack(loadPack({ files }), { texts: new Map([['linted', document]]) })
    expect(lints.map(({ code }) => code)).toEqual(['not-in-document', 'unused-fact', 'unused-off'])
    const json = { candidate: { files }, runtimes: [], texts: { linted: document } }
    const found = await answerOf(api.v1.packs[':pack'].check.$post({ param: { pack: 'linted' }, json }))
    expect(found.lints).toEqual(lints)
  })

  const check = (files: Record<string, string | null>, runtimes: ('compiled' | 'json-rules-engine')[] = ['compiled']) =>
    answerOf(api.v1.packs[':pack'].check.$post({ param, json: { candidate: { files }, runtimes } }))

  test('the published version passes with its cases on both runtimes', async () => {
    const found = await check({}, ['compiled', 'json-rules-engine'])
    expect(found).toMatchObject({ ok: true, diagnostics: [], cases: { failed: 0, failures: [] } })
    expect(found.cases!.run).toBeGreaterThan(500)
  })

  test('a change that breaks cases lists each of them', async () => {
    const undated = JSON.parse(changed['profiles/literal.json']) as { parameters: Record<string, object[]> }
    undated.parameters['minFullMembersForBranch'] = [{ value: 5, assumption: { zh: '示例。', en: 'An example.' } }]
    const found = await check({ 'profiles/literal.json': JSON.stringify(undated) })
    expect(found.ok).toBe(false)
    expect(found.cases!.failures[0]).toMatchObject({ runtime: 'compiled', file: expect.stringMatching(/^cases\//) })
  })

  test('the id of another pack is refused at its place', async () => {
    const candidate = { files: { 'pack.json': '{"id": "other"}' } }
    const response = await post(`/v1/packs/${PACK}/check`, { candidate })
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([
      { pointer: '/candidate/files/pack.json', code: 'other-pack' },
    ])
  })

  test('an error is reported with line and column', async () => {
    const found = await check({ 'parameters.json': '{\n  "parameters": {},\n  "parametres": {}\n}' })
    expect(found).toMatchObject({ ok: false, cases: null })
    expect(found.diagnostics).toContainEqual(expect.objectContaining({ file: 'parameters.json', line: 3, column: 3 }))
  })
})
