/** A number as a Chinese text writes it: 50, 1,000, 1.5万, 五十, 一万五千, 2.5%, 百分之五, 三分之二. */
export interface WrittenNumber {
  from: number
  to: number
  /** Decimal digits, with % for a share: `15000`, `2.5%`. A fraction that is no finite decimal is `2/3`. */
  value: string
}

const DIGITS = '零一二三四五六七八九'
const SAME = new Map(
  Array.from('〇两壹贰叁肆伍陆柒捌玖').map((sign, i) => [sign, '零二一二三四五六七八九'[i]!] as const),
)
const UNITS = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
])
const GROUPS = new Map([
  ['万', 10_000n],
  ['亿', 100_000_000n],
])
const PARTS = new Map([
  ['十分之', 10n],
  ['百分之', 100n],
  ['千分之', 1000n],
  ['万分之', 10_000n],
])

/** A longer row of signs is no number. */
const LONGEST = 24
const SCALE = 100_000_000n
/** Decimals that a number may have. */
const DECIMALS = 8

/** The numbers of a text, from left to right. Every sign is looked at a bounded number of times. */
export function writtenNumbers(text: string): WrittenNumber[] {
  const numbers: WrittenNumber[] = []
  for (let at = 0; at < text.length;) {
    const number = numberAt(text, at)
    if (number) numbers.push(number)
    at = number?.to ?? endOfRow(text, at)
  }
  return numbers
}

/** The end of a row of signs that are no number together, so that no part of it is taken for one. */
function endOfRow(text: string, from: number): number {
  let at = from
  while (at < text.length && isNumeral(text[at]!)) at++
  return Math.max(at, from + 1)
}

function numberAt(text: string, from: number): WrittenNumber | undefined {
  const parts = PARTS.get(text.slice(from, from + 3))
  if (parts !== undefined) return shareAt(text, from, from + 3, parts)
  const plain = plainAt(text, from)
  if (!plain) return undefined
  if (text.startsWith('分之', plain.to)) return fractionAt(text, from, plain) ?? shown(from, plain)
  return shown(from, plain)
}

/** 百分之五 */
function shareAt(text: string, from: number, at: number, parts: bigint): WrittenNumber | undefined {
  const above = plainAt(text, at)
  return above && { from, to: above.to, value: `${decimal((above.scaled * 100n) / parts)}%` }
}

/** 三分之二 */
function fractionAt(text: string, from: number, below: Plain): WrittenNumber | undefined {
  const above = plainAt(text, below.to + 2)
  if (!above || below.scaled === 0n) return undefined
  const divisor = greatestDivisor(above.scaled, below.scaled)
  const [numerator, denominator] = [above.scaled / divisor, below.scaled / divisor]
  const hundred = numerator * 100n * SCALE
  const value = hundred % denominator === 0n ? `${decimal(hundred / denominator)}%` : `${numerator}/${denominator}`
  return { from, to: above.to, value }
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b)
}

interface Plain {
  to: number
  /** Hundred-millionths. */
  scaled: bigint
  isPercent: boolean
}

function shown(from: number, { to, scaled, isPercent }: Plain): WrittenNumber {
  return { from, to, value: `${decimal(scaled)}${isPercent ? '%' : ''}` }
}

/** Digits and units, up to the last that belongs to them. */
function plainAt(text: string, from: number): Plain | undefined {
  let at = from
  /** What is finished by 万 or 亿, and what is not yet. */
  let [total, section] = [0n, 0n]
  let digits: bigint | undefined
  /** The unit right before the digits: 一万五 is 15,000. */
  let before = 0n
  while (at < text.length) {
    const sign = text[at]!
    const unit = UNITS.get(sign)
    const group = GROUPS.get(sign)
    const arabic = digits === undefined ? arabicAt(text, at) : undefined
    if (arabic) {
      digits = arabic.scaled
      before = 0n
      at = arabic.to
      continue
    }
    const digit = DIGITS.indexOf(SAME.get(sign) ?? sign)
    if (digit >= 0) {
      if (digits !== undefined || digit === 0) before = 0n
      digits = (digits ?? 0n) * 10n + BigInt(digit) * SCALE
    } else if (unit !== undefined) {
      // 十五, but 百 and 千 alone are no number.
      if (digits === undefined && (unit !== 10n || before !== 0n)) break
      section += (digits ?? SCALE) * unit
      ;[digits, before] = [undefined, unit]
    } else if (group !== undefined) {
      if (digits === undefined && section === 0n && total === 0n) break
      const finished = section + (digits ?? 0n)
      // 两万亿: what 万 has finished is counted by 亿 once more.
      total = group > 10_000n ? (total + finished) * group : total + finished * group
      ;[section, digits, before] = [0n, undefined, group]
    } else break
    at++
    if (at - from > LONGEST) return undefined
  }
  if (at === from) return undefined
  const last = digits !== undefined && before >= 100n ? (digits * before) / 10n : (digits ?? 0n)
  const isPercent = text[at] === '%' || text[at] === '％'
  return { to: isPercent ? at + 1 : at, scaled: total + section + last, isPercent }
}

/** 1,000.5 and １０００. */
const ARABIC = /[0-9０-９]{1,15}(?:[,，][0-9０-９]{3}(?![0-9０-９])){0,4}(?:[.．][0-9０-９]{1,8})?(?![0-9０-９])/y

function arabicAt(text: string, from: number): { to: number; scaled: bigint } | undefined {
  ARABIC.lastIndex = from
  const found = ARABIC.exec(text)?.[0]
  if (found === undefined) return undefined
  const plain = found.normalize('NFKC').replaceAll(',', '')
  const [whole, part = ''] = plain.split('.')
  return { to: from + found.length, scaled: BigInt(whole!) * SCALE + BigInt(part.padEnd(DECIMALS, '0')) }
}

function isNumeral(sign: string): boolean {
  return /[0-9０-９]/.test(sign) || DIGITS.includes(SAME.get(sign) ?? sign) || UNITS.has(sign) || GROUPS.has(sign)
}

/** 1.5 for 150,000,000 hundred-millionths. */
function decimal(scaled: bigint): string {
  const part = String(scaled % SCALE)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '')
  return `${scaled / SCALE}${part && `.${part}`}`
}
