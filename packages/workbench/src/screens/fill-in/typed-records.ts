import { isYear, type AnswerForm } from '@tiaoli/engine/plan'

/** What was typed as the records of a list; undefined where it says neither years nor how many. */
export function typedRecords(form: AnswerForm & { kind: 'records' }, typed: string): { value: unknown } | undefined {
  const text = typed.trim()
  if (form.keyed) {
    const years = text.split(/[\s,，、;；]+/).filter((year) => year !== '')
    return years.length > 0 && years.every(isYear)
      ? { value: Object.fromEntries(years.map((year) => [year, {}])) }
      : undefined
  }
  return /^\d{1,3}$/.test(text) ? { value: Array.from({ length: Number(text) }, () => ({})) } : undefined
}
