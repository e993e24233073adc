import { isYear } from '@tiaoli/engine/plan'

/** The years that were typed; undefined where something else was. */
export function typedYears(typed: string): readonly string[] | undefined {
  const years = typed.split(/[\s,，、;；]+/).filter((year) => year !== '')
  return years.length > 0 && years.every(isYear) ? [...new Set(years)] : undefined
}

/** As many records as were typed; undefined where it says no number. */
export function typedCount(typed: string): { value: unknown } | undefined {
  const text = typed.trim()
  return /^\d{1,3}$/.test(text) ? { value: Array.from({ length: Number(text) }, () => ({})) } : undefined
}
