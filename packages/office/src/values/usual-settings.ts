import { YUAN, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import { USUAL_WORDS } from './words.ts'

const LABELS = {
  on: ['填报日期', '填表日期', 'date', 'as of', 'date of the form', 'filled in on', 'reported on'],
  unit: ['单位', '金额单位', '金额', 'unit', 'amounts in'],
}

/** What a mapping says of itself, and of its own tables and columns. */
const OF_ONE: ReadonlySet<string> = new Set(['id', 'title', 'synonyms', 'conditions', 'columns', 'tables'])

/** Whether a word or sign is of the languages of the pack, or of none. */
function isOfLanguages(word: string, { reading }: Plan): boolean {
  const script = /\p{Script=Han}/u.test(word) ? 'zh' : /\p{L}/u.test(word) ? 'en' : undefined
  return script === undefined || reading.some(({ sentences }) => sentences === script)
}

/** What the mappings of the pack say of all their tables; the first that says it is believed. */
export function usualSettings(plan: Plan): Omit<ImportFile, 'id' | 'title' | 'tables'> {
  const own = (words: readonly string[]) => words.filter((word) => isOfLanguages(word, plan))
  const others = {
    head: { on: own(LABELS.on), unit: own(LABELS.unit) },
    units: unitsOf(plan),
    blank: own(USUAL_WORDS.blank),
    none: own(USUAL_WORDS.none),
  }
  const said = [...plan.imports.values()]
  const settings = [...said, others]
    .flatMap((one) => Object.entries(one))
    .filter(([key, value]) => value !== undefined && !OF_ONE.has(key))
  return Object.fromEntries(settings.reverse())
}

/** Yuan is also written by the ten thousands, other currencies by the thousands. */
function unitsOf({ pack }: Plan): Record<string, number> {
  const { code, sign, minor } = pack.currency ?? YUAN
  const one = 10 ** minor.digits
  if (code === YUAN.code) return { 元: one, 万元: 10_000 * one, '¥': one, CNY: one, RMB: one, yuan: one }
  const names = [...new Set([sign.zh, sign.en, code])]
  const beside = names.flatMap((name) => [
    [name, one],
    [`${name} thousand`, 1000 * one],
    [`${name}000`, 1000 * one],
    [`${name} million`, 1_000_000 * one],
  ])
  return { ...Object.fromEntries(beside), thousand: 1000 * one, million: 1_000_000 * one }
}
