import { wholeNumberIn } from './read-number.ts'

/** One number of persons among words: 1名党员组织关系未转, 有两名党员未转入. */
const PERSONS = /(?:\d+|[一二两三四五六七八九十]+)(?=[名人位个])/gu

/** How many persons a text speaks of, if it has one number of them. */
export function personsIn(text: string): number | undefined {
  const [number, ...more] = text.normalize('NFKC').match(PERSONS) ?? []
  return number === undefined || more.length > 0 ? undefined : wholeNumberIn(`${number}人`, ['人'])
}
