import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignNotice, type NoticeAlignment } from '../../../packages/authoring/src/amend/align-notice.ts'
import { placePattern } from '../../../packages/authoring/src/amend/place-pattern.ts'
import { compiledPack } from '../../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32')
const placed = document.map(({ text, place }) => ({ words: text.zh, place: place && placePattern(place) }))
const NAMES = ['关于全面加强新时代全市律师行业党建工作的实施意见', '赣市司党字[2018]32号']

const read = (...lines: string[]) => alignNotice(placed, lines.join('\n'), NAMES)
/** What became of the clauses that a notice changes, with the words that they have now. */
function changed({ clauses }: NoticeAlignment): [string, string, ...string[]][] {
  return clauses.flatMap(({ fate, passages }, i): [string, string, ...string[]][] => {
    if (fate === 'kept') return []
    const now = fate === 'dropped' || fate === 'named' ? [] : passages.map(({ text }) => text)
    return [[document[i]!.id, fate, ...now]]
  })
}

const LARGER = '规模较大、党员人数较多的应设立一名副书记或党办主任专门负责党务工作。'
const DEBRIEF = '律所党组织每年度要向市律师行业党委述职。'

describe('a notice in the words in which notices are written', () => {
  it.each([
    [
      `将三、（五）中的“${LARGER}”修改为：“三十名以上的应设立一名副书记。”`,
      's3.5.a4',
      '三十名以上的应设立一名副书记。',
    ],
    [
      `三、（五）中“规模较大、党员人数较多的”改为“律师三十名以上的”。`,
      's3.5.a4',
      LARGER.replace('规模较大、党员人数较多的', '律师三十名以上的'),
    ],
    [`第三部分第（五）项中的“一名副书记”调整为“两名副书记”。`, 's3.5.a4', LARGER.replace('一名', '两名')],
    [`在第三部分第五项“规模较大”前增加“律师”。`, 's3.5.a4', LARGER.replace('规模', '律师规模')],
    [`在“专门负责党务工作”后增加“和宣传工作”。`, 's3.5.a4', LARGER.replace('工作。', '工作和宣传工作。')],
    [`将“${LARGER.slice(0, -1)}”修改为“应设立一名副书记”。`, 's3.5.a4', '应设立一名副书记。'],
    [`删去三、（五）中的“或党办主任”。`, 's3.5.a4', LARGER.replace('或党办主任', '')],
  ])('%s', (notice, clause, now) => {
    expect(changed(read(notice))).toEqual([[clause, 'reworded', now]])
  })

  it.each([
    `删去三、（六）中的“${DEBRIEF}”`,
    `三、（六）中的“${DEBRIEF}”删去。`,
    `在三、（六）中，删除“律所党组织每年度要向市律师行业党委述职”。`,
    `“${DEBRIEF}”的规定不再执行。`,
  ])('%s', (notice) => {
    expect(changed(read(notice))).toEqual([['s3.6.b2', 'dropped']])
  })

  it('drops all that stands at a place that it drops', () => {
    const all = document.filter(({ place }) => place?.zh === '三、（六）').map(({ id }) => [id, 'dropped'])
    expect(all.length).toBeGreaterThan(8)
    expect(changed(read('删去三、（六）。'))).toEqual(all)
    expect(changed(read('第三部分第（六）项停止执行。'))).toEqual(all)
  })

  it('does several things in one sentence, and in the items below a place', () => {
    const both = [
      ['s3.5.a2', 'reworded', '确有特殊情形不能“一肩挑”的，应书面报市委社会工作部同意；'],
      ['s3.5.a4', 'reworded', LARGER.replace('一名', '两名')],
    ]
    expect(
      changed(read('将三、（五）中的“市律师行业党委同意”修改为“市委社会工作部同意”，“一名副书记”修改为“两名副书记”。')),
    ).toEqual(both)
    expect(
      changed(
        read(
          '一、对三、（五）作如下修改：',
          '（一）将“市律师行业党委同意”修改为“市委社会工作部同意”；',
          '（二）将“一名副书记”修改为“两名副书记”。',
        ),
      ),
    ).toEqual(both)
  })

  it('reads a place for which nothing follows, and leaves it when the next item begins', () => {
    const found = read('一、对三、（六）作如下修改：', '二、将“一名副书记”修改为“两名副书记”。')
    expect(changed(found).filter(([, fate]) => fate === 'named').length).toBeGreaterThan(8)
    expect(
      changed(found)
        .filter(([, fate]) => fate !== 'named')
        .map(([id]) => id),
    ).toEqual(['s3.5.a4'])
  })

  it('changes words that run over several clauses, and keeps those of them that stay', () => {
    const old =
      '律所主任是中共党员的应实行党组织书记、律所主任‘一肩挑’，确有特殊情形不能‘一肩挑’的，应书面报市律师行业党委同意；'
    expect(changed(read(`将“${old}”修改为“${old.replace('应书面报', '应当提前书面报')}”。`))).toEqual([
      ['s3.5.a2', 'reworded', '确有特殊情形不能“一肩挑”的，应当提前书面报市律师行业党委同意；'],
    ])
  })

  it('says all anew that stands at a place, but for its heading', () => {
    const now = '各律所章程应当载明党建内容。'
    const [first, ...others] = changed(read(`四、（四）修改为：“${now}”`))
    expect(first![0]).not.toBe('s4.4.h')
    expect([first!, ...others].map(([id]) => id)).toContain('s4.4.c1')
  })

  it('puts something in without a change of what is there', () => {
    const { clauses, added } = read('在三、（六）后增加一项，作为三、（七）：“（七）加强青年律师党员培养。”')
    expect(clauses.filter(({ fate }) => fate !== 'kept')).toEqual([])
    expect(added.map(({ text }) => text)).toEqual(['（七）加强青年律师党员培养。'])
  })

  it('ends or prolongs the document, by its title or number', () => {
    expect(read(`《${NAMES[0]}》（${NAMES[1]}）同时废止。`)).toMatchObject({ ends: 0 })
    expect(changed(read(`《${NAMES[0]}》中的奖励办法停止执行。`))).toEqual([])
    for (const [words, to] of [
      ['延续至2030年12月31日', '2030-12-31'],
      ['有效期延长至2030年2月', '2030-02-28'],
      ['继续执行至2030年底', '2030-12-31'],
    ])
      expect(read(`《${NAMES[0]}》${words}。`).prolongs).toEqual({ at: 0, to })
  })

  it('says which quoted words the document does not have, and which clause comes nearest', () => {
    const found = read(
      '将“规模比较大、党员人数比较多的应设立一名副书记或党办主任专门负责党务”修改为“应设立一名副书记”。',
    )
    expect(found.unfound.map(({ text }) => text)).toEqual([
      '规模比较大、党员人数比较多的应设立一名副书记或党办主任专门负责党务',
    ])
    expect(changed(found)).toEqual([['s3.5.a4', 'named']])
  })

  it('leaves to a person what it orders without words', () => {
    expect(new Set(changed(read('三、（七）另行规定。')).map(([, fate]) => fate))).toEqual(new Set())
    expect(new Set(changed(read('三、（六）第二款修改后另行公布。')).map(([, fate]) => fate))).toEqual(
      new Set(['named']),
    )
  })

  it('holds what is quoted over several paragraphs together', () => {
    const notice = read(
      `一、三、（五）中的“${LARGER}”修改为：“规模较大的：`,
      '“（一）应设立一名副书记；',
      '“（二）应设立党办主任。”',
      '二、本通知自印发之日起施行。',
    )
    expect(notice.sentences).toHaveLength(2)
    expect(changed(notice).map(([id]) => id)).toEqual(['s3.5.a4'])
  })
})

