import type { Frame } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Trace, TraceNode } from '../report/report.ts'
import { shared } from './memo.ts'
import type { GroupOutline, LeafOutline, Outline } from './outline.ts'
import type { Part } from './outlines.ts'

/** Everything that was asked of one part, and what each answer was. */
export function traceOf(part: Part, subject: LedgerRecord, frame: Frame): Trace {
  const { root, traces } = part
  const node = new Walk(frame, part.isTangled).node(root, subject)
  if (!root.recurs) return made(part, node)
  return traces.of(node, () => made(part, node))
}

function made({ part, exception }: Part, node: TraceNode): Trace {
  return exception === undefined ? { part, node } : { part, exception, node }
}

/** Opens each derived fact of a record where it is first met: opening it again would say nothing new, at any length. */
class Walk {
  readonly #frame: Frame
  /** Where there is but one way to each condition, none is met again. */
  readonly #opened: Map<Outline, Set<LedgerRecord>> | undefined

  constructor(frame: Frame, isTangled: boolean) {
    this.#frame = frame
    this.#opened = isTangled ? new Map() : undefined
  }

  node(outline: Outline, subject: LedgerRecord): TraceNode {
    return outline.kind === 'leaf' ? this.#leaf(outline, subject) : this.#group(outline, subject)
  }

  #leaf(outline: LeafOutline, subject: LedgerRecord): TraceNode {
    const said = outline.say(subject, this.#frame)
    const { inner } = outline
    const target = inner && outline.target(subject, this.#frame)
    if (!target || !this.#opens(inner, target)) return said.trace
    const from = this.node(inner, target)
    return outline.recurs ? said.opened(from) : { ...said.trace, from }
  }

  #group({ kind, children, recurs, traces }: GroupOutline, subject: LedgerRecord): TraceNode {
    if (!recurs) {
      const nodes = children.map((child) => this.node(child, subject))
      return { kind, holds: truthOf(kind, nodes), children: nodes }
    }
    let list = traces
    for (const child of children) list = list.and(this.node(child, subject))
    return (list.made ??= shared({ kind, holds: truthOf(kind, list.items), children: [...list.items] }))
  }

  #opens(inner: Outline, subject: LedgerRecord): boolean {
    if (!this.#opened) return true
    const subjects = this.#opened.get(inner) ?? new Set()
    if (subjects.has(subject)) return false
    this.#opened.set(inner, subjects.add(subject))
    return true
  }
}

function truthOf(kind: GroupOutline['kind'], children: readonly TraceNode[]): boolean | null {
  if (kind === 'not') return children[0]!.holds === null ? null : !children[0]!.holds
  const decisive = kind === 'any'
  if (children.some(({ holds }) => holds === decisive)) return decisive
  return children.some(({ holds }) => holds === null) ? null : !decisive
}
