import { checkAnswer, parsePublicKeys, verifySigned, type PublicKey } from '@tiaoli/signing'
import { expect, test } from 'vitest'
import { request, sampleLedger, tokenWithRoles } from './request.ts'

const PACK = 'ganzhou-2018-32'
const LEDGER = sampleLedger()
/** As test/api/vitest.config.ts sets it. */
const BUNDLE = 'b'.repeat(64)

async function json<T>(path: string, token?: string): Promise<T> {
  const response = await request(path, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })
  return response.json<T>()
}

async function keys(): Promise<readonly PublicKey[]> {
  return parsePublicKeys(await json('/v1/keys'))!
}

async function evaluated(detail?: string): Promise<{ signature?: string; edition: object }> {
  const response = await request(`/v1/packs/${PACK}/evaluate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ asOf: '2026-01-01', ledger: LEDGER, ...(detail && { detail }) }),
  })
  return response.json()
}

test('an answer is signed by a key that everybody may read, and proves its ledger', async () => {
  const answer = await evaluated()
  const { parts, statement } = await checkAnswer(answer, { keys: await keys(), ledger: LEDGER })
  expect(parts).toMatchObject([
    { part: 'signature', is: 'right' },
    { part: 'receipt', is: 'right' },
    { part: 'ledger', is: 'right' },
    { part: 'rules', is: 'not-checked' },
    { part: 'findings', is: 'not-checked' },
  ])
  expect(statement).toMatchObject({ edition: { pack: PACK, version: 1 }, release: expect.any(String) })
})

test('a receipt says of which bundle its service is, and that is signed with it', async () => {
  const answer = await evaluated()
  const { statement } = await checkAnswer(answer, { keys: await keys(), ledger: LEDGER })
  expect(answer).toMatchObject({ receipt: { bundleSha256: BUNDLE } })
  expect(statement).toMatchObject({ receipt: { bundleSha256: BUNDLE } })
  expect(await evaluated('verdicts')).toMatchObject({ receipt: { bundleSha256: BUNDLE } })
  expect(await json('/health')).toMatchObject({ bundleSha256: BUNDLE })
})

test('bare verdicts, which do not say of which ledger they are, are not signed', async () => {
  expect(await evaluated('verdicts')).not.toHaveProperty('signature')
})

test('the head of the log is signed, and is what the verification finds', async () => {
  const admin = await tokenWithRoles('admin')
  const { checkpoint } = await json<{ checkpoint: { seq: number; kid: string; jws: string } }>('/v1/checkpoint', admin)
  const verified = await verifySigned('checkpoint', checkpoint.jws, await keys())
  const { head, intact, signed } = await json<Record<string, unknown>>('/v1/audit/verify', admin)
  expect({ intact, signed }).toEqual({ intact: true, signed: { kid: checkpoint.kid, since: 1 } })
  expect(verified).toMatchObject({ is: 'valid', statement: head, kid: checkpoint.kid })
})
