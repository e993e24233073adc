import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  amend,
  compareFindings,
  dossierBlocks,
  dossierMarkdown,
  lintPack,
  withDraft,
  type Amendment,
  REMARKS,
  type Dossier,
} from '@tiaoli/authoring'
import { dossierDocx } from '@tiaoli/authoring/dossier-docx'
import { readWordText } from '@tiaoli/office/word-text'
import { compile, loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { compiledPack, readPack } from '../../load-packs.ts'
import { dated, requirement, toyText, words, type ToyParts } from '../../support/toy-pack.ts'

const few = { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } }
const clause = (id: string, place: string, zh: string) => ({
  id,
  place: words(place, `article ${id}`),
  text: words(zh),
  force: 'must',
  testability: 'full',
})
const parts: ToyParts = {
  clauses: [
    clause('c3', '第三条', '厨房座位不得超过十个。'),
    clause('c4', '第四条', '厨房应当持有效许可证。'),
    clause('c5', '第五条', '厨房应当每年报告一次营业收入。'),
  ].map((entry) => ({ ...entry })),
  parameters: {
    limit: { label: words('座位上限', 'limit of seats'), type: 'integer', values: [{ ...dated(10), clauses: ['c3'] }] },
  },
  requirements: [
    requirement({ id: 'seats', clauses: ['c3'], requires: few, problem: words('座位过多。') }),
    requirement({
      id: 'licence',
      clauses: ['c4'],
      requires: { condition: 'kitchen.licensed' },
      notes: [{ id: 'small', text: words('座位少'), clauses: ['c3'], when: few }],
    }),
  ],
  cases: [
    {
      id: 'few',
      title: words('座位少'),
      asOf: '2019-01-01',
      ledger: { kitchens: [{ id: 'K1', seats: 4, licensed: true }] },
      expect: [{ requirement: 'seats', status: 'met' }],
    },
  ],
}
// Without places for the two clauses that every toy pack has, none may have one.
const files = toyText(parts)
for (const path of Object.keys(files)) if (path.endsWith('clauses.json')) files[path] = withPlaces(files[path]!)
const source = { files }
const policy = compile(source)

function withPlaces(text: string): string {
  const { clauses } = JSON.parse(text) as { clauses: { id: string; place?: object }[] }
  return JSON.stringify(
    {
      clauses: clauses.map((entry, i) => ({ place: words(`第${'一二三四五'[i]}条`, `article ${i + 1}`), ...entry })),
    },
    null,
    2,
  )
}

const OLD = '厨房应当清洁。鼓励培训厨师。厨房座位不得超过十个。厨房应当持有效许可证。厨房应当每年报告一次营业收入。'
const made = (text: string, more: Partial<Amendment> = {}) =>
  amend(source, policy, { id: 'notice', from: '2027-01-01', text, ...more })

