import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignNotice, type NoticeAlignment } from '../../../packages/authoring/src/amend/align-notice.ts'
import { compiledPack } from '../../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32')
const placed = document.map(({ text, place }) => ({ words: text.zh, place }))
const TITLE = '关于全面加强新时代全市律师行业党建工作的实施意见'
const read = (notice: string) => alignNotice(placed, notice, [TITLE, '赣市司党字[2018]32号'])

const orderOf = (i: number) => document[i]!
const indicesAt = (place: string) => document.flatMap((clause, i) => (clause.place?.zh === place ? [i] : []))
const fatesAt = ({ clauses }: NoticeAlignment, place: string) => indicesAt(place).map((i) => clauses[i]!.fate)
const droppedIn = ({ clauses }: NoticeAlignment) =>
  clauses.flatMap(({ fate }, i) => (fate === 'dropped' ? [orderOf(i).id] : []))
const about = ({ remarks }: NoticeAlignment, kind: string) =>
  remarks.flatMap((remark) => (remark.about === kind ? [remark.text] : []))

describe('a half of a sentence that was carried out hides none of the others', () => {
  it.each([
    ['三、（三）不再执行，三、（二）执行至2021年12月31日。', '三、（三）', '三、（二）执行至2021年12月31日。'],
    ['三、（二）执行至2021年12月31日，三、（三）不再执行。', '三、（三）', '三、（二）执行至2021年12月31日'],
    ['三、（六）暂停执行；三、（三）停止执行。', '三、（三）', '三、（六）暂停执行；'],
    [
      '第三部分第（三）项废止，第四部分的有效期延长至2030年12月31日。',
      '三、（三）',
      '第四部分的有效期延长至2030年12月31日。',
    ],
    ['三、（三）自2027年3月1日起不再执行，三、（二）恢复执行。', '三、（三）', '三、（二）恢复执行。'],
  ])('%s', (notice, dropped, told) => {
    const found = read(notice)
    expect(droppedIn(found)).toEqual(indicesAt(dropped).map((i) => orderOf(i).id))
    const named = found.clauses.flatMap(({ fate, passages }) =>
      fate === 'named' ? passages.map(({ text }) => text) : [],
    )
    expect([...about(found, 'term-of-clauses'), ...named]).toContain(told)
  })

  it.each([
    [
      '将三、（五）中的“一名副书记”改为“两名副书记”，并于2027年3月底前报市律师行业党委备案。',
      '并于2027年3月底前报市律师行业党委备案。',
    ],
    ['一、删去三、（三），对三、（五）作如下修改：', '一、删去三、（三）'],
    [`《${TITLE}》的有效期延长至2030年12月31日，取消年度报告制度。`, '取消年度报告制度。'],
  ])('what asks something else is told: %s', (notice, told) => {
    expect(read(notice).remarks.map(({ text }) => text)).toContain(told)
  })

  it.each([
    '根据《律师事务所管理办法》，为进一步提高党建工作质量，调整有关要求，将三、（五）中的“一名副书记”改为“两名副书记”。',
    '将三、（五）中的“一名副书记”改为“两名副书记”，自2027年3月1日起执行。',
    `《${TITLE}》的有效期延长五年，至2031年12月31日止。`,
    '在三、（五）“规模较大”前增加“律师”，删去“或党办主任”。',
  ])('but a reason, a first day and an order that was carried out are not: %s', (notice) => {
    expect(read(notice).remarks).toEqual([])
  })
})

