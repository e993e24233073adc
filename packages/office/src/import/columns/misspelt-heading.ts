import type { ImportColumn } from '@tiaoli/engine/plan'
import { headingKey, withoutBrackets } from '../../values/words.ts'
import { areLikelyOne } from '../names/likely-slip.ts'
import { namesLike } from './conditions-in.ts'
import type { SheetColumn } from './sheet-column.ts'

/** The heading of a mapping that the one over a column may be a slip of: 律所名称 of 律所名秤. */
export function headingMeant({ headings }: SheetColumn, columns: readonly ImportColumn[]): string | undefined {
  const own = withoutBrackets(headingKey(headings.at(-1) ?? ''))
  const known = columns.flatMap((column) => column.headings)
  return known.find((name) => {
    const key = withoutBrackets(headingKey(name))
    return key !== own && areLikelyOne(own, key)
  })
}

/** Of columns that a sheet lacks, those that others may be slips of, each with what is written. */
export function slipsOf(
  names: readonly string[],
  columns: readonly ImportColumn[],
  there: readonly SheetColumn[],
): { readonly written: string; readonly meant: string }[] {
  const wanted = names.flatMap((name) => ({ headings: namesLike(name, columns) }))
  return there.flatMap((at) => {
    const meant = headingMeant(at, wanted)
    return meant === undefined ? [] : [{ written: at.headings.at(-1)!, meant }]
  })
}
