import { describeClause, describeFact, describeRequirement, type Line } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

type Json = Record<string, unknown>

const licensed = { condition: 'kitchen.licensed' }
const seats = (operator: string, value: unknown) => ({ fact: 'kitchen.seats', operator, value })
const cleaned = (operator: string, value: unknown) => ({ fact: 'kitchen.cleanedOn', operator, value })
const parts: ToyParts = {
  given: {
    'kitchen.size': {
      type: 'enum',
      label: words('规模', 'size'),
      values: { small: words('小', 'small'), large: words('大', 'large') },
    },
  },
  parameters: {
    limit: {
      label: words('上限', 'limit'),
      type: 'integer',
      unit: words('个', 'seats'),
      values: [
        { value: 9, from: '2018-01-01', basis: [{ instrument: 'code', article: words('第二条', 'Article 2') }] },
      ],
    },
  },
  instruments: { code: { title: words('厨房守则', 'Kitchen code'), evidence: 'to-be-verified' } },
}

function policyWith(rule: Json, more: ToyParts = {}) {
  return compile(toyPack({ ...parts, ...more, requirements: [requirement(rule)] }))
}

/** One section of the requirement, each line indented by its depth. */
function sectionOf(rule: Json, part: string, language: 'zh' | 'en' = 'zh', more: ToyParts = {}): string[] {
  const { sections } = describeRequirement(policyWith({ requires: licensed, ...rule }, more), 'rule', language)!
  return sections.filter((section) => section.part === part).flatMap(({ lines }) => lines.flatMap(flat))
}

function flat({ text, below }: Line): string[] {
  return [text, ...below.flatMap((item) => flat(item).map((inner) => `- ${inner}`))]
}

describe('a leaf in words', () => {
  it.each<[Json, string, string]>([
    [seats('greaterThanInclusive', 3), '座位数不少于3个', 'number of seats is at least 3 seats'],
    [seats('not:greaterThanInclusive', 3), '座位数少于3个', 'number of seats is less than 3 seats'],
    [seats('swap:lessThan', 3), '座位数超过3个', 'number of seats is more than 3 seats'],
    [
      seats('lessThanInclusive', { fact: 'parameters.limit' }),
      '座位数不超过上限（9个）',
      'number of seats is at most limit (9 seats)',
    ],
    [
      cleaned('lessThanInclusive', '2018-12-31'),
      '清洁日期不晚于2018年12月31日',
      'cleaning day is on or before 2018-12-31',
    ],
    [cleaned('lessThan', { fact: 'kitchen.openedOn' }), '清洁日期早于开业日期', 'cleaning day is before opening day'],
    [cleaned('equal', null), '清洁日期：尚未清洁', 'cleaning day: not yet cleaned'],
    [cleaned('notEqual', null), '清洁日期：有', 'cleaning day: there is one'],
    [licensed, '持证', 'it is licensed'],
    [{ not: licensed }, '并非“持证”', 'it is not so that it is licensed'],
    [{ fact: 'kitchen.licensed', operator: 'notEqual', value: true }, '并非“持证”', 'it is not so that it is licensed'],
    [{ fact: 'kitchen.licensed', operator: 'notEqual', value: false }, '持证', 'it is licensed'],
    [{ fact: 'kitchen.size', operator: 'equal', value: 'small' }, '规模为“小”', 'size is "small"'],
    [
      { fact: 'kitchen.size', operator: 'in', value: ['small', 'large'] },
      '规模为“小”、“大”之一',
      'size is one of "small", "large"',
    ],
    [{ fact: 'kitchen.size', operator: 'notIn', value: ['small'] }, '规模不是“小”', 'size is not "small"'],
    [
      { fact: 'kitchen.id', operator: 'notEqual', value: { fact: 'supplier.id' } },
      '厨房代号与供货商代号不一致',
      'kitchen code differs from supplier code',
    ],
    [
      seats('everyValue:greaterThan', [1, 2]),
      '座位数超过1个、2个中的每一个',
      'number of seats is more than each of 1 seats, 2 seats',
    ],
  ])('%o is “%s”', (requires, zh, en) => {
    expect(sectionOf({ requires }, 'requires', 'zh')).toEqual([zh])
    expect(sectionOf({ requires }, 'requires', 'en')).toEqual([en])
  })
})

