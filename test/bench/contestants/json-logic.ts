import jsonLogic, { type RulesLogic } from 'json-logic-js'
import { LogicEngine } from 'json-logic-engine'
import type { Comparison, Rule, RuleSet, Scalar, Test, Workload } from '../workload/workload.ts'
import { answerKey, type Answer, type Contestant, type SetUp } from './contestant.ts'
import { packageVersion } from './package-version.ts'

type Logic = RulesLogic

/** One expression a rule that says its status, applied to the facts of a record. */
export const jsonLogicJs: SetUp = async (workload) => {
  const sets = workload.sets.map((set) => ({ ...set, logics: set.rules.map(statusOf) }))
  return [
    contestantOf(
      workload,
      'json-logic-js',
      `json-logic-js ${packageVersion('json-logic-js')}`,
      sets.map(({ records, logics }) => ({
        records,
        deciders: logics.map((logic) => (facts: object) => jsonLogic.apply(logic, facts) as unknown),
      })),
    ),
  ]
}

/** Compiled: by `build`, which generates JavaScript; once one function a rule, once one for all rules of a record. */
export const jsonLogicEngine: SetUp = async (workload) => {
  const version = `json-logic-engine ${packageVersion('json-logic-engine')} compiled`
  const engine = new LogicEngine()
  const compiled = (logic: unknown) => engine.build(logic) as (facts: object) => unknown
  const byRule = workload.sets.map(({ rules, records }) => ({
    records,
    deciders: rules.map((rule) => compiled(statusOf(rule))),
  }))
  const byRecord = workload.sets.map(({ rules, records }) => ({ records, deciders: [compiled(rules.map(statusOf))] }))
  return [
    contestantOf(workload, 'json-logic-engine', `${version}, a function a rule`, byRule),
    contestantOf(workload, 'json-logic-engine', `${version}, a function a record`, byRecord),
  ]
}

interface Loaded {
  records: RuleSet['records']
  /** One for each rule; or a single one whose answer is a list. */
  deciders: readonly ((facts: object) => unknown)[]
}

function contestantOf(
  workload: Workload,
  engine: Contestant['engine'],
  name: string,
  sets: readonly Loaded[],
): Contestant {
  const run = () => {
    const answers: unknown[] = []
    for (const { records, deciders } of sets)
      for (const { facts } of records) for (const decide of deciders) answers.push(decide(facts))
    return answers
  }
  return {
    name,
    engine,
    says: 'status',
    output: 'verdicts',
    run,
    answers: () => {
      const flat = run().flat() as string[]
      const keys = workload.sets.flatMap(({ rules, records }) =>
        records.flatMap(({ pointer }) => rules.map((rule) => answerKey(rule, pointer))),
      )
      return new Map<string, Answer>(keys.map((key, i) => [key, flat[i]]))
    },
  }
}

function statusOf({ inForce, applies, requires, late, exceptions, past }: Rule): Logic {
  const ways: unknown[] = []
  if (inForce) ways.push({ '!': logicOf(inForce) }, 'not_in_force')
  if (applies) ways.push({ '!': logicOf(applies) }, 'not_applicable')
  ways.push(logicOf(requires), late ? { if: [logicOf(late), 'met_late', 'met'] } : 'met')
  for (const { status, when } of exceptions) ways.push(logicOf(when), status)
  if (past) ways.push(logicOf(past), 'not_met', 'pending')
  else ways.push('not_met')
  return { if: ways } as Logic
}

const OPERATORS = {
  equal: '===',
  notEqual: '!==',
  in: 'in',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const

function logicOf(test: Test): unknown {
  if ('all' in test) return { and: test.all.map(logicOf) }
  if ('any' in test) return { or: test.any.map(logicOf) }
  if ('not' in test) return { '!': logicOf(test.not) }
  return comparison(test)
}

function comparison({ field, operator, value, mayBeNone }: Comparison): unknown {
  const right = typeof value === 'object' && value !== null && 'field' in value ? { var: value.field } : value
  const compared = { [OPERATORS[operator]]: [{ var: field }, right as Scalar] }
  const guards = mayBeNone.map((name) => ({ '!==': [{ var: name }, null] }))
  return guards.length > 0 ? { and: [...guards, compared] } : compared
}
