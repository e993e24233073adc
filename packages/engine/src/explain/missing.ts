import { gatherer } from '../formula/aggregate.ts'
import { childrenOf } from '../plan/walk.ts'
import type { Frame } from '../plan/evaluation-context.ts'
import { pointerTo, LedgerRecord } from '../plan/ledger-record.ts'
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
  readonly #base: Frame
  readonly #found = new Map<string, Missing>()
  readonly #visited = new Set<string>()

  constructor(plan: Plan, requirement: PlannedRequirement, subject: LedgerRecord, base: Frame) {
    this.#plan = plan
    this.#requirement = requirement
    this.#subject = subject
    this.#base = base
  }

  /** In the order in which they were met. */
  get list(): Missing[] {
    return [...this.#found.values()]
  }

  condition(node: ConditionNode, subject: LedgerRecord, frame: Frame): void {
    if (this.#found.size >= LIMIT || node.run(subject, frame) !== undefined) return
    if (node.kind !== 'leaf') {
      for (const child of childrenOf(node)) this.condition(child, subject, frame)
      return
    }
    this.expression(node.left, subject, frame)
    if (node.right.kind !== 'list') this.expression(node.right, subject, frame)
  }

  expression(expression: Expression, subject: LedgerRecord, frame: Frame): void {
    if (this.#found.size >= LIMIT || !isUnknown(expression.run(subject, frame))) return
    switch (expression.kind) {
      case 'fact':
        return this.#fact(expression, subject, frame)
      case 'parameter':
        return this.#parameter(expression.parameter.name, frame)
      case 'context':
        return this.#context(expression.name, frame)
      case 'when':
        return this.condition(expression.condition, subject, frame)
      case 'aggregate':
        return this.#aggregate(expression, subject, frame)
      case 'arithmetic':
        for (const operand of expression.operands) this.expression(operand, subject, frame)
    }
  }

  #context(name: string, frame: Frame): void {
    const { at, due } = this.#requirement
    if (name === 'at' && at) this.expression(at, this.#subject, this.#base)
    if (name === 'due' && due) this.expression(due, this.#subject, frame)
  }

  #parameter(name: string, frame: Frame): void {
    if (isUnknown(frame.at)) this.#context('at', frame)
    const parameter = this.#plan.parameters.get(name.replace('parameters.', ''))!
    const { question } = parameter.entry
    if (typeof frame.at === 'number')
      this.#add(name, {
        reason: 'missing_parameter',
        fact: name,
        label: parameter.label,
        ...(question ? { text: question } : {}),
      })
  }

  #fact({ fact, route }: FactExpression, subject: LedgerRecord, frame: Frame): void {
    let at = subject
    for (const step of route.steps) {
      const next =
        step.kind === 'up'
          ? at.parent!
          : step.kind === 'period'
            ? at.recordOf(step.to, frame.year)
            : at.links[step.by.linkIndex]!
      if (next === null) return
      if (!(next instanceof LedgerRecord)) {
        if (step.kind === 'reference' && isUnknown(at.values[step.by.slot]!)) this.#given(step.by, at)
        else if (step.kind === 'reference') this.#absentAnywhere(step.to, frame) // named, but in a list that was not given
        else this.#record(step.to, at, frame.year)
        return
      }
      at = next
    }
    if (fact.kind === 'given') return this.#given(fact, at)
    const key = `${fact.name} ${pointerTo(at)} ${frame.stamp}`
    if (this.#visited.has(key)) return
    this.#visited.add(key)
    this.expression(fact.formula, at, frame)
  }

  #given(fact: Given, subject: LedgerRecord): void {
    const pointer = `${pointerTo(subject)}${pointerOf(fact.path)}`
    const { conflicts, scope } = subject
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
    for (const bound of [fact.min, fact.max, fact.equals]) if (bound) this.#bound(bound, subject)
  }

  #bound(bound: Expression, subject: LedgerRecord): void {
    if (bound.kind === 'arithmetic') for (const operand of bound.operands) this.#bound(operand, subject)
    if (bound.kind !== 'fact' || bound.fact.kind !== 'given') return
    const { fact } = bound
    // Bounds read what was given: one that only follows from others is not known to them.
    const isOpen = isUnknown(subject.values[fact.slot]!) || subject.narrowed?.includes(fact)
    if (!isOpen || subject.conflicts?.has(fact.slot)) return
    const pointer = `${pointerTo(subject)}${pointerOf(fact.path)}`
    this.#add(pointer, { reason: 'missing_fact', fact: fact.name, label: fact.label, pointer })
  }

  #record(scope: Scope, parent: LedgerRecord, year?: number): void {
    const pointer = `${pointerTo(parent)}/${scope.list}${year === undefined ? '' : `/${year}`}`
    this.#add(pointer, { reason: 'missing_fact', fact: scope.name, label: scope.label, pointer })
  }

  #aggregate(formula: AggregateExpression, subject: LedgerRecord, frame: Frame): void {
    const { from, over, by, where, holds, of } = formula
    const { records, incomplete } = gatherer(formula)(subject, frame)
    for (const record of records) {
      if (where?.run(record, frame) === false) continue
      if (where) this.condition(where, record, frame)
      if (holds) this.condition(holds, record, frame)
      if (of) this.expression(of, record, frame)
    }
    if (incomplete && !by) this.#absentBelow(subject, from, over)
    else if (incomplete) this.#absentAnywhere(over, frame)
    if (by) this.#undecided(by, frame)
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
  #absentAnywhere(over: Scope, { session: { index } }: Frame): void {
    for (let scope = over; scope.parent; scope = scope.parent)
      for (const parent of index.incomplete.get(scope) ?? []) {
        if (this.#found.size >= LIMIT) return
        this.#record(scope, parent)
      }
  }

  #undecided(by: Given, { session: { index } }: Frame): void {
    for (const record of index.undecided.get(by) ?? []) {
      if (this.#found.size >= LIMIT) return
      if (isUnknown(record.values[by.slot]!)) this.#given(by, record)
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
