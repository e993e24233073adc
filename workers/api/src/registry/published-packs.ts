import type { Plan, PlannedDocument } from '@tiaoli/engine/plan'
import { DomainError } from '../errors/domain-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { toEdition, type Edition } from './edition.ts'
import type { Pin } from './version-store.ts'

/** The published version of a pack, with its pack.json, the document that it is about and the versions it uses. */
export interface PublishedPack {
  edition: Edition
  pack: Plan['pack']
  document: PlannedDocument['entry'] | undefined
  uses: Pin[]
}

const PUBLISHED = `(SELECT pack, version, seq FROM publications p
  WHERE seq = (SELECT max(seq) FROM publications q WHERE q.pack = p.pack))`

/** All published packs; throws where a file is not what was stored. Only what describes them is read: compiling every pack for a list would take too long. */
export async function listPublishedPacks(sql: SqlPort): Promise<PublishedPack[]> {
  const [rows, pins] = await Promise.all([
    sql.all<Omit<Edition, 'engine'> & { path: string; text: string; textSha256: string }>(
      `SELECT pack, version, seq, v.sha256, f.path, t.text, t.sha256 AS textSha256 FROM ${PUBLISHED} JOIN versions v USING (pack, version)
       JOIN version_files f USING (pack, version) JOIN files t ON t.sha256 = f.sha256
       WHERE f.path = 'pack.json' OR f.path GLOB 'documents/*/document.json' ORDER BY pack`,
    ),
    sql.all<Pin & { by: string }>(
      `SELECT pack AS by, used_pack AS pack, used_version AS version FROM ${PUBLISHED}
       JOIN version_uses USING (pack, version) ORDER BY used_pack`,
    ),
  ])
  const damaged = rows.find(({ text, textSha256 }) => sha256(text) !== textSha256)
  if (damaged) throw new DomainError('damaged-version', damaged)
  return rows
    .filter(({ path }) => path === 'pack.json')
    .map((row) => ({
      edition: toEdition(row),
      ...headerIn(new Map(rows.flatMap(({ pack, path, text }) => (pack === row.pack ? [[path, text]] : [])))),
      uses: pins.filter(({ by }) => by === row.pack).map(({ pack, version }) => ({ pack, version })),
    }))
}

/** Published files have no faults: pack.json names a document that is there, or there is no other. */
function headerIn(texts: ReadonlyMap<string, string>): Pick<PublishedPack, 'pack' | 'document'> {
  const pack = JSON.parse(texts.get('pack.json')!) as Plan['pack']
  const path =
    pack.document === undefined
      ? [...texts.keys()].find((name) => name !== 'pack.json')
      : `documents/${pack.document}/document.json`
  const text = path === undefined ? undefined : texts.get(path)
  return { pack, document: text === undefined ? undefined : (JSON.parse(text) as PlannedDocument['entry']) }
}
