/** Where in a file something is. */
export interface Placed {
  readonly file: string
  readonly sheet?: string | undefined
  readonly cell?: string | undefined
}

/** 台账.xlsx 党组织!B7 */
export function placeText({ file, ...inFile }: Placed): string {
  return [file, placeInFile(inFile)].filter(Boolean).join(' ')
}

/** 党组织!B7 */
export function placeInFile({ sheet, cell }: Omit<Placed, 'file'>): string {
  return [sheet, cell].filter(Boolean).join('!')
}

/** How places are told: without the file where there is only one. */
export function placesIn(places: readonly Placed[]): (place: Placed) => string {
  const isOneFile = new Set(places.map(({ file }) => file)).size === 1
  return (place) => (isOneFile && placeInFile(place)) || placeText(place)
}
