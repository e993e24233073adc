import { answerOf, ApiError, type Client } from '@tiaoli/client'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import {
  approve,
  beginDraft,
  draftWith,
  fileOf,
  fiveFrom2027,
  officers,
  BASICS,
  PACK,
  reject,
  retitled,
  saveText,
  submit,
} from './draft-steps.ts'
import { client, problemOf, request, tokenOfHolder } from './request.ts'

const { editor, approver, other, editorToken } = await officers()

interface Draft {
  pack: string
  id: string
  revision: number
}

/** Sends a file as the body. */
function putFile({ pack, id, revision }: Draft, path: string, body?: string, token = editorToken) {
  return request(`/v1/packs/${pack}/drafts/${id}/file?path=${encodeURIComponent(path)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': `"${revision}"` },
    ...(body !== undefined && { body }),
  })
}

/** The problem with which a call is refused. */
async function refused(doing: Promise<unknown>) {
  try {
    await doing
  } catch (error) {
    if (error instanceof ApiError) return error.problem
    throw error
  }
  throw new Error('The call was not refused')
}

describe('editing', () => {
  test('a new draft has the files of its version and no errors', async () => {
    const { draft, files, diagnostics } = await beginDraft(editor, 'look around')
    expect(draft).toMatchObject({ status: 'open', revision: 1, authors: ['editor'], fromVersion: 1 })
    expect(files.length).toBeGreaterThan(30)
    expect(diagnostics).toEqual([])
  })

  test('a misspelt operator is saved, and reported with file, line, column and the closest name', async () => {
    const path = 'requirements/leadership.json'
    const { diagnostics } = await draftWith(editor, path, (text) =>
      text.replace('"operator": "equal"', '"operator": "equals"'),
    )
    expect(diagnostics).toMatchObject([{ file: path, line: expect.any(Number), suggestion: 'equal' }])
    const text = (await fileOf(editor, await latest(), path)).split('\n')
    const { line = 0, column = 0 } = diagnostics[0]!
    expect(text[line - 1]!.slice(column - 1)).toMatch(/^"equals"/)
  })

  test('a file that is not JSON is saved unchanged, and reported with its place', async () => {
    const { draft } = await beginDraft(editor, 'broken')
    const { diagnostics } = await saveText(editor, draft, 'lint.json', '{\n  "off": [,]\n}')
    expect(diagnostics).toMatchObject([{ file: 'lint.json', code: 'missing-value', line: 2, column: 11 }])
  })

  test.each([
    ['one bracket', '{', 'unclosed-bracket', 2],
    ['no text', '', 'empty-text', 1],
    ['one space', ' ', 'empty-text', 1],
    ['one word', 'hello', 'not-json', 1],
    ['one byte order mark', '\uFEFF', 'empty-text', 1],
    ['no body', undefined, 'empty-text', 1],
  ])('a file of %s is saved unchanged, and reported with its place', async (_, body, code, column) => {
    const { draft } = await beginDraft(editor, 'broken', 1, BASICS)
    const response = await putFile(draft, 'lint.json', body)
    expect(response.status).toBe(200)
    const { diagnostics } = await response.json<{ diagnostics: object[] }>()
    expect(diagnostics).toMatchObject([{ file: 'lint.json', code, line: 1, column }])
    expect(await fileOf(editor, draft, 'lint.json')).toBe(body?.replace('\uFEFF', '') ?? '')
  })

  test.each([
    ['a raw tab', '{\n  "off": ["\t"]\n}', 'control-character', 2, 12],
    ['a raw line break', '{\n  "off": ["\n"]\n}', 'control-character', 2, 12],
    ['a duplicate key', '{ "off": [], "off": [] }', 'duplicate-key', 1, 14],
  ])('a file with %s is reported with its place, and cannot be submitted', async (_, text, code, line, column) => {
    const { draft } = await beginDraft(editor, 'characters', 1, BASICS)
    const saved = await saveText(editor, draft, 'lint.json', text)
    expect(saved.diagnostics).toMatchObject([{ file: 'lint.json', code, line, column }])
    expect(await refused(submit(editor, saved.draft))).toMatchObject({ status: 422, type: '/problems/faulty-pack' })
  })

  test('lints are reported once the draft has no errors', async () => {
    const { diagnostics, lints } = await draftWith(editor, 'parameters.json', (text) => {
      const file = JSON.parse(text) as { parameters: Record<string, object> }
      file.parameters['idle'] = { label: { zh: '闲置', en: 'idle' }, type: 'integer', values: [] }
      return JSON.stringify(file)
    })
    expect(diagnostics).toEqual([])
    expect(lints).toContainEqual(expect.objectContaining({ code: 'unused-parameter', file: 'parameters.json' }))
  })

  test('a file can be sent as the body, and null removes a file', async () => {
    const { draft } = await beginDraft(editor, 'one file')
    const text = await fileOf(editor, draft, 'profiles/practice.json')
    const response = await putFile(draft, 'profiles/practice.json', `${text}\n\n`)
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"2"'])
    expect(await fileOf(editor, draft, 'profiles/practice.json')).toBe(`${text}\n\n`)
    const removed = await answerOf(
      editor.v1.packs[':pack'].drafts[':draft'].files.$patch({
        param: { pack: PACK, draft: draft.id },
        header: { 'if-match': '"2"' },
        json: { files: { 'profiles/practice.json': null } },
      }),
    )
    expect(removed.files.map(({ path: name }) => name)).not.toContain('profiles/practice.json')
  })

  test('of two people who save the same revision one gets a 412', async () => {
    const { draft } = await beginDraft(editor, 'two at once')
    const second = await tokenOfHolder('second-editor', 'editor')
    const save = (token: string) => putFile(draft, 'lint.json', `{"off": [], "by": "${token.slice(0, 8)}"}`, token)
    const responses = await Promise.all([save(editorToken), save(second)])
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200, 412]))
  })

  test.each([
    ['no If-Match', undefined, 428, 'revision-required'],
    ['If-Match: *', '*', 428, 'revision-required'],
    ['another revision in If-Match', '"2"', 412, 'revision-differs'],
    ['a weak tag in If-Match', 'W/"1"', 412, 'revision-differs'],
  ])('a change with %s is refused', async (_, seen, status, code) => {
    const { draft } = await beginDraft(editor, 'if-match', 1, BASICS)
    const response = await request(`/v1/packs/${BASICS}/drafts/${draft.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${editorToken}`, ...(seen !== undefined && { 'if-match': seen }) },
    })
    expect(response.status).toBe(status)
    expect((await problemOf(response)).type).toBe(`/problems/${code}`)
  })

  test('If-Match may list several revisions, one of which is that of the draft', async () => {
    const { draft } = await beginDraft(editor, 'if-match', 1, BASICS)
    const response = await request(`/v1/packs/${BASICS}/drafts/${draft.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${editorToken}`, 'if-match': '"7", "1"' },
    })
    expect(response.status).toBe(200)
  })

  test('a change without files is refused, and makes nobody an author', async () => {
    const { draft } = await beginDraft(editor, 'nothing', 1, BASICS)
    const second = client(await tokenOfHolder('idle-editor', 'editor'))
    const json = { files: {} }
    const param = { pack: BASICS, draft: draft.id }
    const change = second.v1.packs[':pack'].drafts[':draft'].files.$patch({
      param,
      header: { 'if-match': '"1"' },
      json,
    })
    expect(await refused(answerOf(change))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/files', code: 'empty' }],
    })
    const now = await answerOf(editor.v1.packs[':pack'].drafts[':draft'].$get({ param }))
    expect(now.draft).toMatchObject({ revision: 1, authors: ['editor'] })
  })

  test.each(['a%0Ab', 'a%0Db', 'a%00b', '%E4%B8%AD', 'a%2Fb', '%2E%2E%2F', 'Upper'])(
    'a draft of a pack named %s is refused before anything is stored',
    async (pack) => {
      const count = () => env.DB.prepare('SELECT count(*) AS n FROM drafts').first('n')
      const before = await count()
      const files = { 'pack.json': JSON.stringify({ id: decodeURIComponent(pack) }) }
      const response = await request(`/v1/packs/${pack}/drafts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${editorToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ summary: 'a new pack', files }),
      })
      expect(response.status).toBe(422)
      expect((await problemOf(response)).errors).toMatchObject([{ in: 'path', pointer: '/pack' }])
      expect(await count()).toBe(before)
    },
  )

  test('creating a draft again with the same key gives the same response, headers included', async () => {
    const make = () =>
      request(`/v1/packs/${BASICS}/drafts`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${editorToken}`,
          'content-type': 'application/json',
          'idempotency-key': 'one-draft-only',
        },
        body: JSON.stringify({ summary: 'once', fromVersion: 1 }),
      })
    const [first, second] = [await make(), await make()]
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    for (const name of ['location', 'audit-seq', 'etag', 'content-type']) {
      expect(first.headers.get(name)).not.toBeNull()
      expect(second.headers.get(name)).toBe(first.headers.get(name))
    }
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()])
  })

  test('texts that no draft and no version uses any more are deleted', async () => {
    const { draft } = await beginDraft(editor, 'many saves')
    const first = await saveText(editor, draft, 'lint.json', '{"off": [], "x": 1}')
    await saveText(editor, first.draft, 'lint.json', '{"off": [], "x": 2}')
    const { results } = await env.DB.prepare(`SELECT text FROM files WHERE text LIKE '{"off": [], "x":%'`).all()
    expect(results).toEqual([{ text: '{"off": [], "x": 2}' }])
  })

  test('a file larger than 1 MB is refused', async () => {
    const { draft } = await beginDraft(editor, 'too much')
    const problem = await refused(saveText(editor, draft, 'cases/more.json', `"${'条'.repeat(350_000)}"`))
    expect(problem).toMatchObject({ status: 413, type: '/problems/pack-too-large' })
  })

  test('rules larger than 2 MB in total are refused, not counting cases and samples', async () => {
    const { draft, files } = await beginDraft(editor, 'too much')
    const rules = files.filter(({ path }) => !/^(?:cases|samples)\//.test(path))
    const total = (some: typeof files) => some.reduce((sum, { bytes }) => sum + bytes, 0)
    expect(total(files)).toBeGreaterThan(2 * 1024 * 1024)
    const most = `"${'x'.repeat(Math.ceil((2 * 1024 * 1024 - total(rules)) / 2))}"`
    const once = await saveText(editor, draft, 'requirements/more.json', most)
    expect(await refused(saveText(editor, once.draft, 'requirements/most.json', most))).toMatchObject({ status: 413 })
  })

  test.each(['secret.txt', '../pack.json', 'cases/A.json', '__proto__'])('a file named %s is refused', async (path) => {
    const { draft } = await beginDraft(editor, 'other files')
    const response = await putFile(draft, path, '{}')
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/unknown-file',
      errors: [{ in: 'query', pointer: '/path' }],
    })
  })

  test('what no pack can have is refused also where it is to be removed, and what was not there is no change', async () => {
    const { draft } = await beginDraft(editor, 'nothing there')
    const change = (files: Record<string, string | null>, revision: number) =>
      editor.v1.packs[':pack'].drafts[':draft'].files.$patch({
        param: { pack: PACK, draft: draft.id },
        header: { 'if-match': `"${revision}"` },
        json: { files },
      })
    expect(await refused(answerOf(change({ '王小明 13907971234': null }, 1)))).toMatchObject({
      status: 422,
      type: '/problems/unknown-file',
    })
    await answerOf(change({ 'cases/none.json': null, 'cases/new.json': '{}' }, 1))
    const { entries } = await answerOf(client(env.TEST_ADMIN_TOKEN).v1.audit.$get({ query: { limit: '1' } }))
    expect(Object.keys(entries[0]!.detail['files'] as object)).toEqual(['cases/new.json'])
  })

  test('a text with a NUL is refused', async () => {
    const { draft } = await beginDraft(editor, 'a NUL')
    expect(await refused(saveText(editor, draft, 'cases/new.json', '"a\u0000"'))).toMatchObject({ status: 422 })
  })

  test('a discarded draft is without files, and cannot be changed', async () => {
    const { draft } = await beginDraft(editor, 'give up')
    const discarded = await answerOf(
      editor.v1.packs[':pack'].drafts[':draft'].$delete({
        param: { pack: PACK, draft: draft.id },
        header: { 'if-match': '"1"' },
      }),
    )
    expect(discarded.status).toBe('discarded')
    const param = { pack: PACK, draft: draft.id }
    expect(await answerOf(editor.v1.packs[':pack'].drafts[':draft'].$get({ param }))).toEqual({
      draft: discarded,
      files: [],
      diagnostics: [],
      lints: [],
    })
    expect(await refused(saveText(editor, discarded, 'lint.json', '{}'))).toMatchObject({
      status: 409,
      type: '/problems/draft-not-open',
    })
  })
})

describe('review', () => {
  test('a submission shows what changes for the sample ledgers', async () => {
    const { draft } = await draftWith(editor, 'profiles/literal.json', fiveFrom2027)
    const { status, submission } = await submit(editor, draft, ['2019-01-01', '2027-06-01'])
    expect(status).toBe('submitted')
    expect(submission).toMatchObject({
      by: 'editor',
      pins: [{ pack: 'party-organization-basics', version: 1 }],
      effect: {
        samples: [
          { sample: 'samples/city-of-79.json', asOf: '2019-01-01', flipped: 0, requirements: [] },
          { sample: 'samples/city-of-79.json', asOf: '2027-06-01' },
        ],
      },
    })
    expect(submission!.cases.run).toBeGreaterThan(500)
    expect(submission!.cases.expectations).toBeGreaterThan(2 * submission!.cases.run)
    const { samples, rules } = submission!.effect
    expect(samples[1]!.requirements.map(({ requirement }) => requirement)).toContain('own-organization')
    expect(rules.map(({ text }) => text.zh).join()).toContain('5')
  })

  describe('with a sample ledger', () => {
    const SAMPLE = 'samples/city-of-79.json'

    /** A draft with one more fact of a firm, and a sample whose first firm has these values. */
    async function withFirm(firm: object) {
      const { draft } = await draftWith(editor, 'facts.json', (text) => {
        const file = JSON.parse(text) as { given: Record<string, object> }
        file.given['firm.newFact'] = { type: 'boolean', label: { zh: '新事实', en: 'the new fact' } }
        return JSON.stringify(file)
      })
      const sample = JSON.parse(await fileOf(editor, draft, SAMPLE)) as { counties: { firms: object[] }[] }
      Object.assign(sample.counties[0]!.firms[0]!, firm)
      return (await saveText(editor, draft, SAMPLE, JSON.stringify(sample))).draft
    }

    test('a draft whose sample uses a new fact can be submitted, and shows what could not be compared', async () => {
      const { submission } = await submit(editor, await withFirm({ newFact: true }), ['2019-01-01'])
      expect(submission!.effect.samples).toMatchObject([
        {
          sample: SAMPLE,
          asOf: '2019-01-01',
          flipped: null,
          notComparable: [{ pointer: '/counties/0/firms/0/newFact', message: { zh: expect.any(String) } }],
        },
      ])
    })

    test('a draft that does not accept its own sample is refused, with the place in the sample', async () => {
      const problem = await refused(submit(editor, await withFirm({ newFact: 3 }), ['2019-01-01']))
      expect(problem).toMatchObject({ status: 422, errors: [{ code: 'unfit-sample' }] })
      expect(problem.errors![0]!.detail.zh).toContain(`${SAMPLE}#/counties/0/firms/0/newFact`)
    })
  })

  test('rules with an error cannot be submitted', async () => {
    const { draft } = await draftWith(editor, 'requirements/leadership.json', (text) =>
      text.replace('"applies"', '"aplies"'),
    )
    expect(await refused(submit(editor, draft))).toMatchObject({
      status: 422,
      type: '/problems/faulty-pack',
      diagnostics: [expect.objectContaining({ file: 'requirements/leadership.json', suggestion: 'applies' })],
    })
  })

  test('a draft without pack.json cannot be submitted', async () => {
    const { draft } = await beginDraft(editor, 'nameless', 1, BASICS)
    const change = editor.v1.packs[':pack'].drafts[':draft'].files.$patch({
      param: { pack: BASICS, draft: draft.id },
      header: { 'if-match': '"1"' },
      json: { files: { 'pack.json': null } },
    })
    expect(await refused(submit(editor, (await answerOf(change)).draft))).toMatchObject({
      status: 422,
      errors: [{ pointer: '', code: 'missing' }],
    })
  })

  test('rules with failing cases cannot be submitted', async () => {
    const { draft } = await draftWith(
      editor,
      'parameters.json',
      (text) => text.replace('"value": 3', '"value": 4'),
      BASICS,
    )
    const problem = await refused(submit(editor, draft))
    expect(problem).toMatchObject({ status: 422, type: '/problems/failing-cases' })
    const { failures } = problem as unknown as { failures: { runtime: string; case: string }[] }
    expect(failures[0]).toMatchObject({ file: expect.stringMatching(/^cases\//), case: expect.any(String) })
  })

  test.each(['editor', 'Editor', ' editor ', 'ｅｄｉｔｏｒ'])(
    'a second token for %j does not let an author approve their own draft',
    async (holder) => {
      const { draft } = await retitled(editor)
      const submitted = await submit(editor, draft)
      const own = await tokenOfHolder(holder, 'approver')
      const response = await request(`/v1/packs/${BASICS}/drafts/${draft.id}/approve`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${own}`,
          'content-type': 'application/json',
          'if-match': `"${submitted.revision}"`,
        },
        body: '{}',
      })
      expect(response.status).toBe(403)
      expect((await problemOf(response)).type).toBe('/problems/own-draft')
    },
  )

  test('what a draft comes to and why it was approved are told wherever it is named', async () => {
    const { draft } = await retitled(editor)
    const text = await fileOf(editor, draft, 'pack.json')
    const saved = await saveText(editor, draft, 'pack.json', `${text} `, 'change pack.json and 1 more')
    expect(saved.draft.summary).toBe('change pack.json and 1 more')
    const again = await saveText(editor, saved.draft, 'pack.json', text)
    expect(again.draft.summary).toBe('change pack.json and 1 more')
    const approved = await approve(approver, await submit(editor, again.draft), 'as decided on Monday')
    const version = await answerOf(
      editor.v1.packs[':pack'].versions[':version'].$get({
        param: { pack: BASICS, version: String(approved.version) },
      }),
    )
    expect(version.summary).toBe('change pack.json and 1 more')
    const { entries } = await answerOf(client(env.TEST_ADMIN_TOKEN).v1.audit.$get({ query: { limit: '4' } }))
    const told = entries.map(({ action, detail }) => [action, detail['reason'], detail['summary']])
    expect(told).toEqual([
      ['draft.approved', 'as decided on Monday', undefined],
      ['draft.submitted', undefined, undefined],
      ['draft.saved', undefined, undefined],
      ['draft.saved', undefined, 'change pack.json and 1 more'],
    ])
  })

  test('a rejected draft is open again and shows the reason', async () => {
    const { draft } = await retitled(editor)
    const rejected = await reject(approver, await submit(editor, draft), '标题应照抄原文')
    expect(rejected).toMatchObject({ status: 'open', rejection: { by: 'approver', reason: '标题应照抄原文' } })
    const { draft: saved } = await saveText(editor, rejected, 'lint.json', '{}')
    expect(saved).toMatchObject({ status: 'open', revision: rejected.revision + 1 })
    expect(await refused(reject(approver, saved, 'again'))).toMatchObject({ type: '/problems/draft-not-submitted' })
  })

  test('a submitted draft cannot be changed, and an open one cannot be approved', async () => {
    const { draft } = await retitled(editor)
    expect(await refused(approve(approver, draft))).toMatchObject({ type: '/problems/draft-not-submitted' })
    const submitted = await submit(editor, draft)
    expect(await refused(saveText(editor, submitted, 'lint.json', '{}'))).toMatchObject({
      type: '/problems/draft-not-open',
    })
  })

  test('two simultaneous approvals make one version', async () => {
    const approved = async () =>
      (await env.DB.prepare('SELECT version FROM versions WHERE approver IS NOT NULL').all()).results.length
    const before = await approved()
    const { draft } = await retitled(editor)
    const submitted = await submit(editor, draft)
    const results = await Promise.allSettled([approve(approver, submitted), approve(other, submitted)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await approved()).toBe(before + 1)
  })

  test('only reviewers see a version that was never published', async () => {
    const path = `/v1/packs/${BASICS}/versions/2`
    expect((await request(path)).status).toBe(404)
    expect((await request(path, { headers: { authorization: `Bearer ${editorToken}` } })).status).toBe(200)
    const listed = async (api: Client) =>
      (await answerOf(api.v1.packs[':pack'].versions.$get({ param: { pack: BASICS }, query: {} }))).versions
    expect((await listed(client())).map(({ version }) => version)).toEqual([1])
    const { results } = await env.DB.prepare('SELECT version FROM versions WHERE pack = ? ORDER BY version DESC')
      .bind(BASICS)
      .all()
    expect(results.length).toBeGreaterThan(1)
    expect((await listed(editor)).map(({ version }) => ({ version }))).toEqual(results)
  })
})

async function latest() {
  const { drafts } = await answerOf(editor.v1.packs[':pack'].drafts.$get({ param: { pack: PACK }, query: {} }))
  return drafts[0]!
}
