import { describe, expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { dated, reportOn, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const LEDGER = { kitchens: [{ id: 'K1', licensed: false, seats: 4, years: {} }] }
const licence = (parts: object = {}) =>
  requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' }, ...parts })

/** A notice of 2019 whose only clause does this. */
function notice(changes: object[], more: object = {}): ToyParts {
  return {
    documents: {
      notice: {
        document: { number: '卫通[2019]1号', effective: { from: '2019-01-01' } },
        clauses: [{ id: 'a1', place: words('第一条', 'article 1'), changes }],
      },
    },
    requirements: [licence()],
    ...more,
  }
}

const on = (parts: ToyParts, asOf: string, options: object = {}) => reportOn(parts, LEDGER, { asOf, ...options })
const statuses = (parts: ToyParts, asOf: string) =>
  on(parts, asOf).findings.map(({ requirement: id, status }) => `${id} ${status}`)

describe('a clause that a later one ends', () => {
  const ended = notice([{ ends: ['c1'] }])

  it('ends what rests on it, from its day on, and what is no longer in force says by which clause', () => {
    expect(statuses(ended, '2018-12-31')).toEqual(['licence not_met'])
    expect(statuses(ended, '2019-01-01')).toEqual([])
    const [found] = on(ended, '2019-01-01', { notInForce: true, statuses: ['not_applicable'] }).findings
    expect(found).toMatchObject({
      notInForce: true,
      notes: [
        {
          id: 'ended',
          text: {
            zh: '自2019年1月1日起不再适用，依据是《关于厨房卫生的通知》（卫通[2019]1号）第一条。',
            en: 'No longer in force from 2019-01-01 on, by Notice on kitchen hygiene (卫通[2019]1号), article 1.',
          },
        },
      ],
      citations: [{ id: 'c1', ended: [{ how: 'ends', on: '2019-01-01', by: { id: 'notice/a1' } }] }],
    })
  })

  it('is told in a notice of the report, by document and clause, and before its day by nobody', () => {
    expect(on(ended, '2018-12-31').notices).toEqual([])
    expect(on(ended, '2019-01-01').notices).toEqual([
      {
        code: 'changed',
        text: {
          zh: '《关于厨房卫生的通知》（卫通[2019]1号）：自2019年1月1日起，第一条废止《厨房卫生》c1。',
          en: 'Notice on kitchen hygiene (卫通[2019]1号): from 2019-01-01 on, article 1 ends Kitchen hygiene, c1.',
        },
      },
    ])
  })

  it('is told in a notice where it prolongs a document that has a last day and plans for no years', () => {
    const changes = [{ prolongs: [{ document: 'code' }], to: '2021-12-31' }]
    const prolonged = { ...notice(changes), document: { effective: { to: '2020-01-01' } } }
    expect(on(prolonged, '2021-06-01').notices.map(({ text }) => text.en)).toEqual([
      'Notice on kitchen hygiene (卫通[2019]1号): from 2019-01-01 on, article 1 prolongs Kitchen hygiene to 2021-12-31.',
    ])
  })

  it('leaves to a person what rests on other clauses too, and a person is told why', () => {
    const partly = notice([{ ends: ['c1'] }], { requirements: [licence({ clauses: ['c1', 'c2'] })] })
    expect(statuses(partly, '2018-12-31')).toEqual(['licence not_met'])
    expect(on(partly, '2019-01-01').findings).toMatchObject([
      { status: 'review', notes: [{ id: 'partly-ended', citations: [{ id: 'notice/a1' }] }] },
    ])
    const met = { kitchens: [{ id: 'K1', licensed: true }] }
    expect(reportOn(partly, met, { asOf: '2019-01-01' }).findings).toMatchObject([{ status: 'met' }])
  })

  it('ends exceptions and notes with it', () => {
    const small = { fact: 'kitchen.seats', operator: 'lessThan', value: 5 }
    const rule = licence({
      clauses: ['c2'],
      force: 'encourage',
      unless: [{ id: 'small', text: words('规模小'), clauses: ['c1'], status: 'exempted', when: small }],
      notes: [{ id: 'seats', text: words('座位少'), clauses: ['c1'], when: small }],
    })
    const parts = notice([{ ends: ['c1'] }], { requirements: [rule] })
    expect(on(parts, '2018-12-31').findings).toMatchObject([{ status: 'exempted', notes: [{ id: 'seats' }] }])
    const large = { kitchens: [{ id: 'K1', licensed: false, seats: 9 }] }
    expect(reportOn(parts, large, { asOf: '2019-01-01' }).findings).toMatchObject([{ status: 'not_met', notes: [] }])
  })

  it('leaves to a person what an exception had carried that it ends', () => {
    const small = { fact: 'kitchen.seats', operator: 'lessThan', value: 5 }
    const unless = [
      { id: 'small', text: words('规模小。', 'It is small.'), clauses: ['c1'], status: 'exempted', when: small },
    ]
    const rule = (more: object = {}) => licence({ clauses: ['c2'], force: 'encourage', unless, ...more })
    const parts = (more?: object) => notice([{ ends: ['c1'] }], { requirements: [rule(more)] })
    expect(on(parts(), '2019-01-01').findings).toMatchObject([
      {
        status: 'review',
        notes: [
          {
            id: 'small-struck-out',
            text: {
              zh: '例外（规模小）自2019年1月1日起由《关于厨房卫生的通知》（卫通[2019]1号）第一条废止：在此之前依该例外办理的是否仍然有效，由人工研判。',
            },
            citations: [{ id: 'notice/a1' }],
          },
        ],
      },
    ])
    const unknown = { kitchens: [{ id: 'K1', licensed: false }] }
    expect(reportOn(parts(), unknown, { asOf: '2019-01-01' }).findings).toMatchObject([{ status: 'unknown' }])
    // Somebody has read it.
    const read = [{ id: 'read', text: words('已核'), clauses: ['notice/a1'], when: small }]
    expect(statuses(parts({ notes: read }), '2019-01-01')).toEqual(['licence not_met'])
  })

  it('leaves to a person what an exception had carried that has run out with its document', () => {
    const small = { fact: 'kitchen.seats', operator: 'lessThan', value: 5 }
    const unless = [
      {
        id: 'small',
        text: words('规模小。', 'It is small.'),
        clauses: ['notice/a1'],
        status: 'exempted',
        when: small,
      },
    ]
    const parts = (more: object = {}, changes: object[] = []): ToyParts => ({
      documents: {
        notice: {
          document: { number: '卫通[2019]1号', effective: { from: '2019-01-01', to: '2020-01-01' } },
          clauses: [
            { id: 'a1', place: words('第一条', 'article 1') },
            { id: 'a2', ...(changes.length > 0 ? { changes } : {}) },
          ],
        },
      },
      requirements: [licence({ unless, ...more })],
    })
    expect(statuses(parts(), '2018-12-31')).toEqual(['licence not_met'])
    expect(statuses(parts(), '2019-12-31')).toEqual(['licence exempted'])
    expect(on(parts(), '2020-01-01').findings).toMatchObject([
      {
        status: 'review',
        notes: [
          {
            id: 'small-lapsed',
            text: {
              zh: '例外（规模小）所依据的《关于厨房卫生的通知》（卫通[2019]1号）第一条有效期届满，自2020年1月1日起不再有效：在此之前依该例外办理的是否仍然有效，由人工研判。',
            },
            citations: [{ id: 'notice/a1' }],
          },
        ],
      },
    ])
    const large = { kitchens: [{ id: 'K1', licensed: false, seats: 9 }] }
    expect(reportOn(parts(), large, { asOf: '2020-01-01' }).findings).toMatchObject([{ status: 'not_met' }])
    // Somebody has read the clause that gives the term, and it says so itself.
    const read = [{ id: 'read', text: words('已核'), clauses: ['notice/a2'], when: small }]
    const ending = [{ ends: [{ document: 'notice' }], from: '2020-01-01' }]
    expect(statuses(parts({ notes: read }, ending), '2020-01-01')).toEqual(['licence not_met'])
  })

  it('takes with it the value that rests on it, and what needs it is unknown', () => {
    const few = { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } }
    const parts = notice([{ ends: ['c1'] }], {
      parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values: [dated(10)] } },
      requirements: [licence({ clauses: ['c2'], force: 'encourage', requires: few })],
    })
    expect(statuses(parts, '2018-12-31')).toEqual(['licence met'])
    expect(statuses(parts, '2019-01-01')).toEqual(['licence unknown'])
  })

  it('says by which clause its document was ended, also on the day on which that ran out by itself', () => {
    const parts = { ...notice([{ ends: [{ document: 'code' }] }]), document: { effective: { to: '2019-01-01' } } }
    const [found] = on(parts, '2019-01-01', { notInForce: true, statuses: ['not_applicable'] }).findings
    expect(found).toMatchObject({ citations: [{ ended: [{ by: { id: 'notice/a1' } }] }] })
  })

  it('has run out with its document, as what is no longer in force says', () => {
    const parts: ToyParts = { document: { effective: { to: '2019-01-01' } }, requirements: [licence()] }
    const { notes } = on(parts, '2019-01-01', { notInForce: true }).findings[0]!
    expect(notes).toMatchObject([
      {
        id: 'ended',
        text: { zh: '所依据的《厨房卫生》c1有效期届满，自2019年1月1日起不再适用。' },
        citations: [{ id: 'c1' }],
      },
    ])
    expect(on(parts, '2018-12-31', { notInForce: true }).findings[0]!.notes).toEqual([])
    // What a later clause ended when it was over already.
    const late = { ...notice([{ ends: ['c1'], from: '2019-06-01' }]), document: parts.document! }
    expect(on(late, '2019-01-01', { notInForce: true }).findings[0]!.notes[0]!.text.zh).toContain('有效期届满')
  })

  it('ends with its whole document', () => {
    const repealed = notice([{ ends: [{ document: 'code' }] }])
    expect(statuses(repealed, '2018-12-31')).toEqual(['licence not_met'])
    expect(statuses(repealed, '2019-01-01')).toEqual([])
    expect(on(repealed, '2019-01-01').notices[0]!.text.zh).toContain('第一条废止《厨房卫生》。')
  })
})

