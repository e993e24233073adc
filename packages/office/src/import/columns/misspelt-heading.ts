import type { ImportColumn } from '@tiaoli/engine/plan'
import { headingKey, withoutBrackets } from '../../values/words.ts'
import { areLikelyOne } from '../names/likely-slip.ts'
import { namesLike } from './conditions-in.ts'
import { relativeYear } from './heading-year.ts'
import type { SheetColumn } from './sheet-column.ts'

/** Of shorter headings, those that differ in one letter are mostly others: 原名称 and 县名称. */
const SHORTEST = 4

/**
 * The heading of a mapping that the one over a column may be a slip of: 律所名称 of 律所名秤. What differs in the year, or
 * has a word there that is also in others (成立时间 and 设立时间), is no slip.
 */
export function headingMeant(
  { headings }: SheetColumn,
  columns: readonly ImportColumn[],
  others: readonly ImportColumn[] = columns,
): string | undefined {
  const own = withoutBrackets(headingKey(headings.at(-1) ?? ''))
  if (own.length < SHORTEST) return undefined
  const isWord = (part: string) =>
    part.length === 2 && others.some((column) => column.headings.some((name) => headingKey(name).includes(part)))
  return columns
    .flatMap((column) => column.headings)
    .find((name) => {
      const key = withoutBrackets(headingKey(name))
      if (key === own || !areLikelyOne(own, key)) return false
      return relativeYear([own]) === relativeYear([name]) && !pairsApart(own, key).some(isWord)
    })
}

/** The letters of a text around the only one in which it differs from another, each with it. */
function pairsApart(own: string, other: string): string[] {
  const apart = Array.from(own, (letter, at) => (letter === other[at] ? -1 : at)).filter((at) => at >= 0)
  return apart.length === 1
    ? apart.flatMap((at) => [own.slice(Math.max(at - 1, 0), at + 1), own.slice(at, at + 2)])
    : []
}

/** Of columns that a sheet lacks, those that others may be slips of, each with what is written. */
export function slipsOf(
  names: readonly string[],
  columns: readonly ImportColumn[],
  there: readonly SheetColumn[],
): { readonly written: string; readonly meant: string }[] {
  const wanted = names.flatMap((name) => ({ headings: namesLike(name, columns) }))
  return there.flatMap((at) => {
    const meant = headingMeant(at, wanted, columns)
    return meant === undefined ? [] : [{ written: at.headings.at(-1)!, meant }]
  })
}
