import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateSigningKey, parseSigningKey, type SigningKey } from '@tiaoli/signing'
import { readFileSync } from 'node:fs'
import { compiledPack } from '../load-packs.ts'
import { tiaoli } from './tiaoli.ts'

const SAMPLE = 'rules/ganzhou-2018-32/samples/city-of-79.json'
const CITY = JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>
const policy = compiledPack('ganzhou-2018-32')
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-verify-'))
const at = '2026-11-30T08:00:00.000Z'

interface Answer {
  signature?: string
  receipt: { asOf: string }
  edition: { version: number }
  findings: { status: string; period?: number }[]
}

let key: SigningKey
let answer: Answer
beforeAll(async () => {
  key = parseSigningKey(await generateSigningKey())!
  const report = policy.evaluate(CITY, {
    asOf: '2019-01-01',
    parameters: { transferToleranceDays: 30 },
    statuses: ['not_met'],
  })
  const edition = { pack: 'ganzhou-2018-32', version: 3, seq: 2, sha256: policy.sha256 }
  const signature = await key.sign('receipt', { receipt: report.receipt, edition, release: 'r1' })
  answer = { ...(JSON.parse(JSON.stringify({ edition, ...report })) as Answer), signature }
  write('keys.json', { keys: [await key.publicKey()] })
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, value: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(value))
  return path
}

/** What `tiaoli verify` says of an answer, by part. */
async function verified(given: unknown, ...flags: string[]) {
  const path = write('answer.json', given)
  const { out, code } = await tiaoli(['verify', path, '--keys', join(folder, 'keys.json'), '--json', ...flags])
  const { parts } = JSON.parse(out) as { parts: { part: string; is: string }[] }
  return { code, ...Object.fromEntries(parts.map(({ part, is }) => [part, is])) }
}

const WITH_ALL = ['--ledger', SAMPLE, '--rules', 'ganzhou-2018-32']
const RIGHT = { signature: 'right', receipt: 'right', ledger: 'right', rules: 'right', findings: 'right' }

describe('an answer that was signed', () => {
  test('is right in every part, with its ledger and rules', async () => {
    expect(answer.findings.length).toBeGreaterThan(20)
    expect(await verified(answer, ...WITH_ALL)).toEqual({ code: 0, ...RIGHT })
  })

  test('needs no more than its receipt and the keys', async () => {
    const unchecked = { ledger: 'not-checked', rules: 'not-checked', findings: 'not-checked' }
    expect(await verified(answer)).toEqual({ code: 0, ...RIGHT, ...unchecked })
    const { receipt, signature } = answer
    expect(await verified({ receipt, signature })).toEqual({ code: 0, ...RIGHT, ...unchecked })
    expect(await verified({ signature })).toEqual({ code: 0, ...RIGHT, ...unchecked, receipt: 'not-checked' })
  })

  test.each<[what: string, edit: (answer: Answer) => void, wrong: string]>([
    ['its receipt', (one) => (one.receipt.asOf = '2020-01-01'), 'receipt'],
    ['its version', (one) => (one.edition.version = 4), 'receipt'],
    ['a status', (one) => (one.findings[3]!.status = 'met'), 'findings'],
    ['its signature', (one) => (one.signature = one.signature!.replace(/.{4}$/, 'AAAA')), 'signature'],
    ['its signed text', (one) => (one.signature = one.signature!.replace(/\.(.)/, '.A')), 'signature'],
    ['that it is signed', (one) => delete one.signature, 'signature'],
  ])('is told where somebody changed %s', async (_, edit, wrong) => {
    const edited = structuredClone(answer)
    edit(edited)
    expect(await verified(edited, ...WITH_ALL)).toMatchObject({ code: 1, [wrong]: 'wrong' })
  })

  test('may be about years of its own', async () => {
    const report = policy.evaluate(CITY, { asOf: '2019-01-01', periods: [2010], notInForce: true })
    const edition = { pack: 'ganzhou-2018-32', version: 3, seq: 2, sha256: policy.sha256 }
    const signature = await key.sign('receipt', { receipt: report.receipt, edition, release: 'r1' })
    const asked = JSON.parse(JSON.stringify({ edition, ...report, signature })) as Answer
    const yearly = asked.findings.filter(({ period }) => period === 2010)
    expect(yearly.length).toBeGreaterThan(20)
    expect(await verified(asked, ...WITH_ALL)).toEqual({ code: 0, ...RIGHT })
    yearly[0]!.period = 99_999
    expect(await verified(asked, ...WITH_ALL)).toMatchObject({ code: 1, findings: 'wrong' })
  })

  test('is not that of another ledger, nor of other rules', async () => {
    const other = write('other.json', { ...CITY, id: 'elsewhere' })
    expect(await verified(answer, '--ledger', other)).toMatchObject({ code: 1, ledger: 'wrong' })
    expect(await verified(answer, '--rules', 'party-organization-basics')).toMatchObject({
      code: 1,
      rules: 'wrong',
    })
  })

  test('is not taken for one where it is a checkpoint of the log', async () => {
    const signature = await key.sign('checkpoint', { seq: 1, hash: 'a', at })
    expect(await verified({ signature })).toMatchObject({ code: 1, signature: 'wrong' })
  })

  test('says which key it would need', async () => {
    const other = parseSigningKey(await generateSigningKey())!
    const { kid } = await key.publicKey()
    const keys = write('others.json', await other.publicKey())
    const path = write('answer.json', answer)
    const { out, code } = await tiaoli(['verify', path, '--keys', keys, '--lang', 'en'])
    expect({ out, code }).toEqual({
      out: `✗ Signed by another key, ${kid}. Give the keys of the service that answered.\n`,
      code: 1,
    })
  })

  test('is told in the words of either language', async () => {
    const path = write('answer.json', answer)
    const said = async (lang: string) =>
      (await tiaoli(['verify', path, '--keys', join(folder, 'keys.json'), ...WITH_ALL, '--lang', lang])).out
    expect(await said('zh')).toBe(
      [
        '✓ 已签名：ganzhou-2018-32 第 3 版，程序版本 r1。',
        '✓ 回执和版本与签名时相同。',
        '✓ 台账就是当时评价的那一份。',
        '✓ 规则就是当时所用的规则。',
        '✓ 重新评价，所列各项结果都相同。\n',
      ].join('\n'),
    )
    expect(await said('en')).toContain('✓ Evaluated again, every finding listed has the same status.')
  })
})

test('what is no key is refused with what to give', async () => {
  const path = write('answer.json', answer)
  const { err, code } = await tiaoli(['verify', path, '--keys', write('none.json', { keys: [] }), '--lang', 'zh'])
  expect(code).toBe(3)
  expect(err).toContain('中没有公钥。应为 GET /v1/keys 的答复')
})
