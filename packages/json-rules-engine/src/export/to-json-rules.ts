import type { Policy } from '@tiaoli/engine'
import { OwnLanguages, textWithoutRecord, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine'
import { exportCondition } from './export-condition.ts'
import { violatedWhen } from './violated-when.ts'

/** A pack as json-rules-engine knows rules: plain JSON, to be stored, read and run by it. */
export interface JsonRules {
  /** One for each requirement, of its name; it passes where the requirement is not met. */
  rules: RuleProperties[]
  /** Named conditions, for `engine.setCondition`. */
  conditions: Record<string, TopLevelCondition>
}

/**
 * Exports the requirements of a pack, and of the packs it uses, as json-rules-engine rules: in force, and it applies,
 * and what it requires is not so, and no exception holds, and the due date is past. Such a rule's event is
 * `{ type: 'not_met', params: { requirement, title, force, clauses, dutyBearer } }`. Calculations, which nobody can fail
 * to meet, have none. Names are those of the pack, dates ISO strings, money fen, and rates fractions (1% is 0.01).
 *
 * What is lost: json-rules-engine knows no unknowns. `factsFor` leaves unknown facts out, and a run then rejects with
 * `Undefined fact`, which is the honest answer. With `allowUndefinedFacts` it would decide all the same, and wrongly:
 * a missing fact passes `notEqual`. The statuses other than `not_met`, and what intervals already decide, are lost too.
 *
 * @example
 * const policy = compile(ganzhou)
 * const { rules, conditions } = toJsonRules(policy)
 * for (const { requirement, facts } of factsFor(policy, ledger, { asOf: '2019-01-01' })) {
 *   const engine = new Engine(rules.filter(({ name }) => name === requirement))
 *   for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition)
 *   const { events } = await engine.run(facts)
 * }
 */
export function toJsonRules({ plan }: Policy): JsonRules {
  const conditions: JsonRules['conditions'] = {}
  const rules = plan.requirements.filter(({ requires }) => requires).map((item) => ruleOf(plan, item, conditions))
  return { rules, conditions }
}

function ruleOf(plan: Plan, requirement: PlannedRequirement, conditions: JsonRules['conditions']): RuleProperties {
  const { id, force, entry } = requirement
  const title = new OwnLanguages(plan.reading).of(textWithoutRecord(plan, requirement.title))
  const { clauses, dutyBearer } = entry
  const all = violatedWhen(requirement).map(({ node, holds }) => {
    const condition = exportCondition(node, conditions)
    return holds ? condition : { not: condition }
  })
  return {
    name: id,
    conditions: { all },
    event: { type: 'not_met', params: { requirement: id, title, force, ...(clauses ? { clauses } : {}), dutyBearer } },
  }
}
