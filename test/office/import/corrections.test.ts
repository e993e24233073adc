import { columnChoices, correctMapping, chooseMapping, readMapping } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'
import { bookOf, written } from '../workbook-file.ts'
import { fileOf, firmsIn, importedFiles, importedGrid, plan, REGISTER } from './imported.ts'

const GRID = [['填报日期：2026-09-30'], ['律所名称', '人员规模', '党务', '党员总数'], ['甲律师事务所', 12, '√', 5]]

describe('a column of which a person says what it gives', () => {
  it('is read so, and the others as before', async () => {
    const before = await importedGrid(GRID)
    const { table, headings, use } = before.columns[1]!
    expect(use).toBe('not-usable')
    const mapping = correctMapping(await chosenMapping(), [{ table, headings, gives: [{ fact: 'firm.lawyers' }] }])
    const after = await importedGrid(GRID, { mapping })
    expect(firmsIn(after).get('甲律师事务所')).toMatchObject({ lawyers: 12, members: { all: 5 } })
    expect(after.columns.map((column) => column.gives)).toEqual(
      before.columns.map(({ gives }, i) => (i === 1 ? ['firm.lawyers'] : gives)),
    )
  })

  it('is not used where it says so, and the table is known all the same', async () => {
    const before = await importedFiles([REGISTER])
    const book = await fileOf(REGISTER)
    const names = before.columns.find(({ gives }) => gives.includes('firm.lawyers'))!
    const mapping = correctMapping(chooseMapping([book], plan), [
      { table: names.table, headings: names.headings, gives: [] },
    ])
    const after = await importedFiles([REGISTER], { mapping })
    expect([...firmsIn(after).keys()]).toEqual([...firmsIn(before).keys()])
    expect([...firmsIn(after).values()].every((firm) => !('lawyers' in firm))).toBe(true)
    expect(
      after.columns.filter(({ heading }) => heading === names.heading).map(({ use, why }) => [use, why?.zh]),
    ).toContainEqual(['not-usable', '选定不用。'])
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('stays the only one that changes, whichever it is: %i', async (i) => {
    const before = await importedFiles([REGISTER])
    const book = await fileOf(REGISTER)
    const some = before.columns.filter(({ place, use }) => place.sheet === '市直' && use === 'read')[i]!
    const mapping = correctMapping(
      chooseMapping([book], plan),
      [some].map(({ table, headings }) => ({ table, headings, gives: [] })),
    )
    const after = await importedFiles([REGISTER], { mapping })
    const others = (columns: typeof before.columns) =>
      columns.flatMap(({ headings, heading, gives }) =>
        headings.join() === some.headings.join() ? [] : [[heading, gives]],
      )
    expect(others(after.columns)).toEqual(others(before.columns))
  })

  it('may be of last year or of this, where the fact is by year', async () => {
    const before = await importedGrid(GRID)
    const { table, headings } = before.columns[2]!
    const chosen = await chosenMapping()
    const choices = columnChoices(plan, chosen.tables[table]!, before.columns)
    const read = async (which: '上年度' | '本年度') => {
      const { gives } = choices.find(({ label }) => label.zh === `${which}以场地、人员等非货币方式提供支持`)!
      const mapping = correctMapping(chosen, [{ table, headings, gives }])
      return firmsIn(await importedGrid(GRID, { mapping })).get('甲律师事务所')!['years']
    }
    expect(Object.keys((await read('上年度')) as object)).toEqual(['2025'])
    expect(Object.keys((await read('本年度')) as object)).toEqual(['2026'])
  })

  it('makes a mapping that the pack takes', async () => {
    const before = await importedGrid(GRID)
    const { table, headings } = before.columns[1]!
    const mapping = correctMapping(await chosenMapping(), [{ table, headings, gives: [{ fact: 'firm.lawyers' }] }])
    expect(readMapping(JSON.stringify(mapping), readPack('ganzhou-2018-32'))).toEqual(mapping)
  })
})

async function chosenMapping() {
  return chooseMapping([await readWorkbook(written(bookOf(GRID)), { name: '表.xlsx' })], plan)
}
