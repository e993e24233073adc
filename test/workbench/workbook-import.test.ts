import { expect, it } from 'vitest'
import { WorkbookImport } from '../../packages/workbench/src/state/workbook-import.ts'

type Around = ConstructorParameters<typeof WorkbookImport>[0]

it('what was said of the columns of a sheet is forgotten where its rows are said to be others', async () => {
  const asked: { corrections: unknown }[] = []
  const around = {
    engine: {
      call: async (_: string, asks: { corrections: unknown; tellings: unknown[] }) => {
        asked.push(asks)
        return { mapping: { file: { tables: Array.from({ length: 1 + asks.tellings.length }) } } }
      },
    },
    inForce: { pack: undefined },
    ledgers: { open: { value: undefined }, refusal: { value: undefined }, names: { value: {} } },
    kept: {},
  }
  const imports = new WorkbookImport(around as unknown as Around)
  await imports.readFiles([new File([], '甲.xlsx')])
  const sheet = { file: '甲.xlsx', sheet: '表', firstRow: 1, lastRow: 1 }
  await imports.tellTable({ ...sheet, rows: 'firm' })
  const [ofTable, ofSheet] = [0, 1].map((table) => ({ table, headings: ['数'], gives: [] }))
  await imports.correctColumn(ofTable!)
  await imports.correctColumn(ofSheet!)
  expect(asked.at(-1)!.corrections).toEqual([ofTable, ofSheet])
  await imports.tellTable({ ...sheet, rows: 'county' })
  expect(asked.at(-1)!.corrections).toEqual([ofTable])
})