/** Orders on 三、（六） that hold for some only, not yet, or not at all, or say more than can be read. */
const DOUBTFUL = [
  '三、（六）不废止',
  '三、（六）不得删去',
  '拟于2028年废止三、（六）',
  '研究废止三、（六）',
  '可以不再执行三、（六）',
  '原则上不再执行三、（六）',
  '三、（六）如无异议废止',
  '三、（六）待上级批准后废止',
  '三、（六）部分废止',
  '三、（六）对联合党支部不再执行',
  '县级律所不再执行三、（六）',
  '删去三、（六），但联合党支部除外',
  '删去除三、（三）外的三、（六）',
  '三、（六）停止执行，县级律所仍予保留',
  '将三、（六）中的“1000名”改为“900名”，联合党支部不适用',
  '将三、（六）中的“1000名”改为“900名”（县级律所仍按1000名执行）',
  '将三、（六）中的“1000名”改为“900名”，2028年1月1日起恢复为“1000名”',
  '将三、（六）中的“1000名”改为“900名”，执行至2028年12月31日',
  '将三、（六）中的“1000名”改为“900名”，2028年12月31日前有效',
  '自2027年1月1日至2027年12月31日，将三、（六）中的“1000名”改为“900名”',
  '将三、（六）中的“1000名”改成一半，有条件的改为“900名”',
  '不将三、（六）中的“1000名”改为“900名”',
  '不以“900名”取代三、（六）中的“1000名”',
  '删去三、（六），限于县级律所',
  '报市委批准后，删去三、（六）',
  '经市委批准后，三、（六）停止执行',
  '在市律师协会换届后，三、（六）停止执行',
  '自发布之日起满一年后，三、（六）废止',
  '自下月起，将三、（六）中的“1000名”改为“900名”',
  '关于删去三、（六）的规定予以撤销',
  '关于将三、（六）中的“1000名”改为“900名”的意见不予采纳',
  '三、（六）中的“每年度”（第一处）修改为“每半年”',
  '将三、（六）中的“1000名”改为“900名”，其中县（市、区）律所改为500名',
  '将三、（六）中的“1000名”改为“900名”，市直律所适用',
  '对县（市、区）律所，将三、（六）中的“1000名”改为“900名”',
]

describe('what limits an order', () => {
  it.each(DOUBTFUL.map((words) => `${words}。`))('or denies it, plans it, or says more than was read: %s', (notice) => {
    const found = read(notice)
    expect(droppedIn(found)).toEqual([])
    expect(found.clauses.map(({ fate }) => fate)).not.toContain('reworded')
    expect(fatesAt(found, '三、（六）')).toContain('named')
  })

  it.each([
    ['以“两名副书记”取代三、（五）中的“一名副书记”。', 's3.5.a4'],
    ['三、（五）中的“一名副书记”用“两名副书记”代替。', 's3.5.a4'],
    ['将三、（五）中的“一名副书记”换成“两名副书记”，其他不变。', 's3.5.a4'],
  ])('but words that say it otherwise, and that all else stays, do not: %s', (notice, clause) => {
    const found = read(notice)
    expect(found.remarks).toEqual([])
    expect(found.clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [orderOf(i).id, fate]))).toEqual([
      clause,
      'reworded',
    ])
  })

  const RULES = [
    'The operator must inspect the playground every 30 days.',
    'The operator must fence the water.',
    'A hazard must be repaired within 14 days.',
    'The operator must pay 30 dollars.',
  ].map((words, i) => ({ words, place: { zh: `section ${i + 1}`, en: `section ${i + 1}` } }))
  it.each([
    'Section 2 is not repealed.',
    'Section 2 shall not be repealed.',
    'Section 2 may be repealed.',
    'Section 2 is repealed unless the council decides otherwise.',
    'Section 2 is repealed only as regards private operators.',
    'Section 2 is repealed for private operators.',
    'Once the new standard is published, section 2 is repealed.',
    'In section 3, the first "days" is replaced with "weeks".',
    'In section 2, delete "operator" before "must".',
    'In section 2, the words "operator" are replaced with "owner" where they first occur.',
    'For playgrounds run by schools, section 3 is amended by replacing "14 days" with "30 days".',
    'Section 3 is amended by replacing "14 days" with "7 days" for playgrounds opened after 2027.',
    'The council proposes to repeal section 2.',
    'All sections except section 2 are repealed.',
    'Sections 2 to the end are repealed.',
    'In section 3, increase the period to 20 days and omit section 2.',
    'In section 3, replace "14 days" with "7 days", except for private operators.',
    'In section 3, replace "14 days" with "7 days" until 31 December 2028.',
    'In section 3, "14 days" is reduced to "7 days".',
    'In section 3, the period is reduced to "7 days" and section 2 is repealed.',
  ])('nor in English: %s', (notice) => {
    const found = alignNotice(RULES, notice)
    expect(new Set(found.clauses.map(({ fate }) => fate)).difference(new Set(['kept']))).toEqual(new Set(['named']))
  })

  it('of several words at several places each is of its own', () => {
    const now = (notice: string, rules = RULES) =>
      alignNotice(rules, notice).clauses.flatMap(({ passages }) => passages.map(({ text }) => text))
    const said =
      '"30 days" in section 1 and "14 days" in section 3 are replaced by "20 days" and "10 days" respectively.'
    expect(now(said)).toEqual([
      'The operator must inspect the playground every 20 days.',
      'A hazard must be repaired within 10 days.',
    ])
    const same = said.replace('"14 days"', '"30 days"')
    expect(now(same, [RULES[0]!, RULES[1]!, { ...RULES[2]!, words: 'It lasts 30 days.' }])).toEqual([
      'The operator must inspect the playground every 20 days.',
      'It lasts 10 days.',
    ])
  })

  it.each([
    '除联合党支部外，三、（六）不再执行。',
    '对新设立的律所，三、（六）不再执行。',
    '三、（六）停止执行至2027年12月31日。',
    '三、（六）暂停执行，不再要求述职。',
  ])('leaves it to a person: %s', (notice) => {
    const found = read(notice)
    expect(droppedIn(found)).toEqual([])
    expect(new Set(fatesAt(found, '三、（六）'))).toEqual(new Set(['named']))
    expect(found.remarks.length).toBeGreaterThan(0)
  })
})