describe('a requirement in words', () => {
  it('groups become lists, and what is not all is at least one of the opposites', () => {
    const requires = {
      all: [licensed, { not: { all: [seats('lessThan', 5), { any: [licensed, cleaned('equal', null)] }] } }],
    }
    expect(sectionOf({ requires }, 'requires')).toEqual([
      '以下各项都成立：',
      '- 持证',
      '- 以下至少一项成立：',
      '- - 座位数不少于5个',
      '- - 以下各项都成立：',
      '- - - 并非“持证”',
      '- - - 清洁日期：有',
    ])
  })

  it('shows a due date with its formula, exceptions with what they bring, and notes', () => {
    const part = { text: words('说明。', 'In words.'), when: seats('equal', 1), clauses: ['c2'] }
    const rule = {
      due: { date: 'kitchen.openedOn', plusMonths: 3 },
      unless: [{ id: 'e', status: 'review', ...part }],
      notes: [{ id: 'n', ...part }],
    }
    expect(sectionOf(rule, 'due', 'en')).toEqual(['3 months after opening day'])
    expect(sectionOf({ due: { date: 'kitchen.openedOn', plusDays: 'parameters.limit' } }, 'due')).toEqual([
      '开业日期之后9日（上限）',
    ])
    const months = { date: 'kitchen.openedOn', plusMonths: 3 }
    expect(sectionOf({ due: { date: months, plusDays: -1 } }, 'due')).toEqual(['开业日期起3个月期满之日'])
    expect(sectionOf({ due: { date: months, plusDays: -1 } }, 'due', 'en')).toEqual([
      'the last day of 3 months from opening day',
    ])
    expect(sectionOf({ due: { date: months, plusDays: -2 } }, 'due', 'en')).toEqual([
      '2 days before 3 months after opening day',
    ])
    expect(sectionOf(rule, 'unless')).toEqual([
      '说明。（结论：需人工研判）',
      '- 座位数为1个',
      '- 《厨房卫生》 c2：鼓励培训厨师。',
    ])
    expect(sectionOf(rule, 'notes', 'en')).toEqual([
      'In words.',
      '- number of seats is 1 seats',
      '- Kitchen hygiene, c2: Training cooks is encouraged.',
    ])
  })

  it('cites where a clause is, and the whole sentence of several clauses once', () => {
    const clause = (id: string, zh: string, en: string) => ({
      id,
      place: words('三、（五）', 'part 3, item (5)'),
      text: { zh, en },
      force: 'must',
      testability: 'full',
    })
    const clauses = [clause('d1', '每日清洁，', 'Clean daily'), clause('d2', '每月检查。', 'and check every month.')]
    const rule = { clauses: ['d1', 'd2'] }
    expect(sectionOf(rule, 'source', 'zh', { clauses })).toEqual(['《厨房卫生》三、（五）：每日清洁，每月检查。'])
    expect(sectionOf(rule, 'source', 'en', { clauses })).toEqual([
      'Kitchen hygiene, part 3, item (5): Clean daily and check every month.',
    ])
    const described = (id: string) =>
      describeClause(policyWith({ requires: licensed, ...rule }, { clauses }), id, 'zh')!
    expect(described('d1').title).toBe('《厨房卫生》三、（五）')
    expect(described('d1').sections.map(({ heading, lines }) => [heading, lines[0]!.text])).toContainEqual([
      '所在整句',
      '每日清洁，每月检查。',
    ])
    expect(described('c1').sections.map(({ heading }) => heading)).not.toContain('所在整句')
  })

  it('shows every parameter with its days, its source and 待核 where that has not been seen', () => {
    const requires = seats('lessThan', { fact: 'parameters.limit' })
    expect(sectionOf({ requires }, 'parameters')).toEqual([
      '上限',
      '- 9个（自2018年1月1日起）',
      '- - 《厨房守则》第二条（待核）',
    ])
  })

  it('explains the named conditions it uses, and formulas over records', () => {
    const derived = {
      'kitchen.isStaffed': {
        label: words('是否有合格厨师', 'whether it has a trained cook'),
        some: 'cook',
        where: { condition: 'cook.trained' },
      },
      'kitchen.newest': { label: words('最近到岗日期', 'latest first day'), greatest: 'cook.since' },
    }
    const requires = {
      all: [
        { condition: 'kitchen.isStaffed' },
        { fact: 'kitchen.newest', operator: 'lessThan', value: { fact: 'asOf' } },
      ],
    }
    expect(sectionOf({ requires }, 'terms', 'zh', { derived })).toEqual([
      '是否有合格厨师：',
      '- 至少有一条“厨师”记录符合：',
      '- - 受训',
      '最近到岗日期：',
      '- 各“厨师”记录中最晚的到岗日期',
    ])
  })

  it('lists the cases that expect something of it', () => {
    const item = { id: 'A', title: words('没有证', 'no licence'), asOf: '2019-01-01', ledger: {} }
    const cases = [
      { ...item, expect: [{ requirement: 'rule', status: 'not_met' }] },
      { ...item, id: 'B', expect: [{ requirement: 'rule', absent: true }] },
    ]
    expect(sectionOf({}, 'cases', 'zh', { cases })).toEqual(['A 没有证：不符合（2019-01-01）'])
  })
})

