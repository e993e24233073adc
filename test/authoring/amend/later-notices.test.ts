import { amend, dossierBlocks, dossierMarkdown, withDraft, type Amendment, type Dossier } from '@tiaoli/authoring'
import { compile, loadPack, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyText, words } from '../../support/toy-pack.ts'

const WORDS = [
  '厨房应当清洁。',
  '鼓励培训厨师。',
  '厨房座位不得超过十个。',
  '厨房应当持有效许可证。',
  '厨房应当每年报告一次营业收入。',
]
const few = { fact: 'kitchen.seats', operator: 'lessThan', value: 11 }
const files = toyText({
  requirements: [
    requirement({ id: 'seats', clauses: ['c3'], requires: few, problem: words('座位过多。') }),
    requirement({ id: 'licence', clauses: ['c4'], requires: { condition: 'kitchen.licensed' } }),
  ],
})
const clausesFile = Object.keys(files).find((path) => path.endsWith('clauses.json'))!
const source: PackSource = {
  files: {
    ...files,
    [clausesFile]: JSON.stringify({
      clauses: WORDS.map((text, i) => ({
        id: `c${i + 1}`,
        place: words(`第${'一二三四五'[i]}条`, `article ${i + 1}`),
        text: words(text),
        force: 'must',
        testability: 'full',
      })),
    }),
  },
}

const amended = (of: PackSource, text: string, more: Partial<Amendment> = {}): Dossier =>
  amend(of, compile(of), { id: 'notice', from: '2027-01-01', text, reading: 'notice', ...more })
const changesIn = ({ draft, document }: Dossier): (object[] | undefined)[] =>
  (
    JSON.parse(draft[`documents/${document.id}/clauses.json`]!) as { clauses: { changes?: { reads?: object }[] }[] }
  ).clauses.map(({ changes }) =>
    changes?.map((change) => Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'reads'))),
  )
const now = ({ clauses }: Dossier) => clauses.map(({ clause, fate, after }) => [clause, fate, after.join('')])
const faults = (of: PackSource, dossier: Dossier) => loadPack(withDraft(of, dossier)).diagnostics
const about = ({ remarks }: Dossier) => remarks.map((remark) => remark.about)

describe('two orders of one notice on one clause', () => {
  it('are both carried out, the second on the words that the first has made', () => {
    const dossier = amended(
      source,
      '一、将第三条中的“十个”修改为“八个”。\n二、将第三条中的“不得超过八个”修改为“不得超过八个，并应当登记”。',
    )
    expect(now(dossier)).toEqual([['c3', 'reworded', '厨房座位不得超过八个，并应当登记。']])
    expect(changesIn(dossier)).toEqual([[{ replaces: ['c3'] }], [{ replaces: ['c3'] }]])
    expect(faults(source, dossier)).toEqual([])
  })

  it('go on where the first has merged the clause with another', () => {
    const dossier = amended(
      source,
      '一、第三条、第四条修改为：“营业规模和证照依照市里的决定。”\n二、将“市里的决定”修改为“区里的决定”。',
    )
    expect(now(dossier)).toEqual([
      ['c3', 'merged', '营业规模和证照依照区里的决定。'],
      ['c4', 'merged', '营业规模和证照依照区里的决定。'],
    ])
    expect(changesIn(dossier)).toEqual([[{ replaces: ['c3', 'c4'] }], [{ replaces: ['c3', 'c4'] }]])
  })

  it('end the clause where the second deletes it, and leave it where the second takes the first back', () => {
    const reword = '一、将第三条中的“十个”修改为“八个”。'
    const deleted = amended(source, `${reword}\n二、删去第三条。`)
    expect(now(deleted).map(([, fate]) => fate)).toEqual(['dropped'])
    expect(changesIn(deleted)).toEqual([undefined, [{ ends: ['c3'] }]])
    const back = amended(source, `${reword}\n二、将第三条中的“八个”修改为“十个”。`)
    expect(now(back)).toEqual([])
    expect(changesIn(back)).toEqual([undefined, undefined])
  })

  it('are told where the second only speaks of the clause', () => {
    const dossier = amended(source, '一、将第三条中的“十个”修改为“八个”。\n二、第三条另行规定实施细则。')
    expect(dossier.remarks).toEqual([{ about: 'also-named', text: '二、第三条另行规定实施细则。' }])
    expect(now(dossier).map(([, fate]) => fate)).toEqual(['reworded'])
    const before = amended(source, '一、第三条另行规定实施细则。\n二、将第三条中的“十个”修改为“八个”。')
    expect(before.remarks).toEqual([{ about: 'also-named', text: '一、第三条另行规定实施细则。' }])
    expect(dossierMarkdown(dossierBlocks(before, 'zh'))).toContain(
      '- 所提的条款已由通知的其他内容修改，请核对：一、第三条另行规定实施细则。',
    )
  })
})

