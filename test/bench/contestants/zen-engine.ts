import { ZenDecisionContent, ZenEngine, type ZenDecision } from '@gorules/zen-engine'
import type { Comparison, Rule, RuleSet, Scalar, Test } from '../workload/workload.ts'
import { answerKey, type Answer, type SetUp } from './contestant.ts'
import { packageVersion } from './package-version.ts'

/**
 * One decision a scope: an expression node with an expression for each rule. Once a call for each record, once a single
 * call for all records of a scope, which the node loops over, so that the border to Rust is crossed once.
 */
export const zenEngine: SetUp = async (workload) => {
  const version = `@gorules/zen-engine ${packageVersion('@gorules/zen-engine')}`
  const engine = new ZenEngine()
  const decisions = (loop: boolean) =>
    workload.sets.map((set) => ({ ...set, decision: engine.createDecision(contentOf(set.rules, loop)) }))
  const byRecord = decisions(false)
  const byScope = decisions(true).map((set) => ({ ...set, input: { records: set.records.map(({ facts }) => facts) } }))
  const each = (trace: boolean) => ({
    name: `${version}, a call a record${trace ? ', trace on' : ''}`,
    engine: '@gorules/zen-engine' as const,
    says: 'status' as const,
    output: trace ? ('trace' as const) : ('verdicts' as const),
    run: () => evaluateEach(byRecord, trace),
    answers: async () =>
      inOrder(byRecord, (await evaluateEach(byRecord, trace)) as unknown as Record<string, Answer>[]),
  })
  const looped = (trace: boolean) => ({
    ...each(trace),
    name: `${version}, a call a scope${trace ? ', trace on' : ''}`,
    run: () => evaluateLoop(byScope, trace),
    answers: async () => inOrder(byScope, (await evaluateLoop(byScope, trace)).flat()),
  })
  return [each(false), looped(false), each(true), looped(true)]
}

async function evaluateEach(sets: readonly (RuleSet & { decision: ZenDecision })[], trace: boolean) {
  const results: unknown[] = []
  for (const { records, decision } of sets)
    for (const { facts } of records) results.push((await decision.evaluate(facts, { trace })).result)
  return results
}

async function evaluateLoop(
  sets: readonly { decision: ZenDecision; input: object }[],
  trace: boolean,
): Promise<Record<string, Answer>[][]> {
  const results: Record<string, Answer>[][] = []
  for (const { decision, input } of sets) {
    const { result } = await decision.evaluate(input, { trace })
    results.push((result as { out: Record<string, Answer>[] }).out)
  }
  return results
}

function inOrder(sets: readonly RuleSet[], results: readonly Record<string, Answer>[]): Map<string, Answer> {
  const answers = new Map<string, Answer>()
  const subjects = sets.flatMap(({ rules, records }) => records.map(({ pointer }) => ({ rules, pointer })))
  for (const [i, { rules, pointer }] of subjects.entries())
    for (const rule of rules) answers.set(answerKey(rule, pointer), results[i]![keyOf(rule)])
  return answers
}

function contentOf(rules: readonly Rule[], loop: boolean): ZenDecisionContent {
  const position = { x: 0, y: 0 }
  const expressions = rules.map((rule) => ({ id: rule.id, key: keyOf(rule), value: statusOf(rule) }))
  const loopOver = loop ? { inputField: 'records', outputPath: 'out', executionMode: 'loop' } : {}
  return new ZenDecisionContent({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position },
      { id: 'rules', name: 'rules', type: 'expressionNode', position, content: { expressions, ...loopOver } },
      { id: 'out', name: 'out', type: 'outputNode', position },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: '2', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  })
}

function keyOf({ id }: Rule): string {
  return `r_${id.replaceAll('-', '_')}`
}

function statusOf({ inForce, applies, requires, late, exceptions, past }: Rule): string {
  let text = past ? `${textOf(past)} ? 'not_met' : 'pending'` : `'not_met'`
  for (const { status, when } of exceptions.toReversed()) text = `${textOf(when)} ? '${status}' : (${text})`
  text = `${textOf(requires)} ? ${late ? `(${textOf(late)} ? 'met_late' : 'met')` : `'met'`} : (${text})`
  if (applies) text = `${textOf(applies)} ? (${text}) : 'not_applicable'`
  return inForce ? `${textOf(inForce)} ? (${text}) : 'not_in_force'` : text
}

const OPERATORS = {
  equal: '==',
  notEqual: '!=',
  in: 'in',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const

function textOf(test: Test): string {
  if ('all' in test) return `(${test.all.map(textOf).join(' and ')})`
  if ('any' in test) return `(${test.any.map(textOf).join(' or ')})`
  if ('not' in test) return `(not ${textOf(test.not)})`
  return comparison(test)
}

function comparison({ field, operator, value, mayBeNone }: Comparison): string {
  const right = typeof value === 'object' && value !== null && 'field' in value ? value.field : literal(value)
  const compared = `${field} ${OPERATORS[operator]} ${right}`
  return `(${[...mayBeNone.map((name) => `${name} != null`), compared].join(' and ')})`
}

function literal(value: Scalar | readonly Scalar[]): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  return typeof value === 'string' ? `'${value}'` : String(value)
}
