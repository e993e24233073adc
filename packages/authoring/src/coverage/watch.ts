import {
  frameFor,
  gatherer,
  runCompiled,
  LedgerRecord,
  type ConditionNode,
  type Derived,
  type Expression,
  type Frame,
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
export function watch({ requirement, subject, base }: Task, witness: Witness): void {
  const frame = frameFor(requirement, subject, base)
  const watcher = new Watcher(frame, witness)
  if (requirement.at) watcher.value(requirement.at, subject)
  if (frame.at === null || !watcher.decision(requirement, subject)) return
  for (const { expression } of requirement.figures) watcher.value(expression, subject)
  for (const { entry, when } of requirement.notes) witness.note(entry.id, watcher.ask(when, subject) === true)
}

class Watcher {
  readonly #frame: Frame
  readonly #witness: Witness
  /** Derived facts are computed once for each record. */
  readonly #seen = new Map<LedgerRecord, Set<Derived>>()

  constructor(frame: Frame, witness: Witness) {
    this.#frame = frame
    this.#witness = witness
  }

  /** False where the requirement is not in force: then nothing of it is shown. */
  decision(requirement: PlannedRequirement, subject: LedgerRecord): boolean {
    const { inForce, applies, requires, late, past, due, unless } = requirement
    if (inForce && this.ask(inForce, subject) === false) return false
    this.#frame.due = due ? due.run(subject, this.#frame) : null
    if (applies && this.ask(applies, subject) === false) return true
    if (due) this.value(due, subject)
    const holds = requires && this.ask(requires, subject)
    if (!requires || holds === true) {
      if (late) this.ask(late, subject)
      return true
    }
    if (holds === undefined && late) this.ask(late, subject)
    let open = holds === undefined
    for (const exception of unless) {
      const truth = this.ask(exception.when, subject)
      if (truth === true && !open) {
        this.#witness.exception(exception)
        if (exception.on) this.value(exception.on, subject)
      }
      if (truth === true) return true
      if (truth === undefined) open = true
    }
    if (past) this.ask(past, subject)
    return true
  }

  ask(node: ConditionNode, subject: LedgerRecord): Truth {
    if (node.kind === 'leaf') {
      const truth = runCompiled(node, subject, this.#frame)
      this.#witness.leaf(node, truth)
      this.value(node.left, subject)
      if (node.right.kind !== 'list') this.value(node.right, subject)
      return truth
    }
    if (node.kind === 'not') {
      const truth = this.ask(node.child, subject)
      return truth === undefined ? undefined : !truth
    }
    const decisive = node.kind === 'any'
    let open = false
    for (const child of node.children) {
      const truth = this.ask(child, subject)
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
        for (const record of gatherer(expression)(subject, this.#frame).records) {
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

  #isNew(subject: LedgerRecord, fact: Derived): boolean {
    const facts = this.#seen.get(subject) ?? new Set()
    this.#seen.set(subject, facts)
    if (facts.has(fact)) return false
    facts.add(fact)
    return true
  }
}