describe('the whole document', () => {
  const dossier = made(OLD.replace('超过十个', '超过八个').replace('厨房应当持有效许可证。', ''))

  it('lists the clauses that it changes, and what rests on them and nothing else', () => {
    expect(dossier).toMatchObject({ reading: 'whole', kept: 3, added: [] })
    expect(dossier.clauses.map(({ clause: id, fate, after }) => [id, fate, after])).toEqual([
      ['c3', 'reworded', ['厨房座位不得超过八个。']],
      ['c4', 'dropped', []],
    ])
    expect(dossier.requirements.map(({ id, clauses, ways }) => [id, clauses, ways])).toEqual([
      ['seats', ['c3'], ['requirement', 'parameter']],
      ['licence', ['c3', 'c4'], ['note', 'parameter', 'requirement']],
    ])
    expect(dossier.parameters).toMatchObject([{ id: 'limit', clauses: ['c3'] }])
    expect(dossier.texts).toMatchObject([{ kind: 'note', id: 'licence/small', clauses: ['c3'] }])
    expect(dossier.cases).toEqual([{ id: 'few', file: 'cases/all.json', requirements: ['seats'] }])
  })

  it('is drafted as a document that continues, replaces and ends clauses, and the pack loads with it', () => {
    const draft = JSON.parse(dossier.draft['documents/notice/clauses.json']!) as { clauses: { changes?: object[] }[] }
    expect(draft.clauses.map(({ changes }) => changes)).toEqual([
      [{ continues: ['c1'] }],
      [{ continues: ['c2'] }],
      [{ replaces: ['c3'] }],
      [{ continues: ['c5'] }, { ends: ['c4'] }],
    ])
    expect(loadPack(withDraft(source, dossier)).diagnostics).toEqual([])
  })

  it('shows by a ledger what its day brings', () => {
    const after = compile(withDraft(source, dossier))
    const ledger = { kitchens: [{ id: 'K1', seats: 20, licensed: false }] }
    const flips = (asOf: string) =>
      compareFindings(policy, after, ledger, { asOf }).examples.map(({ requirement: id, from, to }) => [id, from, to])
    expect(flips('2026-12-31')).toEqual([])
    expect(flips('2027-01-01')).toEqual([
      ['seats', 'not_met', 'absent'],
      ['licence', 'not_met', 'absent'],
    ])
  })

  it('is read in either language, in Markdown and as a Word file', async () => {
    const [zh, en] = (['zh', 'en'] as const).map((language) => dossierMarkdown(dossierBlocks(dossier, language)))
    expect(zh).toContain('- 第三条（c3）改写：厨房座位不得超过~~十个~~**八个**。')
    expect(zh).toContain('- 要求（seats）：依据 c3（要求、参数）')
    expect(en).toContain('- article c4 (c4), dropped: ~~厨房应当持有效许可证。~~')
    const blocks = dossierBlocks(dossier, 'zh')
    const text = await readWordText(dossierDocx(blocks, 'zh'), 'dossier.docx')
    for (const { runs } of blocks)
      expect(text).toContain(
        runs
          .map((run) => run.text)
          .join('')
          .trim(),
      )
  })

  it.each(REMARKS)('has words in either language for what is for a person: %s', (kind) => {
    const remarked: Dossier = { ...dossier, remarks: [{ about: kind, text: '＊', touches: ['c9'] }] }
    const line = (language: 'zh' | 'en') =>
      dossierBlocks(remarked, language)
        .map(({ runs }) => runs.map((run) => run.text).join(''))
        .find((said) => said.includes('＊'))!
    expect(line('zh').split('＊')[0]).toMatch(/^\p{Script=Han}[^A-Za-z]{4,}：$/u)
    expect(line('en').split('＊')[0]).toMatch(/^[a-z][^\p{Script=Han}]{10,}: $/u)
    expect(line('zh').includes('c9')).toBe(!['term-of-clauses', 'not-carried-out'].includes(kind))
  })
})

describe('a notice of changes', () => {
  const dossier = made(
    '关于修改厨房卫生守则的通知\n一、将第三条修改为：“厨房座位不得超过八个。”\n二、删去第四条。\n三、第五条另行规定。\n四、本通知自2027年1月1日起施行。',
  )

  it('leaves alone what it does not speak of, and finds what it quotes, drops and names', () => {
    expect(dossier.reading).toBe('notice')
    expect(dossier.clauses.map(({ clause: id, fate }) => [id, fate])).toEqual([
      ['c3', 'reworded'],
      ['c4', 'dropped'],
      ['c5', 'named'],
    ])
    expect(dossier.clauses[0]!.after).toEqual(['厨房座位不得超过八个。'])
    expect(dossier.added).toEqual([{ text: '四、本通知自2027年1月1日起施行。' }])
    expect(dossier.document.title?.zh).toBe('关于修改厨房卫生守则的通知')
  })

  it('is drafted with each change at the passage that says it, and check asks for what is to be filled in', () => {
    const draft = JSON.parse(dossier.draft['documents/notice/clauses.json']!) as {
      clauses: { text: { zh: string }; changes?: object[] }[]
    }
    expect(draft.clauses.filter(({ changes }) => changes).map(({ text, changes }) => [text.zh, changes])).toEqual([
      ['一、将第三条修改为：“厨房座位不得超过八个。”', [{ replaces: ['c3'], reads: { zh: '厨房座位不得超过八个。' } }]],
      ['二、删去第四条。', [{ ends: ['c4'] }]],
    ])
    // The words of a Chinese notice are no English.
    expect(draft.clauses.map(({ text }) => Object.keys(text))).toEqual(draft.clauses.map(() => ['zh']))
    const { lints } = lintPack(loadPack(withDraft(source, dossier)))
    expect(lints.filter(({ code }) => code === 'placeholder').length).toBeGreaterThan(0)
  })

  it('may be told from the whole by the option', () => {
    expect(made('厨房座位不得超过八个。', { reading: 'whole' }).kept).toBe(0)
    expect(made('厨房座位不得超过八个。').kept).toBe(4)
  })
})

