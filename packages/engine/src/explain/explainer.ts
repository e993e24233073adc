import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Citation } from '../report/report.ts'
import { cite, type Citing } from './cite.ts'
import { ExplanationTrees, type RequirementExplanation } from './explanation-tree.ts'
import { DayMemo } from './memo/day-memo.ts'

/** Once the trees hold more results, they are dropped: a stream may bring any number of values. */
const LIMIT = 20_000

/**
 * What explanations of one plan share, whatever the ledger. A policy keeps one for all its evaluations; results are
 * frozen.
 */
export class Explainer {
  readonly plan: Plan
  readonly #citations = new DayMemo<Citing, Citation[]>()
  #trees = new ExplanationTrees()
  /** Whether any clause of the plan changes another. */
  readonly #changes: boolean

  constructor(plan: Plan) {
    this.plan = plan
    this.#changes = [...plan.clauses.values()].some(({ changes }) => changes !== undefined)
  }

  explanationOf(requirement: PlannedRequirement): RequirementExplanation {
    if (this.#trees.budget.count > LIMIT) this.#trees = new ExplanationTrees()
    return this.#trees.of(requirement)
  }

  cite(citing: Citing, day: number | undefined): Citation[] {
    // The day matters only for articles of outside instruments, and for clauses where later ones change them.
    return this.#citations.of(citing, citing.basis || this.#changes ? day : undefined, () =>
      cite(this.plan, citing, day),
    )
  }
}
