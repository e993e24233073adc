import { beforeEach, describe, expect, test } from 'vitest'
import { generateSigningKey, parseSigningKey, type SigningKey } from '@tiaoli/signing'
import { extendAuditChain, hashOfEntry, type AuditEntry } from '../../workers/api/src/audit/audit-chain.ts'
import { findLatestCheckpoint, listPublicKeys } from '../../workers/api/src/audit/checkpoints.ts'
import { commitWithAudit } from '../../workers/api/src/audit/commit-with-audit.ts'
import { ConfigurationError } from '../../workers/api/src/platform/configuration-error.ts'
import { addSigningKey } from '../../workers/api/src/startup/add-signing-key.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { verifyService } from '../../workers/api/src/verification/verify-service.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'

const newKey = async () => parseSigningKey(await generateSigningKey())!
const actor = { name: 'li', via: 'service' }

let sql: SqlPort
let signingKey: SigningKey
beforeEach(async () => {
  sql = nodeSqlite()
  signingKey = await newKey()
  await addSigningKey(sql, signingKey)
  for (const draft of ['a', 'b', 'c']) await write(draft)
})

function write(draft: string, key: SigningKey | null = signingKey) {
  const event = { action: 'draft.discarded' as const, pack: 'p', detail: { draft } }
  return commitWithAudit({ sql, signingKey: key ?? undefined }, actor, async () => ({
    events: [event],
    statements: () => [],
    result: undefined,
  }))
}

const verify = (key: SigningKey | undefined = signingKey) =>
  verifyService({ sql, signingKey: key }, { after: 0, text: '' })

/** As the operator of the database may do, without its triggers. */
async function asOperator(...statements: readonly string[]): Promise<void> {
  await sql.all('PRAGMA foreign_keys = off')
  for (const { name } of await sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    await sql.all(`DROP TRIGGER ${name}`)
  for (const statement of statements) await sql.all(statement)
}

/** Every entry from a number on, written anew by somebody else, so that the chain holds. */
async function writeAnew(from: number): Promise<void> {
  await asOperator()
  const entries = await sql.all<AuditEntry>('SELECT * FROM audit ORDER BY seq')
  let previous = entries[from - 2]?.hash ?? ''
  for (const entry of entries.slice(from - 1)) {
    const anew = { ...entry, actor: 'wang', previous }
    previous = hashOfEntry(anew)
    await sql.all('UPDATE audit SET actor = ?1, previous = ?2, hash = ?3 WHERE seq = ?4', [
      anew.actor,
      anew.previous,
      previous,
      anew.seq,
    ])
  }
}

describe('the log', () => {
  test('is signed with every write, and says since when by which key', async () => {
    const { kid } = await signingKey.publicKey()
    expect(await verify()).toMatchObject({ intact: true, rows: 4, signed: { kid, since: 1 } })
    expect(await sql.all('SELECT seq, kid FROM checkpoints')).toEqual([1, 2, 3, 4].map((seq) => ({ seq, kid })))
  })

  test('is signed once for a write of several entries', async () => {
    await commitWithAudit({ sql, signingKey }, actor, async () => ({
      events: ['d', 'e'].map((draft) => ({ action: 'draft.discarded', pack: 'p', detail: { draft } })),
      statements: () => [],
      result: undefined,
    }))
    expect((await findLatestCheckpoint(sql))?.seq).toBe(6)
    expect(await verify()).toMatchObject({ intact: true, rows: 6 })
  })

  test.each<[what: string, change: () => Promise<unknown>, broken: object]>([
    ['written anew from some entry on', () => writeAnew(3), { seq: 3, fault: 'forged' }],
    [
      'written anew, with its checkpoints taken away',
      async () => {
        await writeAnew(3)
        await sql.all('DELETE FROM checkpoints WHERE seq > 2')
      },
      { seq: 4, fault: 'unsigned' },
    ],
    [
      'written anew and signed by another key that the log names',
      async () => {
        const other = await newKey()
        await asOperator('DELETE FROM audit', 'DELETE FROM checkpoints')
        await addSigningKey(sql, other)
        await write('a', other)
      },
      { seq: 2, fault: 'unsigned' },
    ],
    [
      'continued by hand',
      async () => {
        const head = (await sql.first<AuditEntry>('SELECT * FROM audit ORDER BY seq DESC LIMIT 1'))!
        const [next] = extendAuditChain(head, actor, head.at, [
          { action: 'draft.discarded', pack: 'p', detail: { draft: 'x' } },
        ])
        const { seq, at, actor: name, via, action, pack, detail, previous, hash } = next!
        await sql.all('INSERT INTO audit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)', [
          seq,
          at,
          name,
          via,
          action,
          pack,
          detail,
          previous,
          hash,
        ])
      },
      { seq: 5, fault: 'unsigned' },
    ],
    [
      'signed with a checkpoint of another entry',
      () => asOperator('UPDATE checkpoints SET jws = (SELECT jws FROM checkpoints WHERE seq = 2) WHERE seq = 3'),
      { seq: 3, fault: 'forged' },
    ],
    [
      'with a checkpoint of no entry',
      () => asOperator('UPDATE checkpoints SET seq = 9 WHERE seq = 4'),
      { seq: 9, fault: 'forged' },
    ],
    [
      'without its last checkpoint',
      () => asOperator('DELETE FROM checkpoints WHERE seq = 4'),
      { seq: 4, fault: 'unsigned' },
    ],
  ])('is not taken for whole where it was %s', async (_, change, broken) => {
    await change()
    expect(await verify()).toMatchObject({ intact: false, broken })
  })

  test('that a service without its key went on with is not signed to its end', async () => {
    await write('d', null)
    expect(await verify()).toMatchObject({ intact: false, broken: { seq: 5, fault: 'unsigned' } })
  })

  test('has an entry where the key changes, and is signed by the new one from there', async () => {
    const other = await newKey()
    await addSigningKey(sql, other)
    await write('d', other)
    expect(await verify(other)).toMatchObject({ intact: true, rows: 6, signed: { since: 5 } })
    const { kid } = await other.publicKey()
    expect((await listPublicKeys(sql)).map(({ key, since }) => [key.kid === kid, since])).toEqual([
      [true, 5],
      [false, 1],
    ])
  })

  test('says so where a key is used again', async () => {
    await addSigningKey(sql, await newKey())
    await addSigningKey(sql, signingKey)
    expect(await verify()).toMatchObject({ intact: true, signed: { since: 6 } })
  })

  test('is as it was after the same key is added again', async () => {
    await addSigningKey(sql, signingKey)
    expect(await verify()).toMatchObject({ intact: true, rows: 4 })
  })

  test('keeps its checkpoints', async () => {
    for (const statement of [
      "UPDATE checkpoints SET kid = 'x'",
      'DELETE FROM checkpoints',
      "INSERT OR REPLACE INTO checkpoints VALUES (2, 'x', 'y')",
    ])
      await expect(sql.all(statement)).rejects.toThrow('immutable')
  })
})

test('a key whose public part is that of another is refused before it signs', async () => {
  const [one, other] = [JSON.parse(await generateSigningKey()), JSON.parse(await generateSigningKey())] as [
    object,
    object,
  ]
  const { x } = other as { x: string }
  const mixed = parseSigningKey(JSON.stringify({ ...one, x }))!
  await expect(addSigningKey(nodeSqlite(), mixed)).rejects.toThrow(ConfigurationError)
})
