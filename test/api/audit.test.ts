import { env } from 'cloudflare:workers'
import { answerOf } from '@tiaoli/client'
import { describe, expect, test } from 'vitest'
import { exempt } from './exempt.ts'
import { client, request, tokenWithRoles, tokenOfHolder } from './request.ts'

const admin = client(env.TEST_ADMIN_TOKEN)
const verify = () => answerOf(admin.v1.audit.verify.$get({ query: {} }))

/** Changes the log as only someone with access to the database can, and restores it. */
async function tampered<T>(changes: readonly string[], look: () => Promise<T>): Promise<T> {
  const rows = await env.DB.prepare('SELECT * FROM audit ORDER BY seq').all()
  const triggers = await env.DB.prepare(
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'",
  ).all<{ name: string; sql: string }>()
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = true'),
    ...triggers.results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    ...changes.map((change) => env.DB.prepare(change)),
  ])
  try {
    return await look()
  } finally {
    await env.DB.batch([
      env.DB.prepare('PRAGMA defer_foreign_keys = true'),
      env.DB.prepare('DELETE FROM audit'),
      ...rows.results.map((row) => {
        const columns = Object.keys(row)
        const places = columns.map((_, i) => `?${i + 1}`).join(', ')
        return env.DB.prepare(`INSERT INTO audit (${columns.join(', ')}) VALUES (${places})`).bind(
          ...Object.values(row),
        )
      }),
      ...triggers.results.map(({ sql }) => env.DB.prepare(sql)),
    ])
  }
}

