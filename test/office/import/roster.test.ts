import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { describe, expect, test } from 'vitest'
import { bookOf, written, type Value } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, importedGrids, plan } from './imported.ts'

const HEAD = ['姓名', '出生日期', '人员类别', '是否执业律师', '加入党组织日期', '所在党支部', '备注']
const BRANCH = '江西甲律师事务所党支部'
const OTHER = '江西乙律师事务所党支部'

type Row = readonly Value[]

const person = (
  name: string,
  born: string,
  { kind = '正式党员', branch = BRANCH, joined = '', remark = '' } = {},
): Row => [name, born, kind, '是', joined, branch, remark]

const members = (result: ImportResult) =>
  Object.fromEntries([...firmsIn(result)].map(([name, firm]) => [name, firm['members'] ?? 'not known']))

const notCounted = ({ notes }: ImportResult) =>
  notes.filter(({ code }) => code === 'not-counted').map(({ place, other }) => [place.cell, other?.cell])

describe('of a roster without a column that one of its numbers asks for', () => {
  const rosterOf = async (...kinds: readonly string[]) =>
    importedGrid([
      ['姓名', '人员类别', '所在党支部'],
      ...kinds.map((kind, i) => [['王建国', '李秀英', '张卫东', '陈志强'][i]!, kind, BRANCH]),
    ])

  test('the rows count for the others, and nothing is told of them', async () => {
    const result = await rosterOf('正式党员', '正式党员', '正式党员', '预备党员')
    expect(members(result)).toEqual({ 江西甲律师事务所: { all: 4, full: 3, probationary: 1 } })
    expect(notCounted(result)).toEqual([])
  })

  test('a row whose kind is blank is told', async () => {
    expect(notCounted(await rosterOf('正式党员', ''))).toEqual([['B3', undefined]])
  })
})

