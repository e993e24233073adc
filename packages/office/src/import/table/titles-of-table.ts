import type { ImportFile } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Sheet } from '../../workbook.ts'
import { keyOf } from '../../values/words.ts'

/** What may say of which things, or of which time, all of a table is. */
export interface TableTitle {
  readonly text: string
  readonly place: FilePlace
}

/** What numbers a paper that is enclosed: 附件2：. */
const ENCLOSED = /^附[件表]\s*\d*\s*[:：]\s*/u

/** The texts above the headings that are neither labels nor what they say, and last the name of the sheet. */
export function titlesOf(
  file: string,
  { name, rows }: Sheet,
  firstRow: number,
  { head = {} }: Pick<ImportFile, 'head'>,
): TableTitle[] {
  const labels = new Set([...(head.on ?? []), ...(head.by ?? []), ...(head.unit ?? [])].map(keyOf))
  const isLabel = (text: string) => /[:：]/.test(text) || labels.has(keyOf(text))
  const above = rows
    .filter(({ number, hidden }) => number < firstRow && !hidden)
    .flatMap(({ cells }) => {
      const filled = cells.filter(({ kind, text, mergedInto }) => kind === 'text' && text.trim() && !mergedInto)
      const texts = filled.map((cell) => ({ ...cell, text: cell.text.replace(ENCLOSED, '') }))
      return texts.filter(({ text }, i) => !isLabel(text) && !(i > 0 && isOpenLabel(texts[i - 1]!.text, labels)))
    })
  return [
    ...above.map((cell) => ({ text: cell.text, place: { file, sheet: name, cell: cell.place.address } })),
    { text: name, place: { file, sheet: name } },
  ]
}

/** Whether what a label says stands in the next cell. */
function isOpenLabel(text: string, labels: ReadonlySet<string>): boolean {
  const key = keyOf(text)
  return key.endsWith(':') || labels.has(key)
}