describe('clauses that end on the same day', () => {
  const document = { effective: { from: '2019-01-01' } }
  const c3 = { id: 'c3', text: words('厨房应当通风。'), force: 'must', testability: 'full' }
  const two = (first: object, second: object, more: object = {}): ToyParts => ({
    documents: {
      notice: {
        document,
        clauses: [
          { id: 'a1', changes: [first] },
          { id: 'a2', changes: [second] },
        ],
      },
      ...more,
    },
    requirements: [licence({ clauses: ['c1', 'c2'] })],
  })
  const notesOf = (parts: ToyParts, asOf = '2019-01-01') =>
    on(parts, asOf, { notInForce: true }).findings.flatMap(({ notes }) =>
      notes.map(({ id, citations }) => [id, ...citations.map((citation) => citation.id)]),
    )

  it('are said to have ended by each that ended one of them, and by each once', () => {
    expect(notesOf(two({ ends: ['c1'] }, { ends: ['c2'] }))).toEqual([['ended', 'notice/a1', 'notice/a2']])
    expect(notesOf(two({ ends: ['c1', 'c2'] }, { prolongs: [{ document: 'code' }], to: '2020-12-31' }))).toEqual([
      ['ended', 'notice/a1'],
    ])
    const both = notice([{ ends: ['c1'] }, { replaces: ['c2'] }], {
      requirements: [licence({ clauses: ['c1', 'c2'] })],
    })
    expect(notesOf(both)).toEqual([['ended', 'notice/a1']])
  })

  it('leave the rest to a person, who is told by each which changed one of them', () => {
    const parts = { ...two({ ends: ['c2'] }, { ends: ['c3'] }), clauses: [c3] }
    const requirements = [licence({ clauses: ['c1', 'c2', 'c3'] })]
    expect(notesOf({ ...parts, requirements })).toEqual([['partly-ended', 'notice/a1', 'notice/a2']])
  })

  it('are said to have ended by each, also where they continued an earlier one together', () => {
    const later = {
      document: { effective: { from: '2020-01-01' } },
      clauses: [
        { id: 'b1', changes: [{ ends: ['notice/a1'] }] },
        { id: 'b2', changes: [{ ends: ['notice/a2'] }] },
      ],
    }
    const parts = { ...two({ continues: ['c1'] }, { continues: ['c1'] }, { later }), requirements: [licence()] }
    expect(statuses(parts, '2019-12-31')).toEqual(['licence not_met'])
    expect(notesOf(parts, '2020-01-01')).toEqual([['ended', 'later/b1', 'later/b2']])
  })
})

