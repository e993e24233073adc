import { OUTCOMES } from '../evaluate/decide.ts'
import type { Frame } from '../evaluate/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import type { ConditionNode, Expression, GroupNode, LeafNode, Run } from '../model/expression.ts'
import type { PlannedRequirement } from '../model/plan.ts'
import { isUnknown, type Value } from '../values/value.ts'
import type { Arena } from './arena.ts'
import type { Column, NumberColumn } from './column.ts'
import { Columns, type Source } from './columns.ts'
import { amongTexts, compareColumns, compareNumbers, compareTruths, mirrored } from './compare.ts'
import { both, byteOf, either, keep, mark, negate, type Bytes } from './truths.ts'

/** A stamp that stays. */
const GIVEN = 1

/** Working space of one depth of a condition: an answer, and which records still need one. */
interface Space {
  readonly answer: Bytes
  readonly waiting: Bytes
}

/**
 * Decides requirements for a block of records of a scope at once: each condition is asked of all records before the
 * next condition is, over columns of values, so that the work on a record is a comparison in a loop, or a quarter of an
 * operation on a word, and not a chain of calls. What a loop cannot tell, of a value that is not known above all, the
 * condition itself is asked, of those records only whose answer matters; so the answers are those of `decide`.
 */
export class Sweep {
  readonly #capacity: number
  readonly #arena: Arena
  readonly #columns: Columns
  readonly #spaces: Space[] = []
  readonly #everyone: Bytes
  /** The records that the requirement may apply to; then those it may be unmet by. */
  readonly #concerned: Bytes
  readonly #unmet: Bytes
  readonly #some: Bytes
  readonly #holds: Bytes
  readonly #other: Bytes
  #words = 0
  #sources: Map<Expression, Source> = new Map()
  /** The due date of the requirement being decided, where it is each record's own. */
  #due: Expression | undefined

  constructor(capacity: number, arena: Arena) {
    this.#capacity = capacity
    this.#arena = arena
    this.#columns = new Columns(capacity, arena)
    this.#everyone = arena.bytes(capacity)
    this.#concerned = arena.bytes(capacity)
    this.#unmet = arena.bytes(capacity)
    this.#some = arena.bytes(capacity)
    this.#holds = arena.bytes(capacity)
    this.#other = arena.bytes(capacity)
  }

  /** Takes the records to decide for, no more than the capacity. */
  begin(subjects: readonly Subject[]): void {
    this.#columns.begin(subjects)
    this.#everyone.bytes.fill(0).fill(1, 0, subjects.length)
    this.#words = Math.ceil(subjects.length / 4)
  }