describe('an order with a first day of its own', () => {
  it('has that day in the draft, and the dossier tells it', () => {
    const dossier = amended(
      source,
      '一、自2027年7月1日起，将第三条中的“十个”修改为“八个”。\n二、删去第四条。\n三、本通知自2027年1月1日起施行。',
    )
    expect(changesIn(dossier)).toEqual([[{ replaces: ['c3'], from: '2027-07-01' }], [{ ends: ['c4'] }], undefined])
    expect(dossier.starts).toMatchObject([{ day: '2027-07-01', isDrafted: true }])
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain(
      '## 另有起始日期\n\n- 自 2027-07-01 起，草案已按此写入：一、自2027年7月1日起，将第三条',
    )
  })

  it.each([
    ['三、第一项自2027年7月1日起执行。', { day: '2027-07-01' }],
    ['三、本通知第一项自2027年7月1日起施行。', { day: '2027-07-01' }],
    ['三、本通知自2027年1月1日起施行，其中第一项自2027年7月1日起施行。', { day: '2027-07-01' }],
    ['三、删去第五条，自2026年7月1日起执行。', { day: '2026-07-01' }],
    ['三、自2027年7月1日起删去第五条，自2028年7月1日起恢复。', { day: '2027-07-01' }],
  ])('is for a person to decide where the draft cannot have it: %s', (sentence, start) => {
    const dossier = amended(source, `一、将第三条中的“十个”修改为“八个”。\n${sentence}`)
    expect(dossier.starts[0]).toMatchObject({ ...start, isDrafted: false, text: sentence })
    expect(JSON.stringify(changesIn(dossier))).not.toContain('"from"')
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain('，草案没有写入，由人确定：三、')
  })

  it.each([
    ['自2027年7月起', '2027-07-01'],
    ['自2027年6月30日后', '2027-07-01'],
    ['自2027年第三季度起', '2027-07-01'],
    ['2028年下半年起', '2028-07-01'],
    ['自二〇二八年一月一日起', '2028-01-01'],
    ['在2027年12月31日以后', '2028-01-01'],
  ])('is the first of what is written: %s', (when, from) => {
    expect(changesIn(amended(source, `${when}，删去第五条。`))).toEqual([[{ ends: ['c5'], from }]])
  })

  it.each([
    'Article 3 is repealed with effect from 1 July 2027.',
    'Article 3 is repealed, effective July 1, 2027.',
    'On and after 2027-07-01, article 3 is repealed.',
    'From the 1st day of July 2027, article 3 is repealed.',
  ])('is read in English: %s', (sentence) => {
    const dossier = amended(source, `${sentence}\nThis notice comes into force on 1 January 2027.`)
    expect(dossier.statedFrom).toBeUndefined()
    expect(dossier.starts).toMatchObject([{ day: '2027-07-01', isDrafted: true, text: sentence }])
    expect(changesIn(dossier)[0]).toEqual([{ ends: ['c3'], from: '2027-07-01' }])
  })

  it('changes what an earlier order has put there, and the days are put in order by a person where they do not follow', () => {
    const first = '一、将第三条中的“十个”修改为“八个”。'
    const later = amended(source, `${first}\n二、自2027年7月1日起，将第三条中的“八个”修改为“六个”。`)
    expect(changesIn(later)).toEqual([[{ replaces: ['c3'] }], [{ replaces: ['notice/a1'], from: '2027-07-01' }]])
    expect(faults(source, later)).toEqual([])
    const mixed = amended(
      source,
      '一、自2027年7月1日起，将第三条中的“十个”修改为“八个”。\n二、将第三条中的“座位”修改为“席位”。',
    )
    expect(about(mixed)).toEqual(['days-differ', 'days-differ'])
    expect(changesIn(mixed)).toEqual([undefined, undefined])
    const both = amended(
      source,
      '一、将“厨房”统一修改为“食堂”。\n二、自2027年7月1日起，将第三条中的“十个”修改为“八个”。',
    )
    expect(about(both)).toEqual(['days-differ', 'days-differ'])
    expect(faults(source, both)).toEqual([])
  })
})

