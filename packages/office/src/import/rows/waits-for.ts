import type { Text } from '@tiaoli/engine'
import { looksPersonal } from '../../looks-personal.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'

/** That a cell is read only when other cells of its row are, under the headings that these have. */
export function waitsFor(columns: readonly Pick<SheetColumn, 'headings'>[]): { text?: Text } {
  const last = columns.flatMap(({ headings }) => headings.at(-1) ?? [])
  const names = [...new Set(last)].filter((heading) => looksPersonal(heading) === undefined)
  if (names.length === 0) return {}
  const [zh, en] = ['”“', '”, “'].map((between) => `“${names.join(between)}”`)
  return {
    text: {
      zh: `要看同一行的${zh}才能读，而那里没有写，或者读不懂，未填入台账。请先补正那一列。`,
      en: `How to read this depends on ${en} in the row, which is blank or not understood. It is not in the ledger: correct that first.`,
    },
  }
}
