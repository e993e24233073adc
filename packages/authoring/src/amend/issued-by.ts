import { formatDay, parseDay } from '@tiaoli/engine/plan'
import { figure } from './numeral.ts'
import { frameOf, isDateLine, isSignature } from './notice-frame.ts'
import { plainWords } from './passages.ts'

/** Who has issued a document, and on which day, as its last lines say. */
export interface IssuedBy {
  readonly issuer?: string
  /** `YYYY-MM-DD` */
  readonly issuedOn?: string
}

const DIGITS = '〇一二三四五六七八九'
const BODY = /(?:局|委|党组|政府|办公室|办公厅|法院|检察院|协会|委员会|部|厅|院|处|公司|中心)(?:（[^）]*）)?$/u

/** The signature and date of a text; nothing of a text that does not end with them. */
export function issuedBy(text: string): IssuedBy {
  const lines = text
    .split(/\r\n?|\n/u)
    .map(plainWords)
    .filter((line) => line !== '')
  const frame = frameOf(lines, text)
  const at = Math.max(-1, ...lines.flatMap((line, i) => (frame.has(i) && isDateLine(line) ? [i] : [])))
  const issuedOn = at < 0 ? undefined : dayOf(lines[at]!)
  const signatures: string[] = []
  for (let i = at - 1; i >= 0 && frame.has(i) && isSignature(lines[i]!) && BODY.test(lines[i]!); i--)
    signatures.unshift(lines[i]!)
  return {
    ...(signatures.length > 0 ? { issuer: signatures.join('、') } : {}),
    ...(issuedOn === undefined ? {} : { issuedOn }),
  }
}

/** 2026年12月20日, and with the digits of years written out: 二〇二六年…. */
function dayOf(line: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(.+)年(.+)月(.+)日$/u.exec(line) ?? []
  const written = [
    year.replaceAll(/[〇○零一二三四五六七八九]/gu, (sign) => String(Math.max(0, DIGITS.indexOf(sign)))),
    figure(month).padStart(2, '0'),
    figure(day).padStart(2, '0'),
  ].join('-')
  const parsed = parseDay(written)
  return parsed === undefined ? undefined : formatDay(parsed)
}