describe('a second notice', () => {
  const first = amended(source, '一、将第三条中的“十个”修改为“八个”。\n二、删去第四条。', { id: 'first' })
  const after: PackSource = withDraft(source, first)
  const second = (text: string, from = '2028-01-01') => amended(after, text, { id: 'second', from })

  it('is laid beside the words as they stand after the first', () => {
    const dossier = second('一、将第三条中的“不得超过八个”修改为“不得超过六个”。')
    expect(now(dossier)).toEqual([['first/a1', 'reworded', '厨房座位不得超过六个。']])
    expect(dossier.clauses[0]).toMatchObject({ place: { zh: '第三条' }, before: { zh: '厨房座位不得超过八个。' } })
    expect(dossier.kept).toBe(3)
    expect(changesIn(dossier)).toEqual([[{ replaces: ['first/a1'] }]])
    expect(faults(after, dossier)).toEqual([])
  })

  it('does not find the words that the first has taken away', () => {
    const dossier = second('一、将“十个”修改为“六个”。\n二、将“厨房应当持有效许可证”修改为“厨房应当登记”。')
    expect(dossier.remarks.map(({ about: why, text }) => [why, text])).toContainEqual(['words-not-there', '十个'])
    expect(changesIn(dossier)).toEqual([undefined, undefined])
  })

  it('finds the old words where it is in force before the first, and leaves to a person which goes first', () => {
    const dossier = second('一、将第三条中的“十个”修改为“六个”。', '2026-07-01')
    expect(now(dossier)).toEqual([['c3', 'reworded', '厨房座位不得超过六个。']])
    expect(about(dossier)).toEqual(['changed-later'])
    expect(changesIn(dossier)).toEqual([undefined])
    expect(faults(after, dossier)).toEqual([])
  })

  it('lists the rules that rest on a clause which the first has continued', () => {
    const file = 'documents/first/clauses.json'
    const continued: PackSource = {
      files: { ...after.files, [file]: String(after.files[file]).replace('"replaces"', '"continues"') },
    }
    const dossier = amended(continued, '一、将“八个”修改为“六个”。', { id: 'second', from: '2028-01-01' })
    expect(now(dossier)).toEqual([['first/a1', 'reworded', '厨房座位不得超过六个。']])
    expect(dossier.requirements.map(({ id }) => id)).toEqual(['seats'])
  })

  it('says where the clause that it changes stands for others too', () => {
    const everywhere = withDraft(source, amended(source, '一、将“厨房”统一修改为“食堂”。', { id: 'first' }))
    const dossier = amended(everywhere, '将第三条中的“十个”修改为“八个”。', { id: 'second', from: '2028-01-01' })
    expect(now(dossier)).toEqual([['first/a1', 'reworded', '食堂座位不得超过八个。']])
    expect(about(dossier)).toEqual(['says-more'])
    expect(faults(everywhere, dossier)).toEqual([])
    const all = amended(everywhere, '将“食堂”统一修改为“餐馆”。', { id: 'second', from: '2028-01-01' })
    expect(about(all)).toEqual([])
    expect(changesIn(all)).toEqual([[{ replaces: ['first/a1'] }]])
  })

  it('changes what the first has put in at a place of its own', () => {
    const inserted = withDraft(
      source,
      amended(source, '一、在第五条后增加一条，作为第六条：“厨房应当公示菜单。”\n二、删去第四条。', { id: 'first' }),
    )
    const dossier = amended(inserted, '将第六条中的“菜单”修改为“价格”。', { id: 'second', from: '2028-01-01' })
    expect(now(dossier)).toEqual([['first/a1', 'reworded', '厨房应当公示价格。']])
    const other = amended(source, '在第五条后增加“第六条 厨房应当公示菜单。”', { id: 'first' })
    expect(other.added).toEqual([{ text: '第六条厨房应当公示菜单。', place: '第五条后' }])
    const then = amended(withDraft(source, other), '删去第六条。', { id: 'second', from: '2028-01-01' })
    expect(now(then).map(([clause, fate]) => [clause, fate])).toEqual([['first/a1', 'dropped']])
    const before = amended(inserted, '将第六条中的“菜单”修改为“价格”。', { id: 'second', from: '2026-07-01' })
    expect(about(before)).toContain('words-not-there')
    expect(changesIn(dossier)).toEqual([[{ replaces: ['first/a1'] }]])
  })

  it('is laid beside a document that was reissued, at its own places', () => {
    const reissued = withDraft(
      source,
      amended(source, WORDS.map((text) => text.replace('十个', '八个')).join(''), { id: 'first', reading: 'whole' }),
    )
    const dossier = amended(reissued, '将“八个”修改为“六个”。', { id: 'second', from: '2028-01-01' })
    expect(now(dossier)).toEqual([['first/a3', 'reworded', '厨房座位不得超过六个。']])
    expect(changesIn(dossier)).toEqual([[{ replaces: ['first/a3'] }]])
  })

  it('is refused where the first has ended the document', () => {
    const ended = withDraft(source, amended(source, '《厨房卫生》同时废止。', { id: 'first' }))
    expect(() => amended(ended, '删去第三条。', { id: 'second' })).toThrow('No clause of the document "code" holds')
  })
})

