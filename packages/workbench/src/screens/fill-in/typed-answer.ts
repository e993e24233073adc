import { isYear, type AnswerForm } from '@tiaoli/engine/plan'

/** What was typed as a value of the ledger; undefined where it is none of its form. */
export function typedAnswer(form: AnswerForm, typed: string): { value: unknown } | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (form.kind === 'value') {
    if (form.type !== 'integer' && form.type !== 'money') return { value: text }
    return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : undefined
  }
  if (form.keyed) {
    const years = text.split(/[\s,，、;；]+/).filter((year) => year !== '')
    return years.every(isYear) ? { value: Object.fromEntries(years.map((year) => [year, {}])) } : undefined
  }
  return /^\d{1,3}$/.test(text) ? { value: Array.from({ length: Number(text) }, () => ({})) } : undefined
}