describe('clauses that end one after another', () => {
  const later = (id: string, from: string, ended: string[]) => ({
    [id]: { document: { effective: { from } }, clauses: [{ id: 'b1', changes: [{ ends: ended }] }] },
  })
  const citedBy = (parts: ToyParts, asOf: string) =>
    on(parts, asOf, { notInForce: true }).findings.flatMap(({ notes }) =>
      notes.map(({ id, citations }) => [id, ...citations.map((citation) => citation.id)]),
    )

  it('are said to have ended by the last, and to have ended in part by the first', () => {
    const parts: ToyParts = {
      documents: { ...later('first', '2019-01-01', ['c1']), ...later('second', '2020-01-01', ['c2']) },
      requirements: [licence({ clauses: ['c2', 'c1'] })],
    }
    expect(citedBy(parts, '2019-01-01')).toEqual([['partly-ended', 'first/b1']])
    expect(citedBy(parts, '2020-01-01')).toEqual([['ended', 'second/b1']])
  })

  it('hold what they continue together to the end of the last', () => {
    const parts = notice([], {
      documents: {
        notice: {
          document: { effective: { from: '2019-01-01' } },
          clauses: ['a1', 'a2'].map((id) => ({ id, changes: [{ continues: ['c1'] }] })),
        },
        ...later('first', '2020-01-01', ['notice/a1']),
        ...later('second', '2021-01-01', ['notice/a2']),
      },
    })
    expect(statuses(parts, '2020-12-31')).toEqual(['licence not_met'])
    expect(citedBy(parts, '2021-01-01')).toEqual([['ended', 'second/b1']])
  })
})

describe('a notice of the report', () => {
  it('tells the changes of a document by day', () => {
    const parts = notice([{ ends: ['c1'], from: '2019-06-01' }, { ends: ['c2'] }])
    expect(on(parts, '2019-06-01').notices[0]!.text.en).toMatch(
      /from 2019-01-01 on, article 1 ends [^;]+ c2; from 2019-06-01 on, article 1 ends [^;]+ c1\.$/,
    )
  })

  const changed = (count: number) => {
    const ids = Array.from({ length: count }, (_, i) => `d${i + 1}`)
    const parts = notice([{ ends: ids }], {
      clauses: ids.map((id) => ({ id, text: words('厨房应当通风。'), force: 'must', testability: 'full' })),
    })
    const { zh, en } = on(parts, '2019-01-01').notices[0]!.text
    return { named: zh.match(/废止/g)!.length, zh, en }
  }

  const reissued = (continued: number, replaced: number, left: number) => {
    const ids = Array.from({ length: continued + replaced + left }, (_, i) => `d${i + 1}`)
    const changes = [
      { continues: ['c1', 'c2', ...ids.slice(0, continued)] },
      ...(replaced > 0 ? [{ replaces: ids.slice(continued, continued + replaced) }] : []),
    ]
    const clauses = ids.map((id) => ({ id, text: words('厨房应当通风。'), force: 'must', testability: 'full' }))
    return on(notice(changes, { clauses }), '2019-01-01').notices[0]!.text
  }

  it('says at once that a document is issued again, and then only what changed', () => {
    expect(reissued(8, 1, 0).zh).toMatch(/起，重新印发《厨房卫生》全文，第一条代替其d9。$/)
    expect(reissued(8, 1, 0).en).toContain('the whole of Kitchen hygiene is issued again, article 1 replaces')
  })

  it('counts the clauses that go on where they are many and not all, and names few', () => {
    expect(reissued(8, 1, 1).zh).toMatch(/起，第一条代替《厨房卫生》d9，另沿用《厨房卫生》10条。$/)
    expect(reissued(1, 0, 1).zh).toMatch(/第一条沿用《厨房卫生》c1，第一条沿用其c2，第一条沿用其d1。$/)
  })

  it('names twenty changes of a document, and says how many more there are', () => {
    const twenty = changed(20)
    expect(twenty.named).toBe(20)
    expect(twenty.zh).toMatch(/d20。$/)
    const more = changed(21)
    expect(more.named).toBe(20)
    expect(more.zh).toMatch(/d20，另有1处。$/)
    expect(more.en).toMatch(/d20, and 1 more\.$/)
  })
})

