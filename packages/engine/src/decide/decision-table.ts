import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedException } from '../plan/plan.ts'
import type { PartName, Step, DecisionTree } from '../plan/decision-tree.ts'
import { NOT_IN_FORCE, OUTCOMES, type Outcome } from './outcome.ts'

/** What is asked in each part of a requirement, as far as it has that part. */
export interface RequirementParts extends Readonly<Record<Exclude<PartName, 'unless'>, ConditionNode | undefined>> {
  readonly unless: readonly PlannedException[]
}

/** A later part, or an outcome. */
type Lead = PartName | Outcome | 'not_in_force'

interface Row {
  readonly ifFalse: Lead
  /** Where a requirement without this part goes on. */
  readonly ifAbsent: Lead
  /** The answers that are reasons for the outcome to which they led. */
  readonly reasons: readonly boolean[]
}

interface Table extends Readonly<Record<Exclude<PartName, 'unless'>, Row & { readonly ifTrue: Lead }>> {
  /** Exceptions are asked one after another until one holds: it says itself to what it leads. */
  readonly unless: Row
}

const EITHER = [true, false]

/**
 * How a requirement is decided: its parts, in the order in which they are asked, and where each answer leads. An unknown
 * answer leads both ways. Whatever has to know the order, or which parts there are, derives it from this table.
 */
const TABLE: Table = {
  inForce: { ifTrue: 'applies', ifFalse: 'not_in_force', ifAbsent: 'applies', reasons: [false] },
  applies: { ifTrue: 'requires', ifFalse: 'not_applicable', ifAbsent: 'requires', reasons: EITHER },
  requires: { ifTrue: 'achievedOn', ifFalse: 'unless', ifAbsent: 'calculated', reasons: EITHER },
  achievedOn: { ifTrue: 'met_late', ifFalse: 'met', ifAbsent: 'met', reasons: [true] },
  unless: { ifFalse: 'horizon', ifAbsent: 'horizon', reasons: [true] },
  // Whether it is still asked for comes before whether it is overdue: nobody is told to do it by its last day.
  horizon: { ifTrue: 'review', ifFalse: 'due', ifAbsent: 'due', reasons: [true] },
  due: { ifTrue: 'not_met', ifFalse: 'pending', ifAbsent: 'not_met', reasons: EITHER },
}

/** Where the decision of a requirement begins: with the first part that it has. */
export function decisionOf(parts: RequirementParts): DecisionTree {
  return wayTo('inForce', parts)
}

function wayTo(lead: Lead, parts: RequirementParts): DecisionTree {
  if (lead === 'not_in_force') return NOT_IN_FORCE
  if (!isPart(lead)) return OUTCOMES[lead]
  const { ifFalse, ifAbsent, reasons } = TABLE[lead]
  const asked = askedIn(lead, parts)
  if (asked.length === 0) return wayTo(ifAbsent, parts)
  return asked.reduceRight<DecisionTree>(
    (whenFalse, { condition, exception, ifTrue }) => ({
      part: lead,
      exception,
      condition,
      whenTrue: wayTo(ifTrue, parts),
      whenFalse,
      reasons,
    }),
    wayTo(ifFalse, parts),
  )
}

function isPart(lead: Lead): lead is PartName {
  return Object.hasOwn(TABLE, lead)
}

interface Asked extends Pick<Step, 'condition' | 'exception'> {
  readonly ifTrue: Lead
}

function askedIn(part: PartName, parts: RequirementParts): readonly Asked[] {
  if (part === 'unless')
    return parts.unless.map((exception) => ({
      condition: exception.when,
      exception,
      ifTrue: exception.entry.status,
    }))
  const condition = parts[part]
  return condition ? [{ condition, exception: undefined, ifTrue: TABLE[part].ifTrue }] : []
}
