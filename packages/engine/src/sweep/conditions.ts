import type { Frame } from '../model/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import type { ConditionNode, Expression, GroupNode, LeafNode, Run } from '../model/expression.ts'
import type { OperatorName } from '../values/operator.ts'
import { isUnknown, type Value } from '../values/value.ts'
import type { Arena } from './arena.ts'
import type { Column, NumberColumn } from './column.ts'
import { Columns, type Source } from './columns.ts'
import { amongTexts, compareColumns, compareNumbers, compareTruths, mirrored } from './compare.ts'
import { both, byteOf, either, keep, negate, type Bytes } from './truths.ts'

/** A stamp that stays. */
const GIVEN = 1

/** Working space of one depth of a condition: an answer, and which records still need one. */
interface Space {
  readonly answer: Bytes
  readonly waiting: Bytes
}

/**
 * Asks conditions of a block of records of a scope at once, over columns of values, so that the work on a record is a
 * comparison in a loop, or a quarter of an operation on a word, and not a chain of calls. What a loop cannot tell, of a
 * value that is not known above all, the condition itself is asked, of those records only whose answer matters; so the
 * answers are those of the conditions.
 */
export class Conditions {
  readonly #capacity: number
  readonly #arena: Arena
  readonly #columns: Columns
  readonly #spaces: Space[] = []
  #subjects: readonly Subject[] = []
  /** How many words hold a byte for each record. */
  words = 0
  /** A mask of all records. */
  readonly everyone: Bytes

  #frame!: Frame
  #sources!: Map<Expression, Source>
  /** The due date of the requirement that is asked about, where it is each record's own. */
  #due: Expression | undefined

  constructor(capacity: number, arena: Arena) {
    this.#capacity = capacity
    this.#arena = arena
    this.#columns = new Columns(capacity, arena)
    this.everyone = arena.bytes(capacity)
  }

