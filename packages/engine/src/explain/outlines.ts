import type { ConditionNode } from '../plan/expression.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { PartName, Step } from '../plan/step.ts'
import { childrenOf } from '../plan/walk.ts'
import type { Trace, TraceNode } from '../report/report.ts'
import { FigureOutline } from './figure.ts'
import { KeptMap, type Kept } from './memo.ts'
import { GroupOutline, LeafOutline, type Outline } from './outline.ts'

/** Once so much is kept for a plan, all is let go: a stream may come upon any number of values. */
const KEPT = 20_000

/** A part of a requirement. */
export interface Part {
  readonly part: PartName
  readonly exception: string | undefined
  /** Both in one. */
  readonly name: string
  readonly root: Outline
  /** Whether there are several ways to some condition in it. */
  readonly isTangled: boolean
  readonly traces: KeptMap<TraceNode, Trace>
}

/** A requirement, outlined: its conditions by step, in the order in which they are asked, and its figures. */
export interface Parts {
  readonly byStep: ReadonlyMap<Step, Part>
  readonly figures: readonly FigureOutline[]
}

/** The conditions of a plan, as far as findings asked for them. */
class Outlines {
  readonly kept: Kept = { count: 0 }
  readonly #conditions = new Map<ConditionNode, Outline>()
  readonly #parts = new Map<PlannedRequirement, Parts>()

  partsOf(requirement: PlannedRequirement): Parts {
    let parts = this.#parts.get(requirement)
    if (!parts) this.#parts.set(requirement, (parts = this.#outline(requirement)))
    return parts
  }

  #outline({ steps, figures }: PlannedRequirement): Parts {
    return {
      byStep: new Map(steps.map((step) => [step, this.#part(step)])),
      figures: figures.map((figure) => new FigureOutline(figure, this.kept)),
    }
  }

  #part({ part, exception, condition }: Step): Part {
    const root = this.#of(condition)
    const id = exception?.entry.id
    const name = id === undefined ? part : `${part} ${id}`
    return { part, exception: id, name, root, isTangled: isTangled(root), traces: new KeptMap(this.kept) }
  }

  #of(node: ConditionNode): Outline {
    let outline = this.#conditions.get(node)
    if (!outline) this.#conditions.set(node, (outline = this.#make(node)))
    return outline
  }

  #make(node: ConditionNode): Outline {
    if (node.kind !== 'leaf')
      return new GroupOutline(
        node,
        childrenOf(node).map((child) => this.#of(child)),
        this.kept,
      )
    const { left } = node
    const isNamed = left.kind === 'fact' && left.fact.kind === 'derived' && left.fact.formula.kind === 'when'
    return new LeafOutline(node, isNamed ? this.#of(left.fact.formula.condition) : undefined, this.kept)
  }
}

const outlines = new WeakMap<Plan, Outlines>()

/** A requirement's outline, made once for the plan until too much is kept in it. */
export function partsOf(plan: Plan, requirement: PlannedRequirement): Parts {
  let known = outlines.get(plan)
  if (!known || known.kept.count > KEPT) outlines.set(plan, (known = new Outlines()))
  return known.partsOf(requirement)
}

function isTangled(root: Outline): boolean {
  const seen = new Set<Outline>()
  const waiting = [root]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (seen.has(at)) return true
    seen.add(at)
    if (at.kind !== 'leaf') waiting.push(...at.children)
    else if (at.inner) waiting.push(at.inner)
  }
  return false
}
