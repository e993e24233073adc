import { keyOf } from './words.ts'

type Units = Readonly<Record<string, number>>

const BETWEEN = /[、,;/\s]+/
/** What stands around a unit: 金额单位：元, 人民币万元, 以元为单位. */
const BEFORE = /^(?:.*:)?(?:金额|单位|人民币|以|按|in)*/
const BEHIND = /(?:为单位|计|人民币)$/
/** What any amount may be in. */
const OF_AMOUNTS = /元|圆|rmb|cny|yuan|usd|eur|gbp|[$€£¥]|thousand|million/

/** The unit of amounts that words name; null where they name one that is not known, or several of which nothing says which it is. */
export function namedUnit(words: string, units: Units): string | null | undefined {
  const names = new Map(Object.keys(units).map((name) => [keyOf(name), name]))
  const multiple = /^(?:单位:?)?([十百千万亿])$/u.exec(keyOf(words))?.[1]
  if (multiple !== undefined) return names.get(`${multiple}元`) ?? null
  const whole = names.get(keyOf(words))
  if (whole !== undefined) return whole
  const parts = words.normalize('NFKC').split(BETWEEN).map(bareUnit)
  const isOther = parts.some(
    (part) => !names.has(part) && (OF_AMOUNTS.test(part) || [...names.keys()].some((name) => part.includes(name))),
  )
  return isOther
    ? null
    : oneUnit(
        parts.map((part) => names.get(part)),
        units,
      )
}

/** The unit that several places name, as long as they name the same. */
export function oneUnit(named: readonly (string | null | undefined)[], units: Units): string | null | undefined {
  const found = named.filter((one) => one !== undefined)
  const [first] = found
  return first === undefined || first === null
    ? first
    : found.every((one) => one !== null && units[one] === units[first])
      ? first
      : null
}

function bareUnit(part: string): string {
  return keyOf(part).replace(BEFORE, '').replace(BEHIND, '')
}