describe('an English notice', () => {
  const english = [
    ['Kitchens shall be clean.', 'section 1'],
    ['Cooks shall be trained every year.', 'section 2'],
    ['The city’s trays are washed daily; spoons are polished.', 'section 12'],
  ].map(([words, place]) => ({ words: words!, place: placePattern({ zh: place!, en: place! }) }))
  it.each([
    ['In section 2, replace “every year” with “every month”.', 1, 'Cooks shall be trained every month.'],
    ['In section 2, for “every year” substitute “every month”.', 1, 'Cooks shall be trained every month.'],
    ['In section 2, substitute “every month” for “every year”.', 1, 'Cooks shall be trained every month.'],
    ['Section 1 is amended to read: “Kitchens shall be spotless.”', 0, 'Kitchens shall be spotless.'],
    ['In section 12, “daily” is replaced by “hourly”.', 2, 'The city’s trays are washed hourly; spoons are polished.'],
    ['After “Cooks” insert “and bakers”.', 1, 'Cooks and bakers shall be trained every year.'],
    ['Section 2 is repealed.', 1, undefined],
    ['Delete section 2.', 1, undefined],
  ])('%s', (notice, order, now) => {
    const { clauses } = alignNotice(english, notice)
    expect(clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [i]))).toEqual([order])
    const { fate, passages } = clauses[order]!
    if (now === undefined) expect(fate).toBe('dropped')
    else expect(passages.map(({ text }) => text).join(' ')).toBe(now)
  })
})

it('an English notice is quoted as it is written, spaces beside quotation marks and all', () => {
  const words = 'In section 2, for “every year” substitute “every month”.'
  expect(alignNotice([], words).sentences.map(({ text }) => text)).toEqual([words])
})

const texts = document.map(({ text }) => text.zh)
const position = fc.nat({ max: document.length - 1 })
const ORDERS: Record<string, fc.Arbitrary<{ order: number; notice: string } | undefined>> = {
  'a clause anew': position.map((order) => ({ order, notice: `将“${texts[order]!}”修改为：“各单位应当另行办理。”` })),
  'some words': fc.tuple(position, fc.nat()).map(([order, at]) => {
    const words = texts[order]!
    const from = at % words.length
    const old = words.slice(from, from + 12)
    if (old.length < 8 || !/^\p{Script=Han}.*\p{Script=Han}$/u.test(old) || texts.join('').split(old).length > 2)
      return undefined
    return { order, notice: `“${old}”改为“改动后的文字”。` }
  }),
  'a clause dropped': position.map((order) => ({ order, notice: `删去“${texts[order]!}”` })),
  'words put in': position.map((order) => ({ order, notice: `在“${texts[order]!}”前增加“试点单位”。` })),
}

it('what a notice orders with quoted words is found at the clause that has them, and hardly at any other', () => {
  let [found, falsely] = [0, 0]
  fc.assert(
    fc.property(
      fc.oneof(...Object.values(ORDERS)).filter((item) => item !== undefined),
      ({ order, notice }) => {
        const differing = read(
          '关于修改实施意见的通知',
          `一、${notice}`,
          '二、本通知自印发之日起施行。',
        ).clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [i]))
        expect(differing).toContain(order)
        found++
        // Other clauses may have the same words.
        falsely += differing.filter((other) => other !== order && !texts[other]!.includes(texts[order]!)).length
      },
    ),
    { numRuns: 500 },
  )
  expect(found / (found + falsely)).toBeGreaterThanOrEqual(0.95)
})
