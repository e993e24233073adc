import { addMonths, formatDay, parseDay, type Expression, type Plan } from '@tiaoli/engine/plan'
import { parameterValues } from '../../encoding/parameter-values.ts'
import { quotedDays, quotesOf } from './quoted-bounds.ts'

/** A day that a formula has whatever the ledger is, and the days that the sources of its value name. */
export interface StatedDay {
  day: string
  sources: readonly string[]
}

/** The days of a formula in which the pack itself says every number; undefined where facts or the day asked for decide. */
export function statedDays(plan: Plan, expression: Expression): StatedDay[] | undefined {
  if (expression.kind === 'arithmetic') return shiftedDays(plan, expression)
  return valuesOf(plan, expression)?.flatMap(({ value, sources }) =>
    typeof value === 'number' ? [{ day: formatDay(value), sources }] : [],
  )
}

function shiftedDays(plan: Plan, { name, operands }: Expression & { kind: 'arithmetic' }): StatedDay[] | undefined {
  const shift = SHIFTS[name as keyof typeof SHIFTS] as (typeof SHIFTS)['plusDays'] | undefined
  const [date, by] = operands
  if (!shift || !date || !by) return undefined
  const days = statedDays(plan, date)
  const steps = valuesOf(plan, by)
  return days?.flatMap(({ day, sources }) =>
    (steps ?? []).map(({ value }) => ({ day: formatDay(shift(parseDay(day)!, Number(value))), sources })),
  )
}

const SHIFTS = {
  plusDays: (day: number, days: number) => day + days,
  plusMonths: addMonths,
  plusYears: (day: number, years: number) => addMonths(day, years * 12),
}

function valuesOf(plan: Plan, expression: Expression): { value: unknown; sources: string[] }[] | undefined {
  if (expression.kind === 'constant') return [{ value: expression.value, sources: [] }]
  if (expression.kind !== 'parameter') return undefined
  return parameterValues(plan, expression.parameter).map((entry) => ({
    value: expression.type === 'date' ? parseDay(String(entry.value)) : entry.value,
    sources: quotesOf(plan, entry)
      .flatMap(quotedDays)
      .map(({ value }) => value),
  }))
}
