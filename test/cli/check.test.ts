import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { describe, expect, test } from 'vitest'
import { sourceExcerpt } from '../../packages/cli/src/terminal/source-excerpt.ts'
import { readPack } from '../load-packs.ts'
import { lintedPack } from '../support/linted-pack.ts'
import { copyOfRules, edit, emptyFolder, tiaoli } from './tiaoli.ts'

const PACK = 'rules/party-organization-basics'
const FILE = `${PACK}/requirements/formation.json`

function changed(from: string, to: string): string {
  const folder = copyOfRules()
  edit(join(folder, FILE), from, to)
  return folder
}

describe('check', () => {
  test('says that nothing is wrong, and how much was looked at', async () => {
    const { out, code } = await tiaoli(['check', 'party-organization-basics'])
    const files = Object.keys(readPack('party-organization-basics').files).length
    expect({ out: out.split(' (')[0]?.trim(), code }).toMatchObject({ code: 0 })
    expect(out).toMatch(new RegExp(`^party-organization-basics: ${files} files, no problems`))
  })

  test('shows file, line, column, code, message, the line underlined and a suggestion', async () => {
    const folder = changed('"subject": "firm"', '"subject": "frim"')
    const text = readFileSync(join(folder, FILE), 'utf8')
    const [before = ''] = text.split('"frim"')
    const line = before.split('\n').length
    const column = before.split('\n').at(-1)!.length + 1
    const { out, code } = await tiaoli(['check', 'party-organization-basics'], { cwd: folder })
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      `${FILE}:${line}:${column} unknown-scope Unknown scope "frim". Declare it under \`scopes\` in facts.json or correct the name.`,
      `${`${line} | `.padStart(8)}      "subject": "frim",`,
      `      | ${' '.repeat(column - 1)}^^^^^^`,
      '      = Did you mean "firm"?',
      `${PACK}: 1 problem.`,
      '',
    ])
  })

  test('tells programs the same as the loader and the lints do', async () => {
    const folder = changed('"subject": "firm"', '"subject": "frim"')
    const { out } = await tiaoli(['check', 'party-organization-basics', '--json'], { cwd: folder })
    const source = readPack('party-organization-basics')
    const files = { ...source.files, 'requirements/formation.json': readFileSync(join(folder, FILE), 'utf8') }
    const { diagnostics } = loadPack({ ...source, files })
    expect(JSON.parse(out)).toMatchObject({
      pack: 'party-organization-basics',
      ok: false,
      diagnostics: diagnostics.map(({ file, ...rest }) => ({ ...rest, file: `${PACK}/${file}`, severity: 'error' })),
    })
  })

  test('tells a clause that its document has otherwise, at its words', async () => {
    const folder = copyOfRules()
    const clauses = join(folder, 'rules/ganzhou-2018-32/documents/ganzhou-2018-32/clauses.json')
    edit(clauses, '中共党员的应实行', '中共党员的可以实行')
    const line = readFileSync(clauses, 'utf8').split('中共党员的可以实行')[0]!.split('\n').length
    const { out, code } = await tiaoli(['check', 'ganzhou-2018-32', '--lang', 'zh'], { cwd: folder })
    expect(code).toBe(1)
    expect(out).toContain(
      `rules/ganzhou-2018-32/documents/ganzhou-2018-32/clauses.json:${line}:15 not-in-document 条款“s3.5.a1”与所附原文不一致`,
    )
    expect(out).toContain('之后的“可以实行')
  })

  test('shows lints where nothing is wrong', async () => {
    const folder = copyOfRules()
    const facts = join(folder, PACK, 'facts.json')
    edit(
      facts,
      '"given": {',
      '"given": {\n    "firm.nobodyAsks": { "type": "boolean", "label": { "zh": "无人过问", "en": "nobody asks" } },',
    )
    const { out, code } = await tiaoli(['check', 'party-organization-basics', '--strict'], { cwd: folder })
    const source = readPack('party-organization-basics')
    const { lints } = lintPack(
      loadPack({ ...source, files: { ...source.files, 'facts.json': readFileSync(facts, 'utf8') } }),
    )
    expect(lints.map(({ about }) => about)).toContain('firm.nobodyAsks')
    expect(code).toBe(1)
    for (const { line, column, code: name, message, file } of lints)
      expect(out).toContain(`${PACK}/${file}:${line}:${column} ${name} ${message.en}`)
    expect((await tiaoli(['check', 'party-organization-basics'], { cwd: folder })).code).toBe(0)
  })

  test('finds every lint that the library finds', async () => {
    const folder = emptyFolder()
    const { files, document } = lintedPack()
    for (const [path, text] of Object.entries({ ...files, 'documents/linted/source.zh.txt': document })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { out } = await tiaoli(['check', '.', '--json'], { cwd: folder })
    const { lints } = lintPack(loadPack({ files }), { texts: new Map([['linted', document]]) })
    expect(lints.map(({ code }) => code)).toEqual(['not-in-document', 'unused-fact', 'unused-off'])
    const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; about: string }[] }
    expect(diagnostics.map(({ code, about }) => ({ code, about }))).toEqual(
      lints.map(({ code, about }) => ({ code, about })),
    )
  })

  test('names faults of a used pack by the path of its file', async () => {
    const folder = changed('"subject": "firm"', '"subject": "frim"')
    const { out } = await tiaoli(['check', 'ganzhou-2018-32'], { cwd: folder })
    expect(out).toContain(`${FILE}:`)
  })

  test('takes the only pack there is where none is named', async () => {
    const { out, code } = await tiaoli(['check'], { cwd: join(copyOfRules(), PACK) })
    expect(code).toBe(0)
    expect(out).toContain('party-organization-basics: ')
  })
})

describe('a source line underlined', () => {
  const plain = (text: string) => text

  test('counts wide characters as two columns', () => {
    const [shown, marks] = sourceExcerpt('{ "标题": "党支部" }', 1, 9, Infinity, plain)
    expect(shown).toBe('    1 | { "标题": "党支部" }')
    expect(marks).toBe(`      | ${' '.repeat(10)}${'^'.repeat(8)}`)
  })

  test('is cut around the place where it is longer than the terminal', () => {
    const text = `{ "a": "${'长'.repeat(200)}", "b": frue }`
    const column = text.indexOf('frue') + 1
    const [shown = '', marks = ''] = sourceExcerpt(text, 1, column, 60, plain)
    expect(shown).toContain('frue }')
    expect(marks.length).toBeLessThanOrEqual(60)
    expect(marks).toMatch(/\^{4}$/)
  })

  test('shows nothing where there is no such line', () => {
    expect(sourceExcerpt('{}', 7, 1, 80, plain)).toEqual([])
  })
})
