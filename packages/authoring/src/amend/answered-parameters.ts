import type { Text } from '@tiaoli/engine'
import type { Plan, PlannedParameter } from '@tiaoli/engine/plan'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import { CHINESE_NUMERAL } from './numeral.ts'

/** A parameter without a value, and the requirements that wait for it. */
export interface OpenParameter {
  readonly id: string
  readonly label: Text
  readonly requirements: readonly string[]
}

const NUMBER = new RegExp(
  String.raw`\d+(?:\.\d+)?%?|百分之${CHINESE_NUMERAL}|${CHINESE_NUMERAL}(?=[名人日天年月个次家所倍周])`,
  'gu',
)

/** Whether a new text gives a number that the old one had not. */
export function givesNumber(before: string, after: string): boolean {
  const known = new Set(before.match(NUMBER))
  return (after.match(NUMBER) ?? []).some((number) => !known.has(number))
}

/** A clause with other words, and how rules cite it. */
export interface NumberedClause {
  readonly cited: readonly string[]
  readonly before: string
  readonly after: string
}

/**
 * The parameters without a value that requirements on some clauses use, and that numbers of the new words may answer:
 * those that ask what words mean which these clauses had, or have no number of their kind otherwise.
 */
export function openParameters(plan: Plan, clauses: readonly NumberedClause[]): OpenParameter[] {
  const encodings = clauseEncodings({ plan })
  return [...plan.parameters].flatMap(([id, parameter]) => {
    if (parameter.entry.values.length > 0) return []
    const resting = new Set(
      clauses
        .filter((clause) => isTouched(parameter, clause))
        .flatMap(({ cited }) => cited)
        .flatMap((clause) => (encodings.get(clause)?.citers ?? []).flatMap(({ requirement }) => requirement ?? [])),
    )
    const requirements = plan.requirements.flatMap((item) =>
      resting.has(item.id) && item.parameters.includes(parameter) ? [item.id] : [],
    )
    return requirements.length > 0 ? [{ id, label: parameter.label, requirements }] : []
  })
}

/** What a parameter asks about: “规模较大”. */
const ASKED = /“(?<words>[^“”]+)”/gu
/** How numbers of a kind are written. */
const KINDS: Readonly<Record<string, RegExp>> = {
  rate: /%|百分之/u,
  money: /元/u,
  date: /日前|月前|年底前|年前/u,
}

function isTouched({ entry, label, question }: PlannedParameter, { before, after }: NumberedClause): boolean {
  const asked = [...`${label.zh}${question?.fixed?.zh ?? ''}`.matchAll(ASKED)].map(({ groups }) => groups!['words']!)
  if (asked.length > 0) return asked.some((words) => before.includes(words))
  const unit = 'unit' in entry ? entry.unit?.zh : undefined
  const kind =
    entry.type === 'integer' && unit !== undefined
      ? new RegExp(`[${NUMERALS}]${unitSigns(unit)}`, 'u')
      : KINDS[entry.type]
  return kind !== undefined && kind.test(after) && !kind.test(before)
}

const NUMERALS = '\\d一二三四五六七八九十百千两'

/** 人 is also written 名, and 个月 also 月. */
function unitSigns(unit: string): string {
  if (unit === '人') return '(?:人|名)'
  if (unit === '日') return '(?:日|天)'
  return unit
}
