import { amend, dossierBlocks, dossierMarkdown, withDraft, type Amendment, type Dossier } from '@tiaoli/authoring'
import { compile, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'

const GANZHOU = 'ganzhou-2018-32'
const FIRST = [
  '关于调整全市律师行业党建工作有关要求的通知',
  '市司党字〔2027〕1号',
  '一、将三、（五）中的“规模较大、党员人数较多的”修改为“执业律师三十人以上的”。',
  '二、删去三、（六）中的“律所党组织每年度要向市律师行业党委述职。”',
  '三、各律所应于每年3月底前报送党建工作总结。',
  '四、本通知自2027年1月1日起施行。',
]
const amended = (of: PackSource, lines: readonly string[], more: Partial<Amendment>): Dossier =>
  amend(of, compile(of), { id: 'second', from: '2027-07-01', text: lines.join('\n'), ...more })
const ganzhou = readPack(GANZHOU)
const source = withDraft(ganzhou, amended(ganzhou, FIRST, { id: 'first', from: '2027-01-01' }))
const ofFirst = (...lines: string[]) => amended(source, lines, { amends: 'first' })
const fates = ({ clauses }: Dossier) => clauses.map(({ clause, fate }) => [clause, fate])
const ORDER = '一、将第三项中的“3月底前”修改为“4月底前”。'

describe('a short notice that amends an earlier notice', () => {
  it.each([
    ['as its title says', '关于修改《关于调整全市律师行业党建工作有关要求的通知》的通知', '市司党字〔2027〕9号'],
    ['by what it orders', '市司党字〔2027〕9号'],
    ['without letterhead'],
  ])('is no reissued document, %s', (_, ...head) => {
    const dossier = ofFirst(...head, ORDER, '二、本通知自2027年7月1日起施行。')
    expect(dossier.reading).toBe('notice')
    expect(fates(dossier)).toEqual([['first/a5', 'reworded']])
  })

  it('leaves alone when the earlier one was put into force', () => {
    const dossier = ofFirst('四、本通知自2027年7月1日起施行。')
    expect(dossier.reading).toBe('notice')
    expect(fates(dossier)).toEqual([])
  })
})

describe('a reissued document', () => {
  it('is the whole where it says half of the clauses word for word', () => {
    const dossier = ofFirst(...FIRST.with(4, '三、各律所应于每年4月底前报送党建工作总结。'))
    expect(dossier).toMatchObject({ reading: 'whole', isReadingDoubtful: true })
    expect(fates(dossier)).toEqual([['first/a5', 'reworded']])
  })

  it('is not doubted where nothing but its words speaks', () => {
    const kitchens = ['第一条 厨房应当清洁。', '第二条 厨房应当持证。', '第三条 厨房座位不得超过十个。']
    const reissued = amended(
      withDraft(ganzhou, amended(ganzhou, kitchens, { id: 'first' })),
      kitchens.with(2, '第三条 厨房座位不得超过八个。'),
      {
        amends: 'first',
      },
    )
    expect(reissued).toMatchObject({ reading: 'whole', isReadingDoubtful: false })
  })
})

describe('a text that may be either', () => {
  const kitchens = [
    '第一条 厨房应当每日清洁。',
    '第二条 厨房应当持有许可证。',
    '第三条 厨房座位不得超过十个。',
    '第四条 厨房应当报告收入。',
  ]
  const pack = withDraft(ganzhou, amended(ganzhou, kitchens, { id: 'first' }))
  const said = (dossier: Dossier, language: 'zh' | 'en') => dossierMarkdown(dossierBlocks(dossier, language))

  it('is said to be so first, whichever was taken', () => {
    const alike = amended(
      pack,
      ['第一条 厨房应当每周清洁。', '第二条 厨房应当持有健康证。', '第三条 厨房座位不得超过八个。'],
      { amends: 'first' },
    )
    expect(alike).toMatchObject({ reading: 'whole', isReadingDoubtful: true })
    expect(said(alike, 'zh')).toContain('请先核对：新文本没有写明它是全文还是修改通知。')
    expect(said(alike, 'zh')).toContain('新文本没有原文 4 条中的 1 条，草案让它们自 2027-07-01 起失效。')
    expect(said(alike, 'en')).toContain('The text leaves out 1 of the 4 clauses')
    const one = amended(pack, ['第一条 厨房应当每周清洁。'], { amends: 'first' })
    expect(one).toMatchObject({ reading: 'notice', isReadingDoubtful: true })
    expect(said(one, 'en')).toContain('with the reading whole')
  })

  it('is not doubted once somebody has said which it is', () => {
    const one = amended(pack, ['第一条 厨房应当每周清洁。'], { amends: 'first', reading: 'whole' })
    expect(one.isReadingDoubtful).toBe(false)
    expect(said(one, 'zh')).toContain('新文本没有原文 4 条中的 3 条')
  })
})

it.each([
  ['本通知自2027年7月1日起施行，有效期至2029年6月30日。', '2029-07-01'],
  ['二、本补充通知自印发之日起施行，有效期两年。', '2029-07-01'],
  ['2. This notice is in force from 1 July 2027 to 30 June 2029.', '2029-07-01'],
])('the last day of a supplementary notice is its own: %s', (said, to) => {
  const dossier = amended(ganzhou, ['关于律师行业党建工作的补充通知', '一、“一名副书记”改为“两名副书记”。', said], {})
  expect(dossier.prolongedTo).toBeUndefined()
  expect(JSON.parse(dossier.draft['documents/second/document.json']!)).toMatchObject({
    effective: { from: '2027-07-01', to },
  })
})
