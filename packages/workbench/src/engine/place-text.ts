/** Where in a file something is. */
export interface Placed {
  readonly file: string
  readonly sheet?: string | undefined
  readonly cell?: string | undefined
}

/** 台账.xlsx 党组织!B7 */
export function placeText({ file, sheet, cell }: Placed): string {
  return [file, [sheet, cell].filter(Boolean).join('!')].filter(Boolean).join(' ')
}
