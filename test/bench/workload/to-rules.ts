import { compile, type EvaluateOptions, type PackSource } from '@tiaoli/engine'
import {
  isUnknown,
  recordPointer,
  type ConditionNode,
  type Expression,
  type LeafNode,
  type PlannedRequirement,
} from '@tiaoli/engine/plan'
import { Evaluation, contextFor, readOptions, type Step, type Task } from '@tiaoli/engine/runtime'
import { leavesOf } from './leaves.ts'
import type { Operator, Rule, RuleSet, Scalar, Test, Workload } from './workload.ts'

type Record_ = Map<string, Scalar>

/**
 * Takes the requirements of a pack apart for engines that know neither unknowns, nor dated parameters, nor due dates:
 * every fact, named condition and parameter becomes a field of a flat record with its value computed beforehand. A value that
 * differs from one requirement or year to the next gets a field for each.
 */
export function toWorkload(name: string, pack: PackSource, ledger: unknown, options: EvaluateOptions): Workload {
  const policy = compile(pack)
  const tasks = new Evaluation(policy, ledger, readOptions(policy.plan, options)).tasks()
  const sets = [...Map.groupBy(tasks, ({ record }) => record.scope.name)].map(([scope, own]) => setOf(scope, own))
  return { name, sets, pack, ledger, options }
}

function setOf(scope: string, tasks: readonly Task[]): RuleSet {
  const records = new Map<string, Record_>()
  for (const task of tasks) {
    const pointer = recordPointer(task.record)
    const record = records.get(pointer) ?? new Map<string, Scalar>()
    records.set(pointer, record)
    fill(record, task)
  }
  const nullable = new Set([...records.values()].flatMap((record) => [...record].flatMap(noneIn)))
  const requirements = new Set(tasks.map(({ requirement }) => requirement))
  return {
    scope,
    rules: [...requirements].map((requirement) => new Translation(requirement, nullable).rule()),
    // Through JSON, so that all records of a scope share one hidden class, as parsed input would.
    records: [...records].map(([pointer, record]) => ({
      pointer,
      facts: JSON.parse(JSON.stringify(Object.fromEntries(record))) as Record<string, Scalar>,
    })),
  }
}

function noneIn([field, value]: [string, Scalar]): string[] {
  return value === null ? [field] : []
}

function fill(record: Record_, { requirement, record: subject, base }: Task): void {
  const context = contextFor(requirement, subject, base)
  for (const leaf of leavesOf(requirement))
    for (const side of sidesOf(leaf)) {
      const field = fieldOf(side, requirement)
      const value = side.run(subject, context)
      if (isUnknown(value)) throw new Error(`${field} of ${recordPointer(subject)} is not known`)
      const before = record.get(field)
      if (before !== undefined && before !== value)
        throw new Error(`${field} has two values for ${recordPointer(subject)}`)
      record.set(field, value)
    }
}

/** Both sides of a leaf that are not literals. */
function sidesOf({ left, right }: LeafNode): Expression[] {
  return right.kind === 'list' || right.kind === 'constant' ? [left] : [left, right]
}

/** One word that is a name in every language: dots and hyphens become underscores. */
function fieldOf(side: Expression, requirement: PlannedRequirement): string {
  const ofYear = requirement.firstPeriod ? '_of_year' : ''
  const own = requirement.id.replaceAll('-', '_')
  const named = (name: string, varies: boolean) => `${name.replaceAll('.', '_')}${varies ? ofYear : ''}`
  switch (side.kind) {
    case 'fact': {
      const byPeriod = side.route.steps.some(({ kind }) => kind === 'period')
      return named(side.fact.name, byPeriod || (side.fact.kind === 'derived' && side.fact.varies))
    }
    case 'parameter':
      return named(side.parameter.name, true)
    case 'context':
      return side.name === 'due' ? `due_${own}` : named(side.name, side.name === 'at')
    default:
      return `achieved_${own}` // the only formula that stands in a condition by itself
  }
}

class Translation {
  readonly #requirement: PlannedRequirement
  /** Fields that are none somewhere. */
  readonly #nullable: ReadonlySet<string>

  constructor(requirement: PlannedRequirement, nullable: ReadonlySet<string>) {
    this.#requirement = requirement
    this.#nullable = nullable
  }

  rule(): Rule {
    const { id, steps, unless } = this.#requirement
    const condition = (name: Step['part']) => steps.find(({ part }) => part === name)?.condition
    const [inForce, applies, late, past] = [
      condition('inForce'),
      condition('applies'),
      condition('achievedOn'),
      condition('due'),
    ]
    return {
      id,
      ...(inForce ? { inForce: this.#test(inForce) } : {}),
      ...(applies ? { applies: this.#test(applies) } : {}),
      requires: this.#test(condition('requires')!),
      ...(late ? { late: this.#test(late) } : {}),
      exceptions: unless.map(({ entry, when }) => ({ status: entry.status, when: this.#test(when) })),
      ...(past ? { past: this.#test(past) } : {}),
    }
  }

  #test(node: ConditionNode): Test {
    if (node.kind === 'leaf') return this.#comparison(node)
    if (node.kind === 'not') return { not: this.#test(node.child) }
    const children = node.children.map((child) => this.#test(child))
    return node.kind === 'all' ? { all: children } : { any: children }
  }

  #comparison({ left, right, operator, parsed }: LeafNode): Test {
    if (parsed.decorators.length > 0) throw new Error(`no contestant is taught the decorators of ${operator}`)
    const field = fieldOf(left, this.#requirement)
    const value =
      right.kind === 'list'
        ? right.values.map(known)
        : right.kind === 'constant'
          ? known(right.value)
          : { field: fieldOf(right, this.#requirement) }
    const fields = typeof value === 'object' && value !== null && 'field' in value ? [field, value.field] : [field]
    const ordered = operator.includes('Than')
    return {
      field,
      operator: operator as Operator,
      value,
      mayBeNone: ordered ? fields.filter((name) => this.#nullable.has(name)) : [],
    }
  }
}

function known(value: ReturnType<Expression['run']>): Scalar {
  if (isUnknown(value)) throw new Error('a literal is always known')
  return value
}
