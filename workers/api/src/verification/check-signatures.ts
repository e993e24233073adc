import type { SigningKey } from '@tiaoli/signing'
import { findForgedCheckpoint, findLatestCheckpoint, listPublicKeys } from '../audit/checkpoints.ts'
import type { SqlPort } from '../storage/sql-port.ts'

export interface Signatures {
  broken?: { seq: number; fault: 'forged' | 'unsigned'; record: string }
  signed?: { kid: string; since: number }
}

/**
 * Whether every checkpoint is signed and of its entry, and the head of the log signed by the key of the service: who can
 * write the database can make another chain of entries, and cannot sign it.
 */
export async function checkSignatures(
  sql: SqlPort,
  signingKey: SigningKey | undefined,
  head: number,
): Promise<Signatures> {
  const keys = await listPublicKeys(sql)
  const forged = await findForgedCheckpoint(
    sql,
    keys.map(({ key }) => key),
  )
  if (forged !== undefined) return { broken: { seq: forged, fault: 'forged', record: `checkpoint ${String(forged)}` } }
  if (!signingKey) return {}
  const { kid } = await signingKey.publicKey()
  const latest = await findLatestCheckpoint(sql)
  const since = keys.find(({ key }) => key.kid === kid)?.since
  if (!latest || latest.seq < head || latest.kid !== kid || since === undefined)
    return { broken: { seq: head, fault: 'unsigned', record: `checkpoint ${String(head)}` } }
  return { signed: { kid, since } }
}
