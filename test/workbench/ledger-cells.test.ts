import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readPack } from '../../scripts/read-pack.ts'
import { readWorkbooks } from '../../packages/workbench/src/engine/read-workbooks.ts'
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
