import type { Frame } from '../evaluate/frame.ts'
import type { ConditionNode } from '../model/expression.ts'
import type { Subject } from '../ledger/subject.ts'

/**
 * Remembers what was made for a record in a frame: many requirements ask the same of one record. It is kept with the
 * record, and goes when that goes.
 */
export class Memo<Value> {
  /** What the record keeps it under. */
  readonly #name = Symbol('memo')

  get(key: ConditionNode, subject: Subject, { stamp }: Frame, make: () => Value): Value {
    const memos = (subject.memos ??= new Map())
    let entries = memos.get(this.#name) as Map<ConditionNode, { stamp: number; value: Value }> | undefined
    if (!entries) memos.set(this.#name, (entries = new Map()))
    const known = entries.get(key)
    if (known?.stamp === stamp) return known.value
    const value = make()
    entries.set(key, { stamp, value })
    return value
  }
}