describe('a document that had changed others and is repealed itself', () => {
  const reads = words('厨房应当清洁。', 'Kitchens shall be clean.')
  /** A notice of 2019 changes the code, and a decision of 2020 does something to that. */
  const repealed = (changes: object[], later: object[], more: ToyParts = {}, effective: object = {}): ToyParts => ({
    documents: {
      notice: {
        document: { number: '卫通[2019]1号', effective: { from: '2019-01-01', ...effective } },
        clauses: [{ id: 'a1', place: words('第一条', 'article 1'), changes }],
      },
      ...(later.length > 0
        ? {
            later: {
              document: { title: words('关于废止的决定', 'Decision to repeal'), effective: { from: '2020-01-01' } },
              clauses: [{ id: 'b1', place: words('第二条', 'article 2'), changes: later }],
            },
          }
        : {}),
    },
    requirements: [licence(), licence({ id: 'new', clauses: ['notice/a1'] })],
    ...more,
  })
  const told = (parts: ToyParts, asOf = '2020-01-01') =>
    on(parts, asOf).notices.flatMap(({ code, text }) => (code === 'not-revived' ? [text.zh] : []))
  const REPEALS = [{ ends: [{ document: 'notice' }] }]
  const HEAD = '《关于厨房卫生的通知》（卫通[2019]1号）自2020年1月1日起由《关于废止的决定》第二条废止。'
  const OPEN = '：这些规定不因此恢复，也没有其他规定代替，是否恢复执行，由人工研判。'

  it.each([
    [[{ ends: ['c1'] }], '它的第一条废止《厨房卫生》c1'],
    [[{ replaces: ['c1'] }], '它的第一条代替《厨房卫生》c1'],
    [[{ continues: ['c1'], reads: words('另一内容。') }], '它的第一条修改《厨房卫生》c1'],
    [[{ ends: [{ document: 'code' }] }], '它的第一条废止《厨房卫生》'],
    [[{ ends: [{ requirement: 'licence' }] }], '它的第一条废止“要求”'],
  ])('brings nothing back, and the report asks a person, from its day on: %j', (changes, said) => {
    expect(told(repealed(changes, REPEALS), '2019-12-31')).toEqual([])
    expect(told(repealed(changes, REPEALS))).toEqual([`${HEAD}${said}${OPEN}`])
    expect(statuses(repealed(changes, REPEALS), '2020-01-01')).toEqual([])
  })

  it('is told with each requirement that it had ended', () => {
    const notesOf = (asOf: string) =>
      on(repealed([{ ends: ['c1'] }], REPEALS), asOf, { notInForce: true, requirements: ['licence'] }).findings[0]!
        .notes
    expect(notesOf('2019-12-31').map(({ id }) => id)).toEqual(['ended'])
    expect(notesOf('2020-01-01')).toMatchObject([
      { id: 'ended' },
      {
        id: 'not-revived',
        text: {
          zh: '《关于厨房卫生的通知》（卫通[2019]1号）第一条自2020年1月1日起由《关于废止的决定》第二条废止。本项不因此恢复，是否恢复执行，由人工研判。',
        },
        citations: [{ id: 'later/b1' }],
      },
    ])
  })

  it('is followed in what it had prolonged, and a person is asked', () => {
    const parts = repealed([{ prolongs: [{ document: 'code' }], to: '2021-12-31' }], REPEALS, {
      document: { horizon: { to: '2018-06-30', text: words('届满') } },
      requirements: [licence({ duty: 'once' })],
    })
    expect(statuses(parts, '2021-12-31')).toEqual(['licence not_met'])
    expect(told(parts)).toEqual([
      `${HEAD}它的第一条将《厨房卫生》延长至2021年12月31日，目前仍按延长后的日期评价，是否还有效，由人工研判。`,
    ])
  })

  it('may also run out', () => {
    expect(told(repealed([{ ends: ['c1'] }], [], {}, { to: '2020-01-01' }))).toEqual([
      `《关于厨房卫生的通知》（卫通[2019]1号）有效期届满，自2020年1月1日起不再有效。它的第一条废止《厨房卫生》c1${OPEN}`,
    ])
  })

  it('is a part of it where the decision names it, and not where that changes the words as they stand', () => {
    const part = repealed([{ replaces: ['c1'] }], [{ ends: ['notice/a1'] }])
    expect(told(part)).toEqual([])
    const { later } = part.documents!
    const [clause] = later!.clauses
    const text = words('废止卫通[2019]1号第一条。')
    const named = { ...part, documents: { ...part.documents, later: { ...later!, clauses: [{ ...clause, text }] } } }
    expect(told(named)).toEqual([expect.stringContaining('它的第一条代替《厨房卫生》c1')])
  })

  it('is nothing to be asked where something stands in its place, or nothing could come back', () => {
    const restoring = [...REPEALS, { replaces: ['notice/a1'], reads }]
    const restored = repealed([{ ends: ['c1'] }], restoring, {
      requirements: [licence(), licence({ id: 'restored', clauses: ['later/b1'] })],
    })
    expect(told(restored)).toEqual([])
    expect(statuses(restored, '2019-12-31')).toEqual([])
    expect(on(restored, '2020-01-01').findings).toMatchObject([
      { requirement: 'restored', status: 'not_met', citations: [{ id: 'later/b1', quote: reads }] },
    ])
    expect(told(repealed([{ ends: ['c1'] }], [{ ends: [{ document: 'notice' }, { document: 'code' }] }]))).toEqual([])
  })
})

