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
const ENCLOSED = /^(?:附[件表]?|表)\s*[\d一二三四五六七八九十]*(?:[-—.]\d+)?\s*[:：]\s*/u
/** A label with its value in brackets: （单位：元）. */
const LABEL_BEHIND = /[（([{【〔][^（）()[\]{}【】〔〕]*[:：][^（）()[\]{}【】〔〕]*[）)\]}】〕]/gu
const GAP = /\s{2,}/u

/** The texts above the headings that are neither labels nor what they say, and last the name of the sheet. */
export function titlesOf(
  file: string,
  { name, rows }: Sheet,
  firstRow: number,
  { head = {} }: Pick<ImportFile, 'head'>,
): TableTitle[] {
  const labels = new Set([...(head.on ?? []), ...(head.by ?? []), ...(head.unit ?? [])].map(keyOf))
  const isLabel = (text: string) => text === '' || labels.has(keyOf(text))
  const above = rows
    .filter(({ number, hidden }) => number < firstRow && !hidden)
    .flatMap(({ cells }) => {
      const filled = cells.filter(({ kind, text, mergedInto }) => kind === 'text' && text.trim() && !mergedInto)
      const texts = filled.map((cell) => ({ ...cell, text: titleIn(cell.text) }))
      return texts.filter(({ text }, i) => !isLabel(text) && !(i > 0 && isOpenLabel(filled[i - 1]!.text, labels)))
    })
  return [
    ...above.map((cell) => ({ text: cell.text, place: { file, sheet: name, cell: cell.place.address } })),
    { text: name, place: { file, sheet: name } },
  ]
}

/** What of a text is a title: not its number, nor labels with their values, in brackets or behind a gap. Of a label alone, nothing. */
export function titleIn(text: string): string {
  const parts = text.replace(ENCLOSED, '').replaceAll(LABEL_BEHIND, '').trim().split(GAP)
  const label = parts.findIndex((part) => /[:：]/u.test(part))
  return parts.slice(0, label < 0 ? undefined : label).join(' ')
}

/** Whether what a label says stands in the next cell. */
function isOpenLabel(text: string, labels: ReadonlySet<string>): boolean {
  const key = keyOf(text)
  return key.endsWith(':') || labels.has(key)
}