describe('what later documents did to a requirement', () => {
  const horizon = { to: '2018-12-31', text: words('规划期至2018年。', 'The plan runs to 2018.') }
  const of = (id: string, from: string, ...changes: Json[]) => ({
    [id]: {
      document: { number: `卫通[${from.slice(0, 4)}]1号`, effective: { from } },
      clauses: changes.map((change, i) => ({ id: `a${i + 1}`, changes: [change] })),
    },
  })
  const changed = (rule: Json, documents: ToyParts['documents'], part = 'changed', language: 'zh' | 'en' = 'en') =>
    sectionOf(rule, part, language, { documents: documents ?? {}, document: { horizon } })
  const notice = (year: number, clause = 'a1') => `Notice on kitchen hygiene (卫通[${year}]1号), ${clause}`

  it('is said with the title and number of the document and its day, and nothing where nothing changed', () => {
    const ends = of('notice', '2019-01-01', { ends: ['c1'] })
    expect(changed({}, ends)).toEqual([
      `No longer in force from 2019-01-01 on, by ${notice(2019)}.`,
      `From 2019-01-01 on, ${notice(2019)} ends Kitchen hygiene, c1.`,
    ])
    expect(changed({}, ends, 'changed', 'zh')).toEqual([
      '自2019年1月1日起不再适用，依据是《关于厨房卫生的通知》（卫通[2019]1号）a1。',
      '自2019年1月1日起，《关于厨房卫生的通知》（卫通[2019]1号）a1废止《厨房卫生》c1。',
    ])
    expect(changed({ clauses: ['c2'], force: 'encourage' }, ends)).toEqual([])
  })

  it('follows what continues a clause to what became of that', () => {
    const documents = {
      ...of('notice', '2019-01-01', { continues: ['c1'] }),
      ...of('second', '2021-01-01', { replaces: ['notice/a1'] }),
    }
    expect(changed({}, documents)).toEqual([
      `No longer in force from 2021-01-01 on, by ${notice(2021)}.`,
      `From 2019-01-01 on, ${notice(2019)} continues Kitchen hygiene, c1.`,
      `From 2021-01-01 on, ${notice(2021)} replaces ${notice(2019)}.`,
    ])
  })

  it('says that part of its ground has ended, and what became of the clauses of its exceptions', () => {
    const exception = {
      id: 'small',
      text: words('规模小'),
      clauses: ['c2'],
      status: 'review',
      when: seats('lessThan', 5),
    }
    expect(changed({ unless: [exception] }, of('notice', '2019-01-01', { replaces: ['c2'] }))).toEqual([
      `From 2019-01-01 on, ${notice(2019)} changes part of the clauses that this rests on: whether it still has to be done is for a person to judge.`,
      `From 2019-01-01 on, ${notice(2019)} replaces Kitchen hygiene, c2.`,
    ])
  })

  it('is told once where the whole document ends, and with a clause too', () => {
    const documents = of('notice', '2019-01-01', { ends: [{ document: 'code' }] })
    expect(changed({ clauses: ['c1', 'c2'] }, documents)).toEqual([
      `No longer in force from 2019-01-01 on, by ${notice(2019)}.`,
      `From 2019-01-01 on, ${notice(2019)} ends Kitchen hygiene.`,
    ])
    const { sections } = describeClause(policyWith({ requires: licensed }, { documents }), 'c2', 'en')!
    expect(sections.find(({ part }) => part === 'changed')?.lines).toEqual([
      { text: `From 2019-01-01 on, ${notice(2019)} ends Kitchen hygiene.`, below: [] },
    ])
  })

  it('counts the years planned for to the day to which they were prolonged, and says by what', () => {
    const prolonged = of('notice', '2019-01-01', { prolongs: [{ document: 'code' }], to: '2020-12-31' })
    const task = { duty: 'once' }
    expect(changed(task, prolonged, 'horizon')).toEqual([
      'not done after 2020-12-31: for a person to judge. The plan runs to 2018.',
      `- From 2019-01-01 on, by ${notice(2019)}, the years planned for run to 2020-12-31.`,
    ])
    expect(changed(task, {}, 'horizon')).toEqual([
      'not done after 2018-12-31: for a person to judge. The plan runs to 2018.',
    ])
  })

  it('says where its clause goes on in a document that plans for no years', () => {
    expect(changed({ duty: 'once' }, of('notice', '2020-01-01', { continues: ['c1'] }), 'horizon')).toEqual([
      'not done after 2018-12-31: for a person to judge. The plan runs to 2018.',
      `- From 2020-01-01 on, by ${notice(2020)}, no years are planned for.`,
    ])
  })

  it('says nothing of the years planned for where a duty of all years has lost part of its ground', () => {
    const rule = { clauses: ['c1', 'c2'], duty: 'standing' }
    expect(changed(rule, of('notice', '2019-01-01', { ends: ['c2'] }), 'horizon')).toEqual([])
  })
})

