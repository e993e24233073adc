import { InputError, type InputProblem } from '../errors/input-error.ts'
import type { Plan, PlannedParameter } from '../plan/plan.ts'
import type { TimelineEntry } from '../plan/timeline.ts'
import { timelinesUnder } from '../plan/timelines-under.ts'
import { sentencesFor } from '../text/reading.ts'
import type { Language } from '../text/text.ts'
import type { Status } from '../values/status.ts'
import { evaluateOptionsSchema, type Detail, type EvaluateOptions } from '../schema/evaluate-options.ts'
import { parseDay } from '../values/date.ts'
import { fittingOptions } from './fitting-options.ts'
import { overrideParameters } from './override-parameters.ts'
import { languageProblems } from './language-problems.ts'
import { unknownName } from './unknown-name.ts'

/** Options checked and turned into what a session needs. */
export interface Settings {
  asOf: number
  profile: string | undefined
  timelines: (readonly TimelineEntry[])[]
  overridden: ReadonlySet<PlannedParameter>
  detail: Detail
  exact: boolean
  requirements: ReadonlySet<string> | undefined
  subjects: readonly string[] | undefined
  scopes: ReadonlySet<string> | undefined
  periods: readonly number[] | undefined
  notInForce: boolean
  statuses: ReadonlySet<Status> | undefined
  /** The language of the sentences in which the report is worded. */
  language: Language | undefined
  maxFindings: number
  maxDecisions: number
}

/** Reads the options of an evaluation; throws `InputError` for what does not fit, all of it at once. */
export function readOptions(plan: Plan, options: EvaluateOptions): Settings {
  const problems: InputProblem[] = []
  const settings = settingsOf(plan, fittingOptions(evaluateOptionsSchema, options, problems), problems)
  refuseOptions(problems)
  return settings
}

/** Throws what was found wrong with options, if anything was. */
export function refuseOptions(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw new InputError('options', problems)
}

/** Looks up the names in options that fit; those that the pack does not have are added to `problems`. */
export function settingsOf(plan: Plan, options: Partial<EvaluateOptions>, problems: InputProblem[]): Settings {
  const { profile = plan.pack.defaultProfile, parameters = {}, detail = 'findings', exact = false } = options
  const { requirements, scopes, statuses } = options
  const planned = profile === undefined ? undefined : plan.profiles.get(profile)
  if (profile !== undefined && !planned)
    problems.push(unknownName('/profile', 'unknown-profile', '参数方案', 'profile', profile, plan.profiles.keys()))
  const timelines = timelinesUnder(plan, planned)
  const overridden = overrideParameters(plan, parameters, timelines, problems)
  const known = requirements && new Set(plan.requirements.map(({ id }) => id))
  for (const [i, id] of requirements?.entries() ?? [])
    if (!known!.has(id))
      problems.push(unknownName(`/requirements/${i}`, 'unknown-requirement', '要求', 'requirement', id, known!))
  for (const [i, name] of scopes?.entries() ?? [])
    if (!plan.scopes.has(name))
      problems.push(unknownName(`/scopes/${i}`, 'unknown-scope', '范围', 'scope', name, plan.scopes.keys()))
  if (options.language !== undefined) problems.push(...languageProblems(plan, options.language, '/language'))
  if (exact && detail === 'verdicts')
    problems.push({ code: 'option-invalid', pointer: '/exact', message: NOT_OF_VERDICTS })
  return {
    asOf: parseDay(options.asOf ?? '') ?? NaN,
    profile,
    timelines,
    overridden,
    detail,
    exact,
    requirements: requirements && new Set(requirements),
    subjects: options.subjects,
    scopes: scopes && new Set(scopes),
    periods: options.periods && [...new Set(options.periods)],
    notInForce: options.notInForce ?? false,
    statuses: statuses && new Set(statuses),
    language: options.language === undefined ? undefined : sentencesFor(plan.reading, options.language),
    maxFindings: options.maxFindings ?? Infinity,
    maxDecisions: options.maxDecisions ?? Infinity,
  }
}

const NOT_OF_VERDICTS = {
  zh: 'exact 只能在 detail 为 findings 或 trace 时使用。请改用其中之一，或去掉 exact。',
  en: 'exact needs the detail findings or trace. Choose one of these, or leave exact out.',
}
