import { compile, InputError, loadPack, type PackSource } from '@tiaoli/engine'
import { compileReference } from '@tiaoli/json-rules-engine'
import { expect, it } from 'vitest'
import { AS_OF, requirement, toyPack, words } from '../../support/toy-pack.ts'

const NUMBER = { label: words('持证厨房数', 'kitchens with a licence') }
const COUNT = { count: 'kitchen', where: { condition: 'kitchen.licensed' } }

/** Towns in a region, of which the towns are those of the kitchens. */
function region(around: object = { scope: 'town', list: 'towns' }): PackSource {
  const asked = {
    theme: words('区域', 'Region'),
    requirements: [
      requirement({
        id: 'region-licensed',
        clauses: undefined,
        basis: BASIS,
        subject: 'region',
        requires: { fact: 'region.licensed', operator: 'greaterThan', value: 1 },
      }),
      requirement({
        id: 'town-licensed',
        clauses: undefined,
        basis: BASIS,
        subject: 'town',
        requires: { fact: 'town.licensed', operator: 'greaterThan', value: 1 },
      }),
    ],
  }
  return {
    files: {
      'pack.json': {
        id: 'region',
        version: '1.0.0',
        title: words('区域', 'Region'),
        languages: ['zh', 'en'],
        timeZone: 'Asia/Shanghai',
        uses: ['kitchens'],
      },
      'instruments.json': { instruments: { law: { title: words('法', 'Law'), evidence: 'verified' } } },
      'facts.json': {
        scopes: { region: { label: words('区域', 'region'), around } },
        given: { 'town.id': { type: 'id', label: words('城镇代号', 'town code') } },
        derived: { 'region.licensed': { ...NUMBER, ...COUNT }, 'town.licensed': { ...NUMBER, ...COUNT } },
      },
      'requirements/all.json': asked,
    },
    uses: [toyPack()],
  }
}

const BASIS = [{ instrument: 'law' }]
const KITCHENS = [
  { id: 'K1', licensed: true },
  { id: 'K2', licensed: true },
]
const TOWNS = [
  { id: 'T1', kitchens: KITCHENS },
  { id: 'T2', kitchens: [{ id: 'K3', licensed: false }] },
]

const told = (findings: readonly { requirement: string; subject: { id: string }; status: string }[]) =>
  findings.map((finding) => `${finding.requirement} ${finding.subject.id} ${finding.status}`)

it('ledgers of a used pack are nested, and requirements of both packs are answered on both levels', async () => {
  const policy = compile(region())
  const ledger = { on: AS_OF, towns: TOWNS }
  const { findings } = policy.evaluate(ledger, { asOf: AS_OF })
  expect(told(findings).sort()).toEqual([
    'licence K1 met',
    'licence K2 met',
    'licence K3 not_met',
    'region-licensed  met',
    'town-licensed T1 met',
    'town-licensed T2 not_met',
  ])
  const reference = await compileReference(policy).evaluate(ledger, { asOf: AS_OF })
  expect(told(reference.findings)).toEqual(told(findings))
  expect(() => policy.evaluate({ kitchens: KITCHENS }, { asOf: AS_OF })).toThrow(InputError)
})

it('a stream of nested ledgers finds what the whole ledger does', () => {
  const policy = compile(region())
  const whole = policy.evaluate({ towns: TOWNS }, { asOf: AS_OF }).findings
  const stream = policy.evaluateEach(TOWNS, { scope: 'town', asOf: AS_OF })
  const found = []
  let step = stream.next()
  for (; !step.done; step = stream.next()) found.push(...(step.value.findings ?? []))
  expect(told([...found, ...step.value.findings]).sort()).toEqual(told(whole).sort())
})

it.each([
  [{ scope: 'twon', list: 'towns' }, 'unknown-scope'],
  [{ scope: 'kitchen', list: 'towns' }, 'scope-tree'],
])('around %j is refused', (around, code) => {
  const { diagnostics } = loadPack(region(around))
  expect(diagnostics).toContainEqual(expect.objectContaining({ code, pointer: '/scopes/region/around/scope' }))
})
