import type { Finding } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { byPlace } from './records-of.ts'

/** Findings as the documents have their duties, each by its subjects in the order of the ledger, and by years. */
export function inOrderOfDocument({ clauses }: Plan, findings: readonly Finding[]): Finding[] {
  const places = new Map([...clauses.keys()].map((reference, i) => [reference, i]))
  const placeOf = ({ citations }: Finding) =>
    Math.min(...citations.map(({ kind, id }) => (kind === 'clause' ? (places.get(id) ?? Infinity) : Infinity)))
  const subjectOf = placesOf(findings)
  const placed = findings.map((finding) => ({ finding, place: placeOf(finding), subject: subjectOf(finding) }))
  return placed
    .sort(
      (a, b) =>
        compare(a.place, b.place) ||
        compare(a.subject, b.subject) ||
        compare(a.finding.period ?? 0, b.finding.period ?? 0),
    )
    .map(({ finding }) => finding)
}

/** Where among the subjects of some findings, in the order of the ledger, that of each is. */
export function placesOf(findings: readonly Finding[]): (finding: Finding) => number {
  const pointers = [...new Set(findings.map(({ subject }) => subject.pointer))].sort(byPlace)
  const places = new Map(pointers.map((pointer, i) => [pointer, i]))
  return ({ subject }) => places.get(subject.pointer) ?? pointers.length
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b)
}
