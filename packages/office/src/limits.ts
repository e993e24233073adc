const MEBI = 1024 * 1024

/** How much of a file is read. Lower them where strangers can send files. */
export interface OfficeLimits {
  /** Bytes of the file. */
  bytes: number
  /** Files inside a zipped workbook. */
  parts: number
  /** Bytes of the parts of a zipped workbook that are read, once they are unpacked. */
  unpackedBytes: number
  sheets: number
  /** The last row of a sheet that may hold something. */
  rows: number
  /** The last column of a sheet that may hold something. */
  columns: number
  /** Cells of all sheets that hold something or show the value of a merged range. */
  cells: number
  /** Formulas that fill a range: each is compared with every cell. */
  arrayFormulas: number
}

export const OFFICE_LIMITS: OfficeLimits = {
  bytes: 20 * MEBI,
  parts: 10_000,
  unpackedBytes: 128 * MEBI,
  sheets: 256,
  rows: 100_000,
  columns: 1_000,
  cells: 500_000,
  arrayFormulas: 1_000,
}
