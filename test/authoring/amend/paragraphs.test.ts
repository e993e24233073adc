import { describe, expect, it } from 'vitest'
import { alignNotice, type NoticeAlignment } from '../../../packages/authoring/src/amend/align-notice.ts'
import { paragraphsOf } from '../../../packages/authoring/src/amend/paragraphs-of.ts'
import { compiledPack } from '../../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32')
const placed = document.map(({ text, place }) => ({ words: text.zh, place }))
const read = (...lines: string[]) => alignNotice(placed, lines.join('\n'))
const orderedIn = ({ clauses }: NoticeAlignment) =>
  clauses.flatMap(({ orders, fate }, i) => (orders.length > 0 ? [[document[i]!.id, fate]] : []))
const namedIn = ({ clauses }: NoticeAlignment) =>
  clauses.flatMap(({ fate }, i) => (fate === 'named' ? [document[i]!.id] : []))
const about = ({ remarks }: NoticeAlignment) => remarks.map((remark) => remark.about)

describe('a paragraph of an item that the document has in one', () => {
  it('is all clauses of the sentence that its new words come nearest to', () => {
    const both =
      '市律师行业党委每两年要向市司法局党组和市非公经济与社会组织工委述职，律所党组织每两年要向市律师行业党委述职。'
    const found = read(`三、（六）第二段修改为：“${both}”`)
    expect(orderedIn(found)).toEqual([
      ['s3.6.b1', 'merged'],
      ['s3.6.b2', 'merged'],
    ])
    expect(about(found)).toEqual(['place-by-words'])
  })

  it('leaves no clause of the sentence as it was', () => {
    const found = read(
      '将第三部分第（五）项第一款修改为：“律所主任是中共党员的，应当担任律所党组织书记，实行“一肩挑”；确有特殊情形不能“一肩挑”的，应当提前书面报市律师行业党委同意；律所主任不是中共党员的，由本所合伙人、主要管理人员中的党员担任党组织负责人。”',
    )
    expect(orderedIn(found)).toEqual([
      ['s3.5.a1', 'reworded'],
      ['s3.5.a2', 'reworded'],
      ['s3.5.a3', 'repunctuated'],
      ['s3.5.a4', 'dropped'],
    ])
  })

  it('has the number of that sentence where little of it is left, and is for a person where it has not', () => {
    const words = '每年初发布党建工作要点，明确主体责任。'
    expect(orderedIn(read(`第三部分第（六）项第三款修改为：“${words}”`)).map(([id]) => id)).toEqual([
      's3.6.c1',
      's3.6.c2',
    ])
    const other = read(`第三部分第（六）项第一款修改为：“${words}”`)
    expect(orderedIn(other)).toEqual([])
    expect(namedIn(other)).toContain('s3.6.c1')
  })

  it('has new words that say two of its clauses in one', () => {
    const found = read('三、（五）最后一款修改为：“鼓励律所党组织成员与律所管理层‘双向进入、交叉任职’。”')
    expect(orderedIn(found)).toEqual([
      ['s3.5.b1', 'merged'],
      ['s3.5.b2', 'merged'],
      ['s3.5.b3', 'dropped'],
      ['s3.5.b4', 'dropped'],
    ])
  })
})

