/** What is to be known of an .xls file before its cells are read. */
export interface StreamScan {
  readonly isEncrypted: boolean
  /** Whether there is a part, and every part that is begun is ended. */
  readonly isWhole: boolean
  readonly cells: number
  readonly arrayFormulas: number
}

const [FILE_PASS, ARRAY, MULTIPLE_NUMBERS, END] = [0x2f, 0x221, 0xbd, 0x0a]
/** How a part begins, by version. */
const BEGINNINGS: ReadonlySet<number> = new Set([0x809, 0x409, 0x209, 0x09])
/** Records that are one cell each: formula, number, text in three ways, truth or error, short number. */
const ONE_CELL: ReadonlySet<number> = new Set([0x06, 0x203, 0x204, 0xfd, 0xd6, 0x205, 0x27e])

/** Goes through the records of the stream `Workbook` once ([MS-XLS]): each has its kind and its length, two bytes each. */
export function scanStream(stream: Uint8Array): StreamScan {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let [isEncrypted, cells, arrayFormulas] = [false, 0, 0]
  let [at, depth] = [0, 0]
  while (at + 4 <= stream.length) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    // What follows the last part fills a sector.
    if (depth === 0 && !BEGINNINGS.has(kind)) break
    at += 4 + length
    if (BEGINNINGS.has(kind)) depth += 1
    else if (kind === END) depth -= 1
    else if (kind === FILE_PASS) isEncrypted = true
    else if (ONE_CELL.has(kind)) cells += 1
    else if (kind === MULTIPLE_NUMBERS) cells += Math.max(0, Math.floor((length - 6) / 6))
    else if (kind === ARRAY) arrayFormulas += 1
  }
  const isWhole = at > 0 && depth === 0 && at <= stream.length
  return { isEncrypted, isWhole, cells, arrayFormulas }
}
