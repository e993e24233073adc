import type { FilePlace } from './office-error.ts'

/** What tells a place from every other. */
export function keyOfPlace({ file, sheet, cell }: FilePlace): string {
  return JSON.stringify([file, sheet, cell])
}

export function isSameCell(one: FilePlace | undefined, other: FilePlace | undefined): boolean {
  return one?.cell === other?.cell && one?.sheet === other?.sheet && one?.file === other?.file
}
