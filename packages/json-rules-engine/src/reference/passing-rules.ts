import { Engine, type RuleProperties } from 'json-rules-engine'
import { addMaybeDecorators } from './maybe-decorators.ts'
import type { LeafFact } from './normal-form.ts'

/**
 * The names of the rules that pass where unknown leaves count as `unknownIs`. Every run has an `Engine` of its own:
 * its status is shared, so that of two overlapping runs one silently leaves rules out.
 */
export async function passingRules(
  rules: RuleProperties[],
  facts: Readonly<Record<string, LeafFact>>,
  unknownIs: boolean,
): Promise<Set<string>> {
  const engine = new Engine(rules, { pathResolver: sideOf })
  addMaybeDecorators(engine, unknownIs)
  const { results, failureResults } = await engine.run(facts)
  if (results.length + failureResults.length !== rules.length)
    throw new Error(`json-rules-engine answered ${results.length + failureResults.length} of ${rules.length} rules`)
  return new Set(results.map(({ name }) => name))
}

/** Names only: the stock resolver is JSONPath, whose filters can run code. */
function sideOf(fact: object, path: string): unknown {
  return Object.hasOwn(fact, path) ? Reflect.get(fact, path) : undefined
}
