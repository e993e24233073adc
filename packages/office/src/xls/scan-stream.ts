import { CENTRED_ROWS } from '../cells/centred-ranges.ts'
import { addressOf, type Position } from '../cells/address.ts'

/** What is to be known of an .xls file before its cells are read. */
export interface StreamScan {
  readonly isEncrypted: boolean
  /** Whether there is a part, and every part that is begun is ended. */
  readonly isWhole: boolean
  readonly cells: number
  readonly arrayFormulas: number
  /** By the number of the sheet, from 0: the cells whose text is centred over the empty ones after it, and these. */
  readonly centred: ReadonlyMap<number, readonly Position[]>
  /** The same of the cells that are struck through, by their addresses. */
  readonly struck: ReadonlyMap<number, ReadonlySet<string>>
}

const [FILE_PASS, ARRAY, MULTIPLE_NUMBERS, END] = [0x2f, 0x221, 0xbd, 0x0a]
const [SHEET, FONT, STYLE, BLANK, MULTIPLE_BLANKS] = [0x85, 0x31, 0xe0, 0x201, 0xbe]
/** Of the bits of a style, those of its alignment, and the one over several cells. */
const [ALIGNMENT, CENTRED] = [7, 6]
/** Of the bits of a font. */
const STRUCK = 8
/** How a part begins, by version. */
const BEGINNINGS: ReadonlySet<number> = new Set([0x809, 0x409, 0x209, 0x09])
/** Records that are one cell each: formula, number, text in three ways, truth or error, short number. */
const ONE_CELL: ReadonlySet<number> = new Set([0x06, 0x203, 0x204, 0xfd, 0xd6, 0x205, 0x27e])

/** Goes through the records of the stream `Workbook` once ([MS-XLS]): each has its kind and its length, two bytes each. */
export function scanStream(stream: Uint8Array): StreamScan {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let [isEncrypted, cells, arrayFormulas] = [false, 0, 0]
  let [at, depth] = [0, 0]
  /** Where the parts of sheets begin, and the numbers of the styles that centre over several cells. */
  const [sheets, styles] = [new Map<number, number>(), new Set<number>()]
  const [struckFonts, struckStyles] = [new Set<number>(), new Set<number>()]
  let [font, style, sheet] = [0, 0, -1]
  const centred = new Map<number, Position[]>()
  const struck = new Map<number, Set<string>>()
  const see = (row: number, column: number, of: number) => {
    if (struckStyles.has(of)) {
      const set = struck.get(sheet) ?? new Set()
      struck.set(sheet, set.add(addressOf({ row: row + 1, column: column + 1 })))
    }
    if (row >= CENTRED_ROWS || !styles.has(of)) return
    const list = centred.get(sheet) ?? []
    centred.set(sheet, list)
    list.push({ row: row + 1, column: column + 1 })
  }
  while (at + 4 <= stream.length) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    // What follows the last part fills a sector.
    if (depth === 0 && !BEGINNINGS.has(kind)) break
    const body = at + 4
    if (depth === 0) sheet = sheets.get(at) ?? -1
    at = body + length
    if (BEGINNINGS.has(kind)) depth += 1
    else if (kind === END) depth -= 1
    else if (kind === FILE_PASS) isEncrypted = true
    else if (ONE_CELL.has(kind)) cells += 1
    else if (kind === MULTIPLE_NUMBERS) cells += Math.max(0, Math.floor((length - 6) / 6))
    else if (kind === ARRAY) arrayFormulas += 1
    if (at > stream.length) break
    const word = (offset: number) => view.getUint16(body + offset, true)
    if (kind === SHEET && length >= 4) sheets.set(view.getUint32(body, true), sheets.size)
    else if (kind === STYLE && length >= 8) {
      if ((word(6) & ALIGNMENT) === CENTRED) styles.add(style)
      if (struckFonts.has(word(0))) struckStyles.add(style)
      style += 1
    } else if (kind === FONT && length >= 4) {
      if (word(2) & STRUCK) struckFonts.add(font)
      // By the standard there is no font of number 4.
      font += font === 3 ? 2 : 1
    } else if ((ONE_CELL.has(kind) || kind === BLANK) && length >= 6) see(word(0), word(2), word(4))
    else if (kind === MULTIPLE_NUMBERS)
      for (let offset = 4; offset + 6 <= length - 2; offset += 6) see(word(0), word(2) + (offset - 4) / 6, word(offset))
    else if (kind === MULTIPLE_BLANKS)
      for (let offset = 4; offset + 4 <= length; offset += 2) see(word(0), word(2) + (offset - 4) / 2, word(offset))
  }
  const isWhole = at > 0 && depth === 0 && at <= stream.length
  return { isEncrypted, isWhole, cells, arrayFormulas, centred, struck }
}
