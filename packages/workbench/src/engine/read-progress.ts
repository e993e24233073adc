import type { Policy } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { PROGRESS_STATES, readProgress } from '@tiaoli/office/papers'
import type { AsksOf, ReadProgress } from './calls.ts'
import { markOf } from './picture.ts'

/** What was filled into a follow-up table, with how the ledger stands on each matter by now. */
export async function progressIn(
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
  const statuses = new Map(
    found.map(({ requirement, subject, period, status }) => [keyOf(requirement, subject.id, period), status]),
  )
  return {
    items: items.map(({ requirement, period, subject, unit, matter, state, day, note }) => {
      const status = statuses.get(keyOf(requirement, subject, period))
      const force = policy.plan.requirements.find(({ id }) => id === requirement)?.force
      return {
        unit,
        matter,
        state,
        stateText: state && PROGRESS_STATES[state],
        day,
        note,
        mark: status && force && markOf(status, force),
      }
    }),
    problems: problems.map(({ place, text }) => ({ place, text })),
  }
}
