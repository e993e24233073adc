import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { beforeAll, describe, expect, test } from 'vitest'
import { approve, BASICS, draftWith, officers, publish, submit } from './draft-steps.ts'
import { exempt } from './exempt.ts'
import { client } from './request.ts'

const { editor, approver } = await officers()
const admin = client(env.TEST_ADMIN_TOKEN)
const verify = () => answerOf(admin.v1.audit.verify.$get({ query: {} }))

const TABLES = ['audit', 'files', 'versions', 'version_files', 'version_uses', 'publications'] as const
const ALL = [...TABLES, 'tokens', 'drafts', 'draft_files'] as const

type Row = Record<string, string | number | null>

/** Changes records as only somebody with access to the database can, and puts back what was there. */
async function altered<T>(changes: readonly string[], look: () => Promise<T>): Promise<T> {
  const before = await Promise.all(
    ALL.map(async (table) => (await env.DB.prepare(`SELECT * FROM ${table}`).all<Row>()).results),
  )
  let result: T
  await exempt(TABLES, async () => {
    const unchecked = env.DB.prepare('PRAGMA defer_foreign_keys = true')
    try {
      await env.DB.batch([unchecked, ...changes.map((change) => env.DB.prepare(change))])
      result = await look()
    } finally {
      await env.DB.batch([
        unchecked,
        ...ALL.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
        ...ALL.flatMap((table, i) => before[i]!.map((row) => insertion(table, row))),
      ])
    }
  })
  return result!
}

function insertion(table: string, row: Row) {
  const columns = Object.keys(row)
  const places = columns.map((_, i) => `?${i + 1}`).join(', ')
  return env.DB.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).bind(...Object.values(row))
}

const OF_VERSION_2 = `pack = '${BASICS}' AND version = 2`
const PACK_JSON_OF_2 = `(SELECT sha256 FROM version_files WHERE ${OF_VERSION_2} AND path = 'pack.json')`
/** A version that is approved and not published, a draft that waits, and a token that is revoked. */
let waiting: string
let revoked: string

beforeAll(async () => {
  const titled = async (title: string) => {
    const begun = await draftWith(editor, 'pack.json', (text) => text.replace('"zh": "', `"zh": "${title}`), BASICS)
    return submit(editor, begun.draft)
  }
  const first = await approve(approver, await titled('甲'))
  const others = [await titled('乙'), await titled('丙')]
  await publish(approver, first.version!, 1)
  waiting = others[0]!.id
  const { id } = await answerOf(admin.v1.tokens.$post({ header: {}, json: { holder: 'gone', roles: ['reader'] } }))
  await answerOf(admin.v1.tokens[':token'].$delete({ param: { token: id }, header: {} }))
  revoked = id
})

const VERSION = `version 2 of ${BASICS}`
const PUBLICATION = `publication 2 of ${BASICS}`
const TOKEN = expect.stringMatching(/^token /) as string
const DRAFT = expect.stringMatching(/^draft .* of /) as string