it('a document that is not there, and an id that is taken, are refused', () => {
  expect(() => made(OLD, { amends: 'cod' })).toThrow('no document "cod"')
  expect(() => made(OLD, { id: 'code' })).toThrow('"code" is there already')
  expect(() => made(OLD, { id: 'Notice 2027' })).toThrow('lower-case words joined by hyphens')
})

it('a notice that the pack has already is told, and not applied twice', () => {
  const text = '关于修改厨房卫生守则的通知\n卫通〔2027〕1号\n一、删去第四条。'
  const given = withDraft(source, made(text))
  const again = (notice: string) => amend(given, compile(given), { id: 'again', from: '2027-01-01', text: notice })
  expect(() => again(text)).toThrow('The pack has this notice already: the document "notice".')
  // Scanned again, its lines break elsewhere and its brackets are others.
  expect(() => again(text.replace('〔2027〕', '[2027]').replace('一、', '一、\n'))).toThrow('already')
  expect(again(text.replace('1号', '2号').replace('第四条', '第五条')).clauses).toHaveLength(1)
})

const ganzhou = 'ganzhou-2018-32'
const TITLE = '关于全面加强新时代全市律师行业党建工作的实施意见'
const ofGanzhou = (...lines: string[]) =>
  amend(readPack(ganzhou), compiledPack(ganzhou), { id: 'notice', from: '2027-01-01', text: lines.join('\n') })
const markdown = (...lines: string[]) => dossierMarkdown(dossierBlocks(ofGanzhou(...lines), 'zh'))
interface Drafted {
  text: { zh: string }
  place?: { zh: string; en: string }
  force: string
  changes?: object[]
}
const draftedIn = ({ draft }: { draft: Record<string, string> }) =>
  (JSON.parse(draft['documents/notice/clauses.json']!) as { clauses: Drafted[] }).clauses

describe('the day of a notice', () => {
  it.each([
    ['二、本通知自2027年7月1日起施行。', '2027-07-01'],
    ['二、本通知自印发之日起施行。\n2027年4月1日', '2027-04-01'],
    ['二、本通知自2027年1月1日起施行。', undefined],
    ['二、“本意见自2027年7月1日起施行”的规定另行公布。', undefined],
  ])('is told where it is not the one that was given: %s', (said, day) => {
    const dossier = ofGanzhou('关于修改的通知', '一、删去三、（六）。', said)
    expect(dossier.statedFrom).toBe(day)
    const told = dossierMarkdown(dossierBlocks(dossier, 'zh')).includes(`通知写明自 ${day} 起施行`)
    expect(told).toBe(day !== undefined)
  })

  it('is not that of a part of it, which the draft keeps', () => {
    const dossier = ofGanzhou('一、三、（六）自2027年7月1日起停止执行。', `二、《${TITLE}》自2028年1月1日起废止。`)
    expect(dossier.endsOn).toBe('2028-01-01')
    expect(draftedIn(dossier).at(-1)!.changes).toEqual([{ ends: [{ document: ganzhou }], from: '2028-01-01' }])
    const [part] = draftedIn(ofGanzhou('一、三、（六）自2027年7月1日起停止执行。'))
    expect(part!.changes).toMatchObject([{ from: '2027-07-01' }])
    expect(draftedIn(ofGanzhou('一、三、（六）自2026年7月1日起停止执行。'))[0]!.changes).not.toMatchObject([
      { from: '2026-07-01' },
    ])
  })
})

