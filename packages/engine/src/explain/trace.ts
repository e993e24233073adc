import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Trace, TraceNode } from '../report/report.ts'
import { deepFreeze } from './memo/deep-freeze.ts'
import { allOf, anyOf, not, type Truth } from '../values/truth.ts'
import type { ExplanationGroup, ExplanationLeaf, ExplanationNode } from './explanation-node.ts'
import type { ExplanationTree } from './explanation-tree.ts'

/** Every condition of one step, with its truth. */
export function traceOf(tree: ExplanationTree, record: LedgerRecord, context: EvaluationContext): Trace {
  const { root, traces } = tree
  const node = new Walk(context, tree.isTangled).node(root, record)
  if (!root.isMemoized) return traceFrom(tree, node)
  return traces.of(node, () => traceFrom(tree, node))
}

function traceFrom({ part, exception }: ExplanationTree, node: TraceNode): Trace {
  return exception === undefined ? { part, node } : { part, exception, node }
}

/** Opens a derived fact of a record only where it is first met, to keep traces short. */
class Walk {
  readonly #context: EvaluationContext
  /** Undefined if only one way leads to each condition: then none is met again. */
  readonly #opened: Map<ExplanationNode, Set<LedgerRecord>> | undefined

  constructor(context: EvaluationContext, isTangled: boolean) {
    this.#context = context
    this.#opened = isTangled ? new Map() : undefined
  }

  node(node: ExplanationNode, record: LedgerRecord): TraceNode {
    return node.kind === 'leaf' ? this.#leaf(node, record) : this.#group(node, record)
  }

  #leaf(leaf: ExplanationLeaf, record: LedgerRecord): TraceNode {
    const statement = leaf.statementOn(record, this.#context)
    const { inner } = leaf
    const target = inner && leaf.target(record, this.#context)
    if (!target || !this.#opens(inner, target)) return statement.trace
    const from = this.node(inner, target)
    return leaf.isMemoized ? statement.opened(from) : { ...statement.trace, from }
  }

  #group({ kind, children, isMemoized, traces }: ExplanationGroup, record: LedgerRecord): TraceNode {
    if (!isMemoized) {
      const nodes = children.map((child) => this.node(child, record))
      return { kind, holds: truthOf(kind, nodes), children: nodes }
    }
    let list = traces
    for (const child of children) list = list.and(this.node(child, record))
    return (list.made ??= deepFreeze({ kind, holds: truthOf(kind, list.items), children: [...list.items] }))
  }

  #opens(inner: ExplanationNode, record: LedgerRecord): boolean {
    if (!this.#opened) return true
    const records = this.#opened.get(inner) ?? new Set()
    if (records.has(record)) return false
    this.#opened.set(inner, records.add(record))
    return true
  }
}

function truthOf(kind: ExplanationGroup['kind'], children: readonly TraceNode[]): boolean | null {
  if (kind === 'not') return not(truth(children[0]!)) ?? null
  return (kind === 'all' ? allOf : anyOf)(children, truth) ?? null
}

function truth({ holds }: TraceNode): Truth {
  return holds ?? undefined
}