describe('a clause that a later one replaces', () => {
  const few = { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } }
  const limit = (...values: object[]) => ({
    parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values } },
  })

  it('hands over to the requirement on the later one, each with its own document', () => {
    const parts = notice([{ replaces: ['c1'] }], {
      requirements: [licence(), licence({ id: 'new-licence', clauses: ['notice/a1'] })],
    })
    expect(statuses(parts, '2018-12-31')).toEqual(['licence not_met'])
    expect(statuses(parts, '2019-01-01')).toEqual(['new-licence not_met'])
    expect(on(parts, '2019-01-01').findings[0]!.citations).toMatchObject([
      { id: 'notice/a1', document: { id: 'notice', number: '卫通[2019]1号' } },
    ])
  })

  it('hands over a value without its days being written', () => {
    const parts = notice([{ replaces: ['c1'] }], {
      ...limit({ value: 10, clauses: ['c1'] }, { value: 3, clauses: ['notice/a1'] }),
      requirements: [licence({ clauses: ['c2'], force: 'encourage', requires: few })],
    })
    expect(statuses(parts, '2018-12-31')).toEqual(['licence met'])
    expect(statuses(parts, '2019-01-01')).toEqual(['licence not_met'])
  })

  it('hands over on the day of the change where that has one of its own: requirement, value and citation', () => {
    const change = { replaces: ['c1'], from: '2020-01-01' }
    const rules = notice([change], {
      requirements: [licence(), licence({ id: 'new-licence', clauses: ['notice/a1'] })],
    })
    expect(statuses(rules, '2019-12-31')).toEqual(['licence not_met'])
    expect(statuses(rules, '2020-01-01')).toEqual(['new-licence not_met'])
    const values = notice([change], {
      ...limit({ value: 10, clauses: ['c1'] }, { value: 3, clauses: ['notice/a1'] }),
      requirements: [licence({ clauses: ['c2'], force: 'encourage', requires: few })],
    })
    expect(statuses(values, '2019-12-31')).toEqual(['licence met'])
    expect(statuses(values, '2020-01-01')).toEqual(['licence not_met'])
    const continued = notice([{ continues: ['c1'], from: '2020-01-01' }])
    expect(on(continued, '2019-12-31').findings[0]!.citations).toMatchObject([{ id: 'c1' }])
    expect(on(continued, '2020-01-01').findings[0]!.citations).toMatchObject([{ id: 'notice/a1' }])
  })

  it('holds from the first of its days where it makes several changes', () => {
    const changes = [{ replaces: ['c1'], from: '2020-01-01' }, { ends: ['c2'] }]
    const parts = notice(changes, { requirements: [licence({ id: 'new-licence', clauses: ['notice/a1'] })] })
    expect(statuses(parts, '2018-12-31')).toEqual([])
    expect(statuses(parts, '2019-01-01')).toEqual(['new-licence not_met'])
  })

  it('may be replaced by two clauses together, and by no other', () => {
    const together = notice([], {
      documents: {
        notice: {
          document: { effective: { from: '2019-01-01' } },
          clauses: [
            { id: 'a1', changes: [{ replaces: ['c1'] }] },
            { id: 'a2', changes: [{ replaces: ['c1'] }] },
          ],
        },
      },
    })
    expect(on(together, '2019-01-01').notices[0]!.text.zh).toContain('a1代替《厨房卫生》c1，a2代替其c1。')
  })
})

describe('a requirement beside what a later clause says otherwise', () => {
  const small = { fact: 'kitchen.seats', operator: 'lessThan', value: 5 }
  const unless = [{ id: 'small', text: words('规模小'), clauses: ['c1'], status: 'exempted', when: small }]
  const excepting = (more: object = {}) =>
    notice([{ replaces: ['c1'] }], {
      requirements: [licence({ clauses: ['c2'], force: 'encourage', unless, ...more })],
    })

  it('is left to a person as long as no exception cites the clause in the place of its own', () => {
    expect(statuses(excepting(), '2018-12-31')).toEqual(['licence exempted'])
    expect(on(excepting(), '2019-01-01').findings).toMatchObject([
      { status: 'review', notes: [{ id: 'partly-ended', citations: [{ id: 'notice/a1' }] }] },
    ])
    const taken = [...unless, { ...unless[0]!, id: 'new', clauses: ['notice/a1'], when: { ...small, value: 3 } }]
    expect(statuses(excepting({ unless: taken }), '2019-01-01')).toEqual(['licence not_met'])
  })

  const halves = [
    { id: 'h1', text: words('2018年3月底前，', 'By the end of March 2018,'), force: 'must', testability: 'full' },
    { id: 'h2', text: words('厨房应当有证。', 'kitchens shall be licensed.'), force: 'must', testability: 'full' },
  ]
  const inHalves = (changes: object[], more: object = {}) =>
    notice(changes, {
      clauses: halves,
      requirements: [licence({ clauses: ['h2'], duty: 'once', due: '2018-03-31', ...more })],
    })

  it('is left to a person where the half sentence with its last day is another', () => {
    expect(statuses(inHalves([{ replaces: ['h1'] }]), '2018-12-31')).toEqual(['licence not_met'])
    expect(statuses(inHalves([{ replaces: ['h1'] }]), '2019-01-01')).toEqual(['licence review'])
    expect(statuses(inHalves([{ continues: ['h1'] }]), '2019-01-01')).toEqual(['licence not_met'])
    expect(statuses(inHalves([{ replaces: ['h1'] }], { clauses: ['h2', 'notice/a1'] }), '2019-01-01')).toEqual([
      'licence not_met',
    ])
  })

  it('is quoted without the half of its sentence that is another', () => {
    const sentence = (asOf: string) =>
      on(inHalves([{ replaces: ['h1'] }]), asOf).findings[0]!.citations.flatMap((cited) =>
        cited.kind === 'clause' ? (cited.sentence?.zh ?? []) : [],
      )
    expect(sentence('2018-12-31')).toEqual(['2018年3月底前，厨房应当有证。'])
    expect(sentence('2019-01-01')).toEqual(['厨房应当有证。'])
  })
})

