import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  verdictsOf,
  type Comparison,
  type Facts,
  type Rule,
  type RuleSet,
  type Scalar,
  type Test,
} from '../workload/workload.ts'
import { answerKey, type Contestant, type SetUp } from './contestant.ts'
import { THIRTY_RULES } from './hand-written.ts'

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache', 'bench')

/** What a function of a rule says of the facts of a record. */
export type Decide = (facts: Facts) => string

interface Written {
  scope: string
  rules: readonly { id: string; decide: Decide }[]
  records: RuleSet['records']
}

/**
 * Rules as plain TypeScript: one function a rule, an `if` for each part, and a list of verdicts as the engine gives it.
 * The thirty rules are written by hand; those of the policy are written out by `moduleOf` in the words a person would
 * use, since nobody keeps so many functions in step with a pack.
 */
export const plainTypeScript: SetUp = async (workload) => {
  const written: Written[] = []
  for (const { scope, rules, records } of workload.sets) {
    const module = workload.name === '30 rules' ? THIRTY_RULES : await moduleOf(scope, rules)
    written.push({ scope, records, rules: rules.map(({ id }) => ({ id, decide: module[nameOf(id)]! })) })
  }
  const run = () => verdicts(written)
  const contestant: Contestant = {
    name: `plain TypeScript, ${workload.name === '30 rules' ? 'written by hand' : 'written out from the rules'}`,
    engine: 'plain TypeScript',
    says: 'status',
    output: 'verdicts',
    run,
    answers: () => {
      const found = run()
      if (found.length !== verdictsOf(workload)) throw new Error('a verdict is lacking')
      return new Map(
        found.map(({ requirement, subject, status }) => [answerKey({ id: requirement } as Rule, subject), status]),
      )
    },
  }
  return [contestant]
}

function verdicts(sets: readonly Written[]): { requirement: string; subject: string; status: string }[] {
  const found: { requirement: string; subject: string; status: string }[] = []
  for (const { rules, records } of sets)
    for (const { id, decide } of rules)
      for (const { pointer, facts } of records) found.push({ requirement: id, subject: pointer, status: decide(facts) })
  return found
}

async function moduleOf(scope: string, rules: readonly Rule[]): Promise<Record<string, Decide>> {
  mkdirSync(CACHE, { recursive: true })
  const file = join(CACHE, `${scope}.ts`)
  writeFileSync(file, rules.map(functionOf).join('\n'))
  return (await import(pathToFileURL(file).href)) as Record<string, Decide>
}

export function nameOf(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function functionOf({ id, inForce, applies, requires, late, exceptions, past }: Rule): string {
  const lines: string[] = []
  if (inForce) lines.push(`if (!${textOf(inForce)}) return 'not_in_force'`)
  if (applies) lines.push(`if (!${textOf(applies)}) return 'not_applicable'`)
  lines.push(`if ${textOf(requires)} return ${late ? `${textOf(late)} ? 'met_late' : 'met'` : `'met'`}`)
  for (const { status, when } of exceptions) lines.push(`if ${textOf(when)} return '${status}'`)
  lines.push(`return ${past ? `${textOf(past)} ? 'not_met' : 'pending'` : `'not_met'`}`)
  return `export function ${nameOf(id)}(facts) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
}

const OPERATORS = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
} as const

function textOf(test: Test): string {
  if ('all' in test) return `(${test.all.map(textOf).join(' && ')})`
  if ('any' in test) return `(${test.any.map(textOf).join(' || ')})`
  if ('not' in test) return `(!${textOf(test.not)})`
  return comparison(test)
}

function comparison({ field, operator, value, mayBeNone }: Comparison): string {
  const left = `facts.${field}`
  if (operator === 'in')
    return `(${(value as Scalar[]).map((item) => `${left} === ${JSON.stringify(item)}`).join(' || ')})`
  const right =
    typeof value === 'object' && value !== null && 'field' in value ? `facts.${value.field}` : JSON.stringify(value)
  const guards = mayBeNone.map((name) => `facts.${name} !== null`)
  return `(${[...guards, `${left} ${OPERATORS[operator]} ${right}`].join(' && ')})`
}
