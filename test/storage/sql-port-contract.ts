import { expect } from 'vitest'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { SqlRefusal } from '../../workers/api/src/storage/sql-refusal.ts'

/** What the API relies on, of any database behind the port; a name and what must hold on an empty registry. */
export const CONTRACT: readonly [name: string, holds: (sql: SqlPort) => Promise<void>][] = [
  [
    'rows come back as they went in',
    async (sql) => {
      await sql.batch([insertFile('a', '条理 "ä" 𝄞'), insertFile('b', '')])
      expect(await sql.all('SELECT sha256, text, bytes FROM files ORDER BY sha256')).toEqual([
        { sha256: 'a', text: '条理 "ä" 𝄞', bytes: 16 },
        { sha256: 'b', text: '', bytes: 0 },
      ])
    },
  ],
  [
    'what is not there is undefined, and no row',
    async (sql) => {
      expect(await sql.first('SELECT text FROM files WHERE sha256 = ?1', ['a'])).toBeUndefined()
      expect(await sql.all('SELECT text FROM files')).toEqual([])
      expect(await sql.first('SELECT max(seq) AS seq FROM audit')).toEqual({ seq: null })
    },
  ],
  [
    'a batch of which one statement fails leaves nothing behind',
    async (sql) => {
      const refusal = await refusalOf(sql.batch([insertFile('a', 'x'), insertFile('b', 'y'), insertFile('a', 'z')]))
      expect(refusal).toMatchObject({ reason: 'unique', columns: 'files.sha256' })
      expect(await sql.all('SELECT * FROM files')).toEqual([])
    },
  ],
  [
    'a reference that leads nowhere is refused',
    async (sql) => {
      const statement = {
        sql: `INSERT INTO publications (pack, seq, version, actor, reason, at, audit_seq)
              VALUES ('p', 1, 7, 'a', 'r', 't', 1)`,
      }
      expect(await refusalOf(sql.batch([statement]))).toMatchObject({ reason: 'foreign-key' })
    },
  ],
  [
    'a text past 1 MB is refused, whatever the database would take',
    async (sql) => {
      const refusal = await refusalOf(sql.batch([insertFile('a', '条'.repeat(349_526))]))
      expect(refusal).toMatchObject({ reason: 'check' })
    },
  ],
  [
    'history can be neither changed nor removed',
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
    'an entry of the audit log that does not continue it is stale',
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
]

async function refusalOf(writing: Promise<void>): Promise<SqlRefusal> {
  try {
    await writing
  } catch (error) {
    if (error instanceof SqlRefusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

function insertFile(sha256: string, text: string) {
  const { length } = new TextEncoder().encode(text)
  return { sql: 'INSERT INTO files (sha256, text, bytes) VALUES (?1, ?2, ?3)', params: [sha256, text, length] }
}

function insertEntry(seq: number, previous: string, hash: string) {
  return {
    sql: `INSERT INTO audit (seq, at, actor, via, action, pack, detail, previous, hash)
          VALUES (?1, 't', 'a', 'v', 'x', NULL, '{}', ?2, ?3)`,
    params: [seq, previous, hash],
  }
}
