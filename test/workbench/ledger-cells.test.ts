import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPack } from '../../scripts/read-pack.ts'
import { readWorkbooks, together } from '../../packages/workbench/src/engine/read-workbooks.ts'
import { cellsAt } from '../../packages/workbench/src/parts/cells-at.ts'
import { compiledPack } from '../load-packs.ts'

const PACK = 'ganzhou-2018-32'

it.each(['A-律师行业党建工作台账-2026三季度.xlsx', 'B-党员花名册-GBK.csv'])(
  'every value that is read of %s has its cells on the page',
  async (name) => {
    const { values, cells } = await readWorkbooks(compiledPack(PACK), readPack(PACK), undefined, {
      files: [{ name, bytes: readFileSync(`test/office/files/${name}`) }],
      on: '2026-09-30',
      names: {},
      corrections: [],
      tellings: [],
      offices: [],
      own: undefined,
    })
    expect(values).toBeGreaterThan(0)
    const told = cells.cells.filter(([pointer]) =>
      cellsAt(cells, [pointer]).every(({ cell }) => CELLS.test(cell ?? '')),
    )
    expect(told.length).toBe(values)
  },
)

const CELLS = /^([A-Z]+)\d+(?::\1\d+)?$/

it('a note tells the cell that another does not agree with, and each place once', () => {
  const at = (cell: string) => ({ file: '台账.xlsx', sheet: '党员花名册', cell })
  const text = { zh: '与另一处所写不一致。', en: 'This contradicts another cell.' }
  const notes = [
    { code: 'contradiction', place: at('D2:D6'), other: at('F7'), text },
    { code: 'contradiction', place: at('D2:D6'), text },
    { code: 'contradiction', place: at('D9'), other: at('F7'), text },
  ]
  expect(together(notes).map(({ places }) => places.map(({ cell }) => cell))).toEqual([['D2:D6', 'F7', 'D9']])
})