describe('a clause that a later one continues', () => {
  const continued = notice([{ continues: ['c1'] }])

  it('still carries what rests on it, which cites the later one from its day on', () => {
    const cited = (asOf: string) => on(continued, asOf).findings.map(({ citations }) => citations.map(({ id }) => id))
    expect(cited('2018-12-31')).toEqual([['c1']])
    expect(cited('2019-01-01')).toEqual([['notice/a1']])
  })

  it('keeps going when the document of the earlier one ends', () => {
    const reissued = notice([{ continues: ['c1'] }, { ends: [{ document: 'code' }] }])
    expect(statuses(reissued, '2019-01-01')).toEqual(['licence not_met'])
    expect(on(reissued, '2019-01-01').notices.map(({ code }) => code)).toEqual(['changed'])
  })

  it('plans for the days of the later document', () => {
    const text = words('规划期已届满')
    const parts = {
      ...continued,
      document: { horizon: { to: '2018-06-30', text } },
      requirements: [licence({ duty: 'once', due: '2018-03-31' })],
    }
    expect(statuses(parts, '2018-12-31')).toEqual(['licence review'])
    expect(statuses(parts, '2019-01-01')).toEqual(['licence not_met'])
  })

  describe('with another name of a body, or other words that change no duty', () => {
    const reads = words('厨房应当清爽。', 'Kitchens shall be tidy.')
    const renamed = (rule: object, more: ToyParts = {}): ToyParts => ({
      ...notice([{ continues: ['c1'], reads }]),
      document: { horizon: { to: '2018-06-30', text: words('规划期已届满') } },
      requirements: [licence(rule)],
      ...more,
    })
    const task = { duty: 'once', due: '2018-03-31' }

    it('leaves a task of the plan to a person, and says that no years were planned anew', () => {
      expect(on(renamed(task), '2018-12-31').findings[0]!.notes[0]!.text.zh).toBe(
        '文件规划期已届满：本项是否仍须办理，由人工研判。',
      )
      expect(on(renamed(task), '2019-01-01').findings).toMatchObject([
        {
          status: 'review',
          notes: [
            {
              id: 'past-horizon',
              text: {
                zh: '文件规划期已届满，《关于厨房卫生的通知》（卫通[2019]1号）第一条改动了本项的文字而没有另定规划期：是否仍须办理，由人工研判。',
              },
            },
          ],
        },
      ])
      const yearly = { recurs: { every: 'year', from: 2019 }, due: 'period.end' }
      expect(statuses(renamed(yearly), '2019-06-30')).toEqual(['licence review'])
    })

    it('leaves what stands by its words as it was', () => {
      const [found] = on(renamed({ duty: 'standing', due: '2018-03-31' }), '2019-01-01').findings
      expect(found).toMatchObject({ status: 'not_met', notes: [{ id: 'days-not-counted' }] })
      expect(found!.notes[0]!.text.zh).not.toContain('规划期已届满')
    })

    it('plans anew where it gives a number another value, or where its document is prolonged', () => {
      const values = [dated(10, undefined, '2019-01-01'), { value: 3, clauses: ['notice/a1'] }]
      const parameters = { limit: { label: words('上限'), type: 'integer', values } }
      expect(statuses(renamed(task, { parameters }), '2019-01-01')).toEqual(['licence not_met'])
      const prolonging = [
        { continues: ['c1'], reads },
        { prolongs: [{ document: 'code' }], to: '2019-12-31' },
      ]
      const prolonged = renamed(task, { documents: notice(prolonging).documents! })
      expect(statuses(prolonged, '2019-12-31')).toEqual(['licence not_met'])
      expect(statuses(prolonged, '2020-01-01')).toEqual(['licence review'])
    })

    it('takes nothing from the years of a document that was issued again before', () => {
      const horizon = { to: '2020-12-31', text: words('届满') }
      const later = (from: string, clause: object) => ({ document: { effective: { from } }, clauses: [clause] })
      const documents = {
        reissued: {
          document: { effective: { from: '2018-07-01' }, horizon },
          clauses: [{ id: 'r1', changes: [{ continues: ['c1'] }] }],
        },
        renaming: later('2019-01-01', { id: 'n1', changes: [{ continues: ['reissued/r1'], reads }] }),
        prolonging: later('2020-01-01', {
          id: 'p1',
          changes: [{ prolongs: [{ document: 'reissued' }], to: '2021-12-31' }],
        }),
      }
      const found = (day: string, of: object = documents) =>
        statuses(renamed(task, { documents: of as NonNullable<ToyParts['documents']> }), day)
      expect(found('2020-12-31')).toEqual(['licence not_met'])
      expect(found('2021-12-31')).toEqual(['licence not_met'])
      expect(found('2022-01-01')).toEqual(['licence review'])
      const { prolonging: _, ...without } = documents
      expect(found('2021-01-01', without)).toEqual(['licence review'])
      // From the day on which another document continues it, its own years count no more.
      const endless = {
        ...without,
        again: later('2019-06-01', { id: 'g1', changes: [{ continues: ['renaming/n1'] }] }),
      }
      expect(found('2021-01-01', endless)).toEqual(['licence not_met'])
    })
  })
})

it('what a document says of its years is not said once a later clause restates it', () => {
  const horizon = { to: '2018-06-30', text: words('规划期已届满'), clauses: ['c2'] }
  const codes = (changes: object[]) =>
    on({ ...notice(changes), document: { horizon } }, '2019-01-01').notices.map(({ code }) => code)
  expect(codes([{ continues: ['c1'] }])).toEqual(['changed', 'past-horizon'])
  expect(codes([{ replaces: ['c2'] }])).toEqual(['changed'])
})

it('a title within a title has marks of its own', () => {
  const title = words('关于修改《厨房卫生》的通知', 'Notice')
  const document = { title, effective: { from: '2019-01-01' } }
  const documents = { notice: { document, clauses: [{ id: 'a1', changes: [{ ends: ['c1'] }] }] } }
  expect(on({ ...notice([]), documents }, '2019-01-01').notices[0]!.text.zh).toMatch(
    /^《关于修改〈厨房卫生〉的通知》：/,
  )
})

