import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'
import { isAbout } from './of-nobody-known.ts'
import type { RowCells } from './row-cells.ts'

/** An office behind what says that somebody does not, or not yet, or no longer hold it: 副书记, 原书记. */
const OTHER_OFFICE = /(?:副|代理?|临时|原|(?<!目)前|拟任?|候任)(\p{Script=Han}{2})/gu

/**
 * The columns of persons that are not to be read in a row, for the post of who is named is another one: 副书记 beside
 * 书记. Both cells are told.
 */
export function standInsIn(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): ReadonlySet<ReadColumn> {
  const standIns = new Set<ReadColumn>()
  for (const named of read) {
    const { person, headings } = named.mapped
    const post = person === undefined ? undefined : read.find((one) => isAbout(one, person))
    const text = keyOf((post && cells.cell(post, row)?.text) ?? '')
    const titles = [...named.at.headings, ...headings].map(keyOf)
    const isOther = [...text.matchAll(OTHER_OFFICE)].some(([, office]) =>
      titles.some((title) => title.includes(office!)),
    )
    if (!post || !isOther || !cells.cell(named, row)) continue
    reading.draft.note('contradiction', reading.place(row.number, named.at), {
      other: reading.place(row.number, post.at),
    })
    for (const one of read) if (one.at === named.at || one.at === post.at) standIns.add(one)
  }
  return standIns
}
