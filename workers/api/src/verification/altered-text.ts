import { sha256 } from '../storage/sha256.ts'
import type { SqlPort } from '../storage/sql-port.ts'

/** The texts of one request: hashing them takes a second or two. */
const MAX_BYTES = 128 * 1024 * 1024
/** Few enough that the longest texts fit into an answer of the database. */
const PAGE_SIZE = 20

export interface TextCheck {
  /** The digest under which another text stands, or none where a version or a draft has one. */
  readonly altered?: string
  /** More texts follow: continue after this one. */
  readonly next?: string
}

/** Whether each text of a file is the one that its digest names, and each that is asked for is there. */
export async function checkTexts(sql: SqlPort, after: string): Promise<TextCheck> {
  const lost = await sql.first<{ sha256: string }>(
    `SELECT sha256 FROM (SELECT sha256 FROM version_files UNION SELECT sha256 FROM draft_files)
     WHERE sha256 NOT IN (SELECT sha256 FROM files) LIMIT 1`,
  )
  if (lost) return { altered: lost.sha256 }
  let last = after
  for (let bytes = 0; bytes < MAX_BYTES;) {
    const texts = await sql.all<{ sha256: string; text: string }>(
      'SELECT sha256, text FROM files WHERE sha256 > ?1 ORDER BY sha256 LIMIT ?2',
      [last, PAGE_SIZE],
    )
    const altered = texts.find((one) => sha256(one.text) !== one.sha256)
    if (altered) return { altered: altered.sha256 }
    if (texts.length < PAGE_SIZE) return {}
    for (const { text } of texts) bytes += text.length
    last = texts.at(-1)!.sha256
  }
  return { next: last }
}
