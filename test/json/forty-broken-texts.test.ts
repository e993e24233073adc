import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile, InputError, loadPack, type InputProblem } from '@tiaoli/engine'
import { readJson, type JsonProblem, type JsonProblemCode } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { emptyFolder, tiaoli } from '../cli/tiaoli.ts'
import { CODE, toyText } from '../support/toy-pack.ts'
import { BROKEN_TEXTS, bytesOf, isFaultyLine, ndjsonOf, SOUND_TEXTS, type BrokenText } from './broken-texts.ts'

const TABLE = BROKEN_TEXTS.map((broken) => [broken.what, broken] as const)
const LINES = BROKEN_TEXTS.filter(isFaultyLine)
const policy = compile({ files: toyText() })
const folder = emptyFolder()
const DAY = ['--as-of', '2019-01-01']
const GBK = Uint8Array.from('{"id": "\xd5\xc5\xc8\xfd"}', (character) => character.charCodeAt(0))
const LOST = '{"id": "\uFFFD"}'

/** The first problem of a text as the reader tells it, which is what every door must tell. */
function problemOf({ source }: BrokenText, line?: number): JsonProblem {
  return readJson(source, {}, line).problems[0]!
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

for (const [name, text] of Object.entries(toyText())) fileOf(`kitchens/${name}`, text)
const PACK = join(folder, 'kitchens')

/** What a command that refused its input tells programs. */
async function refusal(args: readonly string[], input?: Uint8Array) {
  const { code, err, out } = await tiaoli([...args, '--json'], input ? { input } : {})
  expect({ code, out }).toEqual({ code: 3, out: '' })
  return (JSON.parse(err) as { error: { problems: InputProblem[] } }).error.problems[0]
}

describe('the reader', () => {
  test.each(TABLE)('refuses %s', (_, broken) => {
    const { code, line, column, pointer } = broken
    expect(problemOf(broken)).toMatchObject({ code, line, column, pointer })
  })

  test('has a broken text for every code', () => {
    const shown = new Set<string>(BROKEN_TEXTS.map(({ code }) => code))
    expect(Object.keys(CODES).filter((code) => !shown.has(code) && CODES[code as JsonProblemCode] === 'table')).toEqual(
      [],
    )
  })

  test.each(TABLE)('says what is wrong with %s and what to do, and repeats nothing of it', (_, broken) => {
    const { zh, en } = problemOf(broken).message
    expect(zh).toMatch(/^[^。]+[。；：][^]*[请只][^]*。$/)
    expect(en).toMatch(/^[A-Z“”，：｛][^]*\.$/)
    expect(zh + en).not.toMatch(/张三|F1|members|counties/)
  })

  test.each(SOUND_TEXTS)('takes %s', (_, source) => {
    expect(readJson(source).problems).toEqual([])
    expect(readJson(bytesOf(source)).problems).toEqual([])
  })
})

describe('the library', () => {
  test.each(TABLE)('refuses %s as a ledger', (_, broken) => {
    const attempt = () => policy.parseLedger(broken.source)
    expect(attempt).toThrow(InputError)
    expect(attempt).toThrow(expect.objectContaining({ of: 'ledger', problems: readJson(broken.source).problems }))
  })

  test.each(TABLE)('refuses %s as a file of a pack', (_, broken) => {
    const { diagnostics } = loadPack({ files: { ...toyText(), [`${CODE}/clauses.json`]: broken.source } })
    expect(diagnostics).toEqual(
      readJson(broken.source).problems.map((problem) => ({
        pack: 'kitchens',
        file: `${CODE}/clauses.json`,
        ...problem,
      })),
    )
  })

  test.each(SOUND_TEXTS)('takes %s as a ledger', (_, source) => {
    expect(policy.parseLedger(source)).toEqual(policy.parseLedger(bytesOf(source)))
  })
})

describe('the command line', () => {
  test.each(TABLE)('refuses %s as a ledger in a file', async (_, broken) => {
    const file = fileOf('ledger.json', broken.source)
    expect(await refusal(['evaluate', PACK, file, ...DAY])).toEqual(problemOf(broken))
  })

  test.each(TABLE)('refuses %s as a ledger from standard input', async (_, broken) => {
    expect(await refusal(['evaluate', PACK, '-', ...DAY], bytesOf(broken.source))).toEqual(problemOf(broken))
  })

  test('refuses each as a line of NDJSON, with its line', async () => {
    const file = fileOf('records.ndjson', ndjsonOf(['{}', ...LINES.map(({ source }) => source)]))
    const { code, out } = await tiaoli(['evaluate', PACK, file, ...DAY, '--records', 'kitchen', '--ndjson'])
    const answers = out.trim().split('\n')
    expect(code).toBe(3)
    expect(answers).toHaveLength(LINES.length + 2)
    for (const [i, broken] of LINES.entries()) {
      const { line, problems } = JSON.parse(answers[i + 1]!) as { line: number; problems: InputProblem[] }
      expect({ what: broken.what, line, problem: problems[0] }).toEqual({
        what: broken.what,
        line: i + 2,
        problem: problemOf(broken, i + 2),
      })
    }
  })

  test.each(['utf-16', 'zip-file', 'office-file', 'pdf-file', 'gzip-file', 'html-page'])(
    'refuses a file as a whole that is %s and no NDJSON',
    async (code) => {
      const broken = BROKEN_TEXTS.find((item) => item.code === code)!
      const file = fileOf('records.ndjson', broken.source)
      expect(await refusal(['evaluate', PACK, file, ...DAY, '--records', 'kitchen'])).toEqual(problemOf(broken))
    },
  )

  test.each<[string, readonly (string | Uint8Array)[], JsonProblemCode, number]>([
    ['GBK after lines in ASCII', ['{}', '{}', GBK, GBK, GBK], 'gbk', 3],
    ['text that lost its characters', ['{"id": "A"}', LOST, LOST], 'lost-characters', 2],
    ['a web page after an empty line', ['', '<!doctype html>', '<html>', '</html>'], 'html-page', 2],
    ['a table', ['\uFEFFid,seats', 'A,3', 'B,4'], 'not-json', 1],
    ['JSON that is laid out', ['{', '  "kitchens": [', '  ]', '}'], 'not-ndjson', 1],
    ['a list that is laid out', ['[{"id": "A"},', '{"id": "B"}]'], 'not-ndjson', 1],
    ['nothing', ['', ' '], 'empty-text', 1],
  ])('says once what is wrong with a whole file of records that is %s, and stops', async (_, lines, code, line) => {
    const args = ['evaluate', PACK, '-', ...DAY, '--records', 'kitchen']
    for (const language of ['zh', 'en'] as const) {
      const told = await tiaoli([...args, '--lang', language], { input: ndjsonOf(lines) })
      expect(told).toMatchObject({ code: 3, out: '' })
      expect(told.err.trim().split('\n')).toHaveLength(1)
      expect(told.err).toContain(code)
    }
    expect(await refusal(args, ndjsonOf(lines))).toMatchObject({ code, line })
  })

  test('goes on after a record that is broken off, first or not', async () => {
    const lines = ndjsonOf(['{"id": "A", ', '{"id": "B"}', '{"id": "C", '])
    const args = ['evaluate', PACK, '-', ...DAY, '--records', 'kitchen', '--ndjson']
    const { out } = await tiaoli(args, { input: lines })
    expect(JSON.parse(out.trim().split('\n').at(-1)!)).toMatchObject({ end: { records: 3, invalid: 2 } })
  })

  test.each(TABLE)('refuses %s as a file of a pack', async (_, broken) => {
    const { code, line, column, message } = problemOf(broken)
    const file = fileOf('kitchens/documents/code/clauses.json', broken.source)
    const checked = await tiaoli(['check', PACK, '--json'])
    fileOf('kitchens/documents/code/clauses.json', toyText()[`${CODE}/clauses.json`]!)
    const told = JSON.parse(checked.out || checked.err) as {
      diagnostics?: object[]
      error?: { file: string; problems: object[] }
    }
    expect(told.diagnostics?.[0] ?? told.error?.problems[0]).toMatchObject({ code, line, column, message })
    expect(told.diagnostics ?? told.error?.file).toEqual(told.diagnostics ? expect.any(Array) : file)
  })
})

/** The compiler sees to it that no code is left out; those of size and of NDJSON are tested where these are. */
const CODES: Readonly<Record<JsonProblemCode, 'table' | 'size' | 'ndjson'>> = {
  'empty-text': 'table',
  'utf-16': 'table',
  'utf-32': 'table',
  gbk: 'table',
  'not-utf-8': 'table',
  'lost-characters': 'table',
  'zip-file': 'table',
  'office-file': 'table',
  'pdf-file': 'table',
  'gzip-file': 'table',
  'html-page': 'table',
  'not-json': 'table',
  'chinese-punctuation': 'table',
  'invisible-character': 'table',
  'byte-order-mark': 'table',
  'single-quotes': 'table',
  comment: 'table',
  'unquoted-key': 'table',
  'unquoted-text': 'table',
  'no-such-value': 'table',
  'miswritten-word': 'table',
  'full-width-value': 'table',
  'malformed-number': 'table',
  'number-too-large': 'table',
  'control-character': 'table',
  'bad-escape': 'table',
  'inner-quote': 'table',
  'trailing-comma': 'table',
  'missing-comma': 'table',
  'missing-colon': 'table',
  'missing-value': 'table',
  'unclosed-string': 'table',
  'unclosed-bracket': 'table',
  'wrong-bracket': 'table',
  'unexpected-character': 'table',
  'text-after-end': 'table',
  'several-documents': 'table',
  'duplicate-key': 'table',
  'forbidden-name': 'table',
  'ill-formed-text': 'table',
  'too-deep': 'table',
  'too-large': 'size',
  'too-many-objects': 'size',
  'line-too-long': 'size',
  'not-ndjson': 'ndjson',
}
