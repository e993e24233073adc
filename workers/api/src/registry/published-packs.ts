import type { Plan } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { toEdition, type Edition } from './edition.ts'
import type { Pin } from './version-store.ts'

/** The published version of a pack, with the content of its pack.json and the versions it uses. */
export interface PublishedPack {
  edition: Edition
  document: Plan['pack']
  uses: Pin[]
}

const PUBLISHED = `(SELECT pack, version, seq FROM publications p
  WHERE seq = (SELECT max(seq) FROM publications q WHERE q.pack = p.pack))`

/** All published packs; throws where a pack.json is not what was stored. Only pack.json is read: compiling every pack for a list would take too long. */
export async function listPublishedPacks(sql: SqlPort): Promise<PublishedPack[]> {
  const [rows, pins] = await Promise.all([
    sql.all<Omit<Edition, 'engine'> & { text: string; textSha256: string }>(
      `SELECT pack, version, seq, v.sha256, t.text, t.sha256 AS textSha256 FROM ${PUBLISHED} JOIN versions v USING (pack, version)
       JOIN version_files f USING (pack, version) JOIN files t ON t.sha256 = f.sha256
       WHERE f.path = 'pack.json' ORDER BY pack`,
    ),
    sql.all<Pin & { by: string }>(
      `SELECT pack AS by, used_pack AS pack, used_version AS version FROM ${PUBLISHED}
       JOIN version_uses USING (pack, version) ORDER BY used_pack`,
    ),
  ])
  const damaged = rows.find(({ text, textSha256 }) => sha256(text) !== textSha256)
  if (damaged) throw new DomainError('damaged-version', damaged)
  return rows.map((row) => ({
    edition: toEdition(row),
    document: JSON.parse(row.text) as Plan['pack'],
    uses: pins.filter(({ by }) => by === row.pack).map(({ pack, version }) => ({ pack, version })),
  }))
}
