import { remembered } from '../../remembered.ts'
import { keyOf } from '../../values/words.ts'

const AROUND = /^.{2,}?(?:省|自治区)|^.{2,}?市(?=.{2,}[区县市]$)/
const LEVEL = /(?<=..)[区县市]$/

/** The name of a county without what may stand around it: 赣州市章贡区. */
export const plainPlace = remembered((name) => {
  let plain = keyOf(name)
  for (let before = ''; before !== plain;) {
    before = plain
    plain = plain.replace(AROUND, '')
  }
  return plain
})

/** The same, apart from its level. */
const placeOf = remembered((name) => {
  const plain = plainPlace(name)
  const level = LEVEL.exec(plain)?.[0]
  return { level, name: level === undefined ? plain : plain.slice(0, -level.length) }
})

/** Whether two names may be of the same county: 章贡 and 赣州市章贡区, and neither 吉安县 and 吉安市 nor two firms. */
export function isSamePlace(name: string, other: string): boolean {
  const [one, two] = [placeOf(name), placeOf(other)]
  if (one.level === undefined && two.level === undefined) return false
  const isSameLevel = one.level === undefined || two.level === undefined || one.level === two.level
  return isSameLevel && one.name === two.name
}

/** Whether a name is a county’s whole name and no more. */
export function isPlainPlace(name: string): boolean {
  return LEVEL.test(keyOf(name)) && plainPlace(name) === keyOf(name)
}

/** The name of a place without its level: 章贡 of 章贡区. */
export function withoutLevel(name: string): string {
  return keyOf(name).replace(LEVEL, '')
}
