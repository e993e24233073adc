import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Truth } from '../values/truth.ts'
import type { ExplanationGroup, ExplanationLeaf, ExplanationNode } from './explanation-node.ts'
import type { ConditionTree } from './explanation-tree.ts'

/** A leaf, and the record at which it is asked: behind a derived fact this may be another one than the subject. */
export interface DecidingLeaf {
  readonly node: ExplanationLeaf
  readonly record: LedgerRecord
}

/** The fewest leaves that make a condition true or false. It must not be unknown. */
export function decidingLeaves(
  { root, isTangled }: ConditionTree,
  record: LedgerRecord,
  context: EvaluationContext,
): readonly DecidingLeaf[] {
  return new Deciding(context, isTangled).leaves(root, record)
}

class Deciding {
  readonly #context: EvaluationContext
  /** Where there are several ways to a condition, their number may double with every name on the way. */
  readonly #known: Map<ExplanationNode, Map<LedgerRecord, readonly DecidingLeaf[]>> | undefined

  constructor(context: EvaluationContext, isTangled: boolean) {
    this.#context = context
    this.#known = isTangled ? new Map() : undefined
  }

  leaves(node: ExplanationNode, record: LedgerRecord): readonly DecidingLeaf[] {
    if (node.kind === 'leaf') {
      const target = node.inner && node.target(record, this.#context)
      return target ? this.#inner(node.inner, target) : [{ node, record }]
    }
    if (node.kind === 'not') return this.leaves(node.children[0]!, record)
    const truth = node.run(record, this.#context)
    const one = truth === (node.kind === 'any') // a single child decides
    return one ? this.#fewest(node, record, truth) : this.#together(node, record)
  }

  #fewest({ children }: ExplanationGroup, record: LedgerRecord, truth: Truth): readonly DecidingLeaf[] {
    let fewest: readonly DecidingLeaf[] | undefined
    for (const child of children) {
      if (child.run(record, this.#context) !== truth) continue
      const leaves = this.leaves(child, record)
      if (leaves.length === 1) return leaves
      if (!fewest || leaves.length < fewest.length) fewest = leaves
    }
    return fewest!
  }

  #together({ children }: ExplanationGroup, record: LedgerRecord): readonly DecidingLeaf[] {
    const all: DecidingLeaf[] = []
    for (const child of children) for (const leaf of this.leaves(child, record)) all.push(leaf)
    return this.#known ? distinct(all) : all
  }

  #inner(node: ExplanationNode, record: LedgerRecord): readonly DecidingLeaf[] {
    if (!this.#known) return this.leaves(node, record)
    let bySubject = this.#known.get(node)
    if (!bySubject) this.#known.set(node, (bySubject = new Map()))
    let leaves = bySubject.get(record)
    if (!leaves) bySubject.set(record, (leaves = this.leaves(node, record)))
    return leaves
  }
}

function distinct(all: readonly DecidingLeaf[]): readonly DecidingLeaf[] {
  const seen = new Map<ExplanationLeaf, Set<LedgerRecord>>()
  return all.filter(({ node, record }) => {
    const records = seen.get(node) ?? new Set()
    if (records.has(record)) return false
    seen.set(node, records.add(record))
    return true
  })
}
