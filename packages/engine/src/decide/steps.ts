import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { PartName, Step, Way } from '../plan/step.ts'
import { NOT_IN_FORCE, OUTCOMES, type Outcome } from './outcome.ts'

type Requirement = Pick<PlannedRequirement, 'inForce' | 'applies' | 'requires' | 'late' | 'unless' | 'past'>

/** A later part, or an outcome. */
type Lead = PartName | Outcome | 'not_in_force'

interface Row {
  readonly ifFalse: Lead
  /** Where a requirement without this part goes on. */
  readonly ifAbsent: Lead
  /** The answers that are reasons for the outcome to which they led. */
  readonly reasons: readonly boolean[]
}

interface ConditionRow extends Row {
  readonly condition: (requirement: Requirement) => ConditionNode | undefined
  readonly ifTrue: Lead
}

/** Exceptions, one after the other, until one holds: it says itself what the outcome is. */
interface ExceptionsRow extends Row {
  readonly exceptions: (requirement: Requirement) => readonly PlannedException[]
}

const EITHER = [true, false]

/**
 * How a requirement is decided: its parts, in the order in which they are asked, and where each answer leads. An unknown
 * answer leads both ways. Whatever has to know the order or the parts derives it from this table.
 */
const PARTS: Readonly<Record<PartName, ConditionRow | ExceptionsRow>> = {
  inForce: {
    condition: ({ inForce }) => inForce,
    ifTrue: 'applies',
    ifFalse: 'not_in_force',
    ifAbsent: 'applies',
    reasons: [false],
  },
  applies: {
    condition: ({ applies }) => applies,
    ifTrue: 'requires',
    ifFalse: 'not_applicable',
    ifAbsent: 'requires',
    reasons: EITHER,
  },
  requires: {
    condition: ({ requires }) => requires,
    ifTrue: 'achievedOn',
    ifFalse: 'unless',
    ifAbsent: 'calculated',
    reasons: EITHER,
  },
  achievedOn: {
    condition: ({ late }) => late,
    ifTrue: 'met_late',
    ifFalse: 'met',
    ifAbsent: 'met',
    reasons: [true],
  },
  unless: {
    exceptions: ({ unless }) => unless,
    ifFalse: 'due',
    ifAbsent: 'due',
    reasons: [true],
  },
  due: {
    condition: ({ past }) => past,
    ifTrue: 'not_met',
    ifFalse: 'pending',
    ifAbsent: 'not_met',
    reasons: EITHER,
  },
}

/** Where the decision of a requirement begins: with the first part that it has. */
export function decisionOf(requirement: Requirement): Way {
  return wayTo('inForce', requirement)
}

function wayTo(lead: Lead, requirement: Requirement): Way {
  if (lead === 'not_in_force') return NOT_IN_FORCE
  if (!isPart(lead)) return OUTCOMES[lead]
  const { ifFalse, ifAbsent, reasons } = PARTS[lead]
  const asked = askedIn(PARTS[lead], requirement)
  if (asked.length === 0) return wayTo(ifAbsent, requirement)
  return asked.reduceRight<Way>(
    (whenFalse, { condition, exception, ifTrue }) => ({
      part: lead,
      exception,
      condition,
      whenTrue: wayTo(ifTrue, requirement),
      whenFalse,
      reasons,
    }),
    wayTo(ifFalse, requirement),
  )
}

function isPart(lead: Lead): lead is PartName {
  return Object.hasOwn(PARTS, lead)
}

interface Asked {
  condition: ConditionNode
  exception: PlannedException | undefined
  ifTrue: Lead
}

function askedIn(row: ConditionRow | ExceptionsRow, requirement: Requirement): readonly Asked[] {
  if ('exceptions' in row)
    return row
      .exceptions(requirement)
      .map((exception) => ({ condition: exception.when, exception, ifTrue: exception.entry.status }))
  const condition = row.condition(requirement)
  return condition ? [{ condition, exception: undefined, ifTrue: row.ifTrue }] : []
}

/** Every step that a decision can come to, in the order in which they are asked. */
export function stepsIn(way: Way): Step[] {
  return typeof way === 'number' ? [] : [way, ...stepsIn(way.whenTrue), ...stepsIn(way.whenFalse)]
}

/** The outcomes in which a decision can end, as bits. */
export function endsOf(way: Way): number {
  return typeof way === 'number' ? way : endsOf(way.whenTrue) | endsOf(way.whenFalse)
}

/** The steps to an outcome, each with the answer that leads there; undefined where none do. */
export function pathTo(outcome: Outcome, way: Way): { step: Step; truth: boolean }[] | undefined {
  if (typeof way === 'number') return way === OUTCOMES[outcome] ? [] : undefined
  for (const truth of [true, false]) {
    const rest = pathTo(outcome, truth ? way.whenTrue : way.whenFalse)
    if (rest) return [{ step: way, truth }, ...rest]
  }
  return undefined
}
