import { z } from 'zod'
import { LANGUAGE_TAG } from '../text/language-tag.ts'
import { parseDay } from '../values/date.ts'
import { FIRST_YEAR, LAST_YEAR } from '../values/year.ts'
import { statusSchema } from './cases-schema.ts'
import { optionFaults, notOneOf } from './option-faults.ts'

export const detailSchema = z.enum(['verdicts', 'findings', 'trace'])
/** What a report holds: one line per finding; the finding explained; or its whole trace too. */
export type Detail = z.infer<typeof detailSchema>

const A_NAME = { zh: '应为文本 "…"。', en: 'Write a name in quotation marks.' }

/** A list of names, such as `example`. */
function names(example: string) {
  return {
    code: 'option-invalid',
    message: { zh: `应为列表，如 ["${example}"]。`, en: `Write a list, such as ["${example}"].` },
    item: { code: 'option-invalid', message: A_NAME },
  } as const
}

const SWITCH = {
  code: 'option-invalid',
  message: { zh: '应为 true 或 false。', en: 'Write true or false.' },
} as const

const COUNT = {
  code: 'count-invalid',
  message: { zh: '应为 0 或正整数。', en: 'Write 0 or a positive integer.' },
} as const

const LANGUAGE = {
  code: 'unknown-language',
  message: {
    zh: '应为语言的标记（BCP 47），如 "zh"、"en" 或 "de"。',
    en: 'Write the tag of a language (BCP 47), such as "zh", "en" or "de".',
  },
} as const

const YEARS = {
  code: 'period-invalid',
  message: {
    zh: '应为年份的列表，如 [2019]。',
    en: 'Write a list of years, such as [2019].',
  },
} as const

const YEAR = {
  code: 'period-invalid',
  message: {
    zh: `应为 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间的年份，如 2019。`,
    en: `Write a year from ${FIRST_YEAR} to ${LAST_YEAR}, such as 2019.`,
  },
} as const

/** How many to give at most; `Infinity` is no limit. */
export function countSchema(description: string) {
  return z
    .union([z.int().nonnegative(), z.literal(Infinity)])
    .optional()
    .meta({ description })
    .register(optionFaults, COUNT)
}

/**
 * The options of an evaluation: what each means and takes, and what is said where it does not fit. The API and the
 * command line take theirs from here.
 */
export const evaluateOptionsSchema = z.strictObject({
  asOf: z
    .string()
    .refine((day) => parseDay(day) !== undefined)
    .meta({
      description: 'The evaluation date, YYYY-MM-DD; never today by default',
      example: '2019-01-01',
    })
    .register(optionFaults, {
      code: 'as-of-invalid',
      message: {
        zh: '应为日历中的日期，写成 YYYY-MM-DD，如 2019-01-01。',
        en: 'Write a day of the calendar as YYYY-MM-DD, such as 2019-01-01.',
      },
      missing: {
        code: 'as-of-missing',
        message: {
          zh: '请写明评价日期 asOf（YYYY-MM-DD）。系统从不默认为今天。',
          en: 'Give the evaluation date, asOf, as YYYY-MM-DD. It never defaults to today.',
        },
      },
    }),
  profile: z
    .string()
    .optional()
    .meta({ description: 'A named set of parameter values' })
    .register(optionFaults, {
      code: 'option-invalid',
      message: { zh: '应为参数方案的名称，如 "literal"。', en: 'Write the name of a profile, such as "literal".' },
    }),
  parameters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .meta({
      description: 'Values in place of those of pack and profile; null: none',
    })
    .register(optionFaults, {
      code: 'option-invalid',
      message: { zh: '应为参数名与值的对象 { … }。', en: 'Write an object of parameters and their values { … }.' },
      // Which of these a parameter takes, only its pack says.
      item: {
        code: 'parameter-invalid',
        message: {
          zh: '参数的值应为文本、数字、true、false 或 null。',
          en: 'Write the value of a parameter as a text, a number, true, false or null.',
        },
      },
    }),
  detail: detailSchema
    .optional()
    .meta({ description: 'Bare verdicts, findings with reasons, or with traces; default findings' })
    .register(optionFaults, notOneOf('unknown-detail', '详细程度', 'level of detail', detailSchema.options)),
  exact: z
    .boolean()
    .optional()
    .meta({
      description:
        'Search for the outcomes that some completion of the ledger reaches, so that `possible` and `missing` hold no more than can matter; such findings are marked `exact`. Slower; not with verdicts',
    })
    .register(optionFaults, SWITCH),
  requirements: z
    .array(z.string())
    .optional()
    .meta({ description: 'Evaluate these requirements only' })
    .register(optionFaults, names('one-shoulder')),
  subjects: z
    .array(z.string())
    .optional()
    .meta({ description: 'These records only: ids, or JSON pointers' })
    .register(optionFaults, names('F027')),
  scopes: z
    .array(z.string())
    .optional()
    .meta({ description: 'Evaluate records of these scopes only' })
    .register(optionFaults, names('firm')),
  statuses: z
    .array(statusSchema)
    .optional()
    .meta({ description: 'Findings of these statuses only; the summary counts all' })
    .register(optionFaults, {
      ...names('not_met'),
      item: notOneOf('unknown-status', '状态', 'status', statusSchema.options),
    }),
  periods: z
    .array(z.int().min(FIRST_YEAR).max(LAST_YEAR))
    .optional()
    .meta({
      description: 'Yearly duties of these years only, not of this one and those still open',
    })
    .register(optionFaults, { ...YEARS, item: YEAR }),
  notInForce: z
    .boolean()
    .optional()
    .meta({
      description:
        'Also list requirements that are not in force on the date, as not_applicable; a yearly one only for the years that it is evaluated for',
    })
    .register(optionFaults, SWITCH),
  language: z
    .string()
    .regex(LANGUAGE_TAG)
    .optional()
    .meta({
      description:
        'Give texts as strings in this language, such as zh, en or another of the pack, instead of { zh, en }; in the first of the pack where it has not this one',
    })
    .register(optionFaults, LANGUAGE),
  maxFindings: countSchema(
    'Throw EvaluationError with code too-many-findings rather than list more findings than this',
  ),
  maxDecisions: countSchema(
    'Throw EvaluationError with code too-many-decisions rather than decide more than this, listed or not: one for each requirement, record and year, and one for each earlier year that is looked at for what is still open. In a stream, for each record',
  ),
})

/** The options that a schema takes. Lists are only read. */
export type OptionsOf<S extends z.ZodObject> = { [Name in keyof z.input<S>]: Given<z.input<S>[Name]> }
type Given<T> = T extends (infer Item)[] ? readonly Item[] : T

type AllOptions = OptionsOf<typeof evaluateOptionsSchema>

/** The options of an evaluation; with a detail, those that ask for it. */
export type EvaluateOptions<D extends Detail = Detail> = Omit<AllOptions, 'detail'> & { detail?: D | undefined }
