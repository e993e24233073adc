import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Trace, TraceNode } from '../report/report.ts'
import { shared } from './memo.ts'
import type { GroupOutline, LeafOutline, Outline } from './outline.ts'
import type { Part } from './outlines.ts'

/** Everything that was asked of one part, and what each answer was. */
export function traceOf(part: Part, record: LedgerRecord, context: EvaluationContext): Trace {
  const { root, traces } = part
  const node = new Walk(context, part.isTangled).node(root, record)
  if (!root.recurs) return made(part, node)
  return traces.of(node, () => made(part, node))
}

function made({ part, exception }: Part, node: TraceNode): Trace {
  return exception === undefined ? { part, node } : { part, exception, node }
}

/** Opens each derived fact of a record where it is first met: opening it again would add nothing but length. */
class Walk {
  readonly #context: EvaluationContext
  /** Where there is but one way to each condition, none is met again. */
  readonly #opened: Map<Outline, Set<LedgerRecord>> | undefined

  constructor(context: EvaluationContext, isTangled: boolean) {
    this.#context = context
    this.#opened = isTangled ? new Map() : undefined
  }

  node(outline: Outline, record: LedgerRecord): TraceNode {
    return outline.kind === 'leaf' ? this.#leaf(outline, record) : this.#group(outline, record)
  }

  #leaf(outline: LeafOutline, record: LedgerRecord): TraceNode {
    const said = outline.say(record, this.#context)
    const { inner } = outline
    const target = inner && outline.target(record, this.#context)
    if (!target || !this.#opens(inner, target)) return said.trace
    const from = this.node(inner, target)
    return outline.recurs ? said.opened(from) : { ...said.trace, from }
  }

  #group({ kind, children, recurs, traces }: GroupOutline, record: LedgerRecord): TraceNode {
    if (!recurs) {
      const nodes = children.map((child) => this.node(child, record))
      return { kind, holds: truthOf(kind, nodes), children: nodes }
    }
    let list = traces
    for (const child of children) list = list.and(this.node(child, record))
    return (list.made ??= shared({ kind, holds: truthOf(kind, list.items), children: [...list.items] }))
  }

  #opens(inner: Outline, record: LedgerRecord): boolean {
    if (!this.#opened) return true
    const records = this.#opened.get(inner) ?? new Set()
    if (records.has(record)) return false
    this.#opened.set(inner, records.add(record))
    return true
  }
}

function truthOf(kind: GroupOutline['kind'], children: readonly TraceNode[]): boolean | null {
  if (kind === 'not') return children[0]!.holds === null ? null : !children[0]!.holds
  const decisive = kind === 'any'
  if (children.some(({ holds }) => holds === decisive)) return decisive
  return children.some(({ holds }) => holds === null) ? null : !decisive
}
