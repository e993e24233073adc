import { readJson, type JsonProblem } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { streamAnswerSchema } from '../../workers/api/src/schema/stream-schema.ts'
import {
  BROKEN_TEXTS,
  bytesOf,
  isFaultyLine,
  isOneLine,
  ndjsonOf,
  SOUND_TEXTS,
  type BrokenText,
} from '../json/broken-texts.ts'
import { BASICS, beginDraft, officers } from './draft-steps.ts'
import { EVALUATE, post, problemOf, request } from './request.ts'

const TABLE = BROKEN_TEXTS.map((broken) => [broken.what, broken] as const)
const LINES = BROKEN_TEXTS.filter(isFaultyLine)
const { editor, editorToken } = await officers()

/** What every other door says of a text, in the shape of the API. */
function placeOf({ source }: BrokenText, line?: number) {
  return asPlace(readJson(source, {}, line).problems[0]!)
}

function asPlace({ message, ...rest }: JsonProblem) {
  return { ...rest, detail: message }
}

test.each(TABLE)('%s is refused as a body', async (_, broken) => {
  const response = await post(EVALUATE, bytesOf(broken.source))
  const { type, errors } = await problemOf(response)
  expect({ status: response.status, type }).toEqual({ status: 400, type: '/problems/malformed-json' })
  expect(errors![0]).toEqual(placeOf(broken))
})

test('each is refused as a line of a stream, with its line', async () => {
  const head = JSON.stringify({ asOf: '2019-01-01', scope: 'firm', detail: 'verdicts', context: { counties: [{}] } })
  const response = await request('/v1/packs/ganzhou-2018-32/evaluate/stream', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: ndjsonOf([head, ...LINES.map(({ source }) => source)]),
  })
  const [, ...answers] = new TextDecoder()
    .decode(await response.arrayBuffer())
    .trim()
    .split('\n')
  expect(answers).toHaveLength(LINES.length + 1)
  for (const [i, broken] of LINES.entries()) {
    const answer = streamAnswerSchema.parse(JSON.parse(answers[i]!)) as { line: number; errors: object[] }
    const line = i + 2
    expect({ what: broken.what, line: answer.line, error: answer.errors[0] }).toEqual({
      what: broken.what,
      line,
      error: placeOf(broken, line),
    })
  }
})

test.each(TABLE.filter(([, broken]) => isOneLine(broken)))(
  '%s is refused as the head of a stream',
  async (_, broken) => {
    const response = await post(
      '/v1/packs/ganzhou-2018-32/evaluate/stream',
      ndjsonOf([broken.source]),
      'application/x-ndjson',
    )
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors![0]).toEqual(placeOf(broken, 1))
  },
)

describe('as a file of a pack', () => {
  const texts = TABLE.filter((row) => typeof row[1].source === 'string')

  test.each(texts)('%s is reported by a check', async (_, broken) => {
    const candidate = { files: { 'lint.json': broken.source } }
    const response = await request(`/v1/packs/${BASICS}/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${editorToken}`, 'content-type': 'application/json' },
      // A replacement character in the body itself would be refused with the body.
      body: JSON.stringify({ candidate }).replaceAll('\uFFFD', '\\ufffd'),
    })
    const { ok, diagnostics } = await response.json<{ ok: boolean; diagnostics: object[] }>()
    const [problem] = readJson(broken.source).problems
    expect({ ok, first: diagnostics[0] }).toEqual({ ok: false, first: { pack: BASICS, file: 'lint.json', ...problem } })
  })

  test('each is reported when it is saved in a draft, or is no text and not saved', async () => {
    let { draft } = await beginDraft(editor, 'broken texts', 1, BASICS)
    for (const broken of BROKEN_TEXTS) {
      const response = await request(`/v1/packs/${BASICS}/drafts/${draft.id}/file?path=lint.json`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${editorToken}`,
          'content-type': 'application/json',
          'if-match': `"${draft.revision}"`,
        },
        body: bytesOf(broken.source),
      })
      const answer = await response.json<{ draft: typeof draft; diagnostics: object[]; errors: object[] }>()
      const { what } = broken
      if (response.status === 200) {
        const [problem] = readJson(broken.source).problems
        expect({ what, first: answer.diagnostics[0] }).toMatchObject({ what, first: problem })
        draft = answer.draft
      } else {
        expect({ what, status: response.status, errors: answer.errors }).toEqual({
          what,
          status: 400,
          errors: [placeOf(broken)],
        })
      }
    }
  })
})

test.each(SOUND_TEXTS)('%s is taken as a body', async (_, source) => {
  const response = await post(EVALUATE, bytesOf(source))
  expect(response.status).toBe(422)
  expect((await problemOf(response)).type).toBe('/problems/invalid-request')
})
