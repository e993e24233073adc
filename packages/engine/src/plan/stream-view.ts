import type { AggregateExpression } from './expression.ts'
import type { Derived, Given } from './fact.ts'
import type { Plan, PlannedCheck, PlannedRequirement } from './plan.ts'
import { isWithin, type Scope } from './scope.ts'
import { everythingIn, nodesOf, shownBy, type Node } from './walk.ts'

/** A derived fact of a record around the stream that is a formula over streamed records. */
export interface Total {
  fact: Derived
  formula: AggregateExpression
}

interface Seen {
  totals: readonly Total[]
  beyond: boolean
}

/**
 * What can be decided while the records of one scope come one at a time, each with the ledger around them: known from
 * the pack alone. "Streamed" are the records of that scope and of those below it.
 */
export class StreamView {
  readonly scope: Scope
  /** Checks that are not run, for they look at more than one record with what it sees. */
  readonly unchecked: ReadonlySet<PlannedCheck>
  /** Ids of which another streamed record may have the same, and references to streamed records. */
  readonly unmatched: readonly Given[]
  /** Scopes around the stream whose facts are read by checks of streamed records. */
  readonly checkedAgainst: ReadonlySet<Scope>
  /** Given facts that only the whole ledger can show to be consistent. */
  readonly #doubtful: Set<Given>

  constructor(plan: Plan, scope: Scope) {
    this.scope = scope
    this.#doubtful = new Set()
    this.unchecked = new Set(plan.checks.filter((check) => !this.#canCheck(check)))
    const checked = plan.checks.filter((check) => this.isStreamed(check.scope) && !this.unchecked.has(check))
    this.checkedAgainst = new Set(checked.flatMap((check) => this.#scopesAroundReadBy(check)))
    const given = [...plan.facts.values()].filter((fact) => fact.kind === 'given')
    this.unmatched = given.filter((fact) => fact === scope.id || (fact.to && this.isStreamed(fact.to)))
    for (const fact of this.unmatched) this.#doubt(fact, given)
    for (const { taints } of this.unchecked) for (const fact of taints) this.#doubt(fact, given)
  }

  isStreamed(scope: Scope): boolean {
    return isWithin(scope, this.scope)
  }

  /**
   * What nodes depend on: formulas over streamed records from outside them, of which totals can be kept; and whether
   * on anything `beyond` a streamed record, the ledger around it and these totals.
   */
  see(roots: readonly Node[]): Seen {
    const nodes = [...everythingIn(roots, (node) => this.#totalIn(node) === undefined)]
    const totals = nodes.flatMap((node) => this.#totalIn(node) ?? [])
    return { totals, beyond: nodes.some((node) => this.#isOuter(node) || this.#isBeyond(node)) }
  }

  /** The same of a requirement. An id is shown in its texts as it was given, like the name of its subject. */
  seenBy(requirement: PlannedRequirement): Seen {
    const asked = this.see(nodesOf(requirement))
    const shown = this.see(shownBy(requirement).filter((node) => !this.#isIdAbove(node)))
    return { totals: [...asked.totals, ...shown.totals], beyond: asked.beyond || shown.beyond }
  }

  /** Whether only the whole ledger shows which records a formula is over. */
  isLoose({ from, by }: AggregateExpression): boolean {
    return by !== undefined && (this.isStreamed(from) || this.#doubtful.has(by))
  }

  /** The id of the streamed record, from itself or from one below it. */
  #isIdAbove(node: Node): boolean {
    return node.kind === 'fact' && node.fact === this.scope.id && node.route.steps.every((step) => step.kind === 'up')
  }

  #totalIn(node: Node): Total | undefined {
    if (node.kind !== 'fact' || node.fact.kind !== 'derived') return undefined
    const { fact } = node
    return fact.formula.kind === 'aggregate' && this.#isOuter(fact.formula)
      ? { fact, formula: fact.formula }
      : undefined
  }

  #isOuter(node: Node): boolean {
    return node.kind === 'aggregate' && this.isStreamed(node.over) && !this.isStreamed(node.from)
  }

  #isBeyond(node: Node): boolean {
    if (node.kind === 'aggregate') return this.isLoose(node)
    if (node.kind !== 'fact') return false
    const { fact, route } = node
    const isLost = route.steps.some(
      (step) => step.kind === 'reference' && (this.isStreamed(step.to) || this.#doubtful.has(step.by)),
    )
    return isLost || (fact.kind === 'given' && this.#doubtful.has(fact))
  }

  /** No single record shows whether a value is unique. */
  #canCheck(check: PlannedCheck): boolean {
    const inStream = this.isStreamed(check.scope)
    if ('unique' in check) return !inStream
    const { totals, beyond } = this.see([check.holds])
    const isClose = !inStream || [...everythingIn([check.holds])].every((node) => this.#staysClose(node))
    return !beyond && totals.length === 0 && isClose
  }

  /**
   * Whether a node leads from a streamed record no further than to those above it, to what it refers to, and above that:
   * of those, `RawValues` keeps what checks read.
   */
  #staysClose(node: Node): boolean {
    if (node.kind === 'aggregate') return this.isStreamed(node.from)
    if (node.kind !== 'fact') return true
    return node.route.steps.every(
      (step) => step.kind === 'up' || (step.kind === 'reference' && this.isStreamed(step.by.scope)),
    )
  }

  #scopesAroundReadBy(check: PlannedCheck): Scope[] {
    const nodes = 'holds' in check ? [...everythingIn([check.holds])] : []
    return nodes
      .flatMap((node) => (node.kind === 'fact' ? [node.fact.scope] : []))
      .filter((scope) => !this.isStreamed(scope))
  }

  /** A fact, and those of which it is a bound: bounds read what was given, so that it goes no further. */
  #doubt(fact: Given, given: readonly Given[]): void {
    this.#doubtful.add(fact)
    for (const other of given) {
      const bounds = [other.min, other.max, other.equals].filter((bound) => bound !== undefined)
      if ([...everythingIn(bounds)].some((node) => node.kind === 'fact' && node.fact === fact))
        this.#doubtful.add(other)
    }
  }
}