describe('what is read first in a dossier', () => {
  it('is that the whole document ends, in one line', () => {
    const said = markdown('一、赣市司党字〔2018〕32号文件自2027年7月1日起废止。')
    expect(said).toContain('- 全文废止：自 2027-07-01 起，全部 104 条不再有效。')
    expect(said).not.toContain('删去：')
  })

  it('is that a notice changes nothing, or that it only comes near', () => {
    const said = markdown('一、各律师事务所应于3月31日前提交材料。')
    expect(said).toContain('本通知没有修改该文件。')
    expect(said).not.toContain('新增：')
    expect(said).toContain('## 通知自己的内容\n\n- 一、各律师事务所应于3月31日前提交材料。')
    const near = markdown('一、将“一肩挑”的同意权限下放至县（市、区）司法局党组织。')
    expect(near).toContain('只有下列条款与它的文字相近，请核对。')
    expect(markdown('一、在第三部分增加一项，作为第（七）项：“（七）报送信息。”')).toContain(
      '- 新增（第三部分第（七）项）：**（七）报送信息。**',
    )
  })

  it('has what names several clauses once, with the last of them', () => {
    const said = markdown('取消“一肩挑”书面报告制度。')
    expect(said.split('取消“一肩挑”书面报告制度。')).toHaveLength(2)
    expect(said).toMatch(/（s3\.5\.a1）通知提及此处，请核对：.*\n- .*（s3\.5\.a2）通知提及此处.*\*\*取消/)
  })

  it('has days, numbers and names whole', () => {
    expect(markdown('将第二部分中的“2018年12月底前”修改为“2027年12月底前”。')).toContain('，~~2018~~**2027**年12月底前')
    expect(markdown('将“市非公经济与社会组织工委”修改为“市委社会工作部”。')).toContain(
      '~~市非公经济与社会组织工委~~**市委社会工作部**',
    )
  })

  it('has the open parameters that new numbers may answer', () => {
    const larger = '三、（五）中的“规模较大、党员人数较多的”修改为“执业律师20人以上的”。'
    expect(ofGanzhou(larger).open.map(({ id }) => id)).toEqual([
      'largeFirmLawyers',
      'largeFirmPartyMembers',
      'largeFirmMode',
    ])
    // Requirements on the clause wait for others too, of which the notice does not speak.
    expect(ofGanzhou('三、（六）中的“从2019年开始”改为“从2027年开始”。').open).toEqual([])
    expect(ofGanzhou(larger.replace('20人以上', '规模很大')).open).toEqual([])
    expect(markdown(larger)).toContain('（largeFirmLawyers）：dedicated-party-affairs-post')
  })
})

it('a requirement whose clause has new words is no rule yet, and one whose clause is gone is not in force', () => {
  const dossier = ofGanzhou(
    '一、在四、（四）“各律所章程要增加党建内容”后增加“并报市律师行业党委备案”。',
    '二、删去四、（二）中的“律所党组织书记要按照预算决定党建经费开支。”',
  )
  const [reworded, gone] = ['s4.4.c1', 's4.2.d2'].map((cited) => {
    const found = dossier.requirements.find(({ clauses }) => clauses.length === 1 && clauses[0] === cited)
    return found!.id
  })
  const flip = (id: string) => ({
    requirement: id,
    flipped: 1,
    transitions: [{ from: 'met' as const, to: 'absent' as const, count: 1 }],
  })
  const findings = {
    compared: 2,
    flipped: 2,
    transitions: [],
    requirements: [flip(reworded!), flip(gone!)],
    examples: [],
    refused: [],
  }
  const said = dossierMarkdown(dossierBlocks(dossier, 'zh', { findings, titles: new Map() }))
  expect(said).toContain(`${reworded}：符合 → 新条款尚未写成规则`)
  expect(said).toContain(`${gone}：符合 → 不适用（不在施行期内）`)
})

describe('the force of a clause with new words', () => {
  it.each([
    ['“力争配备”改为“应当配备”。', 'must'],
    ['“力争配备”改为“配备”。', 'direct'],
    ['“力争配备”改为“力争全部配备”。', 'strive'],
    ['“鼓励党员律师数量较多的县（市、区）”修改为“党员律师超过三十名的县（市、区）应”。', 'must'],
    ['“应设立一名副书记”改为“可以设立一名副书记”。', 'encourage'],
    ['“一名副书记”改为“两名副书记”。', 'must'],
  ])('%s', (notice, force) => {
    expect(draftedIn(ofGanzhou(notice))[0]!.force).toBe(force)
  })
})

describe('the force of a new English duty', () => {
  it.each([
    ['Kitchens must be shut by ten.', 'must'],
    ['Kitchens shall not be let.', 'must'],
    ['No kitchen may be let.', 'must'],
    ['Kitchens may only be let in summer.', 'must'],
    ['Kitchens are to be shut by ten.', 'must'],
    ['Kitchens should be shut by ten.', 'strive'],
    ['The council shall endeavour to train cooks.', 'strive'],
    ['Kitchens may be let.', 'encourage'],
    ['Operators are encouraged to train cooks.', 'encourage'],
    ['This notice is for kitchens.', 'context'],
  ])('is read from its words: %s', (duty, force) => {
    const reissued = draftedIn(made(`${OLD}\n${duty}`)).find(({ text }) => text.zh === duty)
    expect(reissued).toMatchObject({ force })
    const notice = made(`After article c5 insert a new article: “${duty}”`, { reading: 'notice' })
    expect(draftedIn(notice).map((item) => item.force)).toEqual([force])
  })
})

