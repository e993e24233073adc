import { expect } from 'vitest'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'

/** What the API expects of any database behind the port: a title, and what must hold on an empty registry. */
export const CONTRACT: readonly [name: string, holds: (sql: SqlPort) => Promise<void>][] = [
  [
    'rows are read as they were written',
    async (sql) => {
      await sql.batch([insertFile('a', '条理 "ä" 𝄞'), insertFile('b', '')])
      expect(await sql.all('SELECT sha256, text, bytes FROM files ORDER BY sha256')).toEqual([
        { sha256: 'a', text: '条理 "ä" 𝄞', bytes: 16 },
        { sha256: 'b', text: '', bytes: 0 },
      ])
    },
  ],
  [
    'a missing row is undefined, and a list without rows is empty',
    async (sql) => {
      expect(await sql.first('SELECT text FROM files WHERE sha256 = ?1', ['a'])).toBeUndefined()
      expect(await sql.all('SELECT text FROM files')).toEqual([])
      expect(await sql.first('SELECT max(seq) AS seq FROM audit')).toEqual({ seq: null })
    },
  ],
  [
    'a batch with a failing statement writes nothing',
    async (sql) => {
      const refusal = await refusalOf(sql.batch([insertFile('a', 'x'), insertFile('b', 'y'), insertFile('a', 'x')]))
      expect(refusal).toMatchObject({ reason: 'unique', columns: 'files.sha256' })
      expect(await sql.all('SELECT * FROM files')).toEqual([])
    },
  ],
  [
    'a reference to a missing row is refused',
    async (sql) => {
      const statement = {
        sql: `INSERT INTO publications (pack, seq, version, actor, reason, at, audit_seq)
              VALUES ('p', 1, 7, 'a', 'r', 't', 1)`,
      }
      expect(await refusalOf(sql.batch([statement]))).toMatchObject({ reason: 'foreign-key' })
    },
  ],
  [
    'a text larger than 1 MB is refused',
    async (sql) => {
      const refusal = await refusalOf(sql.batch([insertFile('a', '条'.repeat(349_526))]))
      expect(refusal).toMatchObject({ reason: 'check' })
    },
  ],
  [
    'history cannot be changed or removed',
    async (sql) => {
      await sql.batch([insertFile('a', 'x'), insertEntry(1, '', 'h1')])
      for (const statement of [
        "UPDATE audit SET actor = 'someone else'",
        'DELETE FROM audit',
        "UPDATE files SET text = 'y', bytes = 1",
      ])
        expect(await refusalOf(sql.batch([{ sql: statement }]))).toMatchObject({ reason: 'immutable' })
    },
  ],
  [
    'history cannot be replaced, by its keys or by its rowids',
    async (sql) => {
      const version = (pack: string, number: number, rowid: string) =>
        `INSERT OR REPLACE INTO versions (rowid, pack, version, sha256, declared_version, summary, authors, created_at, audit_seq)
         VALUES (${rowid}, '${pack}', ${number}, 's', '1', 'x', '[]', 't', 1)`
      const file = (key: string, text: string, rowid: string) =>
        `INSERT OR REPLACE INTO files (rowid, sha256, text, bytes) VALUES (${rowid}, '${key}', '${text}', 1)`
      const pathOf = (path: string, rowid: string) =>
        `INSERT OR REPLACE INTO version_files (rowid, pack, version, path, sha256) VALUES (${rowid}, 'p', 1, '${path}', 'b')`
      const use = (used: string, rowid: string) =>
        `INSERT OR REPLACE INTO version_uses (rowid, pack, version, used_pack, used_version) VALUES (${rowid}, 'p', 1, '${used}', 1)`
      const publication = (seq: number, rowid: string) =>
        `INSERT OR REPLACE INTO publications (rowid, pack, seq, version, actor, reason, at, audit_seq)
         VALUES (${rowid}, 'p', ${seq}, 1, 'a', 'r', 't', 1)`
      const first = [insertFile('a', 'x'), insertFile('b', 'y'), insertEntry(1, '', 'h1')]
      const rows = [version('p', 1, 'NULL'), version('q', 1, 'NULL'), pathOf('f', 'NULL'), use('q', 'NULL')]
      await sql.batch([...first, ...[...rows, publication(1, 'NULL')].map((row) => ({ sql: row }))])
      const tables = ['files', 'versions', 'version_files', 'version_uses', 'publications']
      const all = () => Promise.all(tables.map((table) => sql.all(`SELECT rowid, * FROM ${table}`)))
      const before = await all()
      for (const statement of [
        file('a', 'z', 'NULL'),
        file('c', 'z', '1'),
        version('p', 1, 'NULL'),
        version('p', 2, '1'),
        pathOf('f', 'NULL'),
        pathOf('g', '1'),
        use('q', 'NULL'),
        use('p', '1'),
        publication(2, '1'),
      ])
        expect([statement, await refusalOf(sql.batch([{ sql: statement }]))]).toMatchObject([
          statement,
          { reason: 'immutable' },
        ])
      // Others may refuse these first: they do not continue what they extend.
      await refusalOf(sql.batch([{ sql: publication(1, 'NULL') }]))
      const entry = insertEntry(1, '', 'h2')
      await refusalOf(sql.batch([{ ...entry, sql: entry.sql.replace('INSERT', 'INSERT OR REPLACE') }]))
      expect(await all()).toEqual(before)
    },
  ],
  [
    'an audit entry that does not continue the log is stale',
    async (sql) => {
      await sql.batch([insertEntry(1, '', 'h1'), insertEntry(2, 'h1', 'h2')])
      for (const [seq, previous] of [
        [2, 'h1'],
        [4, 'h2'],
        [3, 'h1'],
      ] as const)
        expect(await refusalOf(sql.batch([insertEntry(seq, previous, 'h3')]))).toMatchObject({ reason: 'stale' })
    },
  ],
  [
    'an audit entry by a token is refused once the token is revoked or expired, and of an unknown one',
    async (sql) => {
      const at = '2026-01-01T00:00:00.000Z'
      const byToken = (id: string, seq: number) => insertEntry(seq, seq === 1 ? '' : 'h1', `h${seq}`, `token:${id}`, at)
      await sql.batch([
        insertToken('valid', null, null),
        insertToken('later', '2999-01-01T00:00:00.000Z', null),
        insertToken('gone', null, at),
        insertToken('over', '2026-01-01T00:00:00.000Z', null),
        insertToken('over-by-now', '2026-01-01T00:00:00.001Z', null),
      ])
      for (const id of ['gone', 'over', 'over-by-now', 'never'])
        expect([id, await refusalOf(sql.batch([byToken(id, 1)]))]).toMatchObject([id, { reason: 'token-ended' }])
      await sql.batch([byToken('valid', 1), byToken('later', 2)])
      expect(await sql.first('SELECT max(seq) AS seq FROM audit')).toEqual({ seq: 2 })
    },
  ],
]

async function refusalOf(writing: Promise<void>): Promise<SqlRefusal> {
  try {
    await writing
  } catch (error) {
    if (error instanceof SqlRefusal) return error
    throw error
  }
  throw new Error('Nothing was refused')
}

function insertFile(sha256: string, text: string) {
  const { length } = new TextEncoder().encode(text)
  return { sql: 'INSERT INTO files (sha256, text, bytes) VALUES (?1, ?2, ?3)', params: [sha256, text, length] }
}

function insertEntry(seq: number, previous: string, hash: string, via = 'v', at = 't') {
  return {
    sql: `INSERT INTO audit (seq, at, actor, via, action, pack, detail, previous, hash)
          VALUES (?1, ?5, 'a', ?4, 'x', NULL, '{}', ?2, ?3)`,
    params: [seq, previous, hash, via, at],
  }
}

function insertToken(id: string, expiresAt: string | null, revokedAt: string | null) {
  return {
    sql: `INSERT INTO tokens (id, sha256, holder, label, roles, created_by, created_at, expires_at, revoked_at)
          VALUES (?1, 's', 'h', 'l', '[]', 'c', 't', ?2, ?3)`,
    params: [id, expiresAt, revokedAt],
  }
}
