import { describe, expect, it } from 'vitest'
import type { WorkbookFile, WorkbookReading } from '../../packages/workbench/src/engine/calls.ts'
import { readWorkbooks } from '../../packages/workbench/src/engine/read-workbooks.ts'
import { WorkbookImport } from '../../packages/workbench/src/state/workbook-import.ts'
import { readPack } from '../../scripts/read-pack.ts'
import { compiledPack } from '../load-packs.ts'
import { bookOf, written } from '../office/workbook-file.ts'

const PACK = 'ganzhou-2018-32'

/** A form of an office, in which that attests something. */
function formOf(office: string, name = `${office.slice(0, 4)}.xlsx`): WorkbookFile {
  const grid = [
    [`填报单位：${office}`, '填报日期：2026-03-31'],
    ['律师事务所名称', '执业律师数', '专门场所'],
    ['甲律师事务所', 5, '有'],
  ]
  return { name, bytes: written(bookOf(grid)) }
}

/** The state of an import, which reads in this thread. */
function importing(): WorkbookImport {
  const call = (_: string, asks: Parameters<typeof readWorkbooks>[3]) =>
    readWorkbooks(compiledPack(PACK), readPack(PACK), undefined, asks)
  const around = {
    engine: { call },
    inForce: { pack: PACK },
    ledgers: { open: { value: undefined }, refusal: { value: undefined }, names: { value: {} } },
    kept: {},
  }
  return new WorkbookImport(around as unknown as ConstructorParameters<typeof WorkbookImport>[0])
}

async function reading(...files: WorkbookFile[]): Promise<{ imports: WorkbookImport; now: () => WorkbookReading }> {
  const imports = importing()
  await imports.readFiles(files.map(({ name, bytes }) => new File([bytes.slice().buffer], name)))
  return {
    imports,
    now: () => {
      const { value } = imports.reading
      if (value.state !== 'ready') throw new Error(JSON.stringify(value))
      return value.value
    },
  }
}

const isAsked = ({ notes }: WorkbookReading) => notes.some(({ code }) => code === 'head-role')
const attestedBy = ({ text }: WorkbookReading) => /"attestedBy":"([^"]+)"/.exec(text)?.[1]

describe('an office that filled in a form and is not known', () => {
  it('is asked about once, whatever stands behind it in brackets, with the roles of the rules', async () => {
    const { now } = await reading(formOf('某某厅', '甲.xlsx'), formOf('某某厅（盖章）', '乙.xlsx'))
    expect(isAsked(now())).toBe(true)
    const { offices, roles } = now().mapping!
    expect(offices).toEqual([
      { office: '某某厅', places: ['甲.xlsx', '乙.xlsx'].map((file) => ({ file, sheet: '台账' })) },
    ])
    expect(roles).toContainEqual({ role: 'city-bureau', label: { zh: '市司法局', en: 'city bureau of justice' } })
  })

  it('attests as somebody says, and stays to be seen, until nothing is said of it any more', async () => {
    const { imports, now } = await reading(formOf('某某厅'))
    expect(attestedBy(now())).toBeUndefined()
    await imports.tellOffice({ office: '某某厅', role: 'city-bureau' })
    expect(isAsked(now())).toBe(false)
    expect(attestedBy(now())).toBe('city-bureau')
    expect(now().mapping!.offices).toMatchObject([{ office: '某某厅', role: 'city-bureau' }])
    await imports.tellOffice({ office: '某某厅', role: '' })
    expect(isAsked(now())).toBe(true)
    expect(attestedBy(now())).toBeUndefined()
  })

  it('is in the mapping that is kept, which the rules take', async () => {
    const { imports, now } = await reading(formOf('某某厅（盖章）'))
    await imports.tellOffice({ office: now().mapping!.offices[0]!.office, role: 'county-bureau' })
    const { file } = now().mapping!
    const again = await readWorkbooks(compiledPack(PACK), readPack(PACK), undefined, {
      files: [formOf('某某厅')],
      on: undefined,
      names: {},
      corrections: [],
      tellings: [],
      offices: [],
      own: file,
    })
    expect(again.mapping!.isOwn).toBe(true)
    expect(attestedBy(again)).toBe('county-bureau')
  })

  it('is not asked about where nothing that could be its name is filled in', async () => {
    const { now } = await reading(formOf('……'))
    expect(isAsked(now())).toBe(true)
    expect(now().mapping!.offices).toEqual([])
  })
})