it('a part or item that is prolonged is not the document', () => {
  const notice = `《${TITLE}》四、（二）的有效期延长至2030年12月31日。`
  expect(read(notice)).toMatchObject({ remarks: [{ about: 'term-of-clauses', text: notice }] })
  expect(read(notice).prolongs).toBeUndefined()
  const both = read(`《${TITLE}》四、（二）继续执行至2030年12月31日，其他继续执行至2028年12月31日。`)
  expect(both.prolongs).toEqual({ at: 0, to: '2028-12-31' })
  expect(about(both, 'term-of-clauses')).toHaveLength(1)
})

describe('what is ordered of another document', () => {
  const other = '《赣州市律师事务所年度检查考核办法》'
  it.each([
    `将${other}四、（二）中的“1%”修改为“5%”。`,
    `省司法厅决定，将${other}第四部分第（二）项中的“1%”修改为“2%”，删去第三部分第（四）项。`,
    `一、对${other}作出修改\n（一）删去四、（二）。\n（二）将三、（五）中的“同意”修改为“批准”。`,
    `一、${other}\n将三、（六）中的“每年度”修改为“每季度”。`,
    `关于修改${other}的决定\n一、删去第三部分第（五）项。\n二、将第四部分第（二）项中的“1%”修改为“5%”。`,
  ])('changes nothing here: %s', (notice) => {
    const found = read(notice)
    expect(found.clauses.filter(({ orders }) => orders.length > 0)).toEqual([])
    expect([...found.remarks, ...found.added].length).toBeGreaterThan(0)
  })

  it('ends where this one is named again in the same sentence', () => {
    const found = read(`将${other}四、（二）中的“1%”修改为“5%”，删去《${TITLE}》三、（四）。`)
    expect(droppedIn(found)).toEqual(indicesAt('三、（四）').map((i) => orderOf(i).id))
    expect(fatesAt(found, '四、（二）')).not.toContain('reworded')
    expect(found.remarks.map(({ text }) => text).join()).toContain(other)
  })

  it('ends where this one is named again', () => {
    const found = read(
      `一、对${other}作出修改\n（一）删去四、（二）。\n二、对《${TITLE}》作出修改\n（一）删去三、（四）。`,
    )
    expect(droppedIn(found)).toEqual(indicesAt('三、（四）').map((i) => orderOf(i).id))
    expect(about(found, 'of-another')).toEqual(['（一）删去四、（二）。'])
  })
})

