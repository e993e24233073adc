import assert from 'node:assert/strict'
import type { EachResult, Finding, Verdict } from '@tiaoli/engine'
import { define } from '../property.ts'
import { eachCase, keyOf, worlds } from '../world.ts'
import type { Json } from '../world/condition.ts'

export const order = define({
  name: 'order',
  claim: 'the order of keys and of records changes nothing, nor does the detail, nor taking them one at a time',
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options, seed }) => {
      const settings = { ...options, detail: 'findings', exact: seed % 3 > 0 } as const
      const report = policy.evaluate(ledger, settings)
      assert.deepEqual(policy.evaluate(withKeysTurned(ledger), settings), report)

      const bare = policy.evaluate(ledger, { ...options, detail: 'verdicts' })
      assert.deepEqual(bare.findings.map(verdictOf), report.findings.map(verdictOf))

      const turned = policy.evaluate(withListsTurned(ledger, seed), settings)
      assert.deepEqual(gist(turned.findings), gist(report.findings))
      assert.deepEqual(turned.summary, report.summary)

      const { kitchens, ...context } = ledger
      // Whether a value is unique cannot be told one record at a time.
      if (!Array.isArray(kitchens) || policy.plan.checks.some((check) => 'unique' in check)) return 1
      const expected = new Map(report.findings.map((finding) => [keyOf(finding), finding]))
      const single = { ...settings, scope: 'kitchen', context }
      const stream = [...policy.evaluateEach(kitchens, single)]
      for (const finding of stream.flatMap(findingsOf)) {
        assert.deepEqual(finding, expected.get(keyOf(finding)))
        const alone: Json = { ...context, kitchens: [kitchens[Number(finding.subject.pointer.split('/')[2])]] }
        const same: Finding | undefined = policy
          .evaluate(alone, { ...settings, requirements: [finding.requirement] })
          .findings.find(({ period }) => period === finding.period)
        assert.equal(same?.status, finding.status)
        assert.deepEqual(same?.possible, finding.possible)
      }
      return 1
    }),
})

function verdictOf(verdict: Verdict): unknown[] {
  return [keyOf(verdict), verdict.pack, verdict.status]
}

function findingsOf({ findings, problems }: EachResult): Finding[] {
  assert.equal(problems, undefined)
  return findings as Finding[]
}

/** What a finding says, without places in lists, and in an order of its own. */
function gist(findings: readonly Finding[]): unknown[] {
  return findings
    .map(({ requirement, subject, period, status, possible, exact, missing, due, daysLate, exception }) => ({
      key: [requirement, subject.id, period].join(' '),
      status,
      possible,
      exact,
      due,
      daysLate,
      exception: exception?.id,
      missing: missing.map(({ fact, reason }) => `${fact} ${reason}`).sort(),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function withKeysTurned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withKeysTurned) as T
  if (typeof value !== 'object' || value === null) return value
  const turned = Object.entries(value).map(([key, item]) => [key, withKeysTurned(item)] as const)
  return Object.fromEntries(turned.toReversed()) as T
}

/** Every list reversed, or begun at another place. */
function withListsTurned(value: Json, seed: number): Json {
  const turn = (item: unknown): unknown => {
    if (Array.isArray(item)) {
      const items = item.map(turn)
      return seed % 2 === 0 ? items.toReversed() : [...items.slice(1), ...items.slice(0, 1)]
    }
    if (typeof item !== 'object' || item === null) return item
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, turn(inner)]))
  }
  return turn(value) as Json
}