describe('a paragraph that the text of the document has', () => {
  const text = [
    '第三条　厨房座位不得超过十个。有下列情形之一的除外：',
    '（一）经批准的；',
    '（二）设在学校的。',
    '厨房应当登记座位数，',
    '并每年核对。',
    '登记簿保存三年。',
    '第四条　厨房应当持证。',
    '证照应当公示。',
  ]
  const words = [
    '厨房座位不得超过十个。',
    '有下列情形之一的除外：',
    '（一）经批准的；',
    '（二）设在学校的。',
    '厨房应当登记座位数，',
    '并每年核对。',
    '登记簿保存三年。',
    '厨房应当持证。',
    '证照应当公示。',
  ]
  const numbers = paragraphsOf(words, text.join('\n'))
  const kitchens = words.map((said, i) => {
    const name = i < 7 ? '第三条' : '第四条'
    return { words: said, place: { zh: name, en: `article ${i < 7 ? 3 : 4}` }, paragraph: numbers[i] }
  })
  const fates = (notice: string) => {
    const found = alignNotice(kitchens, notice)
    return [found.clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [`${i} ${fate}`])), about(found)]
  }

  it('begins where a sentence has ended, and has the items of its list', () => {
    expect(numbers.map((number) => number! - numbers[0]!)).toEqual([0, 0, 0, 0, 1, 1, 2, 3, 4])
    expect(paragraphsOf(['别处没有的话。'], text.join('\n'))).toEqual([undefined])
  })

  it.each([
    ['第三条第二款修改为：“厨房应当公示座位数。”', ['4 reworded', '5 dropped'], []],
    ['删去第三条第一款第（二）项。', ['3 dropped'], []],
    ['删去第三条第二款。', ['4 dropped', '5 dropped'], []],
    ['删去第三条第二款、第三款。', ['4 dropped', '5 dropped', '6 dropped'], []],
    ['第三条最后一款修改为：“登记簿保存五年。”', ['6 reworded'], []],
    ['第四条第一款中的“应当”修改为“必须”。', ['7 reworded'], []],
    ['第三条第四款修改为：“另行规定。”', [], ['place-not-there']],
    // As laws are amended: the paragraph alone, below or behind its article.
    ['一、第三条作如下修改：\n第二款修改为：“厨房应当公示座位数。”', ['4 reworded', '5 dropped'], []],
    [
      '一、将第三条第一款第（二）项修改为：“（二）设在学校、医院的。”\n第二款修改为：“厨房应当公示座位数。”',
      ['3 reworded', '4 reworded', '5 dropped'],
      [],
    ],
    ['一、第三条改为第五条，第二款修改为：“厨房应当公示座位数。”', ['4 reworded', '5 dropped'], ['renumbered']],
    ['一、将第三条第一款中的“十个”修改为“八个”，第二款中的“每年”修改为“每月”。', ['0 reworded', '5 reworded'], []],
    [
      '一、将第三条第三款中的“三年”修改为“五年”。\n二、第二款修改为：“厨房应当公示座位数。”',
      ['6 reworded'],
      ['not-carried-out'],
    ],
  ])('%s', (notice, changed, remarks) => {
    expect(fates(notice)).toEqual([changed, remarks])
  })
})

describe('an order that cannot be carried out', () => {
  const first = '一、将第三部分第（五）项第一款修改为：“书记人选由市里确定。”'
  const everywhere = '二、文中的“市律师行业党委”统一修改为“市律师行业综合党委”。'

  it('leaves to a person what other orders do to the same words, and tells it', () => {
    const found = read(first, everywhere)
    expect(orderedIn(found).map(([id]) => id)).not.toContain('s3.5.a2')
    expect(orderedIn(found).map(([id]) => id)).toContain('s3.6.b2')
    expect(found.clauses[document.findIndex(({ id }) => id === 's3.5.a2')]).toMatchObject({
      fate: 'named',
      passages: [{ text: first }, { text: everywhere }],
    })
    expect(found.remarks).toMatchObject([{ about: 'beside-open', text: everywhere }])
    expect(orderedIn(read(everywhere, first.replace('一', '二')))).toEqual(orderedIn(found))
  })

  it('does not matter where the clause is deleted afterwards', () => {
    const found = read(first, '二、删去第三部分第（五）项。')
    expect(new Set(orderedIn(found).map(([, fate]) => fate))).toEqual(new Set(['dropped']))
    expect(about(found)).toEqual(['also-named'])
  })
})

it('words that were exchanged everywhere are quoted as they were by the orders below', () => {
  const found = read(
    '一、“市律师行业党委”统一修改为“市律师行业综合党委”。',
    '二、删去三、（六）中的“律所党组织每年度要向市律师行业党委述职。”',
    '三、将“应书面报市律师行业党委同意”修改为“应提前书面报市律师行业党委同意”。',
  )
  const now = (id: string) => found.clauses[document.findIndex((clause) => clause.id === id)]!
  expect(now('s3.6.b2').fate).toBe('dropped')
  expect(
    now('s3.5.a2')
      .passages.map((passage) => passage.text)
      .join(''),
  ).toContain('应提前书面报市律师行业综合党委同意')
  expect(found.remarks).toEqual([])
})
