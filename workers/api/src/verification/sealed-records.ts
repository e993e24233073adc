import { sealOf } from '../audit/seals.ts'
import type { SqlPort } from '../storage/sql-port.ts'

/** A record as it is, and what the log says of it. */
export interface SealedRecord {
  /** As it is called: version 2 of ganzhou-2018-32. */
  readonly name: string
  /** The entry that made it, or that changed it last; null where there is none. */
  readonly seq: number | null
  /** Its seal in that entry; null where the entry is older than seals. */
  readonly sealed: string | null
  readonly seal: string
}

interface Row {
  /** Where the page goes on. */
  rowid: number
  seq: number | null
  sealed: string | null
}

/** Few enough that drafts with long examinations fit into an answer of the database. */
const PAGE_SIZE = 20

/** Every version, publication, token and draft, in pages. */
export async function* sealedRecords(sql: SqlPort): AsyncGenerator<SealedRecord[]> {
  for (const kind of KINDS) {
    let last = 0
    for (;;) {
      const rows = await sql.all<Row & Record<string, unknown>>(kind.sql, [last, PAGE_SIZE])
      if (rows.length > 0)
        yield rows.map(({ rowid: _rowid, seq, sealed, ...columns }) => {
          const record = kind.record(columns)
          return { name: kind.name(record), seq, sealed, seal: sealOf(record) }
        })
      if (rows.length < PAGE_SIZE) break
      last = rows.at(-1)!.rowid
    }
  }
}

type Columns = Record<string, unknown>

interface Kind {
  /** A page of its rows after a rowid. */
  readonly sql: string
  /** The record as it was sealed. */
  readonly record: (columns: Columns) => Columns
  readonly name: (record: Columns) => string
}

/** Columns that hold JSON, read; null stays so. */
function withJson(columns: Columns, ...names: readonly string[]): Columns {
  const read = names.map((name) => [name, typeof columns[name] === 'string' ? readJson(columns[name]) : columns[name]])
  return { ...columns, ...Object.fromEntries(read) }
}

/** What is no JSON stays a text, and has another seal. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const KINDS: readonly Kind[] = [
  {
    sql: `SELECT versions.rowid, a.seq, a.detail ->> '$.sealed.version' AS sealed, versions.pack, version, sha256,
        declared_version AS declaredVersion, summary, authors, approver, created_at AS createdAt,
        (SELECT json_group_object(path, f.sha256) FROM version_files AS f
         WHERE f.pack = versions.pack AND f.version = versions.version) AS files,
        (SELECT json_group_object(used_pack, used_version) FROM version_uses AS u
         WHERE u.pack = versions.pack AND u.version = versions.version) AS uses
      FROM versions LEFT JOIN audit AS a ON a.seq = versions.audit_seq
      WHERE versions.rowid > ?1 ORDER BY versions.rowid LIMIT ?2`,
    record: (columns) => withJson(columns, 'authors', 'files', 'uses'),
    name: ({ pack, version }) => `version ${String(version)} of ${String(pack)}`,
  },
  {
    sql: `SELECT publications.rowid, a.seq, a.detail ->> '$.sealed.publication' AS sealed, publications.pack,
        publications.seq AS number, version, publications.actor, reason, publications.at
      FROM publications LEFT JOIN audit AS a ON a.seq = publications.audit_seq
      WHERE publications.rowid > ?1 ORDER BY publications.rowid LIMIT ?2`,
    record: ({ number, ...columns }) => ({ ...columns, seq: number }),
    name: ({ pack, seq }) => `publication ${String(seq)} of ${String(pack)}`,
  },
  {
    sql: `WITH made AS (
        SELECT detail ->> 'token' AS id, seq, detail ->> '$.sealed.token' AS sealed FROM audit WHERE action = 'token.created'
      )
      SELECT tokens.rowid, made.seq, made.sealed, tokens.id, sha256, holder, label, roles, created_by AS createdBy,
        created_at AS createdAt, expires_at AS expiresAt
      FROM tokens LEFT JOIN made ON made.id = tokens.id
      WHERE tokens.rowid > ?1 ORDER BY tokens.rowid LIMIT ?2`,
    record: (columns) => withJson(columns, 'roles'),
    name: ({ id }) => `token ${String(id)}`,
  },
  {
    sql: `WITH latest AS (
        SELECT detail ->> 'draft' AS id, max(seq) AS seq FROM audit WHERE action LIKE 'draft.%' GROUP BY 1
      )
      SELECT drafts.rowid, a.seq, a.detail ->> '$.sealed.draft' AS sealed, drafts.id, drafts.pack,
        from_version AS fromVersion, summary, status, revision, authors, created_at AS createdAt,
        changed_at AS changedAt, submission, rejection, version,
        (SELECT json_group_object(path, f.sha256) FROM draft_files AS f WHERE f.draft = drafts.id) AS files
      FROM drafts LEFT JOIN latest ON latest.id = drafts.id LEFT JOIN audit AS a ON a.seq = latest.seq
      WHERE drafts.rowid > ?1 ORDER BY drafts.rowid LIMIT ?2`,
    record: (columns) => withJson(columns, 'authors', 'submission', 'rejection', 'files'),
    name: ({ id, pack }) => `draft ${String(id)} of ${String(pack)}`,
  },
]
