import { answerOf } from '@tiaoli/client'
import { describe, expect, test } from 'vitest'
import { draftWith, fileOf, fiveFrom2027, officers, PACK } from './draft-steps.ts'
import { client, evaluate, findingsOf, problemOf, post, sampleLedger } from './request.ts'

const { editor } = await officers()
const api = client()
const param = { pack: PACK }
const { draft } = await draftWith(editor, 'profiles/strict.json', fiveFrom2027)
const changed = { 'profiles/strict.json': await fileOf(editor, draft, 'profiles/strict.json') }

describe('compare', () => {
  const ask = { asOf: '2027-06-01', ledger: sampleLedger(), requirements: ['own-organization'] }

  test('five members instead of three flip just the firms that have three or four', async () => {
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
    expect(comparison.rules.map(({ text }) => text.zh).join()).toContain('5')
    expect(comparison.from).toMatchObject({ version: 1, seq: 1 })
    expect(comparison.to.sha256).not.toBe(comparison.from.sha256)
  })

  test('files give the same as the draft that holds them, without being stored', async () => {
    const toDraft = editor.v1.packs[':pack'].compare.$post({ param, json: { ...ask, to: { draft: draft.id } } })
    const toFiles = api.v1.packs[':pack'].compare.$post({ param, json: { ...ask, to: { files: changed } } })
    expect(await answerOf(toFiles)).toEqual(await answerOf(toDraft))
  })

  test('a version differs in nothing from itself', async () => {
    const json = { ...ask, to: { version: 1 } }
    const comparison = await answerOf(api.v1.packs[':pack'].compare.$post({ param, json }))
    expect(comparison).toMatchObject({ flipped: 0, flips: [], requirements: [], rules: [] })
  })

  describe('of a ledger with a fact that only the new rules know', () => {
    const facts = async () => {
      const file = JSON.parse(await fileOf(editor, draft, 'facts.json')) as { given: Record<string, object> }
      file.given['firm.newFact'] = { type: 'boolean', label: { zh: '新事实', en: 'the new fact' } }
      return { 'facts.json': JSON.stringify(file) }
    }

    test.each([
      ['which version does not take it', { newFact: true }, 'unfit-for-from', '第 1 版'],
      ['what is wrong with it for both', { newFact: 3 }, 'unfit-ledger', ''],
    ])('tells %s', async (_, firm, code, words) => {
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

  test('a draft is not for those who do not review', async () => {
    const response = await post(`/v1/packs/${PACK}/compare`, { ...ask, to: { draft: draft.id } })
    expect(response.status).toBe(403)
    expect((await problemOf(response)).type).toBe('/problems/forbidden')
  })
})

describe('check', () => {
  const check = (files: Record<string, string | null>, runtimes: ('compiled' | 'json-rules-engine')[] = ['compiled']) =>
    answerOf(api.v1.packs[':pack'].check.$post({ param, json: { candidate: { files }, runtimes } }))

  test('what is published passes, with its cases on both runtimes', async () => {
    const found = await check({}, ['compiled', 'json-rules-engine'])
    expect(found).toMatchObject({ ok: true, diagnostics: [], cases: { failed: 0, failures: [] } })
    expect(found.cases!.run).toBeGreaterThan(500)
  })

  test('a change without its cases is told case by case', async () => {
    const undated = JSON.parse(changed['profiles/strict.json']) as { parameters: Record<string, object[]> }
    undated.parameters['minFullMembersForBranch'] = [{ value: 5, assumption: { zh: '示例。', en: 'An example.' } }]
    const found = await check({ 'profiles/strict.json': JSON.stringify(undated) })
    expect(found.ok).toBe(false)
    expect(found.cases!.failures[0]).toMatchObject({ runtime: 'compiled', file: expect.stringMatching(/^cases\//) })
  })

  test('a fault is told with line and column', async () => {
    const found = await check({ 'parameters.json': '{\n  "parameters": {},\n  "parametres": {}\n}' })
    expect(found).toMatchObject({ ok: false, cases: null })
    expect(found.diagnostics).toContainEqual(expect.objectContaining({ file: 'parameters.json', line: 3, column: 3 }))
  })
})
