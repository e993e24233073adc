import type { Finding } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { byPlace } from './unit-names.ts'

/** Findings as the documents have their duties, each by its subjects in the order of the ledger, and by years. */
export function inOrderOfDocument({ clauses }: Plan, findings: readonly Finding[]): Finding[] {
  const places = new Map([...clauses.keys()].map((reference, i) => [reference, i]))
  const placeOf = ({ citations }: Finding) =>
    Math.min(...citations.map(({ kind, id }) => (kind === 'clause' ? (places.get(id) ?? Infinity) : Infinity)))
  const placed = findings.map((finding) => ({ finding, place: placeOf(finding) }))
  return placed
    .sort(
      (a, b) =>
        compare(a.place, b.place) ||
        byPlace(a.finding.subject.pointer, b.finding.subject.pointer) ||
        compare(a.finding.period ?? 0, b.finding.period ?? 0),
    )
    .map(({ finding }) => finding)
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b)
}
