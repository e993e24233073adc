import type { FilePlace } from './office-error.ts'

/** What tells a place from every other. */
export function keyOfPlace({ file, sheet, cell }: FilePlace): string {
  return JSON.stringify([file, sheet, cell])
}

export function isSameCell(one: FilePlace, other: FilePlace): boolean {
  return one.cell === other.cell && one.sheet === other.sheet && one.file === other.file
}
