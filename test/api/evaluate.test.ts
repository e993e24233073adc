import { expect, test } from 'vitest'
import { evaluate, EVALUATE, findingsOf, post, sampleLedger, statusesOf } from './request.ts'

const asOf = '2019-01-01'

test('the ledger of 79 firms gives one finding on party coverage per firm', async () => {
  const report = await evaluate({ asOf, ledger: sampleLedger() })
  expect(findingsOf(report, 'party-coverage')).toHaveLength(79)
  expect(report.receipt).toMatchObject({ pack: 'ganzhou-2018-32', asOf, profile: 'literal' })
})

test('a violation quotes the clause in Chinese, gives reasons and says what to do', async () => {
  const report = await evaluate({ asOf, ledger: sampleLedger() })
  const violation = findingsOf(report, 'one-shoulder').find(({ status }) => status === 'not_met')
  expect(violation).toMatchObject({ severity: 'violation', remedy: { zh: expect.stringMatching(/\p{Script=Han}/u) } })
  expect(violation!.citations.find(({ id }) => id === 's3.5.a1')?.quote?.zh).toContain('一肩挑')
  expect(violation!.reasons.length).toBeGreaterThan(0)
  expect(violation!.reasons[0]!.text.zh).toMatch(/\p{Script=Han}/u)
})

test('json-rules-engine gives the same statuses as the compiled runtime', async () => {
  const ledger = sampleLedger()
  const compiled = await evaluate({ asOf, ledger, detail: 'verdicts' })
  const reference = await evaluate({ asOf, ledger, detail: 'verdicts', runtime: 'json-rules-engine' })
  expect(compiled.findings.length).toBeGreaterThan(1000)
  expect(statusesOf(reference)).toEqual(statusesOf(compiled))
})

test('evaluating twice gives identical bytes', async () => {
  const body = { asOf, ledger: sampleLedger() }
  const first = await (await post(EVALUATE, body)).text()
  expect(await (await post(EVALUATE, body)).text()).toBe(first)
})

test('requiring five instead of three full members changes the findings', async () => {
  const three = await evaluate({ asOf, ledger: sampleLedger(), requirements: ['own-organization'] })
  const five = await evaluate({
    asOf,
    ledger: sampleLedger(),
    requirements: ['own-organization'],
    parameters: { minFullMembersForBranch: 5 },
  })
  expect(five.receipt.parameters).toEqual({ minFullMembersForBranch: 5 })
  expect(five.summary.not_applicable).toBeGreaterThan(three.summary.not_applicable)
})

test('a year asked for that no yearly requirement reaches has a notice', async () => {
  const report = await evaluate({ asOf, ledger: sampleLedger(), periods: [2018, 2019], detail: 'verdicts' })
  expect(report.notices).toMatchObject([
    { code: 'no-finding-on-year', text: { en: expect.stringContaining('No finding is about 2018: ') } },
  ])
})

test('a firm without a number of full members is unknown, and the missing fact is named with its place', async () => {
  const ledger = sampleLedger()
  const firm = ledger.counties[0]!.firms[0]!
  firm['members'] = {}
  const report = await evaluate({ asOf, ledger, requirements: ['own-organization'] })
  const finding = findingsOf(report, 'own-organization').find(({ subject }) => subject.id === firm['id'])
  expect(finding?.status).toBe('unknown')
  expect(finding?.missing).toContainEqual(
    expect.objectContaining({ fact: 'firm.members.full', pointer: '/counties/0/firms/0/members/full' }),
  )
})

test('a total of two members decides that a firm does not have three full members', async () => {
  const ledger = sampleLedger()
  const firm = ledger.counties[0]!.firms[0]!
  firm['members'] = { all: 2 }
  const report = await evaluate({ asOf, ledger, requirements: ['own-organization'] })
  const finding = findingsOf(report, 'own-organization').find(({ subject }) => subject.id === firm['id'])
  expect(finding?.status).toBe('not_applicable')
})

test('verdicts, findings and trace give the same statuses in increasing detail', async () => {
  const requirements = ['one-shoulder']
  const verdicts = await evaluate({ asOf, ledger: sampleLedger(), requirements, detail: 'verdicts' })
  const findings = await evaluate({ asOf, ledger: sampleLedger(), requirements })
  const trace = await evaluate({ asOf, ledger: sampleLedger(), requirements, detail: 'trace' })
  expect(statusesOf(findings)).toEqual(statusesOf(verdicts))
  expect(statusesOf(trace)).toEqual(statusesOf(verdicts))
  expect(verdicts.findings[0]).not.toHaveProperty('reasons')
  expect(findings.findings[0]).toHaveProperty('reasons')
  expect(findings.findings[0]).not.toHaveProperty('trace')
  expect(trace.findings[0]).toHaveProperty('trace')
})

test('a request for one subject gets its findings and their totals only, on both runtimes', async () => {
  const whole = await evaluate({ asOf, ledger: sampleLedger() })
  const own = whole.findings.filter(({ subject }) => subject.id === 'F027')
  const asked = { asOf, ledger: sampleLedger(), subjects: ['F027'] }
  const one = await evaluate(asked)
  expect(one.findings).toEqual(own)
  expect(Object.values(one.summary).reduce((sum, count) => sum + count, 0)).toBe(own.length)
  const reference = await evaluate({ ...asked, runtime: 'json-rules-engine' })
  expect(reference).toEqual(one)
})

test('a request for one scope gets the findings on its records, unchanged', async () => {
  const whole = await evaluate({ asOf, ledger: sampleLedger() })
  const cities = await evaluate({ asOf, ledger: sampleLedger(), scopes: ['city'] })
  expect(cities.findings).toEqual(whole.findings.filter(({ subject }) => subject.scope === 'city'))
  expect(cities.findings.length).toBeGreaterThan(10)
})
