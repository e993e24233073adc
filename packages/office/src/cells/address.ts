/** A place on a sheet, both from 1. */
export interface Position {
  readonly row: number
  readonly column: number
}

/** A, B, … Z, AA of the columns from 1. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column <= 26 ? letter : columnLetters(Math.floor((column - 1) / 26)) + letter
}

/** A1, AI12. */
export function addressOf({ row, column }: Position): string {
  return columnLetters(column) + String(row)
}

/** The place of an address; undefined if it is none. */
export function cellPosition(address: string): Position | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined) return undefined
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(row), column }
}
