import { verifySigned, type SigningKey } from '@tiaoli/signing'
import { SERVICE } from '../access/actor-name.ts'
import { findLatestCheckpoint } from '../audit/checkpoints.ts'
import { commitWithAudit } from '../audit/commit-with-audit.ts'
import { ConfigurationError } from '../platform/configuration-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'

/**
 * Records the public part of the key, where the last checkpoint is by another one or there is none. What it signs first
 * is that entry: who reads the log sees since when it is signed by this key.
 */
export async function addSigningKey(sql: SqlPort, signingKey: SigningKey): Promise<void> {
  const key = await signingKey.publicKey()
  const isInUse = async () => (await findLatestCheckpoint(sql))?.kid === key.kid
  if (await isInUse()) return
  const tried = await signingKey.sign('checkpoint', { seq: 0, hash: '', at: '' }).catch(() => '')
  if ((await verifySigned('checkpoint', tried, [key])).is !== 'valid')
    throw new ConfigurationError('SIGNING_KEY has a public part (x) that is not that of its private part (d)')
  await commitWithAudit({ sql, signingKey }, { name: SERVICE, via: 'service' }, async () => ({
    events: (await isInUse()) ? [] : [{ action: 'key.changed', detail: { key: { ...key } } }],
    statements: () => [],
    result: undefined,
  }))
}
