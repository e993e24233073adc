import { attributeOf, forEachTag, type Tag } from '../xml/for-each-tag.ts'

/** What is to be known of an .ods file before its cells are read, and what the library does not tell. */
export interface ContentScan {
  /** Cells that hold something, as often as they are repeated. */
  readonly cells: number
  readonly arrayFormulas: number
  readonly sheets: readonly { readonly hidden: boolean; readonly hiddenRows: ReadonlySet<number> }[]
}

const TAGS = ['style', 'table-properties', 'table', 'table-row', 'table-cell'] as const

/** Most rows of a sheet: what is repeated further has nothing in it. */
const ROWS = 1_048_576

/** Goes through `content.xml` once. */
export function scanContent(part: Uint8Array): ContentScan {
  const hiddenStyles = new Set<string>()
  const sheets: { hidden: boolean; hiddenRows: Set<number> }[] = []
  let [cells, arrayFormulas, row, repeatedRows, style] = [0, 0, 0, 1, '']
  const repeated = (tag: Tag, name: string) => {
    const times = Number(attributeOf(part, tag, name) ?? 1)
    return Number.isSafeInteger(times) && times > 0 ? times : 1
  }
  forEachTag(part, TAGS, (tag) => {
    if (tag.isClosing) return
    switch (tag.name) {
      case 'style':
        style = attributeOf(part, tag, 'name') ?? ''
        break
      case 'table-properties':
        if (attributeOf(part, tag, 'display') === 'false') hiddenStyles.add(style)
        break
      case 'table':
        sheets.push({
          hidden: hiddenStyles.has(attributeOf(part, tag, 'style-name') ?? ''),
          hiddenRows: new Set(),
        })
        row = 0
        break
      case 'table-row': {
        repeatedRows = repeated(tag, 'number-rows-repeated')
        const visibility = attributeOf(part, tag, 'visibility') ?? 'visible'
        if (visibility !== 'visible')
          for (let i = row; i < Math.min(row + repeatedRows, ROWS); i++) sheets.at(-1)?.hiddenRows.add(i + 1)
        row += repeatedRows
        break
      }
      case 'table-cell':
        if (attributeOf(part, tag, 'number-matrix-rows-spanned') !== undefined) arrayFormulas += 1
        if (!tag.isSelfClosing) cells += repeatedRows * repeated(tag, 'number-columns-repeated')
        break
    }
  })
  return { cells, arrayFormulas, sheets }
}
