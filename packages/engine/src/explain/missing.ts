import { memberFinder } from '../formula/aggregate.ts'
import { childrenOf } from '../plan/walk.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { recordPointer, LedgerRecord } from '../plan/ledger-record.ts'
import { pointerOf } from '../json/pointer.ts'
import type { AggregateExpression, ConditionNode, Expression, FactExpression } from '../plan/expression.ts'
import type { Given } from '../plan/fact.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import type { Missing } from '../report/report.ts'
import { isUnknown } from '../values/value.ts'

/** More than this are not listed: nobody fills in more at once. */
const LIMIT = 200

/** Follows what is unknown down to the facts and parameters that, once given, could decide it. */
export class MissingFacts {
  readonly #plan: Plan
  readonly #requirement: PlannedRequirement
  readonly #subject: LedgerRecord
  /** The frame in which `at` itself was evaluated. */
  readonly #base: EvaluationContext
  readonly #found = new Map<string, Missing>()
  readonly #visited = new Set<string>()

  constructor(plan: Plan, requirement: PlannedRequirement, record: LedgerRecord, base: EvaluationContext) {
    this.#plan = plan
    this.#requirement = requirement
    this.#subject = record
    this.#base = base
  }

  /** In the order in which they were met. */
  get list(): Missing[] {
    return [...this.#found.values()]
  }

  condition(node: ConditionNode, record: LedgerRecord, context: EvaluationContext): void {
    if (this.#found.size >= LIMIT || node.run(record, context) !== undefined) return
    if (node.kind !== 'leaf') {
      for (const child of childrenOf(node)) this.condition(child, record, context)
      return
    }
    this.expression(node.left, record, context)
    if (node.right.kind !== 'list') this.expression(node.right, record, context)
  }

  expression(expression: Expression, record: LedgerRecord, context: EvaluationContext): void {
    if (this.#found.size >= LIMIT || !isUnknown(expression.run(record, context))) return
    switch (expression.kind) {
      case 'fact':
        return this.#fact(expression, record, context)
      case 'parameter':
        return this.#parameter(expression.parameter.name, context)
      case 'context':
        return this.#context(expression.name, context)
      case 'when':
        return this.condition(expression.condition, record, context)
      case 'aggregate':
        return this.#aggregate(expression, record, context)
      case 'arithmetic':
        for (const operand of expression.operands) this.expression(operand, record, context)
    }
  }

  #context(name: string, context: EvaluationContext): void {
    const { at, due } = this.#requirement
    if (name === 'at' && at) this.expression(at, this.#subject, this.#base)
    if (name === 'due' && due) this.expression(due, this.#subject, context)
  }

  #parameter(name: string, context: EvaluationContext): void {
    if (isUnknown(context.at)) this.#context('at', context)
    const parameter = this.#plan.parameters.get(name.replace('parameters.', ''))!
    const { question } = parameter.entry
    if (typeof context.at === 'number')
      this.#add(name, {
        reason: 'missing_parameter',
        fact: name,
        label: parameter.label,
        ...(question ? { text: question } : {}),
      })
  }

  #fact({ fact, route }: FactExpression, record: LedgerRecord, context: EvaluationContext): void {
    let at = record
    for (const step of route.steps) {
      const next =
        step.kind === 'up' ? at.parent! : step.kind === 'period' ? at.recordOf(step.to, context.year) : at.link(step.by)
      if (next === null) return
      if (!(next instanceof LedgerRecord)) {
        if (step.kind === 'reference' && isUnknown(at.value(step.by))) this.#given(step.by, at)
        else if (step.kind === 'reference') this.#absentAnywhere(step.to, context) // named, but in a list that was not given
        else this.#record(step.to, at, context.year)
        return
      }
      at = next
    }
    if (fact.kind === 'given') return this.#given(fact, at)
    const key = `${fact.name} ${recordPointer(at)} ${context.stamp}`
    if (this.#visited.has(key)) return
    this.#visited.add(key)
    this.expression(fact.formula, at, context)
  }

  #given(fact: Given, record: LedgerRecord): void {
    const pointer = `${recordPointer(record)}${pointerOf(fact.path)}`
    const { conflicts, scope } = record
    const [check] = conflicts?.get(fact.slot) ?? []
    if (conflicts && check !== undefined) {
      const others = scope.given.filter((other) => other !== fact && conflicts.get(other.slot)?.includes(check))
      this.#add(pointer, {
        reason: 'conflict',
        fact: fact.name,
        label: fact.label,
        pointer,
        text: conflictText(this.#plan, check, [fact, ...others]),
      })
      return
    }
    this.#add(pointer, { reason: 'missing_fact', fact: fact.name, label: fact.label, pointer })
    // Another fact of the record may decide this one by its bounds.
    for (const bound of [fact.min, fact.max, fact.equals]) if (bound) this.#bound(bound, record)
  }

  #bound(bound: Expression, record: LedgerRecord): void {
    if (bound.kind === 'arithmetic') for (const operand of bound.operands) this.#bound(operand, record)
    if (bound.kind !== 'fact' || bound.fact.kind !== 'given') return
    const { fact } = bound
    // Bounds read what was given: one that only follows from others is not known to them.
    const isOpen = isUnknown(record.value(fact)) || record.narrowed?.includes(fact)
    if (!isOpen || record.conflicts?.has(fact.slot)) return
    const pointer = `${recordPointer(record)}${pointerOf(fact.path)}`
    this.#add(pointer, { reason: 'missing_fact', fact: fact.name, label: fact.label, pointer })
  }

  #record(scope: Scope, parent: LedgerRecord, year?: number): void {
    const pointer = `${recordPointer(parent)}/${scope.list}${year === undefined ? '' : `/${year}`}`
    this.#add(pointer, { reason: 'missing_fact', fact: scope.name, label: scope.label, pointer })
  }

  #aggregate(formula: AggregateExpression, subject: LedgerRecord, context: EvaluationContext): void {
    const { from, over, by, where, holds, of } = formula
    const { records, incomplete } = memberFinder(formula)(subject, context)
    for (const record of records) {
      if (where?.run(record, context) === false) continue
      if (where) this.condition(where, record, context)
      if (holds) this.condition(holds, record, context)
      if (of) this.expression(of, record, context)
    }
    if (incomplete && !by) this.#absentBelow(subject, from, over)
    else if (incomplete) this.#absentAnywhere(over, context)
    if (by) this.#undecided(by, context)
  }

  /** The lists that were not given on the way down from a record to those of a scope. */
  #absentBelow(subject: LedgerRecord, from: Scope, over: Scope): void {
    const way: Scope[] = []
    for (let scope = over; scope !== from; scope = scope.parent!) way.unshift(scope)
    let records: readonly LedgerRecord[] = [subject]
    for (const scope of way) {
      for (const record of records) if (!record.children[scope.childIndex]) this.#record(scope, record)
      records = records.flatMap((record) => record.children[scope.childIndex] ?? [])
    }
  }

  /** Whatever was not given could hold a record that refers to the one in question. */
  #absentAnywhere(over: Scope, { session: { index } }: EvaluationContext): void {
    for (let scope = over; scope.parent; scope = scope.parent)
      for (const parent of index.incomplete.get(scope) ?? []) {
        if (this.#found.size >= LIMIT) return
        this.#record(scope, parent)
      }
  }

  #undecided(by: Given, { session: { index } }: EvaluationContext): void {
    for (const record of index.undecided.get(by) ?? []) {
      if (this.#found.size >= LIMIT) return
      if (isUnknown(record.value(by))) this.#given(by, record)
    }
  }

  #add(key: string, missing: Missing): void {
    if (this.#found.size < LIMIT && !this.#found.has(key)) this.#found.set(key, missing)
  }
}

/** What a failed check says; for bounds, references and ids the catalogue's own words. */
export function conflictText(plan: Plan, check: string, facts: readonly Given[]) {
  const declared = plan.checks.find(({ entry }) => entry.id === check)
  if (declared) return declared.entry.text
  const [first] = facts
  const label = first?.label ?? { zh: '', en: '' }
  if (check === 'reference')
    return {
      zh: `${label.zh}所指的记录在台账中不存在，或不止一个。`,
      en: `The record that ${label.en} names is not in the ledger, or stands there more than once.`,
    }
  if (check === 'duplicate')
    return {
      zh: `${label.zh}与同一名单中的另一条记录相同，可能重复填写。请删去重复的一条，或改正标识。`,
      en: `Another record of the same list has the same ${label.en}. Remove the one that was copied, or correct its id.`,
    }
  if (facts.length === 1) return { zh: `${label.zh}的数值超出范围。`, en: `The value of ${label.en} is out of range.` }
  return {
    zh: `${facts.map((fact) => fact.label.zh).join('、')}的数值互相矛盾或超出范围。`,
    en: `The values of ${facts.map((fact) => fact.label.en).join(', ')} contradict each other or are out of range.`,
  }
}