describe('a document of a pack that is used', () => {
  const pack = { id: 'district', version: '1.0.0', title: words('区', 'district'), languages: ['zh', 'en'] }
  const using: PackSource = {
    files: { 'pack.json': JSON.stringify({ ...pack, timeZone: 'Asia/Shanghai', uses: ['kitchens'], bodies: {} }) },
    uses: [source],
  }
  it('is named, and its notice is drafted in the pack that uses it', () => {
    const dossier = amended(using, '删去第三条。', { amends: 'code' })
    expect(dossier.amends).toMatchObject({ id: 'code', ofPack: 'kitchens' })
    expect(changesIn(dossier)).toEqual([[{ ends: ['code/c3'] }]])
    expect(Object.keys(dossier.draft)).toEqual(['documents/notice/document.json', 'documents/notice/clauses.json'])
    expect(faults(using, dossier)).toEqual([])
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain('该文件属于所用的规则包 kitchens')
    expect(() => amended(using, '删去第三条。')).toThrow('the packs that it uses have: code')
  })
})

it('a text that quotes most of the clauses is a notice of them, and not the document reissued', () => {
  const quoting = WORDS.slice(0, 3).map(
    (text, i) => `${'一二三'[i]}、将“${text}”修改为“${text.replace('厨房', '食堂')}”。`,
  )
  const read = (text: string) => amend(source, compile(source), { id: 'notice', from: '2027-01-01', text })
  expect(read(quoting.join('\n'))).toMatchObject({ reading: 'notice', kept: 3 })
  expect(read(WORDS.slice(0, 3).join('\n')).reading).toBe('whole')
})

describe('an order that says only how words change', () => {
  const draft = amended(source, '一、将第三条中的“十个”修改为“八个”。\n二、删去第四条。', { id: 'first' })
  const file = 'documents/first/clauses.json'
  const drafted = draft.draft[file]!

  it('is drafted with what the clause reads by it', () => {
    const { clauses } = JSON.parse(drafted) as { clauses: { changes?: object[] }[] }
    expect(clauses.map(({ changes }) => changes)).toEqual([
      [{ replaces: ['c3'], reads: { zh: '厨房座位不得超过八个。' } }],
      [{ ends: ['c4'] }],
    ])
  })

  it('is not cited in its place: findings quote the clause as amended, and by what', () => {
    const continued = { files: { ...withDraft(source, draft).files, [file]: drafted.replace('replaces', 'continues') } }
    const ledger = { kitchens: [{ id: 'K1', seats: 20 }] }
    const report = (asOf: string) => compile(continued).evaluate(ledger, { asOf, requirements: ['seats'] })
    expect(report('2026-12-31').findings[0]!.citations[0]).not.toHaveProperty('amends')
    expect(report('2027-01-01').findings[0]!.citations).toMatchObject([
      {
        id: 'first/a1',
        quote: { zh: '厨房座位不得超过八个。' },
        sentence: { zh: '厨房座位不得超过八个。' },
        amends: { id: 'c3', document: { id: 'code' }, place: { zh: '第三条' } },
      },
    ])
    expect(
      report('2027-01-01')
        .notices.map(({ text }) => text.zh)
        .join(''),
    ).toContain('第一项修改')
  })

  it('has the words of the last of several orders of one day, and of no day between', () => {
    const first = '一、将第三条中的“十个”修改为“八个”。'
    const both = amended(source, `${first}\n二、自2027年7月1日起，将第三条中的“八个”修改为“六个”。`)
    expect(both.draft['documents/notice/clauses.json']).not.toContain('厨房座位不得超过八个。')
    expect(both.draft['documents/notice/clauses.json']).toContain('厨房座位不得超过六个。')
  })
})

describe('a first day in a sentence of several orders', () => {
  it('is that of the order in which it stands, or of all behind it', () => {
    const own = amended(source, '自2027年7月1日起，删去第四条，删去第五条。')
    expect(changesIn(own)).toEqual([[{ ends: ['c4', 'c5'], from: '2027-07-01' }]])
    const other = amended(source, '删去第四条，第五条自2027年7月1日起暂停执行。')
    expect(changesIn(other)).toEqual([[{ ends: ['c4'] }]])
    expect(about(other)).toEqual(['term-of-clauses'])
  })

  it.each(['删去第四条，第五条自2027年7月1日起停止执行。', '删去第四条，删去第五条，自2027年7月1日起执行。'])(
    'is for a person to give to one of them where it is not that of all: %s',
    (sentence) => {
      const dossier = amended(source, sentence)
      expect(about(dossier)).toEqual(['day-unclear'])
      expect(changesIn(dossier)).toEqual([undefined])
      expect(dossier.starts).toMatchObject([{ day: '2027-07-01', isDrafted: false }])
    },
  )
})
