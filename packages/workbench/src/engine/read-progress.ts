import type { Policy } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { otherUnit, PROGRESS_STATES, readProgress } from '@tiaoli/office/papers'
import type { AsksOf, ReadProgress } from './calls.ts'
import type { Judging } from './judging.ts'
import { markOf } from './picture.ts'

/** What was filled into a follow-up table, with how the ledger stands on each matter by now. */
export async function progressIn(
  judging: Judging,
  policy: Policy,
  ledger: unknown,
  { name, bytes, asOf, profile }: AsksOf<'readProgress'>,
): Promise<ReadProgress> {
  const { items, problems } = readProgress(await readWorkbook(bytes, { name }))
  const periods = [...new Set(items.flatMap(({ period }) => period ?? []))]
  const known = new Set(policy.plan.requirements.map(({ id }) => id))
  const requirements = [...new Set(items.map(({ requirement }) => requirement))].filter((id) => known.has(id))
  const asked = { asOf, profile, requirements, detail: 'verdicts' as const }
  const found = [
    ...policy.evaluate(ledger, asked).findings,
    ...(periods.length > 0 ? policy.evaluate(ledger, { ...asked, periods }).findings : []),
  ]
  const keyOf = (requirement: string, subject: string, period: number | undefined) =>
    JSON.stringify([requirement, subject, period ?? null])
  const isToCheck = judging.toCheck(policy, ledger, { asOf, profile }, found, periods.length > 0 ? periods : undefined)
  const verdicts = new Map(
    found.map((verdict) => [keyOf(verdict.requirement, verdict.subject.id, verdict.period), verdict]),
  )
  const others = new Map(
    items.flatMap((item) => {
      const verdict = verdicts.get(keyOf(item.requirement, item.subject, item.period))
      const other = verdict && otherUnit(item, ledger, verdict.subject.pointer)
      return other ? [[item, other] as const] : []
    }),
  )
  return {
    items: items.map((item) => {
      const { requirement, period, subject, unit, matter, state, day, note } = item
      const verdict = others.has(item) ? undefined : verdicts.get(keyOf(requirement, subject, period))
      const force = policy.plan.requirements.find(({ id }) => id === requirement)?.force
      return {
        unit,
        matter,
        state,
        stateText: state && PROGRESS_STATES[state],
        day,
        note,
        mark: verdict && force && markOf(verdict.status, force, isToCheck(verdict)),
      }
    }),
    problems: [...problems, ...others.values()].map(({ place, text }) => ({ place, text })),
  }
}
