import assert from 'node:assert/strict'
import { formatDay, isUnknown, parseDay, type PlannedRequirement, type Value } from '@tiaoli/engine/plan'
import { Evaluation, readOptions } from '@tiaoli/engine/runtime'
import { everythingIn, nodesOf, type Node } from '../../../packages/engine/src/plan/walk.ts'
import { yearOf } from '../../../packages/engine/src/values/date.ts'
import { parseMonthOrYear } from '../../../packages/engine/src/values/partial-date.ts'
import { define } from '../property.ts'
import { eachCase, keyOf, worlds } from '../world.ts'
import { placesIn } from '../world/ledger.ts'

/** How far the later date lies from the earlier one. */
const SPANS = [1, 2, 7, 29, 60, 200]

/**
 * Days matter to a requirement on which a date of the ledger arrives, a date that it computes or names, a change of a
 * parameter that it reads, or the turn of a year. Between two dates without such a day, in the closed interval
 * from one to the other, nothing changes. What counts days from `asOf` itself may change any day.
 */
export const asOf = define({
  name: 'as-of',
  claim: 'moving asOf changes only findings whose dates say so',
  sample: worlds,
  check: (world) =>
    eachCase(world, ({ policy, ledger, options, seed }) => {
      const earlier = parseDay(options.asOf)!
      const later = earlier + SPANS[seed % SPANS.length]!
      if (yearOf(earlier) !== yearOf(later)) return 0
      const { plan } = policy
      const settings = { ...options, notInForce: true, detail: 'findings' } as const
      const evaluation = new Evaluation({ plan }, ledger, readOptions(plan, settings))
      const given = daysGiven(ledger)
      // What a check finds on one day and not on another takes facts from every requirement.
      const checks = plan.checks.flatMap((check) => ('holds' in check ? [check.holds] : []))
      const still = plan.requirements.filter((requirement) => {
        const nodes = [...everythingIn([...nodesOf(requirement), ...checks])]
        if (nodes.some(countsFromAsOf)) return false
        const days = [...given, ...daysComputed(evaluation, requirement, nodes), ...daysOfLaw(evaluation, nodes)]
        return !days.some((day) => day >= earlier && day <= later)
      })
      if (still.length === 0) return 0
      const requirements = still.map(({ id }) => id)
      const before = policy.evaluate(ledger, { ...settings, requirements })
      const after = policy.evaluate(ledger, { ...settings, requirements, asOf: formatDay(later) })
      assert.deepEqual(after.findings.map(gist), before.findings.map(gist))
      return 1
    }),
})

function gist({ daysLate, ...finding }: Parameters<typeof keyOf>[0] & { status: string; daysLate?: number }) {
  return { key: keyOf(finding), status: finding.status, isLate: daysLate !== undefined }
}

/** Dates in the ledger, whether they have arrived or not; both ends of one that is known to the month or the year. */
function daysGiven(ledger: unknown): number[] {
  return placesIn(ledger).flatMap(({ holder, key }) => {
    const value = holder[key]
    if (typeof value !== 'string') return []
    return endsOf(parseDay(value) ?? parseMonthOrYear(value) ?? null)
  })
}

/** Ends of what is known of a date. */
function endsOf(value: Value): number[] {
  if (typeof value === 'number') return [value]
  return isUnknown(value) ? [value.least, value.greatest] : []
}

/** The dates that a requirement names or computes, for every record that it may ask. */
function daysComputed(evaluation: Evaluation, requirement: PlannedRequirement, nodes: readonly Node[]): number[] {
  const { session } = evaluation
  const constants = nodes.flatMap((node) => {
    if (node.kind === 'constant') return node.type === 'date' ? endsOf(node.value) : []
    return node.kind === 'leaf' && node.right.kind === 'list'
      ? node.right.values.flatMap((value) => (node.left.type === 'date' ? endsOf(value) : []))
      : []
  })
  const derived = nodes.flatMap((node) => {
    if (node.kind !== 'fact' || node.fact.kind !== 'derived' || node.fact.type !== 'date') return []
    const { formula, scope } = node.fact
    return session.index.records
      .of(scope)
      .flatMap((record) => endsOf(formula.run(record, session.context(session.asOf, 0))))
  })
  const dates = [requirement.due, requirement.achievedOn, requirement.at].filter((date) => date !== undefined)
  const asksYear = nodes.some((node) => node.kind === 'context' && node.name.startsWith('period.'))
  const own = evaluation
    .tasks()
    .filter((task) => task.requirement === requirement)
    .flatMap(({ record, base }) => [
      ...dates.flatMap((date) => endsOf(date.run(record, base))),
      ...(asksYear ? [base.yearStart, base.yearEnd] : []),
    ])
  return [...constants, ...derived, ...own]
}

/** Days on which a parameter that is read takes another value, and parameters that are dates. */
function daysOfLaw({ session }: Evaluation, nodes: readonly Node[]): number[] {
  return nodes.flatMap((node) =>
    node.kind === 'parameter'
      ? session.timelines[node.parameter.index]!.flatMap(({ from, to, value }) => [from, to, ...endsOf(value)])
      : [],
  )
}

/** Whether a formula takes `asOf` for one of its numbers. */
function countsFromAsOf(node: Node): boolean {
  if (node.kind !== 'arithmetic') return false
  return [...everythingIn(node.operands)].some((part) => part.kind === 'context' && part.name === 'asOf')
}
