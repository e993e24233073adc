import type { Text } from '@tiaoli/engine'
import { addTo, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'

/** Cells with masked names that say of nobody who it is, by the id of the person. Each kind is told once. */
export class MaskedNames {
  readonly #places = new Map<string, FilePlace[]>()

  add(id: string, place: FilePlace): void {
    const places = this.#places.get(id)
    if (places) places.push(place)
    else this.#places.set(id, [place])
  }

  /** What is to be told, at the first cell of each kind. */
  texts({ facts }: Plan, mapping: ImportFile): { readonly place: FilePlace; readonly text: Text }[] {
    return [...this.#places].map(([id, places]) => {
      const { zh = id, en = id } = facts.get(id)?.label ?? {}
      return { place: places[0]!, text: textOf({ zh, en }, places, headingSaying(id, mapping)) }
    })
  }
}

function textOf(label: Text, places: readonly FilePlace[], heading: string | undefined): Text {
  const [count, cells] = [String(places.length), cellsOf(places)]
  const or =
    heading === undefined ? { zh: '', en: '' } : { zh: `，或者填写“${heading}”一列`, en: `, or fill in “${heading}”` }
  return {
    zh: `“${label.zh}”有${count}处的姓名隐去了一部分（${cells}），不知是谁，是否与别处的为同一人留空待核。请写全名${or.zh}。`,
    en: `Of “${label.en}”, names are masked in part (cells: ${count}; ${cells}), so it is not known who is meant, and whether that is the same as somebody else is left open. Write whole names${or.en}.`,
  }
}

/** The cells of each sheet; with its file where there are several. */
function cellsOf(places: readonly FilePlace[]): string {
  const isOneFile = new Set(places.map(({ file }) => file)).size === 1
  const sheets = new Map<string, string[]>()
  for (const { file, sheet, cell } of places) {
    const key = isOneFile ? (sheet ?? '') : `${file} ${sheet ?? ''}`
    addTo(sheets, key, cell ?? '')
  }
  return [...sheets].map(([sheet, cells]) => `${sheet} ${cells.join(' ')}`).join('; ')
}

/** A column that would say whether the person is the same as another. */
function headingSaying(id: string, { tables }: ImportFile): string | undefined {
  const headings = tables
    .flatMap(({ columns = [] }) => columns)
    .find(({ same, one }) => same?.includes(id) && !one)?.headings
  return headings?.find((heading) => !/[“”]/.test(heading))
}