describe('a document that a later clause prolongs', () => {
  const text = words('规划期已届满', 'over')
  const prolonged: ToyParts = {
    ...notice([{ prolongs: [{ document: 'code' }], to: '2020-12-31' }]),
    document: { horizon: { to: '2018-06-30', text } },
    requirements: [licence({ duty: 'once', due: '2018-03-31' })],
  }

  it('plans for the further days, and for none between', () => {
    expect(
      ['2018-06-30', '2018-07-01', '2019-01-01', '2020-12-31', '2021-01-01'].flatMap((day) => statuses(prolonged, day)),
    ).toEqual(['licence not_met', 'licence review', 'licence not_met', 'licence not_met', 'licence review'])
  })

  it('counts the days since a last day only where it planned without a break', () => {
    const late = (from: string, asOf: string) => {
      const parts = {
        ...prolonged,
        ...notice([{ prolongs: [{ document: 'code' }], to: '2020-12-31', from }]),
        document: prolonged.document!,
        requirements: prolonged.requirements!,
      }
      const { daysLate, notes } = on(parts, asOf).findings[0]!
      return [daysLate, ...notes.map(({ id, text: { zh } }) => [id, zh])]
    }
    expect(late('2018-07-01', '2019-01-01')).toEqual([276])
    expect(late('2018-07-02', '2019-01-01')).toEqual([
      undefined,
      ['days-not-counted', '文件规划期曾经届满，后来才延续，逾期日数不再计算。'],
    ])
    expect(late('2018-07-02', '2018-06-30')).toEqual([91])
  })

  it('is said in a notice, and is past its plan only outside those days', () => {
    expect(on(prolonged, '2020-12-31').notices.map(({ text: { zh } }) => zh)).toEqual([
      '《关于厨房卫生的通知》（卫通[2019]1号）：自2019年1月1日起，第一条将《厨房卫生》延长至2020年12月31日。',
    ])
    const over = on(prolonged, '2021-01-01').notices
    expect(over.map(({ code }) => code)).toEqual(['changed', 'past-horizon'])
    // What the pack says of the end of its plan knows of no prolongation.
    expect(over[1]!.text.zh).toMatch(/^文件规划期延长后已于2020年12月31日届满/u)
    expect(on(prolonged, '2018-12-31').notices.map(({ text: said }) => said)).toEqual([text])
  })

  describe('beside another document on which the same rests', () => {
    const both = (horizon: object, prolongs: object[]): ToyParts => ({
      document: { horizon: { to: '2018-06-30', text, clauses: ['c1'] } },
      documents: {
        plan: { document: { horizon }, clauses: [{ id: 'p1' }] },
        notice: {
          document: { effective: { from: '2019-01-01' } },
          clauses: [{ id: 'a1', changes: [{ prolongs, to: '2020-12-31' }] }],
        },
      },
      requirements: [licence({ duty: 'once', due: '2018-03-31', clauses: ['c1', 'plan/p1'] })],
    })
    const other = words('另一规划期已届满', 'the other is over')

    it.each(['code', 'plan'])('plans for the further days, whichever was prolonged: %s', (document) => {
      for (const to of ['2018-03-31', '2018-06-30', '2018-09-30']) {
        const parts = both({ to, text: other }, [{ document }])
        expect([to, ...statuses(parts, '2018-12-31')]).toEqual([to, 'licence review'])
        expect([to, ...statuses(parts, '2020-12-31')]).toEqual([to, 'licence not_met'])
        expect([to, ...statuses(parts, '2021-01-01')]).toEqual([to, 'licence review'])
      }
    })

    it('is never over where the other plans without end', () => {
      const parts = both({ to: '2018-03-31', text: other }, [{ document: 'code' }])
      const endless = { ...parts, documents: { ...parts.documents, plan: { clauses: [{ id: 'p1' }] } } }
      expect(statuses(endless, '2021-01-01')).toEqual(['licence not_met'])
    })

    it.each([
      ['2018-03-31', 'c1'],
      ['2018-06-30', 'c1'],
      ['2018-09-30', 'plan/p1'],
    ])('is over by the one that planned longest, or the first: %s', (to, id) => {
      const plan = { to, text: other, clauses: ['plan/p1'] }
      const [found] = on(both(plan, [{ document: 'code' }]), '2018-12-31').findings
      expect(found!.notes).toMatchObject([{ id: 'past-horizon', citations: [{ id }] }])
    })
  })

  it('holds beyond the end that it gave itself', () => {
    const parts = {
      ...notice([{ prolongs: [{ document: 'code' }], to: '2020-12-31' }]),
      document: { effective: { to: '2020-01-01' } },
    }
    expect(statuses(parts, '2020-12-31')).toEqual(['licence not_met'])
    expect(statuses(parts, '2021-01-01')).toEqual([])
  })
})

describe('a requirement of a used pack', () => {
  const used = toyPack({ requirements: [licence()] })
  const town = (changes: object[], requirements: object[]) => ({
    files: {
      'pack.json': {
        id: 'town',
        version: '1.0.0',
        title: words('本镇规定', 'Rules of the town'),
        languages: ['zh', 'en'],
        timeZone: 'Asia/Shanghai',
        uses: ['kitchens'],
      },
      'documents/town-rules/document.json': {
        title: words('本镇规定', 'Rules of the town'),
        effective: { from: '2019-01-01' },
      },
      'documents/town-rules/clauses.json': {
        clauses: [{ id: 'c1', text: words('另行规定。', 'Otherwise.'), force: 'must', testability: 'full', changes }],
      },
      'requirements/all.json': { theme: words('卫生'), requirements },
    },
    uses: [used],
  })
  const found = (changes: object[], requirements: object[], asOf: string) =>
    compile(town(changes, requirements))
      .evaluate(LEDGER, { asOf })
      .findings.map(({ requirement: id, citations }) => `${id} ${citations.map((citation) => citation.id).join()}`)
  const own = licence({ id: 'town-licence', clauses: ['c1'] })

  it('is ended or replaced by a clause of the pack that uses it', () => {
    expect(found([{ replaces: [{ requirement: 'licence' }] }], [own], '2018-12-31')).toEqual(['licence code/c1'])
    expect(found([{ replaces: [{ requirement: 'licence' }] }], [own], '2019-01-01')).toEqual(['town-licence c1'])
  })

  it('ends with its clause, which the other pack cites with its document', () => {
    expect(found([{ ends: ['code/c1'] }], [own], '2019-01-01')).toEqual(['town-licence c1'])
  })

  it('has what its document says of the end of its plan in its own findings: the report is of another document', () => {
    const horizon = { to: '2018-12-31', text: words('规划期已届满，请先核实。', 'over') }
    const parts = { document: { horizon }, requirements: [licence({ duty: 'once', due: '2018-06-30' })] }
    const pack = { ...town([{ continues: ['code/c2'] }], [own]), uses: [toyPack(parts)] }
    const { notices, findings } = compile(pack).evaluate(LEDGER, { asOf: '2019-06-30', requirements: ['licence'] })
    expect(notices.map(({ code }) => code)).not.toContain('past-horizon')
    expect(findings[0]!.notes).toMatchObject([{ id: 'past-horizon', text: horizon.text }])
  })
})

