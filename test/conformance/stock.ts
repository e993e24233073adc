import { Engine, type TopLevelCondition } from 'json-rules-engine'
import type { Facts, Setting } from './point.ts'

/** Whether stock json-rules-engine finds conditions true; rejects where it throws. */
export async function stock(conditions: unknown, facts: Facts, setting: Setting = {}): Promise<boolean> {
  const { allowUndefinedFacts = false, allowUndefinedConditions = false, pathResolver } = setting
  const engine = new Engine([], {
    allowUndefinedFacts,
    allowUndefinedConditions,
    ...(pathResolver ? { pathResolver } : {}),
  })
  for (const [name, operator] of Object.entries(setting.operators ?? {})) engine.addOperator(name, operator)
  for (const [name, decorator] of Object.entries(setting.decorators ?? {})) engine.addOperatorDecorator(name, decorator)
  for (const [name, condition] of Object.entries(setting.conditions ?? {}))
    engine.setCondition(name, condition as TopLevelCondition)
  engine.addRule({ conditions: conditions as TopLevelCondition, event: { type: 'holds' } })
  const { events } = await engine.run({ ...facts })
  return events.length > 0
}