describe('of a branch with a row in doubt', () => {
  test('a name twice is not counted, unless a day or a number tells the two apart', async () => {
    const twice = await importedGrid([
      HEAD,
      person('张某', '1980-01'),
      person('李某', ''),
      person('张 某', '1980-01-05'),
    ])
    expect(members(twice)).toEqual({ 江西甲律师事务所: { probationary: 0 } })
    expect(notCounted(twice)).toEqual([['A4', 'A2']])
    const apart = await importedGrid([HEAD, person('张某', '1980-01'), person('张某', '1985-01-05')])
    expect(members(apart)).toEqual({ 江西甲律师事务所: { all: 2, full: 2, probationary: 0 } })
    const joined = [person('张某', '', { joined: '2001.7.1' }), person('张某', '', { joined: '2011.7.1' })]
    expect(members(await importedGrid([HEAD, ...joined]))).toEqual({
      江西甲律师事务所: { all: 2, full: 2, probationary: 0 },
    })
    expect(JSON.stringify(twice)).not.toMatch(/张|1980/)
  })

  test('that may be of a firm, and none certainly is, gives no number of it', async () => {
    const result = await importedGrids([
      [
        ['律所名称', '执业律师数'],
        ['江西甲律师事务所', 3],
        ['江西乙律师事务所', 3],
      ],
      [
        ['姓名', '人员类别', '所在党支部'],
        ['张伟', '正式党员', '江西甲律师事务所党支部'],
        ['李娜', '正式党员', '乙所支部'],
      ],
    ])
    expect(firmsIn(result).get('江西乙律师事务所')).not.toHaveProperty('members')
  })

  test('two of one name in two branches are two', async () => {
    const result = await importedGrid([HEAD, person('张某', ''), person('张某', '', { branch: OTHER })])
    expect(notCounted(result)).toEqual([])
    expect(members(result)).toMatchObject({ 江西甲律师事务所: { all: 1 }, 江西乙律师事务所: { all: 1 } })
  })

  test('a row without a name leaves open what it may change, and nothing else', async () => {
    const result = await importedGrid([
      HEAD,
      person('张某', '1980'),
      person('', '1990', { kind: '预备党员' }),
      person('/', '1990', { kind: '入党积极分子' }),
      person('李某', '1980', { branch: OTHER }),
    ])
    expect(members(result)).toEqual({
      江西甲律师事务所: { full: 1 },
      江西乙律师事务所: { all: 1, full: 1, probationary: 0 },
    })
    expect(notCounted(result)).toEqual([['A3', undefined]])
  })

  test('a row with a person and a kind alone names no branch, and is no total', async () => {
    const head = ['姓名', '人员类别', '所在党支部']
    const result = await importedGrid([
      head,
      ['张某', '正式党员', BRANCH],
      ['李某某', '正式党员', ''],
      ['王某', '预备党员', OTHER],
      ['合计', '3', ''],
      ['制表：赵某某', '', '2026.9.30'],
    ])
    expect(members(result)).toEqual({ 江西甲律师事务所: { probationary: 0 }, 江西乙律师事务所: { probationary: 1 } })
    const told = result.notes.filter(({ code }) => code !== 'record-made')
    expect(told.map(briefly)).toEqual([
      '台账 A5 row-skipped',
      '台账 A6 row-skipped',
      '台账 C3 row-without-name',
      '台账 C3 not-counted',
    ])
  })

  test('a row without a branch may be of any, one with a branch like another of that', async () => {
    const open = await importedGrid([
      HEAD,
      person('张某', ''),
      person('李某', '', { branch: OTHER }),
      person('王某', '', { branch: '' }),
    ])
    expect(members(open)).toEqual({ 江西甲律师事务所: { probationary: 0 }, 江西乙律师事务所: { probationary: 0 } })
    expect(open.notes.map(briefly)).toContain('台账 F4 row-without-name')
    const alike = await importedGrid([
      HEAD,
      person('张某', '', { branch: '江西正衡律师事务所党支部' }),
      person('李某', '', { branch: OTHER }),
      person('王某', '', { branch: '正衡律师事务所党支部' }),
    ])
    expect(members(alike)).toEqual({
      江西正衡律师事务所: { probationary: 0 },
      江西乙律师事务所: { all: 1, full: 1, probationary: 0 },
    })
  })

  test('a row that says that somebody has gone is not counted', async () => {
    const result = await importedGrid([HEAD, person('张某', ''), person('李某', '', { remark: '2024年5月已转出' })])
    expect(members(result)).toEqual({ 江西甲律师事务所: { probationary: 0 } })
    expect(notCounted(result)).toEqual([['G3', undefined]])
  })

  test('a row that is hidden leaves open what it may change', async () => {
    const book = bookOf([HEAD, person('张某', ''), person('李某', '', { kind: '预备党员' })])
    book.Sheets[book.SheetNames[0]!]!['!rows'] = [{}, {}, { hidden: true }]
    const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
    expect(members(result)).toEqual({ 江西甲律师事务所: { full: 1 } })
    expect(result.notes.map(briefly)).toContain('台账 A3 row-hidden')
  })

  test('a total that is hidden is nobody, and leaves nothing open', async () => {
    const book = bookOf([HEAD, person('张某', ''), person('李某', ''), ['合计', '', '2', '', '', '', '']])
    book.Sheets[book.SheetNames[0]!]!['!rows'] = [{}, {}, {}, { hidden: true }]
    const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
    expect(members(result)).toEqual({ 江西甲律师事务所: { all: 2, full: 2, probationary: 0 } })
    expect(result.notes.filter(({ code }) => code === 'not-counted')).toEqual([])
  })
})

test('a row that may belong to any says of which firms the numbers are withheld for it', async () => {
  const { notes } = await importedGrid([
    ['姓名', '人员类别', '所在党支部', '是否执业律师'],
    ['张一', '正式党员', '江西甲律师事务所党支部', '是'],
    ['李二', '正式党员', '江西乙律师事务所党支部', '是'],
    ['王三', '预备党员', '', '是'],
  ])
  const told = notes.find(({ code }) => code === 'not-counted')
  expect(told?.place.cell).toBe('C4')
  expect(told?.text.zh).toContain('江西甲律师事务所、江西乙律师事务所')
})

test.each(['（已注销）', '(注销)', '（2025年注销）', '已注销', '（已吊销）'])(
  'the persons of a firm that may be closed leave its numbers open: %s',
  async (closed) => {
    for (const heading of ['所在党支部', '所在律所']) {
      const result = await importedGrid([
        ['姓名', '人员类别', heading, '是否执业律师'],
        ['张一', '正式党员', `江西甲律师事务所${closed}`, '是'],
        ['李二', '正式党员', '江西甲律师事务所', '是'],
        ['王三', '正式党员', '江西乙律师事务所', '是'],
      ])
      expect(members(result)).toEqual({
        江西甲律师事务所: { probationary: 0 },
        江西乙律师事务所: { all: 1, full: 1, probationary: 0 },
      })
      expect(result.notes.map(briefly)).toContain('台账 C2 not-counted')
    }
  },
)