  /** Takes the records to ask about, no more than the capacity. */
  begin(subjects: readonly Subject[]): void {
    if (this.#subjects === subjects) return
    this.#subjects = subjects
    this.#columns.forget()
    this.everyone.bytes.fill(0).fill(1, 0, subjects.length)
    this.words = Math.ceil(subjects.length / 4)
  }

  /** Takes the frame to ask in. `due` is the due date of the requirement, where it is each record's own. */
  enter(frame: Frame, due: Expression | undefined): void {
    this.#frame = frame
    this.#sources = this.#columns.sourcesIn(frame)
    this.#due = due
  }

  /** What is the same for every record. */
  once<T>(run: Run<T>): T {
    return run(this.#subjects[0]!, this.#frame)
  }

  /**
   * What a condition says of the records in a mask; of others anything. The truths are in `to`, or in a column, which
   * nobody but the column may change.
   */
  ask(node: ConditionNode, among: Bytes, to: Bytes, depth = 0): Bytes {
    if (node.kind === 'leaf') return this.#leaf(node, among, to, depth)
    if (node.kind !== 'not') return this.#group(node, among, to, depth)
    negate(this.ask(node.child, among, to, depth), to, this.words)
    return to
  }

  #group({ kind, children }: GroupNode, among: Bytes, to: Bytes, depth: number): Bytes {
    const { answer, waiting } = this.#space(depth)
    const { words } = this
    const join = kind === 'all' ? both : either
    let truths = this.ask(children[0]!, among, to, depth + 1)
    for (let child = 1; child < children.length; child++) {
      // Whoever has an answer that no further condition can change is not asked.
      if (!keep(among, truths, kind === 'all', waiting, words)) break
      join(truths, this.ask(children[child]!, waiting, answer, depth + 1), to, words)
      truths = to
    }
    return truths
  }

  #space(depth: number): Space {
    return (this.#spaces[depth] ??= {
      answer: this.#arena.bytes(this.#capacity),
      waiting: this.#arena.bytes(this.#capacity),
    })
  }

  #leaf(leaf: LeafNode, among: Bytes, to: Bytes, depth: number): Bytes {
    const { left, right, parsed } = leaf
    const { operator } = parsed
    if (parsed.decorators.length > 0) return this.#askEach(leaf, among, to)
    if (right.kind === 'list') {
      const column = this.#same(left) ? undefined : this.#learn(left, among, depth)
      const told = operator === 'in' && column?.kind === 'numbers' && amongTexts(column, right.values, to)
      return told ? this.#askOpen(leaf, column, among, to) : this.#askEach(leaf, among, to)
    }
    if (this.#same(left)) {
      if (this.#same(right)) return this.#askOnce(leaf, to)
      const exchanged = mirrored(operator)
      if (!exchanged) return this.#askEach(leaf, among, to)
      const column = this.#learn(right, among, depth)
      return this.#compare(leaf, column, exchanged, this.once(left.run), among, to)
    }
    const column = this.#learn(left, among, depth)
    if (this.#same(right)) return this.#compare(leaf, column, operator, this.once(right.run), among, to)
    const other = this.#learn(right, among, depth)
    if (column.kind === 'truths' || other.kind === 'truths' || !compareColumns(column, operator, other, to))
      return this.#askEach(leaf, among, to)
    this.#askOpen(leaf, other, among, to)
    return this.#askOpen(leaf, column, among, to)
  }

  #compare(leaf: LeafNode, column: Column, operator: OperatorName, value: Value, among: Bytes, to: Bytes): Bytes {
    if (!isUnknown(value)) {
      if (column.kind === 'truths') {
        const truths = compareTruths(column, operator, value, to, this.words)
        if (truths) return truths
      } else if (compareNumbers(column, operator, value, to)) return this.#askOpen(leaf, column, among, to)
    }
    return this.#askEach(leaf, among, to)
  }

  /** Whether an expression is the same for every record. */
  #same(expression: Expression): boolean {
    if (expression.kind === 'context') return expression.name !== 'due' || this.#due === undefined
    return expression.kind === 'constant' || expression.kind === 'parameter'
  }

  /** The column of an expression, with the values of the records in a mask. */
  #learn(expression: Expression, among: Bytes, depth: number): Column {
    const frame = this.#frame
    const { column, isGiven, run, condition, slot } = this.#columns.sourceOf(
      expression.kind === 'context' ? this.#due! : expression,
      frame,
      this.#sources,
    )
    const subjects = this.#subjects
    column.hold(isGiven ? GIVEN : frame.sessionStamp, subjects.length)
    const { answer, waiting } = this.#space(depth)
    // What is given costs nothing to look up, so it is looked up for all.
    if (!column.untold(isGiven ? this.everyone : among, waiting, this.words)) return column
    if (slot !== undefined) for (let i = 0; i < subjects.length; i++) column.learn(i, subjects[i]!.values[slot]!)
    else if (condition && column.kind === 'truths')
      column.take(this.ask(condition, waiting, answer, depth + 1), waiting, this.words)
    else
      for (let i = 0; i < subjects.length; i++)
        if (waiting.bytes[i] === 1) column.learn(i, this.#run(run, subjects[i]!))
    return column
  }

  #run<T>(run: Run<T>, subject: Subject): T {
    const frame = this.#frame
    if (this.#due) frame.due = this.#due.run(subject, frame)
    return run(subject, frame)
  }

  #askOnce(leaf: LeafNode, to: Bytes): Bytes {
    to.bytes.fill(byteOf(this.once(leaf.run)))
    return to
  }

  #askEach(leaf: LeafNode, among: Bytes, to: Bytes): Bytes {
    const subjects = this.#subjects
    for (let i = 0; i < subjects.length; i++)
      if (among.bytes[i] === 1) to.bytes[i] = byteOf(this.#run(leaf.run, subjects[i]!))
    return to
  }

  /** Asks the condition of the records for which a column has no value. */
  #askOpen(leaf: LeafNode, { open }: NumberColumn, among: Bytes, to: Bytes): Bytes {
    for (const i of open) if (among.bytes[i] === 1) to.bytes[i] = byteOf(this.#run(leaf.run, this.#subjects[i]!))
    return to
  }
}
