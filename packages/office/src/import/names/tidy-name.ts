import { bareName } from './bare-name.ts'

/** Where a name in Chinese was spaced or broken. */
const SPACE_INSIDE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/** The name in a cell as it is shown: without line breaks and spaces inside, in Chinese brackets. */
export function tidyName(text: string): string {
  const name = bareName(text.trim().replaceAll(/\s*[\r\n]\s*/g, '')).replaceAll(SPACE_INSIDE, '')
  return /\p{Script=Han}/u.test(name) ? name.replaceAll('(', '（').replaceAll(')', '）') : name
}
