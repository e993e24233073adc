import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignNotice, type NoticeAlignment } from '../../../packages/authoring/src/amend/align-notice.ts'
import { compiledPack } from '../../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32')
const placed = document.map(({ text, place }) => ({ words: text.zh, place }))
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

  it('restates all that stands at a place, but for its heading', () => {
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
    expect(found.remarks).toEqual([
      {
        about: 'words-not-there',
        at: 0,
        text: '规模比较大、党员人数比较多的应设立一名副书记或党办主任专门负责党务',
      },
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

/** The clauses of a place, each with what became of it. */
const fatesAt = (place: string, fate: string) =>
  document.filter((clause) => clause.place?.zh === place).map(({ id }) => [id, fate])
const fates = (...lines: string[]) => changed(read(...lines)).map(([id, fate]) => [id, fate])
const [TITLE, NUMBER] = NAMES as [string, string]

describe('a notice that ends or prolongs the document', () => {
  it.each([
    `《${TITLE}》（赣市司党字〔2018〕32号）同时废止。`,
    '赣市司党字［2018］32号文件自2027年7月1日起停止执行。',
    `《关于成立党委的通知》（赣市司党字〔2017〕3号）、《${TITLE}》（${NUMBER}）同时废止。`,
    `决定废止《关于成立党委的通知》和《${TITLE}》。`,
    `《${TITLE}》、《关于成立党委的通知》同时废止。`,
    `本通知自2027年7月1日起施行，《${TITLE}》（${NUMBER}，以下简称《实施意见》）同时废止。`,
  ])('ends it all: %s', (notice) => {
    const found = read(notice)
    expect(found.ends).toBe(0)
    expect(new Set(found.clauses.map(({ fate }) => fate))).toEqual(new Set(['dropped']))
  })

  it('ends it where it is an item of a list of documents, and no longer', () => {
    const list = [
      '一、废止下列文件：',
      `1.《${TITLE}》（${NUMBER}）`,
      '2.《关于成立党委的通知》（赣市司党字〔2017〕3号）',
    ]
    expect(read(...list).ends).toBe('一、废止下列文件：'.length)
    expect(read(list[0]!, list[2]!, `二、《${TITLE}》继续执行。`).ends).toBeUndefined()
  })

  it.each([
    `《${TITLE}》和《关于成立党委的通知》第三条同时废止。`,
    `《关于贯彻〈${TITLE}〉的通知》同时废止。`,
    `《关于贯彻《${TITLE}》的通知》同时废止。`,
    `《关于成立党委的通知》（赣市司党字〔2017〕3号）第三条、第四条废止。`,
    '党章第三十条停止执行。',
  ])('leaves it where another document is ended: %s', (notice) => {
    expect(read(notice).ends).toBeUndefined()
    expect(changed(read(notice)).filter(([, fate]) => fate !== 'named')).toEqual([])
  })

  it.each([
    [`《${TITLE}》（${NUMBER}）有效期延长五年，至2031年12月31日止。`, '2031-12-31'],
    ['赣市司党字〔2018〕32号文件继续执行至2030年底。', '2030-12-31'],
    [`《${TITLE}》继续有效，有效期至2031年6月30日。`, '2031-06-30'],
    [`《${TITLE}》第四部分第（三）项废止，其他继续执行至2030年12月31日。`, '2030-12-31'],
  ])('%s', (notice, to) => {
    expect(read(notice).prolongs).toEqual({ at: 0, to })
  })

  it('never makes up the day to which it prolongs', () => {
    const notice = `《${TITLE}》的有效期延长五年。`
    expect(read(notice)).toMatchObject({ remarks: [{ about: 'prolonged-without-day', text: notice }], added: [] })
    expect(read(notice).prolongs).toBeUndefined()
    expect(read(`本通知有效期至2029年12月31日，《${TITLE}》第四部分第（三）项废止，其他继续执行。`)).toMatchObject({
      remarks: [],
    })
  })
})

describe('several words that each have new ones', () => {
  const stages = ['2018年12月底前', '2019年年底前', '2020年年底前']
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('')
  const later = ['2027年12月底前', '2028年年底前', '2029年年底前']

  it.each(['分别修改为', '修改为'])('are %s those in their order', (order) => {
    const found = changed(read(`将第二部分中的${quoted(stages)}${order}${quoted(later)}。`))
    expect(found.map(([id, fate]) => [id, fate])).toEqual([
      ['s2.1.a1', 'reworded'],
      ['s2.2.a1', 'reworded'],
      ['s2.3.a1', 'reworded'],
    ])
    for (const [i, [, , now]] of found.entries()) expect(now).toContain(later[i])
  })

  it('are for a person to read where there are not as many', () => {
    expect(fates(`将第二部分中的${quoted(stages)}分别修改为${quoted(later.slice(1))}。`)).toEqual([
      ['s2.1.a1', 'named'],
      ['s2.2.a1', 'named'],
      ['s2.3.a1', 'named'],
    ])
  })
})

describe('what may be meant in more than one way is for a person to read', () => {
  it.each([
    ['停止执行三、（六）关于律所党组织述职的规定。', ['s3.6.b2']],
    ['第三部分第（二）项第二句删去。', ['s3.2.a', 's3.2.b']],
    ['取消“一肩挑”书面报告制度。', ['s3.5.a1', 's3.5.a2']],
    ['取消“传帮带”考核制度。', ['s3.2.c']],
    ['“一肩挑”的规定停止执行。', ['s3.5.a1', 's3.5.a2']],
    ['将“一肩挑”的同意权限下放至县（市、区）司法局党组织。', ['s3.5.a1', 's3.5.a2']],
    ['“一肩挑”的审批程序改为“备案”。', ['s3.5.a1', 's3.5.a2']],
    ['总所对分所的指导职责由市律师行业党委承担。', ['s4.1.c']],
    ['第四部分第（一）项中的“一名副书记”改为“两名副书记”。', ['s3.5.a4']],
    ['《实施意见》第三部分第（五）项第三款停止执行。', fatesAt('三、（五）', '').map(([id]) => id)],
  ])('%s', (notice, ids) => {
    expect(fates(notice)).toEqual(ids.map((id) => [id, 'named']))
  })

  it('but the last sentence of a place is certain, and a quoted word that one reading has', () => {
    expect(fates('第三部分第（四）项最后一句删去。')).toEqual([['s3.4.b', 'dropped']])
    expect(fates('第四条第（四）款第二句中的“同步”，改为“在同一季度内完成”。')).toEqual([
      ['s4.4.a1', 'reworded'],
      ['s4.4.a2', 'reworded'],
    ])
  })

  it('tells a place that is not there, and changes nothing elsewhere', () => {
    const found = read('第四部分第（五）项中的“每年”改为“每两年”。')
    expect(found.remarks).toEqual([{ about: 'place-not-there', at: 0, text: '第四部分第（五）项' }])
    expect(new Set(changed(found).map(([, fate]) => fate))).toEqual(new Set(['named']))
    expect(read('三、（七）另行规定。').remarks).toMatchObject([
      { about: 'place-not-there' },
      { about: 'not-carried-out', text: '三、（七）另行规定。' },
    ])
  })
})

describe('the places of a notice', () => {
  it.each([
    ['第三部分第（一）项、第（三）项停止执行。', ['三、（一）', '三、（三）']],
    ['第三部分第（二）项和第四部分第（三）项停止执行。', ['三、（二）', '四、（三）']],
    ['三、（一）（三）停止执行。', ['三、（一）', '三、（三）']],
    ['第三部分第（一）至第（三）项停止执行。', ['三、（一）', '三、（二）', '三、（三）']],
    ['第3部分第2项停止执行。', ['三、（二）']],
    ['三、停止执行第四部分第（三）项。', ['四、（三）']],
    ['二、第一阶段停止执行。', ['二、第一阶段']],
  ])('%s', (notice, places) => {
    const all = places.flatMap((place) => fatesAt(place, 'dropped'))
    expect(fates(notice)).toEqual(all)
  })

  it('are those of the order before, behind its semicolon', () => {
    const first = '一、将三、（六）中的“市司法局党组”修改为“市委社会工作部”；'
    const found = changed(read(`${first}“每年度”修改为“每两年”。`))
    expect(found.map(([id]) => id)).toEqual(['s3.6.a3', 's3.6.b1', 's3.6.b2'])
    expect(
      changed(read(`${first.replace('；', '。')}“党建工作经费”修改为“经费”。`)).map(([, fate]) => fate),
    ).not.toContain('named')
    expect(changed(read(`${first}“党建工作经费”修改为“经费”。`)).filter(([, fate]) => fate === 'named')).toEqual([
      ['s4.2.c1', 'named'],
      ['s4.2.c2', 'named'],
      ['s4.2.c5', 'named'],
    ])
  })

  it('are of the part that was named above them', () => {
    const items = [
      '一、对第三部分作如下修改：',
      '（一）第（五）项中的“一名副书记”改为“两名副书记”；',
      '（二）第（一）项停止执行。',
    ]
    expect(fates(...items)).toEqual([...fatesAt('三、（一）', 'dropped'), ['s3.5.a4', 'reworded']])
    expect(fates('现对第三部分作如下修改：', ...items.slice(1))).toEqual(fates(...items))
  })
})

describe('figures that are exchanged for others without quotation marks', () => {
  const RATE = '积极协调税务部门出台律所每年按业务总收入的1%税前列支党建工作经费的支持政策。'
  it.each([
    '四、（二）中的1%由1%提高到2%。',
    '四、（二）税前列支的比例由1%调整至2%。',
    '税前列支党建工作经费的比例由1%提高到2%。',
    '将税前列支比例由“1%”提高至“2%”。',
  ])('are so in the clause of which the order speaks: %s', (notice) => {
    expect(changed(read(notice))).toEqual([['s4.2.c5', 'reworded', RATE.replace('1%', '2%')]])
  })

  it.each(['办案补贴由1%提高到2%。', '由1%提高到2%。', '四、（一）的比例由1%提高到2%。'])(
    'are for a person where it speaks of nothing that the clause says: %s',
    (notice) => {
      expect(fates(notice).filter(([, fate]) => fate !== 'named')).toEqual([])
      const found = read(notice)
      const told = [...found.remarks, ...found.added, ...found.clauses.flatMap(({ passages }) => passages)]
      expect(told.map(({ text }) => text)).toContain(notice)
    },
  )
})

describe('a sentence that is counted', () => {
  it('is all clauses of it, though new words come near to one of them', () => {
    const now =
      '律所主任是党员的，应当担任书记，不能的报市律师行业党委同意；律所主任不是中共党员的，由合伙人中的党员担任党组织负责人。'
    const ids = changed(read(`第三部分第（五）项第一句修改为：“${now}”`)).map(([id, fate]) => [id, fate === 'named'])
    expect(ids).toEqual(['a1', 'a2', 'a3', 'a4'].map((id) => [`s3.5.${id}`, false]))
  })

  it('is for a person where the heading may count, and the new words come near to neither', () => {
    const found = fates('第三部分第（五）项第二句修改为：“律所主任不是中共党员的，由合伙人担任。”')
    expect(found).toHaveLength(8)
    expect(new Set(found.map(([, fate]) => fate))).toEqual(new Set(['named']))
  })
})

it('an item that gets another number and other words is the one that it was', () => {
  const found = read('第三部分第（六）项改为第（七）项，修改为：“（七）切实做好律所党建工作述职评议。”')
  expect(found.remarks).toEqual([{ about: 'renumbered', at: 0, text: '第（六）项改为第（七）项' }])
  expect(changed(found)[0]).toEqual(['s3.6.h', 'reworded', '（七）切实做好律所党建工作述职评议。'])
  expect(
    new Set(
      changed(found)
        .slice(1)
        .map(([, fate]) => fate),
    ),
  ).toEqual(new Set(['dropped']))
  expect(changed(read('三、（六）改为三、（七），并将其中的“律所党组织每年度”修改为“律所党组织每两年”。'))).toEqual([
    ['s3.6.b2', 'reworded', '律所党组织每两年要向市律师行业党委述职。'],
  ])
})

describe('an order without a place', () => {
  it('is of those clauses that it speaks of', () => {
    expect(changed(read('律所党组织述职由“每年度”改为“每两年”。'))).toEqual([
      ['s3.6.b2', 'reworded', '律所党组织每两年要向市律师行业党委述职。'],
    ])
    const all = (notice: string) => new Set(fates(notice).map(([, fate]) => fate))
    expect(fates('全文“市律师行业党委”统一修改为“市律师行业综合党委”。').length).toBeGreaterThan(10)
    expect(all('将“市律师行业党委”修改为“市律师行业综合党委”。')).toEqual(new Set(['renamed']))
    expect(all('将“律所党组织”修改为“律所党支部”。')).toEqual(new Set(['reworded']))
    expect(all('合伙人考核备案“市律师行业党委”改为“市司法局”。')).toEqual(new Set(['named']))
  })

  it('ends a duty that is no longer asked', () => {
    expect(fates('二、不再要求律所党组织每年度向市律师行业党委述职。')).toEqual([['s3.6.b2', 'dropped']])
  })
})

describe('what a notice says of itself', () => {
  const body = '一、将三、（五）中的“一名副书记”修改为“两名副书记”。'
  const framed = [
    '中共赣州市司法局党组（ ）',
    '赣市司党字〔2027〕5号',
    '关于修改部分内容的通知',
    '各县（市、区）司法局党组，市律师行业党委：',
    `经研究，决定对《${TITLE}》（${NUMBER}）作如下修改：`,
    body,
    '中共赣州市司法局党组',
    '2027年2月10日',
  ]

  it('in its head and below its text changes nothing and adds nothing', () => {
    const found = read(...framed)
    expect(changed(found).map(([id]) => id)).toEqual(['s3.5.a4'])
    expect(found.added).toEqual([])
    expect(found.sentences).toHaveLength(framed.length)
  })

  it('of numbers alone is told and lists no clause', () => {
    const notice = '二、原第四部分第（三）项序号调整为第（四）项，原第（四）项调整为第（五）项。'
    expect(changed(read(notice))).toEqual([])
    expect(read(notice)).toMatchObject({ remarks: [{ about: 'renumbered', text: notice }], added: [] })
  })

  it('of where it puts something in is told with it', () => {
    const places = (...lines: string[]) => read(...lines).added.map(({ text, place }) => [place, text])
    expect(places('在第三部分增加一项，作为第（七）项：“（七）加强信息报送。”')).toEqual([
      ['第三部分第（七）项', '（七）加强信息报送。'],
    ])
    expect(places(`${NUMBER}文件第三条第（五）款第一句后增加一句：“合并、分立的律所应在三个月内明确书记。”`)).toEqual([
      ['第三条第（五）款第一句后', '合并、分立的律所应在三个月内明确书记。'],
    ])
    expect(
      places('一、对《实施意见》第四部分第（二）项作如下修改：', '（一）增加一项，作为第（五）项：“（五）加强监督。”'),
    ).toEqual([['第四部分第（五）项', '（五）加强监督。']])
  })
})

describe('new words for a whole clause', () => {
  it('are its own, however little they have in common with it', () => {
    const now = '各律所应按不低于上年度业务总收入的1%安排党建工作经费'
    expect(changed(read(`将“各律所要对党建工作开展提供必要的经费支持”改为“${now}”。`))).toEqual([
      ['s4.2.d1', 'reworded', `${now}，`],
    ])
  })

  it('may follow in paragraphs of their own', () => {
    const found = read(
      '一、将第三部分第（六）项修改为以下内容：',
      '“（六）切实做好律所党建工作述职评议。',
      '1.市律师行业党委每年度要向市司法局党组述职；',
      '2.律所党组织每两年要向市律师行业党委述职。”',
    )
    expect(
      changed(found)
        .filter(([, fate]) => fate === 'reworded')
        .map(([id]) => id),
    ).toEqual(['s3.6.b1', 's3.6.b2'])
    expect(changed(found)).toHaveLength(fatesAt('三、（六）', '').length - 1)
    expect(found.added).toEqual([])
  })
})

it('a notice of something else names what it says again, and changes nothing', () => {
  const found = read(
    '一、考核时间。各律师事务所应于3月31日前提交年度检查考核材料。',
    '二、考核内容。重点检查律师事务所党建工作、业务活动、内部管理等情况，认真落实党员律师上交党费全额返还的政策。',
    '三、此前规定与本通知不一致的，以本通知为准。',
  )
  expect(changed(found)).toEqual([['s4.2.c3', 'named']])
})

describe('a correction', () => {
  it.each([
    '三、（五）中“党办主任专门负责党务工作”应为“党办主任专职负责党务工作”。',
    `三、（五）“${LARGER}”，“专门”应为“专职”。`,
    `正文三、（五）中的“专门负责”更正为“专职负责”。`,
  ])('puts the right words for the wrong ones, and leaves the rest: %s', (notice) => {
    expect(changed(read(notice))).toEqual([['s3.5.a4', 'reworded', LARGER.replace('专门', '专职')]])
  })

  it('is to be read where it says the right words first', () => {
    const found = changed(read('三、（五）中“应设立一名副书记或党办主任专职负责党务工作”误为“专门负责党务工作”。'))
    expect(new Set(found.map(([, fate]) => fate))).toEqual(new Set(['named']))
    expect(found.map(([id]) => id)).toContain('s3.5.a4')
  })
})

it('a place of another document, called by its number alone, is none of this one', () => {
  for (const notice of ['赣市司党字〔2026〕3号文件第三条停止执行。', '废止市司党发[2020]7号第二条。']) {
    const found = changed(read(notice)).map(([, fate]) => fate)
    expect(found).not.toContain('dropped')
    expect(found).not.toContain('reworded')
  }
  expect(changed(read('赣市司党字〔2018〕32号文件第三部分第（六）项停止执行。'))).toContainEqual(['s3.6.b2', 'dropped'])
})

describe('an English notice', () => {
  const english = [
    ['Kitchens shall be clean.', 'section 1'],
    ['Cooks shall be trained every year.', 'section 2'],
    ['The city’s trays are washed daily; spoons are polished.', 'section 12'],
  ].map(([words, place]) => ({ words: words!, place: { zh: place!, en: place! } }))
  it.each([
    ['In section 2, replace “every year” with “every month”.', 1, 'Cooks shall be trained every month.'],
    ['In section 2, for “every year” substitute “every month”.', 1, 'Cooks shall be trained every month.'],
    ['In section 2, substitute “every month” for “every year”.', 1, 'Cooks shall be trained every month.'],
    ['Section 1 is amended to read: “Kitchens shall be spotless.”', 0, 'Kitchens shall be spotless.'],
    ['In section 12, “daily” is replaced by “hourly”.', 2, 'The city’s trays are washed hourly; spoons are polished.'],
    ['After “Cooks” insert “and bakers”.', 1, 'Cooks and bakers shall be trained every year.'],
    ['Section 2 is repealed.', 1, undefined],
    ['Delete section 2.', 1, undefined],
    ['In section 2, strike out “every year” and insert “every month”.', 1, 'Cooks shall be trained every month.'],
    [
      'Section 2 is amended by striking "every year" and inserting "every month".',
      1,
      'Cooks shall be trained every month.',
    ],
    [
      'Section 2 is amended by deleting ‘every year’ and substituting ‘every month’.',
      1,
      'Cooks shall be trained every month.',
    ],
    ["For 'every year' in section 2 there is substituted 'every month'.", 1, 'Cooks shall be trained every month.'],
    ['In section 2, “every month” is substituted for “every year”.', 1, 'Cooks shall be trained every month.'],
    ['Section 2 is amended by substituting “every month” for “every year”.', 1, 'Cooks shall be trained every month.'],
    ['In section 2, “every year” becomes “every month”.', 1, 'Cooks shall be trained every month.'],
    ['Section 12 is amended by deleting ‘The city’s ’.', 2, 'trays are washed daily; spoons are polished.'],
    [
      'Section 2 is amended by inserting, after “Cooks”, “and bakers”.',
      1,
      'Cooks and bakers shall be trained every year.',
    ],
    ['Section 2 becomes “Cooks shall be trained.”', 1, 'Cooks shall be trained.'],
    ['Replace section 2 with “Cooks shall be trained.”', 1, 'Cooks shall be trained.'],
    ['For section 2 substitute “Cooks shall be trained.”', 1, 'Cooks shall be trained.'],
    ['Section 2 is repealed and the following is substituted: “Cooks shall be trained.”', 1, 'Cooks shall be trained.'],
    ['Strike out section 2 and insert “Cooks shall be trained.”', 1, 'Cooks shall be trained.'],
    ['Leave out “every year” and insert “every month”.', 1, 'Cooks shall be trained every month.'],
  ])('%s', (notice, order, now) => {
    const { clauses } = alignNotice(english, notice)
    expect(clauses.flatMap(({ fate }, i) => (fate === 'kept' ? [] : [i]))).toEqual([order])
    const { fate, passages } = clauses[order]!
    if (now === undefined) expect(fate).toBe('dropped')
    else expect(passages.map(({ text }) => text).join(' ')).toBe(now)
  })
})

it('an English order begins where the one before it ends', () => {
  const kitchens = [{ words: 'Cooks shall be trained.', place: { zh: 'section 1', en: 'section 1' } }]
  const found = alignNotice(kitchens, 'After “Cooks” insert “and bakers” and after “be” insert “well”.')
  expect(found.clauses[0]!.passages.map(({ text }) => text)).toEqual(['Cooks and bakers shall be well trained.'])
})

it('an English notice is quoted as it is written, spaces beside quotation marks and all', () => {
  const words = 'In section 2, for “every year” substitute “every month”.'
  expect(alignNotice([], words).sentences.map(({ text }) => text)).toEqual([words])
})

const texts = document.map(({ text }) => text.zh)
const position = fc.nat({ max: document.length - 1 })
const ORDERS: Record<string, fc.Arbitrary<{ order: number; notice: string } | undefined>> = {
  'a clause restated': position.map((order) => ({
    order,
    notice: `将“${texts[order]!}”修改为：“各单位应当另行办理。”`,
  })),
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
