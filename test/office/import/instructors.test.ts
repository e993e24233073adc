import type { CellObject } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { bookOf, sheetOf, written } from '../workbook-file.ts'
import { briefly, city, firmsIn, importedGrid, plan } from './imported.ts'

const NAME = '江西甲律师事务所'
const BEGIN = ['律师事务所名称', '执业律师数', '组建形式', '党组织名称']
const OWN = [NAME, 5, '未建', '']

interface Instructor {
  readonly from?: string
  readonly to?: string | null
}

async function instructorIn(head: readonly string[], cells: readonly string[]) {
  const result = await importedGrid([
    [...BEGIN, ...head],
    [...OWN, ...cells],
  ])
  const [instructor = {}] = (firmsIn(result).get(NAME)?.['instructors'] ?? []) as Instructor[]
  return { instructor, codes: result.notes.map(({ place, code }) => `${place.cell ?? ''} ${code}`) }
}

describe('the end of an instructor', () => {
  const head = ['党建指导员', '选派单位', '选派时间', '任期届满时间']

  test.each(['任期届满时间', '任期届满', '到期时间', '指导员任期届满时间'])('stands in %s beside it', async (end) => {
    const cells = ['高飞', '章贡区司法局', '2023-03-01', '2025-02-28']
    const { instructor } = await instructorIn([...head.slice(0, 3), end], cells)
    expect(instructor).toMatchObject({ from: '2023-03-01', to: '2025-02-28', sentBy: 'countyBureau' })
  })

  test('is left open and told where the cell is not understood', async () => {
    const { instructor, codes } = await instructorIn(head, ['高飞', '章贡区司法局', '2023-03-01', '已到期'])
    expect(instructor).toHaveProperty('from', '2023-03-01')
    expect(instructor).not.toHaveProperty('to')
    expect(codes).toContain('H2 not-understood')
  })

  test.each([
    ['', null],
    ['至今', null],
    ['2024.3-2025.3', '2025-03'],
  ])('is what the cell says: %j', async (cell, to) => {
    const { instructor } = await instructorIn(head, ['高飞', '章贡区司法局', '2024-03-01', cell])
    expect(instructor).toHaveProperty('to', to)
  })

  test('is left open where two columns have it, and differ', async () => {
    const { instructor, codes } = await instructorIn(
      [...head, '指导员任期届满时间'],
      ['高飞', '章贡区司法局', '2023-03-01', '2025-02-28', '2027-02-28'],
    )
    expect(instructor).not.toHaveProperty('to', null)
    expect(codes).toEqual(['I2 contradiction'])
  })

  test('is left open where its column is hidden', async () => {
    const book = bookOf([
      [...BEGIN, ...head],
      [...OWN, '高飞', '章贡区司法局', '2023-03-01', '2025-02-28'],
    ])
    sheetOf(book)['!cols'] = [...head, ...BEGIN].map((_, i) => ({ hidden: i === 7 }))
    const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
    const [instructor] = (firmsIn(result).get(NAME)?.['instructors'] ?? []) as Instructor[]
    expect(instructor).toMatchObject({ from: '2023-03-01' })
    expect(instructor).not.toHaveProperty('to')
  })

  test('is of the organization in the columns of that', async () => {
    const result = await importedGrid([
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称', '任期届满时间', '党建指导员', '选派时间'],
      [NAME, 5, '单独', '甲所党支部', '2027-05-01', '高飞', '2023-03-01'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ instructors: [{ from: '2023-03-01', to: null }] })
    expect(result.columns.find(({ heading }) => heading === '任期届满时间')?.gives).toContain(
      'firm.organization.termStart',
    )
  })
})

describe('how long an instructor is sent for', () => {
  const headings = ['派驻期限', '服务期', '指导员服务期限', '选派期限']
  const instructors = async (...cells: readonly string[]) => {
    const result = await importedGrid([
      ['派驻律所', '指导员姓名', '选派单位', '派驻时间', ...headings.slice(0, 1)],
      [NAME, '高飞', '章贡区司法局', ...cells],
    ])
    const [instructor = {}] = (firmsIn(result).get(NAME)?.['instructors'] ?? []) as Instructor[]
    return { instructor, notes: result.notes.map(briefly) }
  }

  test.each([
    ['2018.1-2018.12', '2018-12'],
    ['2024年1月至2026年12月', '2026-12'],
    ['长期', null],
    ['', null],
  ])('is what its column says: %j', async (cell, to) => {
    expect((await instructors('2018-01-01', cell)).instructor).toHaveProperty('to', to)
  })

  test.each(['一年', '三年', '届满'])('leaves the end open, and is told, where it has no day: %s', async (cell) => {
    const { instructor, notes } = await instructors('2018-01-01', cell)
    expect(instructor).toHaveProperty('from', '2018-01-01')
    expect(instructor).not.toHaveProperty('to')
    expect(notes).toContain('台账 E2 not-understood')
  })

  test.each(headings)('stands in %s of a register as well', async (heading) => {
    const { instructor } = await instructorIn(
      ['党建指导员', '指导员选派单位', '指导员选派时间', heading.startsWith('指导员') ? heading : `指导员${heading}`],
      ['高飞', '章贡区司法局', '2018-01-01', '一年'],
    )
    expect(instructor).not.toHaveProperty('to')
  })
})

describe('任期 in a list of instructors', () => {
  const instructorOf = async (head: readonly string[], ...cells: readonly string[]) => {
    const result = await importedGrid([
      ['律师事务所名称', '指导员姓名', '选派单位', ...head],
      [NAME, '高飞', '章贡区司法局', ...cells],
    ])
    const [instructor = {}] = (firmsIn(result).get(NAME)?.['instructors'] ?? []) as Instructor[]
    return { instructor, notes: result.notes.map(briefly) }
  }

  test('is how long beside the day, which is not refused for it', async () => {
    const both = await instructorOf(['选派时间', '任期'], '2018.1-2019.1', '一年')
    expect(both.instructor).toMatchObject({ from: '2018-01', to: '2019-01' })
    const { instructor, notes } = await instructorOf(['选派时间', '任期'], '2018-01-01', '一年')
    expect(instructor).toHaveProperty('from', '2018-01-01')
    expect(instructor).not.toHaveProperty('to')
    expect(notes).toContain('台账 E2 not-understood')
  })

  test('has both days where no other column has them', async () => {
    const { instructor } = await instructorOf(['任期'], '2018.1-2019.1')
    expect(instructor).toMatchObject({ from: '2018-01', to: '2019-01' })
  })

  test('leaves the end open where two columns have the day, and neither is read', async () => {
    const { instructor } = await instructorOf(['选派时间', '派驻时间'], '2018.1-2019.1', '2018.3-2019.3')
    expect(instructor).not.toHaveProperty('to')
  })
})

describe('a table of the instructors there are', () => {
  const ledgerOf = async (from: string, to: string, who: string | CellObject = '高飞') => {
    const head = ['律师事务所名称', '指导员姓名', '选派单位', '派驻时间', '到期时间']
    const rows = [['填报日期：2026年9月30日'], head, [NAME, who as string, '章贡区司法局', from, to]]
    const { ledger } = await importedGrid(rows)
    const [county] = ledger['counties'] as { firms: { complete?: unknown }[] }[]
    return { ledger, firm: county!.firms[0]! }
  }

  test.each(['', '2027-02', '2026-02'])(
    'says neither that there was none before nor that none came after: until %j',
    async (to) => {
      const { firm } = await ledgerOf('2025-03-01', to)
      expect(firm.complete).toEqual({ instructors: false })
    },
  )

  test.each<string | CellObject>(['13907971234', { t: 'e', v: 0x17, w: '#REF!' }])(
    'nor does it where the name cannot be read: %j',
    async (who) => {
      const { firm } = await ledgerOf('2025-03-01', '', who)
      expect(firm.complete).toEqual({ instructors: false })
    },
  )

  test.each(['待定', '张三、李四'])('has none of whom it is not said who it is: %s', async (who) => {
    const { firm } = await ledgerOf('2025-03-01', '', who)
    expect(firm).not.toHaveProperty('instructors')
  })

  test('does not make the goal of the first stage late', async () => {
    const { ledger } = await ledgerOf('2025-03-01', '')
    const [county] = ledger['counties'] as { firms: object[] }[]
    Object.assign(county!.firms[0]!, {
      establishedOn: '2010-05',
      closedOn: null,
      organization: null,
      jointBranch: null,
    })
    const { findings } = city.evaluate(ledger, { asOf: '2026-09-30' })
    const stage = findings.find(({ requirement }) => requirement === 'stage-one-coverage')
    expect(stage?.status).toBe('unknown')
  })
})

describe('columns behind 指导员姓名', () => {
  const head = ['指导员姓名', '选派单位', '选派时间']

  test('are read without 党建指导员 above', async () => {
    const { instructor } = await instructorIn(head, ['高飞', '章贡区司法局', '2023-03-01'])
    expect(instructor).toMatchObject({ from: '2023-03-01', to: null, sentBy: 'countyBureau' })
  })

  test.each([['2024年3月至2025年3月（已期满）'], ['2024.3（2025.3已到期）']])('have both days: %s', async (cell) => {
    const { instructor } = await instructorIn(head, ['高飞', '章贡区司法局', cell])
    expect(instructor).toMatchObject({ from: '2024-03', to: '2025-03' })
  })

  test.each(['已到期', '拟2026.10'])('leave open and tell: %s', async (cell) => {
    const { instructor, codes } = await instructorIn(head, ['高飞', '章贡区司法局', cell])
    expect(instructor).not.toHaveProperty('from')
    expect(instructor).not.toHaveProperty('to')
    expect(codes).toContain('G2 not-understood')
  })
})

describe('an instructor whose period has no end in the form', () => {
  const head = ['律师事务所名称', '指导员姓名', '指导员选派单位', '选派时间', '任期届满时间', '备注']
  const told = async (begun: string, remark: string) => {
    const result = await importedGrid([
      ['填报日期：2026-03-31'],
      head,
      [NAME, '高飞', '章贡区司法局', begun, '', remark],
    ])
    const [instructor = {}] = (firmsIn(result).get(NAME)?.['instructors'] ?? []) as Instructor[]
    return { instructor, codes: result.notes.map(({ place, code }) => `${place.cell ?? ''} ${code}`) }
  }

  test.each(['已撤回', '已召回', '已调整', '2026年1月已调离'])('may have ended: %s', async (remark) => {
    const { instructor, codes } = await told('2024-03', remark)
    expect(instructor).toMatchObject({ from: '2024-03', sentBy: 'countyBureau' })
    expect(instructor).not.toHaveProperty('to')
    expect(codes).toContain('F3 left-open')
  })

  test('is in office where no word says otherwise', async () => {
    const { instructor } = await told('2024-03', '已报市律师行业党委')
    expect(instructor).toMatchObject({ from: '2024-03', to: null })
  })

  test('is not in office where it is still to begin', async () => {
    const { instructor, codes } = await told('2026-08-01', '')
    expect(instructor).toEqual({ from: '2026-08-01', sentBy: 'countyBureau' })
    expect(codes).toEqual(['D3 still-to-come'])
  })
})

test('of several in rows of their own, each who may have been followed is told once', async () => {
  const rows = ['2016', '2018', '2020', '2022'].map((from, i) => [
    '江西甲律师事务所',
    ['张三', '李四', '王五', '赵六'][i]!,
    '司法局',
    `${from}-01-01`,
  ])
  for (const order of [rows, rows.toReversed()]) {
    const { notes } = await importedGrid([['律师事务所名称', '指导员姓名', '指导员选派单位', '选派时间'], ...order])
    expect(notes.filter(({ code }) => code === 'left-open')).toHaveLength(3)
  }
})

describe('two instructors in rows of their own', () => {
  const HEADINGS = ['律师事务所名称', '指导员姓名', '指导员选派单位', '选派时间', '备注']
  const instructors = async (...rows: [from: string, remark?: string][]) => {
    const table = rows.map(([from, remark = ''], i) => [
      '江西甲律师事务所',
      ['张三', '李四'][i]!,
      '司法局',
      from,
      remark,
    ])
    const result = await importedGrid([HEADINGS, ...table])
    const list = firmsIn(result).get('江西甲律师事务所')?.['instructors'] as { from?: string; to?: string | null }[]
    return { periods: list.map(({ from, to }) => [from, to]), notes: result.notes.map(briefly) }
  }

  test.each([
    ['2020-01-01', '2023-07-01'],
    ['2020年1月', '2023-07-01'],
    ['2020', '2023年'],
  ])(
    'may have come one after the other: that the first is still there is open, and told (%s, %s)',
    async (one, two) => {
      const { periods, notes } = await instructors([one], [two])
      expect(periods.map(([, to]) => to)).toEqual([undefined, null])
      expect(notes).toContain('台账 B2 left-open')
      expect((await instructors([two], [one])).periods.map(([, to]) => to)).toEqual([null, undefined])
    },
  )

  test('are both there where they began together, or the first is said to be', async () => {
    expect((await instructors(['2023-07-01'], ['2023-07-01'])).periods.map(([, to]) => to)).toEqual([null, null])
    expect((await instructors(['2020-01-01至今'], ['2023-07-01'])).periods.map(([, to]) => to)).toEqual([null, null])
    expect((await instructors(['2020年1月至2023年6月'], ['2023年7月至今'])).periods).toEqual([
      ['2020-01', '2023-06'],
      ['2023-07', null],
    ])
  })

  test.each(['前任', '前任指导员', '原任'])(
    'one of whom a remark says that it was before is not there: %s',
    async (remark) => {
      const { periods, notes } = await instructors(['2020-01-01', remark], ['2020-01-01'])
      expect(periods.map(([, to]) => to)).toEqual([undefined, null])
      expect(notes).toContain('台账 E2 left-open')
    },
  )
})
