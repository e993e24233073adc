import { InputError, type InputProblem, type Policy } from '@tiaoli/engine'
import { pathOf, questionsOf, type Path, type Plan } from '@tiaoli/engine/plan'
import { Evaluation, readOptions } from '@tiaoli/engine/runtime'

type PlannedCase = Plan['cases'][number]

/** Why a case cannot be run, and where in its file the reason is. */
export interface CaseFault {
  path: Path
  problem: InputProblem
}

/**
 * What the pack refuses of a case: its day, its profile, its parameters, what it expects of unknown requirements, and
 * its ledger. `index` is the case's place in its file. Empty where the case can be run.
 */
export function caseFaults(
  { plan }: Pick<Policy, 'plan'>,
  { case: item, ledger }: PlannedCase,
  index: number,
): CaseFault[] {
  const at = ['cases', index]
  const faults = questionsOf(item).flatMap(({ options }) =>
    problemsIn(() => readOptions(plan, options)).map((problem) => ({
      path: [...at, ...optionPath(item, problem)],
      problem,
    })),
  )
  if (faults.length > 0) return withoutDuplicates(faults)
  const [question] = questionsOf(item)
  if (!question) return []
  return problemsIn(() => new Evaluation({ plan }, ledger, readOptions(plan, question.options))).map((problem) => ({
    path: ledgerPath(item, ledger, pathOf(problem.pointer), at),
    problem,
  }))
}

function problemsIn(read: () => unknown): readonly InputProblem[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
}

/** Options are what the case says beside its ledger; requirements are those that it expects something of. */
function optionPath({ expect }: PlannedCase['case'], { pointer }: InputProblem): Path {
  const [option = '', step = '', ...rest] = pathOf(pointer)
  if (option !== 'requirements' && option !== 'periods') return [option, ...(step ? [step] : []), ...rest]
  const values = expect.map(({ requirement, period }) => (option === 'requirements' ? requirement : period))
  const nth = [...new Set(values.filter((value) => value !== undefined))][Number(step)]
  return ['expect', values.indexOf(nth), option === 'requirements' ? 'requirement' : 'period']
}

/** Where a place of the ledger was written: set by the case, in its own ledger, or in the base. */
function ledgerPath({ base, set = {} }: PlannedCase['case'], ledger: unknown, path: readonly string[], at: Path): Path {
  const written = Object.keys(set)
    .map((pointer) => ({ pointer, steps: pathOf(pointer) }))
    .filter(({ steps }) => steps.length <= path.length && steps.every((step, i) => isStep(step, path, i, ledger)))
    .sort((a, b) => b.steps.length - a.steps.length)[0]
  if (written) return [...at, 'set', written.pointer, ...path.slice(written.steps.length)]
  return base === undefined ? [...at, 'ledger', ...path] : ['bases', base, ...path]
}

/** `-` is the last of its list. */
function isStep(step: string, path: readonly string[], i: number, ledger: unknown): boolean {
  if (step !== '-') return step === path[i]
  const list = path.slice(0, i).reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), ledger)
  return Array.isArray(list) && Number(path[i]) === list.length - 1
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function withoutDuplicates(faults: readonly CaseFault[]): CaseFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}
