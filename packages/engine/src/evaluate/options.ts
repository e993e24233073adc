import type { Detail } from '../report/report.ts'
import { InputError, type InputProblem } from '../errors/input-error.ts'
import type { Plan, PlannedParameter } from '../plan/plan.ts'
import { statusSchema, type Status } from '../schema/cases.ts'
import { parseDay } from '../values/date.ts'
import type { DatedValue } from '../plan/timeline.ts'
import { misshapenOptions } from './option-shapes.ts'
import { override } from './parameter-overrides.ts'
import { unknownName } from './unknown-name.ts'

export interface EvaluateOptions {
  /** The day on which the question is asked, `YYYY-MM-DD` in Asia/Shanghai. Never assumed to be today. */
  asOf: string
  /** A named set of parameter values; the pack's default profile if left out. */
  profile?: string
  /** Values that override the pack's and the profile's; `null` leaves a parameter without a value. */
  parameters?: Readonly<Record<string, string | number | boolean | null>>
  /** Default `findings`. */
  detail?: Detail
  /**
   * Search for the outcomes that some filling of the blanks reaches, so that `possible` and `missing` hold no more than
   * can matter; findings for which that is proven are marked `exact`. Takes time. Not with `detail: 'verdicts'`.
   */
  exact?: boolean
  /** Only these requirements. */
  requirements?: readonly string[]
  /** Only these years of yearly duties, instead of the current one and those still open. */
  periods?: readonly number[]
  /** Also list requirements not in force on the date, as `not_applicable`. */
  notInForce?: boolean
  /** List only findings of these statuses; the summary counts all the same. */
  statuses?: readonly Status[]
  /** Throws `EvaluationError` with code `too-many-findings` rather than list more than this many, an integer from 0. */
  maxFindings?: number
}

/** Options checked and turned into what a session needs. */
export interface Settings {
  asOf: number
  profile: string | undefined
  timelines: (readonly DatedValue[])[]
  overridden: ReadonlySet<PlannedParameter>
  detail: Detail
  exact: boolean
  requirements: ReadonlySet<string> | undefined
  periods: readonly number[] | undefined
  notInForce: boolean
  statuses: ReadonlySet<Status> | undefined
  maxFindings: number
}

/** Reads the options of an evaluation; throws `InputError` for what does not fit, all of it at once. */
export function readOptions(plan: Plan, options: EvaluateOptions): Settings {
  const problems = misshapenOptions(options)
  if (problems.length > 0) throw new InputError('options', problems)
  const asOf = typeof options.asOf === 'string' ? parseDay(options.asOf) : undefined
  if (asOf === undefined) problems.push({ pointer: '/asOf', ...(options.asOf === undefined ? NO_AS_OF : NOT_A_DAY) })
  const profile = options.profile ?? plan.pack.defaultProfile
  const planned = profile === undefined ? undefined : plan.profiles.get(profile)
  if (profile !== undefined && !planned)
    problems.push(unknownName('/profile', 'unknown-profile', '参数方案', 'profile', profile, plan.profiles.keys()))
  const timelines = [...plan.parameters.values()].map(
    (parameter) => planned?.timelines.get(parameter)?.timeline ?? parameter.timeline,
  )
  const overridden = override(plan, options.parameters ?? {}, timelines, problems)
  const known = new Set(plan.requirements.map(({ id }) => id))
  for (const [i, id] of (options.requirements ?? []).entries())
    if (!known.has(id))
      problems.push(unknownName(`/requirements/${i}`, 'unknown-requirement', '要求', 'requirement', id, known))
  problems.push(...invalidPeriods(options.periods))
  const detail = options.detail ?? 'findings'
  if (!DETAILS.includes(detail))
    problems.push(unknownName('/detail', 'unknown-detail', '详细程度', 'detail', detail, DETAILS))
  if (options.exact && detail === 'verdicts')
    problems.push({ code: 'option-invalid', pointer: '/exact', message: NOT_OF_VERDICTS })
  for (const [i, status] of (options.statuses ?? []).entries())
    if (!statusSchema.options.includes(status))
      problems.push(unknownName(`/statuses/${i}`, 'unknown-status', '状态', 'status', status, statusSchema.options))
  problems.push(...invalidCount('/maxFindings', options.maxFindings))
  if (problems.length > 0) throw new InputError('options', problems)
  return {
    asOf: asOf!,
    profile,
    timelines,
    overridden,
    detail,
    exact: options.exact ?? false,
    requirements: options.requirements && new Set(options.requirements),
    periods: options.periods,
    notInForce: options.notInForce ?? false,
    statuses: options.statuses && new Set(options.statuses),
    maxFindings: options.maxFindings ?? Infinity,
  }
}

const NO_AS_OF = {
  code: 'as-of-missing',
  message: {
    zh: '请写明评价日期 asOf（YYYY-MM-DD）。系统从不默认为今天。',
    en: 'Say as of which day to evaluate: asOf, YYYY-MM-DD. It is never assumed to be today.',
  },
}
const NOT_A_DAY = {
  code: 'as-of-invalid',
  message: {
    zh: 'asOf 不是日历中的日期。请写成 YYYY-MM-DD，如 2019-01-01。',
    en: 'asOf is not a day of the calendar. Write it as YYYY-MM-DD, such as 2019-01-01.',
  },
}

const NOT_OF_VERDICTS = {
  zh: 'exact 只能在 detail 为 findings 或 trace 时使用。请改用其中之一，或去掉 exact。',
  en: 'exact needs the detail findings or trace. Choose one of these, or leave exact out.',
}

const DETAILS: readonly Detail[] = ['verdicts', 'findings', 'trace']

function invalidPeriods(periods: unknown): InputProblem[] {
  if (periods === undefined) return []
  const problem = (pointer: string): InputProblem => ({
    code: 'period-invalid',
    pointer,
    message: { zh: '年度应为四位年份的列表，如 [2019]。', en: 'Write years of four digits in a list, such as [2019].' },
  })
  if (!Array.isArray(periods)) return [problem('/periods')]
  return periods.flatMap((year, i) =>
    Number.isInteger(year) && year >= 1000 && year <= 9999 ? [] : [problem(`/periods/${i}`)],
  )
}

/** The problem with a number of things to give at most, if there is one; `Infinity` is no limit. */
export function invalidCount(pointer: string, count: unknown): InputProblem[] {
  if (count === undefined || count === Infinity || (Number.isSafeInteger(count) && Number(count) >= 0)) return []
  return [{ code: 'count-invalid', pointer, message: NOT_A_COUNT }]
}

const NOT_A_COUNT = {
  zh: '应为 0 或正整数，如 1000。',
  en: 'Write an integer from 0, such as 1000.',
}
