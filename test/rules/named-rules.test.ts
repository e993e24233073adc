import { compile, loadPack, type EvaluateOptions, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { compiledPack, readPack, readSample } from '../load-packs.ts'

const policy = compiledPack('ganzhou-2018-32')

/** A city with one firm, everything about it known except what a test sets. */
function city(firm: object) {
  const none = { closedOn: null, organization: null, jointBranch: null, instructors: [], reports: [] }
  return {
    id: 'C',
    jointBranches: [],
    counties: [
      {
        id: 'K',
        level: 'county',
        firms: [{ id: 'F', establishedOn: '2010-01-01', ...none, transfers: [], memberLawyers: [], ...firm }],
      },
    ],
  }
}

function find(requirement: string, ledger: unknown, options: EvaluateOptions) {
  return policy.evaluate(ledger, { ...options, detail: 'findings', requirements: [requirement] }).findings
}

describe('branch formation', () => {
  const asOf = '2019-01-01'

  it('a firm whose full members are left out cannot be decided, and the report says so', () => {
    const [finding] = find('own-organization', city({ members: { all: 5 } }), { asOf })
    expect(finding).toMatchObject({ status: 'unknown', unknownReasons: ['missing_fact'] })
    expect(finding?.missing.map(({ pointer }) => pointer)).toContain('/counties/0/firms/0/members/full')
  })

  it('with two members in all it is decided all the same', () => {
    const [finding] = find('own-organization', city({ members: { all: 2 } }), { asOf })
    expect(finding).toMatchObject({ status: 'not_applicable', missing: [] })
  })

  it('three full members must form an organization; with a minimum of five they need not', () => {
    const ledger = city({ members: { full: 3, probationary: 0, all: 3 } })
    expect(find('own-organization', ledger, { asOf })).toMatchObject([{ status: 'not_met', severity: 'violation' }])
    const five = { asOf, parameters: { minFullMembersForBranch: 5 } }
    expect(find('own-organization', ledger, five)).toMatchObject([{ status: 'not_applicable' }])
  })

  it('an officer who writes 5 for 3 in parameters.json changes the findings of the sample city', () => {
    const source = readPack('ganzhou-2018-32')
    const basics = source.uses![0]!
    const edited = withFile(basics, 'parameters.json', (text) =>
      text.replace(/("minFullMembersForBranch"[^]*?"value": )3/, '$15'),
    )
    const before = policy.evaluate(readSample(), { asOf })
    const after = compile({ ...source, uses: [edited] }).evaluate(readSample(), { asOf })
    expect(after.receipt.packSha256).not.toBe(before.receipt.packSha256)
    expect(after.summary.not_met).not.toBe(before.summary.not_met)
  })

  it('an officer who misspells an operator sees the file, the line, the column and the right word', () => {
    const source = readPack('ganzhou-2018-32')
    const edited = withFile(source, 'requirements/leadership.json', (text) => text.replace('"equal"', '"eqaul"'))
    const { diagnostics } = loadPack(edited)
    const line =
      String(edited.files['requirements/leadership.json'])
        .split('\n')
        .findIndex((text) => text.includes('eqaul')) + 1
    expect(diagnostics).toMatchObject([
      { code: 'unknown-operator', file: 'requirements/leadership.json', line, suggestion: 'equal' },
    ])
    expect(diagnostics[0]?.column).toBeGreaterThan(1)
  })
})

describe('one shoulder', () => {
  const report = {
    about: 'oneShoulder',
    director: 'A',
    secretary: 'B',
    circumstance: 'illness',
    form: 'written',
    addressedTo: 'cityCommittee',
    reportedOn: '2019-02-01',
    decision: 'approved',
    decidedBy: 'cityCommittee',
    decidedOn: '2019-02-20',
    validUntil: null,
  }
  const firm = {
    organization: { id: 'O', establishedOn: '2018-06-01' },
    director: { id: 'A', partyStatus: 'full' },
    secretary: { id: 'B', firm: 'F', partyStatus: 'full', isPartner: true, isPrincipalManager: false },
  }

  it('a written report to the city committee is pending until the day of its consent', () => {
    const ledger = city({ ...firm, reports: [report] })
    expect(find('one-shoulder', ledger, { asOf: '2019-02-19' })).toMatchObject([{ status: 'pending' }])
    expect(find('one-shoulder', ledger, { asOf: '2019-02-20' })).toMatchObject([
      { status: 'exempted', exception: { id: 'consented', citations: [{ id: 's3.5.a2' }] } },
    ])
  })

  it('the consent of the county alone does not count', () => {
    const county = { ...report, addressedTo: 'countyBureau', decidedBy: 'countyBureau' }
    const ledger = city({ ...firm, reports: [county] })
    expect(find('one-shoulder', ledger, { asOf: '2019-03-01' })).toMatchObject([{ status: 'not_met' }])
  })

  it('no cure makes a probationary director, who cannot be elected, the secretary', () => {
    const suppositions = (partyStatus: string) => {
      const ledger = city({ ...firm, director: { id: 'A', partyStatus } })
      const [finding] = find('one-shoulder', ledger, { asOf: '2019-03-01' })
      return finding?.whatIf.flatMap(({ changes }) => changes.map(({ fact }) => fact))
    }
    expect(suppositions('full')).toContain('firm.secretary.id')
    expect(suppositions('probationary')).not.toContain('firm.secretary.id')
  })
})

describe('1 % funding', () => {
  const year = { revenue: 1_000_000_000, spend: 9_900_000 }

  const ledger = city({ organization: { id: 'O', establishedOn: '2018-06-01' }, years: { 2019: year } })
  const asOf = '2020-01-01'
  const figuresOf = (requirement: string, options: EvaluateOptions) =>
    find(requirement, ledger, options)
      .filter(({ period }) => period === 2019)
      .map(({ status, figures }) => [status, Object.fromEntries(figures.map(({ name, value }) => [name, value]))])

  it.each([{}, { parameters: { pretaxPolicyInForce: true } }])('0.99 % is a violation of nothing (%o)', (extra) => {
    const { findings } = policy.evaluate(ledger, { asOf, ...extra })
    const about = findings.filter(({ figures }) => figures.some(({ value }) => value === '0.99%'))
    expect(about.map(({ status }) => status)).not.toContain('not_met')
    expect(about).not.toEqual([])
  })

  it('without a policy in force the share is shown and no allowance', () => {
    expect(figuresOf('pretax-allowance', { asOf })).toEqual([['not_applicable', {}]])
    expect(figuresOf('firm-funding', { asOf })).toMatchObject([['met', { ratio: '0.99%' }]])
  })

  it('with a policy in force the allowance is worked out', () => {
    expect(figuresOf('pretax-allowance', { asOf, parameters: { pretaxPolicyInForce: true } })).toEqual([
      ['calculated', { allowance: 10_000_000, listable: 9_900_000, excess: 0, ratio: '0.99%' }],
    ])
  })
})

describe('synchronous transfers', () => {
  const transfer = {
    id: 'T',
    person: 'P',
    kind: 'firmChange',
    approvedOn: '2019-05-06',
    startedOn: null,
    completedOn: '2019-05-07',
    consent: null,
  }

  it('one day after the approval is late under the literal profile and in time under the practice profile', () => {
    const ledger = city({ transfers: [transfer] })
    const asOf = '2019-06-01'
    expect(find('firm-change-transfer', ledger, { asOf, profile: 'literal' })).toMatchObject([
      { status: 'met_late', daysLate: 1, severity: 'lapse' },
    ])
    expect(find('firm-change-transfer', ledger, { asOf, profile: 'practice' })).toMatchObject([{ status: 'met' }])
  })
})

function withFile(source: PackSource, file: string, edit: (text: string) => string): PackSource {
  const text = String(source.files[file])
  const edited = edit(text)
  expect(edited, `the edit of ${file} changes it`).not.toBe(text)
  return { ...source, files: { ...source.files, [file]: edited } }
}
