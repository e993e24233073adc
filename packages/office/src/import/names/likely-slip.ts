import { keyOf } from '../../values/words.ts'
import { withoutLookAlikes } from './look-alikes.ts'

/** Of shorter names, those that differ in one letter are mostly others: 张伟 and 张强. */
const SHORTEST = 3

/** Whether two names of persons are so like each other that one may be a slip: 张三丰 and 张三峰. */
export function areLikelyOne(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => Array.from(withoutLookAlikes(keyOf(name))))
  if (a!.length !== b!.length) return false
  const apart = a!.flatMap((letter, at) => (letter === b![at] ? [] : [at]))
  if (apart.length === 0) return true
  const [first, second] = apart
  const areSwapped =
    apart.length === 2 && second === first! + 1 && a![first!] === b![second] && a![second] === b![first!]
  return a!.length >= SHORTEST && (apart.length === 1 || areSwapped)
}
