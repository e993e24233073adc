/** Behind a number, what points to a note below the table. */
const MARKS = /(?:\p{No}|[*※†‡]|注\d{0,2})+$/u

/** A text in half-width letters, in which marks of notes stay what they are: `12①` is not 121. */
export function halfWidth(text: string): string {
  return text.replaceAll(/\P{No}+/gu, (part) => part.normalize('NFKC'))
}

const NUMERAL = String.raw`[\d零〇○一二三四五六七八九两壹贰叁肆伍陆柒捌玖十拾百佰千仟]`
/** 3 and 2 on two lines are not 32. */
const APART = new RegExp(String.raw`${NUMERAL}(?=[.,]?\s)[\s.,]+${NUMERAL}|[万萬亿]\s*\n\s*${NUMERAL}`, 'u')
/** 12 345, as some write thousands. */
const IN_THREES = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d,])/g
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g

/** A text as its number is read: half-width, in small letters, without spaces and what stands between thousands. */
export function numberKey(text: string): string | undefined {
  const plain = halfWidth(text)
    .toLowerCase()
    .replaceAll(IN_THREES, (number) => number.replaceAll(' ', ''))
  return APART.test(plain)
    ? undefined
    : plain.replaceAll(/\s/g, '').replaceAll(THOUSANDS, (number) => number.replaceAll(',', ''))
}

/** The same as its date is read. */
export function dateKey(text: string): string | undefined {
  const plain = halfWidth(text).toLowerCase()
  return /\d\s+\d/.test(plain) ? undefined : plain.replaceAll(/\s/g, '')
}

/** A text without the mark of a note behind it. */
export function withoutMark(text: string): string {
  return text.trim().replace(MARKS, '')
}
