import type { Plan } from '@tiaoli/engine'
import type { SqlPort } from '../storage/sql-port.ts'
import { editionOf, type Edition, type Pin } from './version-store.ts'

/** A published version, with what its pack.json says and the versions it uses. */
export interface PublishedDocument {
  edition: Edition
  document: Plan['pack']
  uses: Pin[]
}

const PUBLISHED = `(SELECT pack, version, seq FROM publications p
  WHERE seq = (SELECT max(seq) FROM publications q WHERE q.pack = p.pack))`

/** All that is published. Read as it was checked when it was made: to compile every pack for a list takes too long. */
export async function publishedDocuments(sql: SqlPort): Promise<PublishedDocument[]> {
  const [rows, pins] = await Promise.all([
    sql.all<Omit<Edition, 'engine'> & { text: string }>(
      `SELECT pack, version, seq, v.sha256, t.text FROM ${PUBLISHED} JOIN versions v USING (pack, version)
       JOIN version_files f USING (pack, version) JOIN files t ON t.sha256 = f.sha256
       WHERE f.path = 'pack.json' ORDER BY pack`,
    ),
    sql.all<Pin & { by: string }>(
      `SELECT pack AS by, used_pack AS pack, used_version AS version FROM ${PUBLISHED}
       JOIN version_uses USING (pack, version) ORDER BY used_pack`,
    ),
  ])
  return rows.map((row) => ({
    edition: editionOf(row),
    document: JSON.parse(row.text) as Plan['pack'],
    uses: pins.filter(({ by }) => by === row.pack).map(({ pack, version }) => ({ pack, version })),
  }))
}
