import { Engine, type ConditionProperties, type NestedCondition, type TopLevelCondition } from 'json-rules-engine'
import type { Comparison, Rule, RuleSet, Test, Workload } from '../workload/workload.ts'
import { answerKey, type Answer, type SetUp } from './contestant.ts'
import { packageVersion } from './package-version.ts'

/**
 * Stock json-rules-engine with its engines built beforehand and facts handed to `run`: once one engine with every rule
 * of a scope, so that the facts of a record are handed over once, and once one engine a rule. A rule fires where it is
 * violated; which other status there is, it is not asked. Every run returns how each condition came out, whether or
 * not that is wanted: there is no way to do without.
 */
export const jsonRulesEngine: SetUp = async (workload) => {
  const version = packageVersion('json-rules-engine')
  const whole = workload.sets.map((set) => ({ ...set, engines: [engineOf(set.rules)] }))
  const single = workload.sets.map((set) => ({ ...set, engines: set.rules.map((rule) => engineOf([rule])) }))
  const contestant = (name: string, sets: readonly (RuleSet & { engines: Engine[] })[]) => ({
    name: `json-rules-engine ${version}, ${name}`,
    engine: 'json-rules-engine' as const,
    says: 'violation' as const,
    output: 'trace' as const,
    run: async () => {
      let events = 0
      for (const { engines, records } of sets)
        for (const { facts } of records) for (const engine of engines) events += (await engine.run(facts)).events.length
      return events
    },
    answers: () => answersOf(workload, sets),
  })
  return [contestant('one engine a record', whole), contestant('one engine a rule', single)]
}

function engineOf(rules: readonly Rule[]): Engine {
  return new Engine(rules.map((rule) => ({ name: rule.id, conditions: violated(rule), event: { type: rule.id } })))
}

async function answersOf(workload: Workload, sets: readonly (RuleSet & { engines: Engine[] })[]) {
  const answers = new Map<string, Answer>()
  for (const { rules, records, engines } of sets)
    for (const { pointer, facts } of records)
      for (const engine of engines) {
        const { events } = await engine.run(facts)
        for (const { type } of events)
          answers.set(
            answerKey(
              rules.find(({ id }) => id === type)!,
              pointer,
            ),
            'not_met',
          )
      }
  return answers
}

function violated({ inForce, applies, requires, exceptions, past }: Rule): TopLevelCondition {
  const parts: NestedCondition[] = []
  if (inForce) parts.push(nested(inForce))
  if (applies) parts.push(nested(applies))
  parts.push({ not: nested(requires) })
  for (const { when } of exceptions) parts.push({ not: nested(when) })
  if (past) parts.push(nested(past))
  return { all: parts }
}

function nested(test: Test): NestedCondition {
  if ('all' in test) return { all: test.all.map(nested) }
  if ('any' in test) return { any: test.any.map(nested) }
  if ('not' in test) return { not: nested(test.not) }
  return guarded(test)
}

/** Only the fact side of an order operator is checked to be a number; the other needs a guard where it may be null. */
function guarded({ field, operator, value, mayBeNone }: Comparison): NestedCondition {
  const other = typeof value === 'object' && value !== null && 'field' in value ? value.field : undefined
  const leaf: ConditionProperties = {
    fact: field,
    operator,
    value: other === undefined ? value : { fact: other },
  }
  if (other === undefined || !mayBeNone.includes(other)) return leaf
  return { all: [{ fact: other, operator: 'notEqual', value: null }, leaf] }
}