  /** Puts the set of outcomes for every record into `sets`, a byte each; see `decide`. */
  decide(requirement: PlannedRequirement, frame: Frame, sets: Int32Array): void {
    const { inForce, applies, requires, due, sameDue, late, unless, past } = requirement
    const [first] = this.#columns.subjects
    const words = this.#words
    sets.fill(0, 0, words)
    const governs = inForce ? inForce.run(first!, frame) : true
    if (governs === false) return
    this.#sources = this.#columns.in(frame)
    this.#due = sameDue ? undefined : due
    frame.due = sameDue ? due!.run(first!, frame) : null

    let concerned = this.#everyone
    if (applies) {
      const concerns = this.#ask(applies, concerned, frame, 0, this.#holds)
      if (keep(concerned, concerns, false, this.#some, words)) mark(sets, this.#some, OUTCOMES.not_applicable, words)
      if (!keep(concerned, concerns, true, this.#concerned, words)) return
      concerned = this.#concerned
    }
    if (governs === undefined) mark(sets, this.#everyone, OUTCOMES.not_applicable, words)

    const holds = this.#ask(requires!, concerned, frame, 0, this.#holds)
    if (keep(concerned, holds, true, this.#some, words))
      if (late) this.#mark(late, this.#some, frame, { yes: OUTCOMES.met_late, no: OUTCOMES.met }, sets)
      else mark(sets, this.#some, OUTCOMES.met, words)
    let left = keep(concerned, holds, false, this.#unmet, words)
    for (const { entry, when } of unless) {
      if (!left) return
      left = this.#except(when, frame, OUTCOMES[entry.status], sets)
    }
    if (!left) return
    if (past) this.#mark(past, this.#unmet, frame, { yes: OUTCOMES.not_met, no: OUTCOMES.pending }, sets)
    else mark(sets, this.#unmet, OUTCOMES.not_met, words)
  }

  /** Adds one outcome where a condition may hold, another where it may not. */
  #mark(
    condition: ConditionNode,
    among: Bytes,
    frame: Frame,
    { yes, no }: { yes: number; no: number },
    sets: Int32Array,
  ): void {
    const words = this.#words
    const truths = this.#ask(condition, among, frame, 0, this.#other)
    const { waiting } = this.#space(0)
    if (keep(among, truths, true, waiting, words)) mark(sets, waiting, yes, words)
    if (keep(among, truths, false, waiting, words)) mark(sets, waiting, no, words)
  }

  /** Adds the outcome of an exception where it may hold; false where no record is left. */
  #except(when: ConditionNode, frame: Frame, outcome: number, sets: Int32Array): boolean {
    const words = this.#words
    const truths = this.#ask(when, this.#unmet, frame, 0, this.#other)
    if (keep(this.#unmet, truths, true, this.#some, words)) mark(sets, this.#some, outcome, words)
    return keep(this.#unmet, truths, false, this.#unmet, words)
  }

  #space(depth: number): Space {
    return (this.#spaces[depth] ??= {
      answer: this.#arena.bytes(this.#capacity),
      waiting: this.#arena.bytes(this.#capacity),
    })
  }

  /**
   * What a condition says of the records in a mask; of others anything. The truths are in `to`, or in a column, which
   * nobody but the column may change.
   */
  #ask(node: ConditionNode, among: Bytes, frame: Frame, depth: number, to: Bytes): Bytes {
    if (node.kind === 'leaf') return this.#leaf(node, among, frame, depth, to)
    if (node.kind !== 'not') return this.#group(node, among, frame, depth, to)
    negate(this.#ask(node.child, among, frame, depth, to), to, this.#words)
    return to
  }

  #group({ kind, children }: GroupNode, among: Bytes, frame: Frame, depth: number, to: Bytes): Bytes {
    const { answer, waiting } = this.#space(depth)
    const words = this.#words
    const join = kind === 'all' ? both : either
    let truths = this.#ask(children[0]!, among, frame, depth + 1, to)
    for (let child = 1; child < children.length; child++) {
      // Whoever has an answer that no further condition can change is not asked.
      if (!keep(among, truths, kind === 'all', waiting, words)) break
      join(truths, this.#ask(children[child]!, waiting, frame, depth + 1, answer), to, words)
      truths = to
    }
    return truths
  }

  #leaf(leaf: LeafNode, among: Bytes, frame: Frame, depth: number, to: Bytes): Bytes {
    const { left, right, parsed } = leaf
    if (parsed.decorators.length > 0) return this.#askEach(leaf, among, frame, to)
    const { operator } = parsed
    if (right.kind === 'list') {
      const column = this.#same(left) ? undefined : this.#learn(left, among, frame, depth)
      const told = operator === 'in' && column?.kind === 'numbers' && amongTexts(column, right.values, to)
      return told ? this.#askOpen(leaf, column, among, frame, to) : this.#askEach(leaf, among, frame, to)
    }
    if (this.#same(left)) {
      if (this.#same(right)) return this.#askOnce(leaf, frame, to)
      const exchanged = mirrored(operator)
      if (!exchanged) return this.#askEach(leaf, among, frame, to)
      const column = this.#learn(right, among, frame, depth)
      return this.#compare(leaf, column, exchanged, this.#valueOf(left, frame), among, frame, to)
    }
    const column = this.#learn(left, among, frame, depth)
    if (this.#same(right)) return this.#compare(leaf, column, operator, this.#valueOf(right, frame), among, frame, to)
    const other = this.#learn(right, among, frame, depth)
    if (column.kind === 'truths' || other.kind === 'truths' || !compareColumns(column, operator, other, to))
      return this.#askEach(leaf, among, frame, to)
    this.#askOpen(leaf, other, among, frame, to)
    return this.#askOpen(leaf, column, among, frame, to)
  }

  #compare(
    leaf: LeafNode,
    column: Column,
    operator: LeafNode['parsed']['operator'],
    value: Value,
    among: Bytes,
    frame: Frame,
    to: Bytes,
  ): Bytes {
    if (!isUnknown(value)) {
      if (column.kind === 'truths') {
        const truths = compareTruths(column, operator, value, to, this.#words)
        if (truths) return truths
      } else if (compareNumbers(column, operator, value, to)) return this.#askOpen(leaf, column, among, frame, to)
    }
    return this.#askEach(leaf, among, frame, to)
  }

  /** Whether an expression is the same for every record. */
  #same(expression: Expression): boolean {
    if (expression.kind === 'context') return expression.name !== 'due' || this.#due === undefined
    return expression.kind === 'constant' || expression.kind === 'parameter'
  }

  #valueOf(expression: Expression, frame: Frame): Value {
    return expression.run(this.#columns.subjects[0]!, frame)
  }

  /** The column of an expression, with the values of the records in a mask. */
  #learn(expression: Expression, among: Bytes, frame: Frame, depth: number): Column {
    const { column, isGiven, run, condition, slot } = this.#columns.source(
      expression.kind === 'context' ? this.#due! : expression,
      frame,
      this.#sources,
    )
    const { subjects } = this.#columns
    column.hold(isGiven ? GIVEN : frame.sessionStamp, subjects.length)
    const { answer, waiting } = this.#space(depth)
    // What is given costs nothing to look up, so it is looked up for all.
    if (!column.untold(isGiven ? this.#everyone : among, waiting, this.#words)) return column
    if (slot !== undefined) for (let i = 0; i < subjects.length; i++) column.learn(i, subjects[i]!.values[slot]!)
    else if (condition && column.kind === 'truths')
      column.take(this.#ask(condition, waiting, frame, depth + 1, answer), waiting, this.#words)
    else
      for (let i = 0; i < subjects.length; i++)
        if (waiting.bytes[i] === 1) column.learn(i, this.#run(run, subjects[i]!, frame))
    return column
  }

  #run<T>(run: Run<T>, subject: Subject, frame: Frame): T {
    if (this.#due) frame.due = this.#due.run(subject, frame)
    return run(subject, frame)
  }

  #askOnce(leaf: LeafNode, frame: Frame, to: Bytes): Bytes {
    to.bytes.fill(byteOf(leaf.run(this.#columns.subjects[0]!, frame)))
    return to
  }

  #askEach(leaf: LeafNode, among: Bytes, frame: Frame, to: Bytes): Bytes {
    const { subjects } = this.#columns
    for (let i = 0; i < subjects.length; i++)
      if (among.bytes[i] === 1) to.bytes[i] = byteOf(this.#run(leaf.run, subjects[i]!, frame))
    return to
  }

  /** Asks the condition of the records for which a column has no value. */
  #askOpen(leaf: LeafNode, { open }: NumberColumn, among: Bytes, frame: Frame, to: Bytes): Bytes {
    const { subjects } = this.#columns
    for (const i of open) if (among.bytes[i] === 1) to.bytes[i] = byteOf(this.#run(leaf.run, subjects[i]!, frame))
    return to
  }
}