it.each([
  '关于征求《关于修改实施意见的决定（征求意见稿）》意见的通知\n一、删去三、（四）。',
  '市律师行业党委关于删去三、（四）的请示\n我委建议删去三、（四），并将四、（二）中的“1%”修改为“2%”。妥否，请批示。',
  `《${TITLE}》除三、（三）外，继续执行至2029年12月31日。`,
])('what is only proposed, or limited, changes nothing: %s', (notice) => {
  const found = read(notice)
  expect(found.clauses.filter(({ orders }) => orders.length > 0)).toEqual([])
  expect(found.prolongs).toBeUndefined()
  expect(found.remarks.length).toBeGreaterThan(0)
})

it('what is said of its term is of the document that was named before', () => {
  const found = read(`《${TITLE}》实施以来，取得了较好成效。经评估，现决定将其有效期延长至2028年12月31日。`)
  expect(found.prolongs?.to).toBe('2028-12-31')
})

describe('the whole document is ended only by what says just that', () => {
  it.each([
    '自2028年1月1日起废止T。',
    '本通知自2027年1月1日起施行，T同时废止。',
    'T已完成历史使命，自本通知施行之日起废止。',
    '一、废止以下文件：\n（一）T；\n（二）《厨房守则》。',
  ])('%s', (notice) => {
    expect(droppedIn(read(notice.replace('T', `《${TITLE}》`)))).toHaveLength(document.length)
  })

  it.each([
    ['废止T第四部分第（二）项。', '四、（二）'],
    ['撤销T四、（二）。', '四、（二）'],
    ['停止执行T第三部分第（六）项。', '三、（六）'],
  ])('a place behind its name is ended alone: %s', (notice, where) => {
    expect(droppedIn(read(notice.replace('T', `《${TITLE}》`)))).toEqual(indicesAt(where).map((i) => orderOf(i).id))
  })

  it.each([
    'T不废止。',
    'T暂不废止。',
    'T拟于2028年废止，另行通知。',
    'T与本通知不一致的内容同时废止。',
    'T部分条款废止。',
    'T附件2废止。',
    'T考核部分停止执行。',
    'T失效日期改为2027年12月31日。',
    'T到期后自动失效。',
    'T废止前已经受理的，按原规定办理。',
    '除三、（五）外，T废止。',
    'T废止，三、（五）继续执行。',
    '一、废止以下规定：\n（一）T第四部分第（二）项；\n（二）《厨房守则》。',
  ])('and all else is told: %s', (notice) => {
    const found = read(notice.replace('T', `《${TITLE}》`))
    expect(droppedIn(found)).toEqual([])
    expect(found.ends).toBeUndefined()
    expect(about(found, 'not-carried-out')).toHaveLength(1)
  })

  it.each(['N is repealed.', 'N and all amendments thereto are hereby repealed.', 'Bylaw SDC 2024/7 is rescinded.'])(
    'in English: %s',
    (notice) => {
      const found = alignNotice([], notice.replace('N', 'The Playground Bylaw 2024'), [
        'Playground Bylaw 2024',
        'SDC 2024/7',
      ])
      expect(found.ends).toBe(0)
    },
  )

  it.each([
    'N is repealed to the extent that it is inconsistent with this bylaw.',
    'So much of N as is inconsistent with this bylaw is repealed.',
    'Except for section 4, N is repealed.',
    'N no longer applies to the Domain.',
    'N is revoked, save for sections 1 to 3.',
    'Repeal N, section 6.',
  ])('in English too: %s', (notice) => {
    const found = alignNotice([], notice.replace('N', 'the Playground Bylaw 2024'), ['Playground Bylaw 2024'])
    expect(found.ends).toBeUndefined()
    expect(about(found, 'not-carried-out')).toHaveLength(1)
  })
})

it('no blank is left before a stop where words are deleted', () => {
  const words = 'A hazard must be repaired within 14 days of finding it.'
  const found = alignNotice(
    [{ words, place: { zh: 'section 4', en: 'section 4' } }],
    'In section 4, delete "of finding it".',
  )
  expect(found.clauses[0]!.passages.map(({ text }) => text)).toEqual(['A hazard must be repaired within 14 days.'])
})

