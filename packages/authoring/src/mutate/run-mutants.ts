import { EvaluationError, InputError, loadPack, type Finding, type PackSource } from '@tiaoli/engine'
import { failuresOf, questionsOf, type Plan } from '@tiaoli/engine/plan'
import {
  conflictReports,
  Evaluation,
  Explainer,
  readOptions,
  runCompiled,
  type Evaluable,
} from '@tiaoli/engine/runtime'
import { loadOrThrow } from '../load-or-throw.ts'
import type { OnProgress } from '../on-progress.ts'
import { Dependents } from './dependents.ts'
import { makeMutantsOf, type Mutant } from './make-mutants.ts'
import { cachingReader, PackSlicer } from './pack-slicer.ts'

/** What became of a mutant. */
export interface MutantResult {
  readonly mutant: Mutant
  /** Noticed by a case; by none; or no pack at all, and so no mutant either. */
  readonly outcome: 'killed' | 'survived' | 'invalid'
  /** The case that noticed it. */
  readonly by?: { readonly file: string; readonly case: string }
}

export interface MutationOptions {
  /** Which of the pack's mutants to try; all if left out. So the work can be shared out. */
  readonly mutants?: readonly Mutant[]
  readonly progress?: OnProgress
}

/**
 * Tries mutants of a pack one after another on its own cases, on the compiled runtime. Only those cases are run that
 * expect a requirement which depends on the changed place, and the first that fails ends the matter.
 * A case that fails on the pack as it is would notice everything, and so is left out.
 * Throws `PackError` where the pack itself has faults.
 */
export function* runMutants(source: PackSource, options: MutationOptions = {}): Generator<MutantResult, void> {
  const pack = loadOrThrow(source)
  const { plan } = pack
  const mutants = options.mutants ?? makeMutantsOf(pack)
  const dependents = new Dependents(plan)
  const slicer = new PackSlicer(source)
  const reader = cachingReader()
  const cases = new CaseQueue(plan)
  for (const [i, mutant] of mutants.entries()) {
    const requirements = new Set(dependents.requirementsOf(mutant.target).map(({ id }) => id))
    const { plan: mutated } = loadPack(slicer.slice(mutant, requirements), {}, reader)
    const result = runMutant(mutant, mutated, requirements, cases)
    options.progress?.(i + 1, mutants.length)
    yield result
  }
}

function runMutant(
  mutant: Mutant,
  plan: Plan | undefined,
  requirements: ReadonlySet<string>,
  cases: CaseQueue,
): MutantResult {
  if (!plan) return { mutant, outcome: 'invalid' }
  const evaluable = { plan, explainer: new Explainer(plan) }
  const killer = cases.find(mutant, requirements, (item) => !passes(evaluable, item, requirements))
  return killer
    ? { mutant, outcome: 'killed', by: { file: killer.file, case: killer.case.id } }
    : { mutant, outcome: 'survived' }
}

type PlannedCase = Plan['cases'][number]

/** Whether a plan, which may hold only some requirements, finds what a case expects of these. */
function passes(evaluable: Evaluable, { case: item, ledger }: PlannedCase, requirements: ReadonlySet<string>): boolean {
  const { plan } = evaluable
  const expect = item.expect.filter(({ requirement }) => requirements.has(requirement))
  try {
    return questionsOf({ ...item, expect }).every((question) => {
      const evaluation = new Evaluation(evaluable, ledger, readOptions(plan, question.options))
      const conflicts = conflictReports(plan, evaluation.session, evaluation.session.index.conflicts)
      return failuresOf(question, { findings: findingsOf(evaluation), conflicts }).length === 0
    })
  } catch (error) {
    // A ledger that is refused, or a number out of all bounds, is noticed like a wrong finding.
    if (error instanceof InputError || error instanceof EvaluationError) return false
    throw error
  }
}

/** The findings alone: a report would also compute digests, for nobody. */
function findingsOf(evaluation: Evaluation): Finding[] {
  const findings: Finding[] = []
  evaluation.visit((requirement, record, base) => {
    const answer = evaluation.answer(requirement, record, base, runCompiled)
    if (answer && 'reasons' in answer) findings.push(answer)
  })
  return findings
}

interface QueuedCase {
  item: PlannedCase
  /** The requirements that it expects something of. */
  about: readonly string[]
}

/** The cases of a pack, small ones first, and before them those that noticed a mutant last. */
class CaseQueue {
  readonly #waiting: QueuedCase[]

  constructor(plan: Plan) {
    const evaluable = { plan, explainer: new Explainer(plan) }
    const all = new Set(plan.requirements.map(({ id }) => id))
    this.#waiting = plan.cases
      .filter((item) => passes(evaluable, item, all))
      .map((item) => ({
        item,
        about: item.case.expect.map(({ requirement }) => requirement),
        size: JSON.stringify(item.ledger).length,
      }))
      .sort((a, b) => a.size - b.size)
  }

  find(
    { target }: Mutant,
    requirements: ReadonlySet<string>,
    notices: (item: PlannedCase) => boolean,
  ): PlannedCase | undefined {
    // Which facts agree does not depend on requirements, but on everything else.
    const asks = ({ item, about }: QueuedCase) =>
      about.some((id) => requirements.has(id)) || (target.kind !== 'requirement' && item.case.conflicts !== undefined)
    const place = this.#waiting.findIndex((waiting) => asks(waiting) && notices(waiting.item))
    if (place < 0) return undefined
    const [found] = this.#waiting.splice(place, 1)
    this.#waiting.unshift(found!)
    return found!.item
  }
}
