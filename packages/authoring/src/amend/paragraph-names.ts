import { CHINESE_NUMERAL, NUMERAL } from './numeral.ts'

const ORDER = `(?:第${NUMERAL}|最后一|最末一|末尾一|末一|首|末)(?:个)?(?:自然段|段|款)`
/** 第二款 at the beginning of what an order is of, behind its number, a pause or 将. */
const ALONE = new RegExp(
  `(?:^|[，；：。]|[将把在对]|[、.．）)])(?<named>${ORDER}(?:[、和及与]${ORDER})*)(?![第（(])`,
  'u',
)

/** The paragraphs that words name alone, without the place that they are in, and where. */
export function paragraphsAlone(words: string): { readonly from: number; readonly named: string } | undefined {
  const found = ALONE.exec(words)
  const named = found?.groups?.['named']
  return found && named !== undefined ? { from: found.index + found[0].length - named.length, named } : undefined
}

const NUMBERED = `(?:第${NUMERAL}[条项款]|第?[（(]${NUMERAL}[）)][项款]?)`
const NEW_NUMBER = new RegExp(
  `(?<=${NUMBERED})(?:的?序号)?(?:改为|调整为|变更为|改作|作为)(?:${CHINESE_NUMERAL}、)?${NUMBERED}(?![中的第（(])`,
  'gu',
)

/** Words in which what gets another number, among other orders, is called by the one that it has. */
export function withoutNewNumbers(words: string): string {
  return words.replaceAll(NEW_NUMBER, (found) => '，'.repeat(found.length))
}

/** What gets another number, as it is written: 第三条改为第五条. */
export function newNumbersIn(words: string): string[] {
  return [...words.matchAll(NEW_NUMBER)].map(({ index, 0: found }) => {
    const before = new RegExp(`(?:${CHINESE_NUMERAL}、)?${NUMBERED}$`, 'u').exec(words.slice(0, index))?.[0] ?? ''
    return before + found
  })
}
