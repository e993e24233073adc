import { expect, test } from 'vitest'
import { request } from './request.ts'

test('the list holds both bundled packs with version and digest', async () => {
  const { packs } = await (await request('/v1/packs')).json<{ packs: object[] }>()
  expect(packs).toMatchObject([
    { id: 'ganzhou-2018-32', documentNumber: '赣市司党字[2018]32号', uses: ['party-organization-basics'] },
    { id: 'party-organization-basics' },
  ])
  for (const pack of packs)
    expect(pack).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
})

test('a pack lists its requirements, parameters and profiles, with those of the pack it uses', async () => {
  const pack = await (
    await request('/v1/packs/ganzhou-2018-32')
  ).json<Record<string, { id: string; pack?: string }[]>>()
  expect(pack['requirements']).toContainEqual(
    expect.objectContaining({ id: 'one-shoulder', pack: 'ganzhou-2018-32', subject: 'firm', force: 'must' }),
  )
  expect(pack['requirements']).toContainEqual(
    expect.objectContaining({ id: 'own-organization', pack: 'party-organization-basics' }),
  )
  expect(pack['parameters']).toContainEqual(
    expect.objectContaining({ id: 'minFullMembersForBranch', values: [expect.objectContaining({ value: 3 })] }),
  )
  expect(pack['profiles']?.map(({ id }) => id)).toEqual(expect.arrayContaining(['strict', 'practice']))
})

test('the clauses of a pack tell their words and what encodes each, or why nothing does', async () => {
  const { clauses } = await (
    await request('/v1/packs/ganzhou-2018-32/clauses')
  ).json<{ clauses: { id: string; encodedBy: object[]; notEncoded?: object }[] }>()
  expect(clauses).toHaveLength(104)
  expect(clauses.find(({ id }) => id === 's3.5.a2')).toMatchObject({
    zh: '确有特殊情形不能“一肩挑”的，应书面报市律师行业党委同意；',
    encodedBy: expect.arrayContaining([{ way: 'exception', requirement: 'one-shoulder', id: 'consented' }]),
    cases: expect.any(Number),
  })
  expect(clauses.filter(({ encodedBy, notEncoded }) => encodedBy.length === 0 && !notEncoded)).toEqual([])
})

test('the clauses of a pack that is not there are a problem', async () => {
  expect((await request('/v1/packs/ganzhou-2018-33/clauses')).status).toBe(404)
})
