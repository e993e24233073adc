import {
  contextFor,
  memberFinder,
  runCompiled,
  LedgerRecord,
  type ConditionNode,
  type Derived,
  type Expression,
  type EvaluationContext,
  type LeafNode,
  type PlannedException,
  type PlannedParameter,
  type PlannedRequirement,
  type Task,
  type Truth,
} from '@tiaoli/engine'

/** What was met on the way to a finding. */
export interface Witness {
  leaf(leaf: LeafNode, truth: Truth): void
  parameter(parameter: PlannedParameter, day: number): void
  /** The exception that gave the status. */
  exception(exception: PlannedException): void
  note(id: string, shown: boolean): void
}

/**
 * Goes the way by which a finding comes about, asking what the engine asks in the order in which it asks, and tells a
 * witness. What is not asked, because something before it has decided, is not told.
 */
export function watch({ requirement, record, base }: Task, witness: Witness): void {
  const context = contextFor(requirement, record, base)
  const watcher = new Watcher(context, witness)
  if (requirement.at) watcher.value(requirement.at, record)
  if (context.at === null || !watcher.decision(requirement, record)) return
  for (const { expression } of requirement.figures) watcher.value(expression, record)
  for (const { entry, when } of requirement.notes) witness.note(entry.id, watcher.ask(when, record) === true)
}

class Watcher {
  readonly #frame: EvaluationContext
  readonly #witness: Witness
  /** Derived facts are computed once for each record. */
  readonly #seen = new Map<LedgerRecord, Set<Derived>>()

  constructor(context: EvaluationContext, witness: Witness) {
    this.#frame = context
    this.#witness = witness
  }

  /** False where the requirement is not in force: then nothing of it is shown. */
  decision(requirement: PlannedRequirement, record: LedgerRecord): boolean {
    const { inForce, applies, requires, late, past, due, unless } = requirement
    if (inForce && this.ask(inForce, record) === false) return false
    this.#frame.due = due ? due.run(record, this.#frame) : null
    if (applies && this.ask(applies, record) === false) return true
    if (due) this.value(due, record)
    const holds = requires && this.ask(requires, record)
    if (!requires || holds === true) {
      if (late) this.ask(late, record)
      return true
    }
    if (holds === undefined && late) this.ask(late, record)
    let open = holds === undefined
    for (const exception of unless) {
      const truth = this.ask(exception.when, record)
      if (truth === true && !open) {
        this.#witness.exception(exception)
        if (exception.on) this.value(exception.on, record)
      }
      if (truth === true) return true
      if (truth === undefined) open = true
    }
    if (past) this.ask(past, record)
    return true
  }

  ask(node: ConditionNode, record: LedgerRecord): Truth {
    if (node.kind === 'leaf') {
      const truth = runCompiled(node, record, this.#frame)
      this.#witness.leaf(node, truth)
      this.value(node.left, record)
      if (node.right.kind !== 'list') this.value(node.right, record)
      return truth
    }
    if (node.kind === 'not') {
      const truth = this.ask(node.child, record)
      return truth === undefined ? undefined : !truth
    }
    const decisive = node.kind === 'any'
    let open = false
    for (const child of node.children) {
      const truth = this.ask(child, record)
      if (truth === decisive) return decisive
      if (truth === undefined) open = true
    }
    return open ? undefined : !decisive
  }

  value(expression: Expression, subject: LedgerRecord): void {
    switch (expression.kind) {
      case 'parameter':
        if (typeof this.#frame.at === 'number') this.#witness.parameter(expression.parameter, this.#frame.at)
        return
      case 'when':
        this.ask(expression.condition, subject)
        return
      case 'fact': {
        const { fact, route } = expression
        const target = route.follow(subject, this.#frame)
        if (fact.kind === 'derived' && target instanceof LedgerRecord && this.#isNew(target, fact))
          this.value(fact.formula, target)
        return
      }
      case 'aggregate': {
        const { where, holds, of } = expression
        for (const record of memberFinder(expression)(subject, this.#frame).records) {
          if (where && this.ask(where, record) === false) continue
          if (holds) this.ask(holds, record)
          if (of) this.value(of, record)
        }
        return
      }
      case 'arithmetic':
        for (const operand of expression.operands) this.value(operand, subject)
    }
  }

  #isNew(record: LedgerRecord, fact: Derived): boolean {
    const facts = this.#seen.get(record) ?? new Set()
    this.#seen.set(record, facts)
    if (facts.has(fact)) return false
    facts.add(fact)
    return true
  }
}
