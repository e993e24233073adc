import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { generateSigningKey, parseSigningKey, type SigningKey } from '@tiaoli/signing'
import { addFirstAdmin } from '../../workers/api/src/startup/add-first-admin.ts'
import { createDraft } from '../../workers/api/src/registry/create-draft.ts'
import { commitWithAudit } from '../../workers/api/src/audit/commit-with-audit.ts'
import { BUNDLED_PACKS } from '../../workers/api/src/startup/bundled-packs.ts'
import { addSigningKey } from '../../workers/api/src/startup/add-signing-key.ts'
import { seedBundledPacks } from '../../workers/api/src/startup/seed-bundled-packs.ts'
import type { SqlPort } from '../../workers/api/src/storage/sql-port.ts'
import { verifyService } from '../../workers/api/src/verification/verify-service.ts'
import { nodeSqlite } from '../storage/node-sqlite.ts'

const basics = BUNDLED_PACKS.find(({ id }) => id === 'party-organization-basics')!
const TABLES = [
  'audit',
  'checkpoints',
  'files',
  'versions',
  'version_files',
  'publications',
  'tokens',
  'drafts',
  'draft_files',
]
/** Beyond the numbers that other rows have. */
const FAR = 1000
const RUNS = Number(process.env['ALTERED_ROWS'] ?? 300)
const sql: SqlPort = nodeSqlite()
let signingKey: SigningKey

const verify = () => verifyService({ sql, signingKey }, { after: 0, text: '' })

/** Does what the operator of a database can, looks at the verification, and puts everything back. */
async function afterwards(statement: string, params: readonly (string | number | null)[] = []) {
  await sql.all('BEGIN')
  try {
    await sql.all(statement, params)
    return await verify()
  } finally {
    await sql.all('ROLLBACK')
  }
}

beforeAll(async () => {
  signingKey = parseSigningKey(await generateSigningKey())!
  await addSigningKey(sql, signingKey)
  await seedBundledPacks({ sql, signingKey }, 'seed', [basics])
  await addFirstAdmin({ sql, signingKey }, { id: 'tk-first', sha256: 'f'.repeat(64) })
  await commitWithAudit({ sql, signingKey }, { name: 'li', via: 'service' }, (at) =>
    createDraft(
      sql,
      { drafts: 1, bytes: 1 },
      { name: 'li', via: 'service' },
      basics.id,
      { summary: 'a draft', fromVersion: 1 },
      at,
    ),
  )
  await sql.all('PRAGMA foreign_keys = off')
  await sql.all('PRAGMA ignore_check_constraints = on')
  for (const { name } of await sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
    await sql.all(`DROP TRIGGER ${name}`)
})

describe('the verification', () => {
  test('finds nothing where nothing was altered', async () => {
    expect(await verify()).toMatchObject({ intact: true, rows: 4 })
  })

  test('finds a text that is gone', async () => {
    expect(await afterwards("DELETE FROM files WHERE text LIKE '%party-organization-basics%'")).toMatchObject({
      broken: { fault: 'text-altered' },
    })
  })

  test('finds whatever is altered in any row', async () => {
    const rows = await Promise.all(
      TABLES.map(async (table) =>
        (await sql.all<Row>(`SELECT rowid AS row, * FROM ${table}`)).map((row) => ({ table, row })),
      ),
    )
    const cells = rows.flat().flatMap(({ table, row: { row, ...columns } }) =>
      Object.entries(columns)
        // How long a text is, nothing is decided by.
        .filter(([column, value]) => value !== null && column !== 'bytes')
        .map(([column, value]) => ({ table, row: row!, column, value: value! })),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cells), fc.nat(), fc.integer({ min: 1, max: 127 }), async (cell, at, by) => {
        const { table, row, column, value } = cell
        const found = await afterwards(`UPDATE ${table} SET ${column} = ?1 WHERE rowid = ?2`, [
          typeof value === 'number' ? value + by * FAR : changed(value, at, by),
          row,
        ])
        expect([table, column, found.intact]).toEqual([table, column, false])
      }),
      { numRuns: RUNS },
    )
  })
})

type Row = Record<string, string | number | null>

/** A text with another letter at some place. */
function changed(text: string, at: number, by: number): string {
  if (text === '') return 'x'
  const i = at % text.length
  const code = text.charCodeAt(i)
  const other = code < 128 ? (code + by) % 128 : 120
  return text.slice(0, i) + String.fromCharCode(other === 0 ? 33 : other) + text.slice(i + 1)
}
