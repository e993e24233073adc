import type { Text } from '@tiaoli/engine'
import { changesFrom, endedNotes, partlyEndedNotes, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'
import { citersOf } from '../encoding/clause-encodings.ts'
import type { Line } from './line.ts'

/** What later documents did to a requirement, and to the clauses that it cites; nothing where they left it as it was. */
export function describeChanges(plan: Plan, requirement: PlannedRequirement): Line<Text>[] {
  const clauses = new Set(citersOf(plan, requirement).flatMap(({ clause }) => plan.clauses.get(clause) ?? []))
  const texts = [
    ...[...endedNotes(requirement, Infinity), ...partlyEndedNotes(requirement, Infinity)].map(({ text }) => text),
    ...[...clauses].flatMap((clause) => changesFrom(clause)),
  ]
  // The clauses of one document end by the same sentence.
  const different = new Map(texts.map((text) => [text.zh, text]))
  return [...different.values()].map((text) => ({ text, below: [] }))
}