describe('a last day that a later document has moved behind the years of the plan', () => {
  const plan = words('规划期已届满，请先核实。', 'The plan is over.')
  /** The code asks c1 by the day of a parameter, of which the notice gives a later one in the place of c2. */
  const moved = (how: 'replaces' | 'continues', values: object[] = []): ToyParts => ({
    ...notice([{ [how]: ['c2'] }]),
    document: { horizon: { to: '2018-12-31', text: plan } },
    parameters: {
      deadline: {
        label: words('最后期限', 'last day'),
        type: 'date',
        values: [{ value: '2018-06-30', to: '2019-01-01', clauses: ['c2'] }, ...values],
      },
    },
    requirements: [licence({ duty: 'once', due: 'parameters.deadline' })],
  })
  const later = [{ value: '2019-12-31', clauses: ['notice/a1'] }]

  it.each(['replaces', 'continues'] as const)('is judged by that day, and not as past the plan: %s', (how) => {
    const found = (asOf: string) => on(moved(how, later), asOf).findings[0]
    expect(found('2019-06-30')).toMatchObject({ status: 'pending', notes: [] })
    expect(found('2020-01-01')).toMatchObject({ status: 'not_met' })
    expect(found('2020-01-01')!.notes.map(({ id }) => id)).not.toContain('past-horizon')
  })

  it('is past the plan where the last day stays that of the plan', () => {
    const [found] = on(
      moved('continues', [{ value: '2018-09-30', from: '2019-01-01', clauses: ['c1'] }]),
      '2019-06-30',
    ).findings
    expect(found).toMatchObject({ status: 'review' })
    expect(found!.notes.map(({ id }) => id)).toContain('past-horizon')
  })

  it('is not meant by what the report says of the plan', () => {
    const said = (parts: ToyParts) =>
      on(parts, '2019-06-30').notices.flatMap(({ code, text }) => (code === 'past-horizon' ? [text] : []))
    expect(said(moved('replaces', later))).toEqual([
      {
        zh: '规划期已届满，请先核实。其后的文件改写或者沿用的内容（包括另定的期限），按其后的文件办理。',
        en: 'The plan is over. Anything that a later document restates or continues, such as a later deadline, follows that document.',
      },
    ])
    expect(said({ ...notice([{ ends: ['c2'] }]), document: moved('replaces').document! })).toEqual([plan])
  })
})

describe('a clause that only says how an earlier one changes', () => {
  const reads = words('厨房应当每月清洁。', 'Kitchens shall be cleaned every month.')
  const cited = (changes: object[], more: object = {}, asOf = '2019-06-01') =>
    on(notice(changes, more), asOf).findings[0]!.citations

  it('is cited with what that reads by it, also where it is cited itself', () => {
    const amended = {
      id: 'notice/a1',
      quote: reads,
      sentence: reads,
      amends: { id: 'c1', document: { id: 'code' } },
    }
    expect(cited([{ continues: ['c1'], reads }])).toMatchObject([amended])
    const requirements = [licence({ clauses: ['notice/a1'] })]
    expect(cited([{ replaces: ['c1'], reads }], { requirements })).toMatchObject([amended])
    expect(cited([{ continues: ['c1'] }])[0]).not.toHaveProperty('amends')
  })

  it('is said to amend it, and to continue it only where it reads as before', () => {
    const told = (changes: object[], more: object = {}) =>
      on(notice(changes, more), '2019-06-01').notices.map(({ text }) => text)
    expect(told([{ continues: ['c1'], reads }])).toMatchObject([
      {
        zh: expect.stringContaining('第一条修改《厨房卫生》c1') as string,
        en: expect.stringContaining('amends') as string,
      },
    ])
    expect(told([{ replaces: ['c1'], reads }])[0]!.zh).toContain('第一条修改')
    expect(told([{ continues: ['c1'] }])[0]!.zh).toContain('第一条沿用')
    const values = [
      { value: 10, to: '2019-01-01', clauses: ['c1'] },
      { value: 3, clauses: ['notice/a1'] },
    ]
    const parameters = { limit: { label: words('上限', 'limit'), type: 'integer', unit: words('个', 'seats'), values } }
    expect(told([{ continues: ['c1'] }], { parameters })[0]!.zh).toContain('第一条修改')
  })

  it('is said once of many that it amends', () => {
    const clauses = Array.from({ length: 5 }, (_, i) => ({
      id: `b${i}`,
      place: words(`第${i}款`, `item ${i}`),
      text: words(`b${i}`),
      force: 'must',
      testability: 'full',
    }))
    const changes = clauses.map(({ id }) => ({ continues: [id], reads: words(`${id}改`, `${id} now`) }))
    expect(on(notice(changes, { clauses }), '2019-06-01').notices[0]!.text.zh).toContain('第一条修改《厨房卫生》5条')
  })
})
