import type { Frame } from '../model/frame.ts'
import type { ConditionNode, Expression, Run } from '../model/expression.ts'
import type { Fact } from '../model/fact.ts'
import type { Value } from '../values/value.ts'
import type { Arena } from './arena.ts'
import { NumberColumn, TextNumbers, TruthColumn, type Column } from './column.ts'

/** Where the values of an expression are kept for a block of records, and how they are found. */
export interface Source {
  readonly column: Column
  /** Given by the ledger, and not derived: it holds until the next block. */
  readonly isGiven: boolean
  readonly run: Run<Value>
  /** What a boolean of the records themselves says, if it is a condition: it can be asked of many at once. */
  readonly condition: ConditionNode | undefined
  /** Where the records themselves hold what they were given. */
  readonly slot: number | undefined
}

type Key = Fact | Expression

const INDIRECT = { condition: undefined, slot: undefined }

/** Values of expressions for a block of records of one scope. */
export class Columns {
  readonly #arena: Arena
  readonly #capacity: number
  /** By frame and expression. */
  readonly #sources = new Map<Frame, Map<Expression, Source>>()
  /** By what they are values of; `undefined` stands for those that are the same in every frame. */
  readonly #columns = new Map<Frame | undefined, Map<Key, Column>>()
  readonly #texts = new TextNumbers()

  constructor(capacity: number, arena: Arena) {
    this.#arena = arena
    this.#capacity = capacity
  }

  /** Forgets every value: the records are others. */
  forget(): void {
    for (const columns of this.#columns.values()) for (const column of columns.values()) column.hold(0, 0)
    this.#texts.forget()
  }

  sourcesIn(frame: Frame): Map<Expression, Source> {
    let sources = this.#sources.get(frame)
    if (!sources) this.#sources.set(frame, (sources = new Map()))
    return sources
  }

  /** `known` are the sources in the frame. */
  sourceOf(expression: Expression, frame: Frame, known: Map<Expression, Source>): Source {
    let source = known.get(expression)
    if (!source) known.set(expression, (source = this.#sourceOf(expression, frame)))
    return source
  }

  #sourceOf(expression: Expression, frame: Frame): Source {
    const { run } = expression
    if (expression.kind !== 'fact')
      return { column: this.#column(expression, expression, frame), isGiven: false, run, ...INDIRECT }
    const { fact, route } = expression
    const byPeriod = route.steps.some(({ kind }) => kind === 'period')
    const varies = byPeriod || (fact.kind === 'derived' && fact.varies)
    // The way from one scope to a fact of another is always the same, so all that name the fact share its values.
    const column = this.#column(fact, expression, varies ? frame : undefined)
    const own = route.steps.length === 0
    if (fact.kind === 'given') return { column, isGiven: true, run, ...INDIRECT, slot: own ? fact.slot : undefined }
    const { formula } = fact
    const condition = own && formula.kind === 'when' ? formula.condition : undefined
    return { column, isGiven: false, run, ...INDIRECT, condition }
  }

  #column(key: Key, { type }: Expression, frame: Frame | undefined): Column {
    let columns = this.#columns.get(frame)
    if (!columns) this.#columns.set(frame, (columns = new Map()))
    let column = columns.get(key)
    if (!column) {
      const bytes = this.#arena.bytes(this.#capacity)
      column =
        type === 'boolean'
          ? new TruthColumn(bytes)
          : new NumberColumn(this.#arena.numbers(this.#capacity), bytes, type, this.#texts)
      columns.set(key, column)
    }
    return column
  }
}
