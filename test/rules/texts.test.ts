import { describe, expect, it } from 'vitest'
import { compiledPack } from '../load-packs.ts'

const policy = compiledPack('ganzhou-2018-32')

/** What the one finding says on a firm of a county, known except for what a test sets. */
function said(requirement: string, firm: object, asOf: string) {
  const none = { closedOn: null, organization: null, jointBranch: null, instructors: [], reports: [], transfers: [] }
  const ledger = {
    id: 'C',
    jointBranches: [{ id: 'J', establishedOn: '2018-06-01' }],
    counties: [
      {
        id: 'K',
        level: 'county',
        firms: [{ id: 'F', establishedOn: '2010-01-01', ...none, memberLawyers: [], ...firm }],
      },
    ],
  }
  const { findings } = policy.evaluate(ledger, {
    asOf,
    detail: 'findings',
    requirements: [requirement],
    notInForce: true,
  })
  expect(findings).toHaveLength(1)
  const { status, problem, remedy, notes } = findings[0]!
  return { status, problem: problem?.zh, remedy: remedy?.zh, notes: notes.map(({ id }) => id) }
}

describe('a problem is true of every way to fail', () => {
  const twoPeople = {
    organization: { id: 'O', kind: 'branch', establishedOn: '2018-06-01' },
    director: { id: 'A', partyStatus: 'full' },
    secretary: { id: 'B', firm: 'F', partyStatus: 'full', isPartner: true, isPrincipalManager: false },
  }
  const consent = {
    about: 'oneShoulder',
    reportedOn: '2019-01-05',
    addressedTo: 'cityCommittee',
    director: 'A',
    secretary: 'B',
    circumstance: null,
    decision: 'approved',
    decidedBy: 'cityCommittee',
    decidedOn: '2019-01-08',
    validUntil: null,
  }

  it.each([
    ['no report', [], '由是正式党员的律所主任兼任党组织书记；确有特殊情形（包括主任是预备党员）不能“一肩挑”的，书面报'],
    ['an oral report', [{ ...consent, form: 'oral' }], '改为书面报'],
    [
      'a refusal',
      [{ ...consent, form: 'written', decision: 'rejected' }],
      '由是正式党员的律所主任兼任党组织书记；特殊情形有变化',
    ],
    [
      'a report that is undecided',
      [{ ...consent, form: 'written', decision: null, decidedBy: null, decidedOn: null }],
      '等候市律师行业党委答复。',
    ],
    [
      'a report that the county bureau refused',
      [{ ...consent, form: 'written', decision: 'rejected', decidedBy: 'countyBureau' }],
      '等候市律师行业党委答复。',
    ],
  ])('one shoulder: what is to be done is what fits %s', (_, reports, words) => {
    const { remedy } = said('one-shoulder', { ...twoPeople, reports }, '2019-06-01')
    expect(remedy?.slice(0, words.length)).toBe(words)
  })

  it.each([
    ['no report', []],
    ['an oral report that the city committee consented to', [{ ...consent, form: 'oral' }]],
    ['a written report that it refused', [{ ...consent, form: 'written', decision: 'rejected' }]],
  ])('one shoulder: %s', (_, reports) => {
    expect(said('one-shoulder', { ...twoPeople, reports }, '2019-06-01')).toMatchObject({
      status: 'not_met',
      problem: '律所主任是中共党员，党组织书记、律所主任未实行“一肩挑”，也没有市律师行业党委对书面报告作出的有效同意。',
    })
  })

  it.each([
    ['more than the budget, decided by the secretary', 100, true],
    ['within the budget, decided by another', 300, false],
  ])('spending: %s', (_, budget, spendDecidedBySecretary) => {
    const years = { 2019: { budget, spend: 200, spendDecidedBySecretary } }
    expect(said('spending-by-budget', { ...twoPeople, years }, '2019-12-31').problem).toContain(
      '不符合由党组织书记按照预算决定的要求',
    )
  })

  const gone = {
    organization: { id: 'O', kind: 'branch', establishedOn: '2017-06-01', dissolvedOn: '2018-03-01' },
    jointBranch: 'J',
    jointBranchSince: '2018-06-01',
    jointBranchLeftOn: '2019-03-01',
  }

  it.each([
    ['party-coverage', 2, ['该所没有单独建立的党组织', '不在联合党支部']],
    ['joint-branch-membership', 2, ['不在联合党支部']],
    ['own-organization', 3, ['该所没有单独建立的党组织']],
  ])('%s: a firm whose organization was dissolved and that left its joint branch', (requirement, full, words) => {
    const members = { full, probationary: 0, all: full, untransferred: 0 }
    const { status, problem } = said(requirement, { ...gone, members }, '2019-06-01')
    expect(status).toBe('not_met')
    for (const word of words) expect(problem).toContain(word)
    expect(problem).not.toMatch(/未加入|未单独/u)
  })
})

describe('a fact that a text shows', () => {
  it('stands behind a colon, where it reads well that it is not known', () => {
    const texts = policy.plan.requirements.flatMap(({ id, entry }) =>
      [
        entry.problem,
        entry.remedy,
        ...[...(entry.notes ?? []), ...(entry.unless ?? [])].map(({ text }) => text),
      ].flatMap((text) => (text ? [`${id} ${text.zh}`, `${id} ${text.en}`] : [])),
    )
    const bare = texts.filter((text) => /(?<!：|: )\{(?!parameters\.|asOf|due|period\.)/u.test(text))
    expect(bare).toEqual([])
    expect(texts.filter((text) => text.includes('{')).length).toBeGreaterThan(50)
  })
})

describe('a remedy', () => {
  it('of a duty of every year asks for no records to be made up', () => {
    const payment = 'dues-returned'
    const yearly = policy.plan.requirements.filter(
      ({ entry, remedy }) => entry.recurs && entry.force !== 'encourage' && remedy,
    )
    const silent = yearly.filter(({ entry }) => !entry.remedy?.zh.includes('不得补造材料')).map(({ id }) => id)
    expect(silent).toEqual([payment])
    expect(yearly.length).toBeGreaterThan(10)
  })

  it('of what has a report before the city committee says to wait for its decision', () => {
    const sought = policy.plan.requirements.flatMap(({ id, entry }) =>
      (entry.unless ?? []).flatMap((exception) =>
        exception.id === 'sought' ? [{ id, remedy: exception.remedy }] : [],
      ),
    )
    expect(sought.map(({ id }) => id)).toContain('one-shoulder')
    for (const { remedy } of sought) expect(remedy?.zh).toBe('等候市律师行业党委答复。')
  })
})

it('a transfer approved before the document is not asked for a report', () => {
  const transfer = { id: 'T', person: 'P', approvedOn: '2018-11-29', startedOn: null, completedOn: null, consent: null }
  for (const [requirement, kind] of [
    ['admission-transfer', 'admission'],
    ['firm-change-transfer', 'firmChange'],
  ] as const) {
    const { status, notes } = said(requirement, { transfers: [{ ...transfer, kind }] }, '2019-06-01')
    expect({ status, notes }).toEqual({ status: 'not_applicable', notes: [] })
  }
})
