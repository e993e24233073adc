import { everythingIn, nodesOf, type Node, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'

/** What a change can bear on, by name. */
export interface MutationTarget {
  readonly kind: 'requirement' | 'fact' | 'check' | 'parameter'
  readonly name: string
}

/** For each target, the requirements whose findings a change of it can change. */
export class Dependents {
  readonly #plan: Plan
  /** What every requirement and every check depends on: `fact x`, `parameter y`. */
  readonly #requirements: readonly { requirement: PlannedRequirement; names: ReadonlySet<string> }[]
  readonly #checks: readonly { id: string; names: ReadonlySet<string>; taints: readonly string[] }[]

  constructor(plan: Plan) {
    this.#plan = plan
    this.#requirements = plan.requirements.map((requirement) => ({ requirement, names: namesIn(nodesOf(requirement)) }))
    this.#checks = plan.checks.map((check) => ({
      id: check.entry.id,
      names: 'holds' in check ? namesIn([check.holds]) : new Set([`fact ${check.unique.name}`]),
      taints: check.taints.map(({ name }) => name),
    }))
  }

  /** Whether a requirement or a check depends on the target; otherwise it can change nothing. */
  isUsed(target: MutationTarget): boolean {
    return (
      target.kind === 'check' ||
      this.requirementsOf(target).length > 0 ||
      this.#checks.some(({ names }) => names.has(`${target.kind} ${target.name}`)) ||
      this.#plan.facts.get(target.name)?.kind === 'given'
    )
  }

  requirementsOf({ kind, name }: MutationTarget): PlannedRequirement[] {
    if (kind === 'requirement') return this.#plan.requirements.filter(({ id }) => id === name)
    if (kind === 'check') return this.#onAny(this.#taintsOf((check) => check.id === name))
    const key = `${kind} ${name}`
    return this.#onAny([key, ...this.#taintsOf(({ names }) => names.has(key)), ...this.#boundedWith(name)])
  }

  #taintsOf(which: (check: { id: string; names: ReadonlySet<string> }) => boolean): string[] {
    return this.#checks.filter(which).flatMap(({ taints }) => taints.map((fact) => `fact ${fact}`))
  }

  /** A broken bound taints every fact it names. */
  #boundedWith(name: string): string[] {
    const fact = this.#plan.facts.get(name)
    if (fact?.kind !== 'given') return []
    const bounds = [fact.min, fact.max, fact.equals].filter((bound) => bound !== undefined)
    return [...namesIn(bounds)]
  }

  #onAny(keys: readonly string[]): PlannedRequirement[] {
    return this.#requirements
      .filter(({ names }) => keys.some((key) => names.has(key)))
      .map(({ requirement }) => requirement)
  }
}

function namesIn(roots: readonly Node[]): Set<string> {
  const names = new Set<string>()
  for (const node of everythingIn(roots)) {
    if (node.kind === 'parameter') names.add(`parameter ${node.parameter.name.replace(/^parameters\./, '')}`)
    if (node.kind === 'fact') {
      names.add(`fact ${node.fact.name}`)
      for (const step of node.route.steps) if (step.kind === 'reference') names.add(`fact ${step.by.name}`)
    }
    if (node.kind === 'aggregate' && node.by) names.add(`fact ${node.by.name}`)
  }
  return names
}