it.each([
  ['No. 12 of 2027', 'Kitchens (Amendment) Bylaw 2027'],
  ['SI 2027/12', 'The Kitchens Regulations (No. 2) 2027'],
  ['S.O. 4/2027', 'Order on Kitchens'],
  ['2027 No. 12', 'Kitchens Act'],
  ['Council Order No. 3/2027', 'Kitchens Order 2027'],
])('an English notice is called by its number and title: %s', (number, title) => {
  for (const head of [`${number}\n${title}`, `${title}\n${number}`])
    expect(made(`${head}\n1. Article c3 is repealed.`, { reading: 'notice' }).document).toMatchObject({
      number,
      title: { en: title },
    })
})

it('an article of a notice is cited by its number, in Chinese and in English', () => {
  const notice = '第一条 删去第三条。\n第十二条 删去第四条。\n12. Article c5 is repealed.'
  const places = draftedIn(made(notice, { reading: 'notice' }))
  expect(places.map(({ place }) => [place?.zh, place?.en])).toEqual([
    ['第一条', 'article 1'],
    ['第十二条', 'article 12'],
    ['第12项', 'item 12'],
  ])
})

it('a dossier ends with the lines to sign, in either language', () => {
  const dossier = made('删去第三条。', { reading: 'notice' })
  const lines = (language: 'zh' | 'en') =>
    dossierMarkdown(dossierBlocks(dossier, language)).trimEnd().split('\n\n').slice(-3)
  expect(lines('zh').map((line) => line.split(/　+/u))).toEqual([
    ['拟稿：', '日期：', '年', '月', '日'],
    ['审核：', '日期：', '年', '月', '日'],
    ['批准：', '日期：', '年', '月', '日'],
  ])
  expect(lines('en')[2]).toMatch(/^Approved by:\u2003+Date:$/u)
})

describe('a reissued document', () => {
  const original = readFileSync(
    join(import.meta.dirname, `../../../rules/${ganzhou}/documents/${ganzhou}/source.zh.txt`),
    'utf8',
  )
  const reissued = original
    .replace('律所总所对开设的分所党建工作具有指导职责。', '')
    .replace('（三）进一步规范组织关系转接。', '（三）培养青年律师。每年办班。\n\n（四）进一步规范组织关系转接。')
    .replace('（四）进一步强化考核管理。', '（五）进一步强化考核管理。')
    .replace('从2018年起到2020年，', '从2027年起到2030年，\n')
  const dossier = ofGanzhou(reissued)
  const placeOf = (start: string) => draftedIn(dossier).find(({ text }) => text.zh.startsWith(start))?.place

  it('is ended in part by that which issues it, not by its last sentence', () => {
    expect(dossier.reading).toBe('whole')
    const ending = draftedIn(dossier).filter(({ changes }) => JSON.stringify(changes ?? []).includes('"ends"'))
    expect(ending.map(({ text }) => text.zh)).toEqual([expect.stringMatching(/^现将.*印发给你们/)])
    expect(ending[0]!.changes).toContainEqual({ ends: ['s4.1.c'] })
  })

  it('has places as its own headings number them', () => {
    expect(placeOf('（三）培养青年律师')).toMatchObject({ zh: '四、（三）' })
    expect(placeOf('县（市、区）司法局党组织要做到结转')).toEqual({ zh: '四、（四）', en: 'part 4, item (4)' })
    expect(placeOf('各律所章程要增加党建内容')).toEqual({ zh: '四、（五）', en: 'part 4, item (5)' })
    expect(placeOf('第一阶段')).toMatchObject({ zh: '二、第一阶段' })
  })

  it('is not said to split a clause where a line breaks off', () => {
    expect(dossier.clauses.find(({ clause: id }) => id === 's2.0')).toMatchObject({
      fate: 'reworded',
      after: [expect.stringMatching(/^从2027年起到2030年，分阶段/)],
    })
  })
})