/** An order with the words in which it is given, and whether a reading carried it out or left it to a person. */
interface Order {
  readonly words: string
  readonly isDone: (found: NoticeAlignment) => boolean
  /** The clauses that it may end. */
  readonly ends: readonly string[]
}

const PLACES = ['三、（一）', '三、（二）', '三、（三）', '三、（四）', '四、（一）', '四、（三）']
const EXCHANGES = [
  ['s3.5.a4', '一名副书记', '两名副书记'],
  ['s3.6.d3', '1000名', '900名'],
  ['s3.1.a4', '指导员队伍', '联络员队伍'],
] as const
const ending = (place: string, words: string): Order => ({
  words: place + words,
  isDone: (found) => fatesAt(found, place).every((fate) => fate === 'dropped'),
  ends: indicesAt(place).map((i) => orderOf(i).id),
})
const neverDone = (words: string): Order => ({ words, isDone: () => false, ends: [] })
const exchange = ([id, old, now]: (typeof EXCHANGES)[number]): Order => ({
  words: `将“${old}”改为“${now}”`,
  isDone: ({ clauses, remarks }) => {
    // What another order has ended is there no more.
    if (remarks.some(({ about: kind, text }) => kind === 'words-not-there' && text === old)) return true
    const clause = clauses[document.findIndex((item) => item.id === id)]!
    return (
      clause.fate === 'dropped' ||
      (clause.fate === 'reworded' && clause.passages.some(({ text }) => text.includes(now)))
    )
  },
  ends: [],
})
/** What speaks of the end of the document, or of one of its places, and orders neither. */
const UNENDED = [
  `《${TITLE}》暂不废止`,
  `《${TITLE}》部分条款废止`,
  `《${TITLE}》拟于2028年废止`,
  `除联合党支部外《${TITLE}》停止执行`,
]
const place = fc.constantFrom(...PLACES)
const order: fc.Arbitrary<Order> = fc.oneof(
  fc.tuple(place, fc.constantFrom('不再执行', '停止执行')).map(([where, words]) => ending(where, words)),
  fc
    .tuple(
      place,
      fc.constantFrom('执行至2028年12月31日', '暂停执行', '的有效期延长至2029年6月30日', '中止执行', '恢复执行'),
    )
    .map(([where, words]) => neverDone(where + words)),
  fc.constantFrom(...EXCHANGES).map(exchange),
  fc.constantFrom(...UNENDED).map(neverDone),
  fc.constantFrom(...DOUBTFUL).map(neverDone),
  place.map((where): Order => ({ ...ending(where, ''), words: `废止《${TITLE}》${where}` })),
  fc.constantFrom('各单位于2027年6月底前报送材料', '取消年度报告', '增加党务干部编制').map(neverDone),
)
const notice = fc
  .uniqueArray(order, { minLength: 1, maxLength: 4, selector: ({ words }) => words.slice(0, 5) })
  .chain((orders) =>
    fc
      .array(fc.constantFrom('，', '；', '。\n'), { minLength: orders.length, maxLength: orders.length })
      .map((marks) => ({
        orders,
        text: `${orders.map(({ words }, i) => words + (i < orders.length - 1 ? marks[i]! : '')).join('')}。`,
      })),
  )

it('each order of a notice is carried out or told, and nothing is ended that no order ends', () => {
  fc.assert(
    fc.property(notice, ({ orders, text }) => {
      const found = read(text)
      const told = [
        ...found.remarks.map((remark) => remark.text),
        ...found.added.map((addition) => addition.text),
        ...found.clauses.flatMap(({ fate, passages }) => (fate === 'named' ? passages.map((said) => said.text) : [])),
      ]
      for (const { words, isDone } of orders)
        expect(isDone(found) || told.some((said) => said.includes(words)), `${words} in ${text}`).toBe(true)
      const mayEnd = new Set(orders.flatMap(({ ends }) => ends))
      expect(
        droppedIn(found).filter((id) => !mayEnd.has(id)),
        text,
      ).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