describe('a clause and a fact in words', () => {
  const linesOf = (description: ReturnType<typeof describeFact>, part: string) =>
    description?.sections.filter((section) => section.part === part).flatMap(({ lines }) => lines.flatMap(flat))

  it('a clause tells what encodes it, or why nothing does', () => {
    const clauses = [
      {
        id: 'q1',
        text: { zh: '安静。', en: 'Quiet.' },
        force: 'goal',
        bearer: words('经营者', 'the owner'),
        testability: 'none',
        notEncoded: words('无从检验。', 'Not testable.'),
      },
    ]
    const policy = policyWith({ requires: licensed }, { clauses })
    expect(linesOf(describeClause(policy, 'c1', 'zh'), 'encodedBy')).toEqual(['要求 rule：要求'])
    expect(linesOf(describeClause(policy, 'q1', 'en'), 'words')).toEqual(['安静。', 'Quiet.'])
    expect(linesOf(describeClause(policy, 'q1', 'zh'), 'about')).toContain('责任主体：经营者')
    expect(linesOf(describeClause(policy, 'q1', 'en'), 'about')).toContain('bearer: the owner')
    expect(linesOf(describeClause(policy, 'q1', 'en'), 'notEncoded')).toEqual(['Not testable.'])
    expect(describeClause(policy, 'q9', 'en')).toBeUndefined()
  })

  it('a fact tells how it is come by, what none means and what uses it, near and far', () => {
    const derived = {
      'kitchen.isBig': { label: words('是否大', 'whether it is big'), when: seats('greaterThan', 50) },
      'kitchen.isOpen': { label: words('是否开放', 'whether it is open'), when: { condition: 'kitchen.isBig' } },
    }
    const policy = policyWith({ requires: { condition: 'kitchen.isOpen' } }, { derived })
    expect(linesOf(describeFact(policy, 'kitchen.seats', 'zh'), 'usedBy')).toEqual([
      '事实 kitchen.isBig：是否大',
      '要求 rule：要求',
    ])
    expect(linesOf(describeFact(policy, 'kitchen.isOpen', 'en'), 'formula')).toEqual(['it is big'])
    expect(linesOf(describeFact(policy, 'kitchen.cleanedOn', 'zh'), 'about')).toContain('填 null 表示：尚未清洁')
    expect(describeFact(policy, 'kitchen.nothing', 'en')).toBeUndefined()
  })
})

it('states the first year of a yearly requirement, by the name of the parameter that sets it', () => {
  const first = {
    label: words('首个年度', 'first year'),
    type: 'integer',
    values: [{ value: 2020, assumption: words('设定', 'assumed') }],
  }
  const more = { parameters: { first } }
  const scopeOf = (from: unknown, language: 'zh' | 'en') =>
    sectionOf({ recurs: { every: 'year', from } }, 'scope', language, more)
  expect(scopeOf(2019, 'zh')).toContain('每年一次，首个年度：2019')
  expect(scopeOf(2019, 'en')).toContain('every year from 2019')
  expect(scopeOf('parameters.first', 'zh')).toContain('每年一次，首个年度：首个年度（2020）')
})
