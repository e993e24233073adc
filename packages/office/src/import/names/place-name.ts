import { keyOf } from '../../values/words.ts'

const AROUND = /^.{2,}?(?:省|自治区)|^.{2,}?市(?=.{2,}[区县市]$)/
const LEVEL = /(?<=..)[区县市]$/

/** The name of a county without what may stand around it: 赣州市章贡区. */
export function plainPlace(name: string): string {
  let plain = keyOf(name)
  for (let before = ''; before !== plain;) {
    before = plain
    plain = plain.replace(AROUND, '')
  }
  return plain
}

/** Whether two names may be of the same county: 章贡 and 赣州市章贡区, and neither 吉安县 and 吉安市 nor two firms. */
export function isSamePlace(name: string, other: string): boolean {
  const [one, two] = [plainPlace(name), plainPlace(other)]
  const [level, otherLevel] = [one, two].map((plain) => LEVEL.exec(plain)?.[0])
  if (level === undefined && otherLevel === undefined) return false
  const isSameLevel = level === undefined || otherLevel === undefined || level === otherLevel
  return isSameLevel && one.replace(LEVEL, '') === two.replace(LEVEL, '')
}

/** Whether a name is a county’s whole name and no more. */
export function isPlainPlace(name: string): boolean {
  return LEVEL.test(keyOf(name)) && plainPlace(name) === keyOf(name)
}

/** The name of a place without its level: 章贡 of 章贡区. */
export function withoutLevel(name: string): string {
  return keyOf(name).replace(LEVEL, '')
}