describe('the audit log', () => {
  test('the audit log records who made every write, and is intact', async () => {
    for (const holder of ['a', 'b', 'c', 'd']) await tokenOfHolder(holder, 'reader')
    const { entries } = await answerOf(admin.v1.audit.$get({ query: { limit: '4' } }))
    expect(entries.map(({ actor, action, detail }) => [actor, action, detail['holder']])).toEqual([
      ['first-admin', 'token.created', 'd'],
      ['first-admin', 'token.created', 'c'],
      ['first-admin', 'token.created', 'b'],
      ['first-admin', 'token.created', 'a'],
    ])
    expect(await verify()).toMatchObject({ intact: true, rows: entries[0]!.seq, head: { hash: entries[0]!.hash } })
  })

  test('the pages of the audit log contain every entry', async () => {
    const all = await answerOf(admin.v1.audit.$get({ query: { limit: '200' } }))
    const seen: number[] = []
    let before: string | undefined
    do {
      const query = { limit: '2', ...(before !== undefined && { before }) }
      const page = await answerOf(admin.v1.audit.$get({ query }))
      seen.push(...page.entries.map(({ seq }) => seq))
      before = page.next?.toString()
    } while (before !== undefined)
    expect(seen).toEqual(all.entries.map(({ seq }) => seq))
  })

  test('the audit log can be exported as NDJSON in the order of writing', async () => {
    const response = await admin.v1.audit.export.$get({ query: {} })
    expect(response.headers.get('content-type')).toContain('application/x-ndjson')
    const lines = new TextDecoder()
      .decode(await response.arrayBuffer())
      .trim()
      .split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(lines.map((_, i) => i + 1))
  })

  test.each([
    ['an altered entry', ["UPDATE audit SET actor = 'nobody' WHERE seq = 3"], { seq: 3, fault: 'altered' }],
    ['an altered time', ["UPDATE audit SET at = '2019-01-01' WHERE seq = 5"], { seq: 5, fault: 'altered' }],
    ['an altered hash', ["UPDATE audit SET hash = 'ffff' WHERE seq = 3"], { seq: 3, fault: 'altered' }],
    ['a removed entry', ['DELETE FROM audit WHERE seq = 4'], { seq: 4, fault: 'missing' }],
    [
      'a removed entry whose successors were renumbered',
      [
        'DELETE FROM audit WHERE seq = 4',
        'UPDATE audit SET seq = -seq WHERE seq > 4',
        'UPDATE audit SET seq = -seq - 1 WHERE seq < 0',
      ],
      { seq: 4, fault: 'unlinked' },
    ],
    ['a missing entry of a version', ['UPDATE audit SET pack = NULL WHERE seq = 2'], { seq: 2, fault: 'altered' }],
  ])('verification finds %s', async (_, changes, broken) => {
    expect(await tampered(changes, verify)).toMatchObject({ intact: false, broken })
    expect(await verify()).toMatchObject({ intact: true })
  })

  test.each([
    [
      'a publication',
      "INSERT INTO publications SELECT pack, 2, 1, 'nobody', 'slipped in', at, audit_seq FROM publications WHERE pack = 'ganzhou-2018-32'",
      "DELETE FROM publications WHERE reason = 'slipped in'",
      'publication 2 of ganzhou-2018-32',
    ],
    [
      'a version',
      "INSERT INTO versions SELECT pack, 99, sha256, declared_version, 'slipped in', authors, approver, created_at, audit_seq FROM versions WHERE pack = 'ganzhou-2018-32'",
      "DELETE FROM versions WHERE summary = 'slipped in'",
      'version 99 of ganzhou-2018-32',
    ],
    [
      'a token',
      "INSERT INTO tokens VALUES ('tk-slipped-in', 'x', 'nobody', '', '[\"admin\"]', 'nobody', '2019-01-01', NULL, NULL)",
      "DELETE FROM tokens WHERE id = 'tk-slipped-in'",
      'token tk-slipped-in',
    ],
  ])('verification finds %s that was inserted and names an existing entry', async (_, change, undo, record) => {
    await exempt(['publications', 'versions'], async () => {
      await env.DB.prepare(change).run()
      expect(await verify()).toMatchObject({ intact: false, broken: { fault: 'unrecorded', record } })
      await env.DB.prepare(undo).run()
    })
    expect(await verify()).toMatchObject({ intact: true })
  })

  test.each([
    ['more roles', `roles = '["reader","admin"]'`],
    ['a later expiry', "expires_at = '2099-01-01T00:00:00.000Z'"],
    ['another holder', "holder = 'nobody'"],
  ])('verification finds a token that was given %s', async (_, change) => {
    const at = '2090-01-01T00:00:00Z'
    const header = {}
    const { id, holder, roles, expiresAt } = await answerOf(
      admin.v1.tokens.$post({ header, json: { holder: 'short', roles: ['reader'], expiresAt: at } }),
    )
    expect(await verify()).toMatchObject({ intact: true })
    await env.DB.prepare(`UPDATE tokens SET ${change} WHERE id = ?1`).bind(id).run()
    expect(await verify()).toMatchObject({ intact: false, broken: { fault: 'unrecorded', record: `token ${id}` } })
    await env.DB.prepare('UPDATE tokens SET holder = ?2, roles = ?3, expires_at = ?4 WHERE id = ?1')
      .bind(id, holder, JSON.stringify(roles), expiresAt)
      .run()
    expect(await verify()).toMatchObject({ intact: true })
  })

  test('verification finds a revoked token that was made valid again', async () => {
    const { id } = await answerOf(admin.v1.tokens.$post({ header: {}, json: { holder: 'gone', roles: ['reader'] } }))
    await answerOf(admin.v1.tokens[':token'].$delete({ param: { token: id }, header: {} }))
    const { results } = await env.DB.prepare('SELECT revoked_at AS at FROM tokens WHERE id = ?1').bind(id).all()
    await env.DB.prepare('UPDATE tokens SET revoked_at = NULL WHERE id = ?1').bind(id).run()
    expect(await verify()).toMatchObject({ intact: false, broken: { fault: 'unrecorded', record: `token ${id}` } })
    await env.DB.prepare('UPDATE tokens SET revoked_at = ?2 WHERE id = ?1').bind(id, results[0]!['at']).run()
  })

  test('a hash to verify from is a SHA-256 in any case, and needs the number of its entry', async () => {
    const { head } = await verify()
    const result = async (query: string) => {
      const response = await request(`/v1/audit/verify?${query}`, {
        headers: { authorization: `Bearer ${env.TEST_ADMIN_TOKEN}` },
      })
      return response.status === 200 ? (await response.json<{ intact: boolean }>()).intact : response.status
    }
    expect(await result(`after=${head.seq}&hash=${head.hash.toUpperCase()}`)).toBe(true)
    expect(await result(`hash=${head.hash}`)).toBe(422)
    expect(await result(`after=${head.seq}&hash=`)).toBe(422)
    expect(await result(`after=${head.seq}&hash=x`)).toBe(422)
  })

  test('an earlier head shows that a log was cut short', async () => {
    const { head } = await verify()
    const query = { after: String(head.seq), hash: head.hash }
    const look = () => answerOf(admin.v1.audit.verify.$get({ query }))
    expect(await look()).toMatchObject({ intact: true, rows: 0 })
    expect(await tampered([`DELETE FROM audit WHERE seq = ${head.seq}`], look)).toMatchObject({
      intact: false,
      broken: { seq: head.seq, fault: 'missing' },
    })
    expect(await tampered([`UPDATE audit SET hash = 'ffff' WHERE seq = ${head.seq}`], look)).toMatchObject({
      intact: false,
      broken: { seq: head.seq, fault: 'altered' },
    })
  })

  test('the entry of a publication cannot be removed while the publication exists', async () => {
    const { results } = await env.DB.prepare("SELECT name, sql FROM sqlite_master WHERE name = 'audit_stays'").all()
    await env.DB.prepare('DROP TRIGGER audit_stays').run()
    await expect(
      env.DB.prepare('DELETE FROM audit WHERE seq IN (SELECT audit_seq FROM publications)').run(),
    ).rejects.toThrow(/FOREIGN KEY/)
    await env.DB.prepare(String(results[0]!['sql'])).run()
  })

  test('thirty simultaneous writes all succeed and leave an intact chain', async () => {
    await Promise.all(Array.from({ length: 30 }, () => tokenWithRoles('reader')))
    expect(await verify()).toMatchObject({ intact: true })
  })

  test('an editor may not read the audit log', async () => {
    const token = await tokenWithRoles('editor')
    for (const path of ['/v1/audit', '/v1/audit/export', '/v1/audit/verify'])
      expect((await request(path, { headers: { authorization: `Bearer ${token}` } })).status).toBe(403)
  })
})
