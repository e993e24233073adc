import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '负责人']
const FIRM = ['章贡区', '江西甲律师事务所', 5, '赵一']

const countiesIn = (ledger: Readonly<Record<string, unknown>>) =>
  ((ledger['counties'] ?? []) as { name?: string }[]).map(({ name }) => name)

describe('what stands where the name of a firm should', () => {
  test.each([
    '本页小计',
    '全市合计',
    '累计',
    '平均',
    '2家',
    '增减',
    '上季度',
    '占比',
    '待定',
    '暂无',
    '×××律师事务所',
    'XX律师事务所',
    '某某律师事务所',
    '江西某某律师事务所',
    '暂无律所',
    '无律师事务所',
    '（示例）江西甲律师事务所',
    '一、正常执业律所',
    '正常执业律师事务所',
    '全市律师事务所',
    '本所',
    '共12家律师事务所',
    '章贡区司法所',
    '赣州某会计师事务所',
    '江西正衡',
  ])('%s is none: the row is not read, and is told with its cell', async (name) => {
    for (const row of [
      ['', name, 12, '钱二'],
      ['', name, '', ''],
    ]) {
      const result = await importedGrid([HEAD, FIRM, row, ['', '江西乙律师事务所', 3, '']])
      expect([...firmsIn(result).keys()]).toEqual(['江西甲律师事务所', '江西乙律师事务所'])
      expect(countiesIn(result.ledger)).toEqual(['章贡区'])
      const told = result.notes.map(briefly)
      expect(told).toHaveLength(1)
      expect(told[0]).toMatch(/^台账 B3 (?:not-a-name|row-skipped)$/)
    }
  })

  test.each([
    '江西甲律师事务所赣州分所',
    '北京甲（赣州）律师事务所',
    '江西丁律师事务所（赣州）',
    '正衡所',
    '正衡律所',
    '江西全市律师事务所',
    '江西本所律师事务所',
  ])('%s is one', async (name) => {
    const result = await importedGrid([HEAD, FIRM, ['', name, 3, '']])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲律师事务所', name])
    expect(result.notes).toEqual([])
  })

  test('is one that another table or an earlier ledger has, or for which the mapping has an alias', async () => {
    const earlier = {
      counties: [{ id: 'c', name: '章贡区', firms: [{ id: 'f', name: '江西正衡' }] }],
    }
    const kept = await importedGrid([HEAD, ['章贡区', '江西正衡', 5, '']], { earlier })
    expect(firmsIn(kept).get('江西正衡')).toMatchObject({ id: 'f', lawyers: 5 })
    const known = plan.imports.get('party-building-forms')!
    const aliases = { ...known.names?.aliases, 江西正衡: '江西正衡律师事务所' }
    const mapping = { ...known, names: { ...known.names, aliases } }
    const meant = await importedGrid([HEAD, ['章贡区', '江西正衡', 5, '']], { mapping })
    expect([...firmsIn(meant).keys()]).toEqual(['江西正衡律师事务所'])
    const after = await importedGrid([HEAD, ['章贡区', '江西正衡律师事务所', 5, ''], ['', '江西正衡', 5, '']], {
      mapping,
    })
    expect(firmsIn(after).size).toBe(1)
  })
})

describe('what stands where the name of a county should', () => {
  test.each(['王建国', '审核意见', '（完）', '以上数据属实', '赣州市司法局', '全市', '×', '各县区', '赣州市'])(
    '%s below a table is none, and is told',
    async (text) => {
      const result = await importedGrid([HEAD, FIRM, [text], ['', '江西乙律师事务所', 3, '']])
      expect(countiesIn(result.ledger)).toContain('章贡区')
      expect(countiesIn(result.ledger)).not.toContain(text)
      expect([...firmsIn(result).keys()]).toContain('江西乙律师事务所')
      expect(result.notes.map(({ place }) => place.cell)).toContain('A3')
    },
  )

  test('is a county of the list in whatever form, or has the form of one', async () => {
    const names = ['章贡', '赣州市南康区', '信丰县司法局', '市直', '市本级', '蓉江新区', '赣州经济技术开发区', '吉安县']
    const rows = names.map((name, i) => [name, `江西${'甲乙丙丁戊己庚辛'[i]!}律师事务所`, 5, ''])
    const result = await importedGrid([HEAD, ...rows])
    expect(countiesIn(result.ledger)).toEqual([
      '章贡区',
      '南康区',
      '信丰县',
      '市直',
      '蓉江新区',
      '赣州经济技术开发区',
      '吉安县',
    ])
    expect(result.notes).toEqual([])
  })

  test('is one name where it is written in several ways', async () => {
    const result = await importedGrid([
      HEAD,
      ['经开区', '江西甲律师事务所', 5, ''],
      ['赣州经开区', '江西乙律师事务所', 5, ''],
      ['赣州经济技术开发区', '江西丙律师事务所', 5, ''],
      ['赣县', '江西丁律师事务所', 5, ''],
      ['赣县区', '江西戊律师事务所', 5, ''],
    ])
    expect(countiesIn(result.ledger)).toEqual(['赣州经济技术开发区', '赣县区'])
  })

  test('and is none leaves out the firm of the row too, which is told', async () => {
    const result = await importedGrid([HEAD, FIRM, ['审核意见', '江西乙律师事务所', 3, '']])
    expect([...firmsIn(result).keys()]).toEqual(['江西甲律师事务所'])
    expect(result.notes.map(briefly)).toEqual(['台账 A3 not-a-name'])
  })
})
