import { describe } from '../plan/describe.ts'
import type { LeafNode } from '../plan/expression.ts'
import type { Reason, Shown, TraceNode } from '../report/report.ts'
import type { Value } from '../values/value.ts'
import { valueIn, type Seen } from '../values/day-ahead.ts'
import { deepFreeze } from './memo/deep-freeze.ts'
import { Memo, type MemoBudget } from './memo/memo.ts'
import { operatorText } from './operator-text.ts'
import { sentenceOf } from './sentence.ts'
import { show } from './show.ts'

type TraceLeaf = Extract<TraceNode, { kind: 'leaf' }>

/** What a leaf states about two values, with the trace and the reasons that say so. */
export class LeafStatement {
  readonly trace: TraceLeaf
  readonly #budget: MemoBudget
  #opened: Memo<TraceNode, TraceLeaf> | undefined
  #reasons: Map<string, Reason> | undefined

  constructor(leaf: LeafNode, seen: Seen, expected: Value, budget: MemoBudget) {
    const actual = valueIn(seen)
    const { left, right, operator } = leaf
    const holds = leaf.test(actual, right.kind === 'list' ? right.values : expected)
    this.#budget = budget
    this.trace = deepFreeze({
      kind: 'leaf',
      holds: holds ?? null,
      fact: describe(left).name,
      operator,
      operatorText: operatorText(leaf),
      ...sidesOf(leaf, actual, expected),
      ...otherSide(leaf),
      text: sentenceOf(leaf, seen, expected, holds),
    })
  }

  /** The trace together with that of the condition behind the derived fact that the leaf reads. */
  opened(from: TraceNode): TraceLeaf {
    this.#opened ??= new Memo(this.#budget)
    return this.#opened.of(from, () => ({ ...this.trace, from }))
  }

  /** The statement as a reason for a part; `name` is that of part and exception together. */
  reason(name: string, part: Reason['part'], exception: string | undefined): Reason {
    const known = (this.#reasons ??= new Map())
    let reason = known.get(name)
    if (!reason) known.set(name, (reason = deepFreeze(this.#reasonFor(part, exception))))
    return reason
  }

  #reasonFor(part: Reason['part'], exception: string | undefined): Reason {
    const { fact, operator, actual, expected, expectedFact, parameter, holds, text } = this.trace
    return {
      part,
      ...(exception === undefined ? {} : { exception }),
      fact,
      operator,
      ...(actual === undefined ? {} : { actual }),
      ...(expected === undefined ? {} : { expected }),
      ...(expectedFact === undefined ? {} : { expectedFact }),
      ...(parameter === undefined ? {} : { parameter }),
      holds: holds === true,
      text,
    }
  }
}

/** Both sides as data, each absent if it is unknown. */
function sidesOf(
  { left, right }: LeafNode,
  found: Value,
  other: Value,
): { actual?: Shown; expected?: Shown | Shown[] } {
  const actual = show(left.type, found)
  const expected =
    right.kind === 'list' ? right.values.map((value) => show(left.type, value) ?? null) : show(left.type, other)
  return { ...(actual === undefined ? {} : { actual }), ...(expected === undefined ? {} : { expected }) }
}

function otherSide({ right }: LeafNode): { expectedFact?: string; parameter?: string } {
  if (right.kind === 'parameter') return { parameter: right.parameter.name.replace('parameters.', '') }
  if (right.kind === 'fact' || right.kind === 'context') return { expectedFact: describe(right).name }
  return {}
}