const ALTERATIONS: Record<string, [changes: readonly (string | (() => string))[], fault: string, record: string]> = {
  'the text of a published rule': [
    [`UPDATE files SET text = replace(text, '甲', '申') WHERE sha256 = ${PACK_JSON_OF_2}`],
    'text-altered',
    expect.stringMatching(/^text /) as string,
  ],
  'the text of a draft': [
    [
      () =>
        `UPDATE files SET text = replace(text, '乙', '己') WHERE sha256 = (SELECT sha256 FROM draft_files WHERE draft = '${waiting}' AND path = 'pack.json')`,
    ],
    'text-altered',
    expect.stringMatching(/^text /) as string,
  ],
  'a file of a version, now that of another': [
    [
      `UPDATE version_files SET sha256 = (SELECT sha256 FROM version_files WHERE pack = '${BASICS}' AND version = 1 AND path = 'pack.json') WHERE ${OF_VERSION_2} AND path = 'pack.json'`,
    ],
    'record-altered',
    VERSION,
  ],
  'a file that a version no longer has': [
    [`DELETE FROM version_files WHERE ${OF_VERSION_2} AND path = 'facts.json'`],
    'record-altered',
    VERSION,
  ],
  'the version that another uses': [
    [`UPDATE version_uses SET used_version = 2 WHERE used_pack = '${BASICS}'`],
    'record-altered',
    'version 1 of ganzhou-2018-32',
  ],
  'the digest of a version': [[`UPDATE versions SET sha256 = 'x' WHERE ${OF_VERSION_2}`], 'unrecorded', VERSION],
  'the authors of a version': [[`UPDATE versions SET authors = '[]' WHERE ${OF_VERSION_2}`], 'record-altered', VERSION],
  'the approver of a version': [
    [`UPDATE versions SET approver = 'nobody' WHERE ${OF_VERSION_2}`],
    'record-altered',
    VERSION,
  ],
  'the summary of a version': [[`UPDATE versions SET summary = 'x' WHERE ${OF_VERSION_2}`], 'record-altered', VERSION],
  'the time of a version': [
    [`UPDATE versions SET created_at = '2019-01-01' WHERE ${OF_VERSION_2}`],
    'record-altered',
    VERSION,
  ],
  'a version that is gone': [
    [
      `DELETE FROM publications WHERE ${OF_VERSION_2}`,
      `DELETE FROM version_files WHERE ${OF_VERSION_2}`,
      `UPDATE drafts SET version = NULL WHERE ${OF_VERSION_2}`,
      `DELETE FROM versions WHERE ${OF_VERSION_2}`,
    ],
    'record-altered',
    DRAFT,
  ],
  'the latest publication, gone': [[`DELETE FROM publications WHERE ${OF_VERSION_2}`], 'lost', PUBLICATION],
  'all publications of a pack, gone': [
    [`DELETE FROM publications WHERE pack = '${BASICS}'`],
    'lost',
    `publication 1 of ${BASICS}`,
  ],
  'the reason of a publication': [
    [`UPDATE publications SET reason = 'x' WHERE ${OF_VERSION_2}`],
    'record-altered',
    PUBLICATION,
  ],
  'the time of a publication': [
    [`UPDATE publications SET at = '2019-01-01' WHERE ${OF_VERSION_2}`],
    'record-altered',
    PUBLICATION,
  ],
  'the version of a publication': [
    [`UPDATE publications SET version = 1 WHERE ${OF_VERSION_2}`],
    'unrecorded',
    PUBLICATION,
  ],
  'the secret of a token': [["UPDATE tokens SET sha256 = 'x' WHERE holder = 'approver'"], 'record-altered', TOKEN],
  'the label of a token': [["UPDATE tokens SET label = 'x' WHERE holder = 'approver'"], 'record-altered', TOKEN],
  'who made a token': [["UPDATE tokens SET created_by = 'x' WHERE holder = 'approver'"], 'record-altered', TOKEN],
  'the time of a revocation': [["UPDATE tokens SET revoked_at = '2019-01-01' WHERE holder = 'gone'"], 'lost', TOKEN],
  'a revocation undone': [["UPDATE tokens SET revoked_at = NULL WHERE holder = 'gone'"], 'unrecorded', TOKEN],
  'a token revoked behind the log': [
    ["UPDATE tokens SET revoked_at = '2026-01-01' WHERE holder = 'approver'"],
    'unrecorded',
    TOKEN,
  ],
  'a token that is gone': [[() => `DELETE FROM tokens WHERE id = '${revoked}'`], 'lost', TOKEN],
  'the authors of a draft that waits': [
    [() => `UPDATE drafts SET authors = '[]' WHERE id = '${waiting}'`],
    'record-altered',
    DRAFT,
  ],
  'the examination of a draft that waits': [
    [() => `UPDATE drafts SET submission = json_set(submission, '$.comparedWith', 99) WHERE id = '${waiting}'`],
    'record-altered',
    DRAFT,
  ],
  'the files of a draft that waits, swapped': [
    [
      () =>
        `UPDATE draft_files SET sha256 = (SELECT sha256 FROM draft_files WHERE draft <> '${waiting}' AND path = 'pack.json' LIMIT 1) WHERE draft = '${waiting}' AND path = 'pack.json'`,
    ],
    'record-altered',
    DRAFT,
  ],
  'a draft that is gone': [
    [() => `DELETE FROM draft_files WHERE draft = '${waiting}'`, () => `DELETE FROM drafts WHERE id = '${waiting}'`],
    'lost',
    DRAFT,
  ],
}

describe('verification', () => {
  test('finds nothing where nothing was altered', async () => {
    expect(await verify()).toMatchObject({ intact: true })
  })

  test.each(Object.entries(ALTERATIONS))('finds %s', async (_, [changes, fault, record]) => {
    const statements = changes.map((change) => (typeof change === 'string' ? change : change()))
    expect(await altered(statements, verify)).toMatchObject({ intact: false, broken: { fault, record } })
    expect(await verify()).toMatchObject({ intact: true })
  })
})
