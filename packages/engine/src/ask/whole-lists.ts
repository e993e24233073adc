import { getAt } from '../json/json-at.ts'
import { pathOf, pointerOf } from '../json/pointer.ts'
import type { Plan } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import { everythingIn, nodesOf } from '../plan/walk.ts'
import type { Missing } from '../report/report.ts'

/**
 * Asks for a whole list of years in place of the record of one, where that list was not given and some formula goes
 * over it: to that formula, a list that is begun with one year says that there are no others.
 */
export class WholeLists {
  readonly #plan: Plan
  readonly #ledger: unknown
  #gatheredYears: ReadonlySet<Scope> | undefined

  constructor(plan: Plan, ledger: unknown) {
    this.#plan = plan
    this.#ledger = ledger
  }

  /** What to ask for in place of each, none twice. */
  askedFor(missing: readonly Missing[]): Missing[] {
    return [
      ...new Map(missing.map((item) => this.#whole(item)).map((item) => [item.pointer ?? item.fact, item])).values(),
    ]
  }

  #whole(item: Missing): Missing {
    const scope = this.#plan.scopes.get(item.fact)
    if (!scope?.keyed || item.pointer === undefined) return item
    const list = pathOf(item.pointer).slice(0, -1)
    if (list.at(-1) !== scope.list || getAt(this.#ledger, list) !== undefined) return item
    this.#gatheredYears ??= gatheredYears(this.#plan)
    return this.#gatheredYears.has(scope) ? { ...item, pointer: pointerOf(list) } : item
  }
}

/** The scopes kept by year whose records, or what is in them, a formula counts or a fact refers to. */
function gatheredYears({ requirements, checks, facts }: Plan): ReadonlySet<Scope> {
  const found = new Set<Scope>()
  const add = (over: Scope, from?: Scope) => {
    for (let scope: Scope | undefined = over; scope && scope !== from; scope = scope.parent)
      if (scope.keyed) found.add(scope)
  }
  const conditions = checks.flatMap((check) => ('holds' in check ? check.holds : []))
  for (const node of everythingIn([...requirements.flatMap(nodesOf), ...conditions]))
    if (node.kind === 'aggregate') add(node.over, node.by ? undefined : node.from)
  for (const fact of facts.values()) if (fact.kind === 'given' && fact.to) add(fact.to)
  return found
}
