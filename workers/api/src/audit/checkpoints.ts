import { verifySigned, type Checkpoint, type PublicKey, type SigningKey } from '@tiaoli/signing'
import type { SqlPort, Statement } from '../storage/sql-port.ts'
import type { AuditEntry } from './audit-chain.ts'

/** What the service signed of its log: that it has an entry, and with it all entries before. */
export interface SignedCheckpoint {
  seq: number
  kid: string
  /** A compact JWS of a `Checkpoint`. */
  jws: string
}

export async function signCheckpoint(key: SigningKey, { seq, hash, at }: AuditEntry): Promise<SignedCheckpoint> {
  const { kid } = await key.publicKey()
  return { seq, kid, jws: await key.sign('checkpoint', { seq, hash, at }) }
}

export function insertCheckpoint({ seq, kid, jws }: SignedCheckpoint): Statement {
  return { sql: 'INSERT INTO checkpoints (seq, kid, jws) VALUES (?1, ?2, ?3)', params: [seq, kid, jws] }
}

export function findLatestCheckpoint(sql: SqlPort): Promise<SignedCheckpoint | undefined> {
  return sql.first<SignedCheckpoint>('SELECT seq, kid, jws FROM checkpoints ORDER BY seq DESC LIMIT 1')
}

/** The public keys with which the service has signed, the latest first, each with the entry that begins its use. */
export async function listPublicKeys(sql: SqlPort): Promise<{ key: PublicKey; since: number }[]> {
  const rows = await sql.all<{ key: string; since: number }>(
    `SELECT detail -> 'key' AS key, max(seq) AS since FROM audit WHERE action = 'key.changed' GROUP BY 1 ORDER BY since DESC`,
  )
  return rows.map(({ key, since }) => ({ key: JSON.parse(key) as PublicKey, since }))
}

interface CheckpointRow extends SignedCheckpoint {
  /** Of the entry it is about. */
  hash: string
  at: string
}

const PAGE_SIZE = 500

/** The first checkpoint that was not signed by its key, or is not of its entry. */
export async function findForgedCheckpoint(sql: SqlPort, keys: readonly PublicKey[]): Promise<number | undefined> {
  let last = 0
  for (;;) {
    const rows = await sql.all<CheckpointRow>(
      `SELECT checkpoints.seq, kid, jws, hash, at FROM checkpoints LEFT JOIN audit ON audit.seq = checkpoints.seq
       WHERE checkpoints.seq > ?1 ORDER BY checkpoints.seq LIMIT ?2`,
      [last, PAGE_SIZE],
    )
    for (const row of rows) if (!(await isOf(row, keys))) return row.seq
    if (rows.length < PAGE_SIZE) return undefined
    last = rows.at(-1)!.seq
  }
}

async function isOf({ kid, jws, ...entry }: CheckpointRow, keys: readonly PublicKey[]): Promise<boolean> {
  const verified = await verifySigned('checkpoint', jws, keys)
  return verified.is === 'valid' && verified.kid === kid && isSame(verified.statement, entry)
}

function isSame(signed: Checkpoint, { seq, hash, at }: Checkpoint): boolean {
  return signed.seq === seq && signed.hash === hash && signed.at === at
}
