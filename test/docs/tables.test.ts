import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile, loadPack } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { makePapers, type PaperKind } from '@tiaoli/office/papers'
import district from '../../examples/playground-safety/samples/district.json' with { type: 'json' }
import { readPack } from '../../scripts/read-pack.ts'

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'pack-format.md'), 'utf8')

/** The file that a section shows, and the table of what it makes. */
function partsOf(section: string) {
  const [, text = ''] = guide.split(`\n## ${section}\n`)
  const [own = ''] = text.split('\n## ')
  const [, file = ''] = /^```json\n(.*?)^```$/ms.exec(own) ?? []
  const [, table = ''] = /^```$\n.*?((?:^\|[^\n]*\n)+)/ms.exec(own) ?? []
  const rows = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  return { file, rows: rows.filter(([first = '']) => !/^-+$/.test(first)) }
}

/** The rows of a paper from its headings on, without their numbers. */
async function rowsOf(kind: PaperKind, name: string, file: string): Promise<string[][]> {
  const { files, ...source } = readPack('playground-safety')
  const withFile = { ...source, files: { ...files, [name]: file } }
  expect(loadPack(withFile).diagnostics).toEqual([])
  const policy = compile(withFile)
  const report = policy.evaluate(district, { asOf: '2026-03-31' })
  const { papers } = await makePapers(kind, { policy, report, ledger: district })
  const { sheets } = await readWorkbook(papers[0]!.bytes, { name: papers[0]!.name })
  const rows = sheets[0]!.rows.filter(({ cells }) => cells.every(({ mergedInto }) => mergedInto === undefined))
  const width = rows.find(({ cells }) => cells[0]?.text === 'No.')!.cells.length
  return rows.flatMap(({ cells }) => {
    const texts = Array.from({ length: width }, (_, i) => cells.find(({ column }) => column === i + 1)?.text ?? '')
    return /^(?:No\.|\d+)$/.test(texts[0]!) ? [texts.slice(1).map((text) => text.replaceAll('\u00a0', ' ').trim())] : []
  })
}

it.each([
  ['Tables', 'statistics', 'tables/given.json'],
  ['Registers', 'registers', 'registers/given.json'],
] as const)('the example under %s is a whole file, and makes what the guide says', async (section, kind, name) => {
  const { file, rows } = partsOf(section)
  expect(rows).toEqual(await rowsOf(kind, name, file))
})

it('two days that a register shows are told from each other by their names', async () => {
  const { file } = partsOf('Registers')
  const both = file.replace('["year.inspectedOn"]', '["year.inspectedOn", "year.putOffOn"]')
  const rows = await rowsOf('registers', 'registers/given.json', both)
  expect(rows.find(([unit, year]) => unit === 'Station Square' && year === '2025')?.[3]).toBe(
    'day of the inspection: not inspected, day of the Council’s letter that puts the inspection off: 2025-10-30',
  )
})
