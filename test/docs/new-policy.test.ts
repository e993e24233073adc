import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compile, loadPack, type PackSource } from '@tiaoli/engine'
import { checkCases, formatDiagnostic } from '@tiaoli/engine/plan'
import { compileReference } from '@tiaoli/json-rules-engine'
import { describe, expect, it } from 'vitest'
import { copyOfRules, tiaoli } from '../cli/tiaoli.ts'
import { readPack } from '../load-packs.ts'

const tutorial = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'new-policy.md'), 'utf8')
const files = Object.fromEntries(
  [...tutorial.matchAll(/^\*\*`([^`]+)`\*\*\n\n```json\n(.*?)^```$/gms)].map(([, name = '', text = '']) => [
    name,
    text,
  ]),
)
const pack = packOf(files)

function packOf(texts: Readonly<Record<string, string>>): PackSource {
  return { files: texts, uses: [readPack('party-organization-basics')] }
}

/** The tutorial's one fenced block in a language. */
function block(language: string): string {
  const blocks = [...tutorial.matchAll(new RegExp('^```' + language + '\\n(.*?)\\n```$', 'gms'))]
  expect(blocks).toHaveLength(1)
  return blocks[0]?.[1] ?? ''
}

it('every JSON block of the tutorial is a named file of the pack', () => {
  expect(Object.keys(files)).toEqual([
    'pack.json',
    'documents/example-city-2025-1/document.json',
    'documents/example-city-2025-1/clauses.json',
    'parameters.json',
    'facts.json',
    'requirements/duties.json',
    'cases/duties.json',
  ])
  expect(tutorial.match(/^```json$/gm)).toHaveLength(Object.keys(files).length)
})

it('the pack of the tutorial loads without diagnostics', () => {
  expect(loadPack(pack).diagnostics.map((item) => formatDiagnostic(item))).toEqual([])
})

describe('the cases of the tutorial', async () => {
  const policy = compile(pack)
  const reference = compileReference(policy)
  const compiled = await checkCases(policy.plan, (ledger, options) => policy.evaluate(ledger, options))
  const stock = await checkCases(reference.plan, (ledger, options) => reference.evaluate(ledger, options))

  it('are all there', () => {
    expect(compiled).toHaveLength(7)
  })

  it.each(compiled)('$id finds what it expects', ({ failures }) => {
    expect(failures).toEqual([])
  })

  it.each(stock)('$id finds the same on stock json-rules-engine', ({ failures }) => {
    expect(failures).toEqual([])
  })
})

it('the commands of the tutorial print what it shows', async () => {
  const folder = copyOfRules()
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'rules', 'example-city', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const shown = block('console')
  let printed = ''
  for (const [line, command = ''] of shown.matchAll(/^\$ npx --yes pnpm@\S+ tiaoli (.+)$/gm))
    printed += `${line}\n${(await tiaoli(command.split(' '), { cwd: folder })).out}`
  expect(printed.trimEnd()).toBe(shown)
})

it('the mistake made on purpose gives exactly the diagnostic that the tutorial quotes', () => {
  const [removed = '', added = ''] = block('diff').split('\n')
  const name = 'requirements/duties.json'
  const before = files[name] ?? ''
  expect(before.split(removed.slice(1))).toHaveLength(2)
  const broken = packOf({ ...files, [name]: before.replace(removed.slice(1), added.slice(1)) })
  expect(
    loadPack(broken)
      .diagnostics.map((item) => formatDiagnostic(item))
      .join('\n'),
  ).toBe(block('text'))
})

describe('the requirement with which the description of the format opens', () => {
  const format = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'pack-format.md'), 'utf8')
  const policy = compile(pack)

  it('is that of the tutorial', () => {
    const [, shown = ''] = /^```json\n(.*?)^```$/ms.exec(format) ?? []
    const { requirements } = JSON.parse(files['requirements/duties.json']!) as { requirements: { id: string }[] }
    expect(JSON.parse(shown)).toEqual(requirements.find(({ id }) => id === 'synchronous-transfer'))
  })

  it.each([
    ['2026-02-28', { completedOn: null }, { status: 'pending', due: '2026-02-28' }],
    ['2026-03-01', { completedOn: null }, { status: 'not_met', daysLate: 1 }],
    ['2026-03-01', { completedOn: '2026-03-01' }, { status: 'met_late', daysLate: 1 }],
    ['2026-03-01', {}, { status: 'unknown' }],
    ['2026-03-01', { approvedOn: '2024-12-31', completedOn: null }, undefined],
  ])('judged on %s, with %j, gives what its table says', (asOf, more, finding) => {
    const transfer = { approvedOn: '2025-08-31', ...more }
    const firm = { id: 'F1', establishedOn: '2020-01-01', closedOn: null, transfers: [transfer] }
    const report = policy.evaluate({ counties: [{ firms: [firm] }] }, { asOf, requirements: ['synchronous-transfer'] })
    expect(report.findings).toMatchObject(finding ? [finding] : [])
    expect(format).toContain(asOf)
  })
})
