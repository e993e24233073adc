import { DomainError } from '../errors/domain-error.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import type { Draft } from './draft-store.ts'
import { digestsOf } from './file-texts.ts'
import { utf8Length, type PackFiles } from './pack-files.ts'

/** What one person may keep in drafts that are open or submitted. The first author of a draft is whose it is. */
export interface DraftQuota {
  drafts: number
  /** Of texts that no version has. */
  bytes: number
}

/** Throws where a draft, as it would be, takes more room than its first author has. */
export async function requireRoom(
  sql: SqlPort,
  quota: DraftQuota,
  { id, authors }: Draft,
  files: PackFiles,
): Promise<void> {
  const texts = Object.entries(digestsOf(files)).map(([path, { sha256 }]) => [sha256, utf8Length(files[path]!)])
  const kept = await sql.first<{ others: number; bytes: number }>(
    `WITH others AS (
        SELECT id FROM drafts WHERE status IN ('open', 'submitted') AND authors ->> 0 = ?1 AND id <> ?2
      ),
      texts AS (
        SELECT sha256, bytes FROM draft_files JOIN files USING (sha256) WHERE draft IN (SELECT id FROM others)
        UNION SELECT value ->> 0, value ->> 1 FROM json_each(?3)
      )
      SELECT (SELECT count(*) FROM others) AS others, coalesce(sum(bytes), 0) AS bytes FROM texts
      WHERE NOT EXISTS (SELECT 1 FROM version_files WHERE version_files.sha256 = texts.sha256)`,
    [authors[0]!, id, JSON.stringify(texts)],
  )
  if (kept!.others >= quota.drafts) throw new DomainError('too-many-drafts', { most: quota.drafts })
  if (kept!.bytes > quota.bytes) throw new DomainError('no-room', { most: quota.bytes })
}
