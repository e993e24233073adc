/** Marks and serial numbers around a name, which are no part of it: 1.江西甲律师事务所, ★江西甲律师事务所①, 江西甲律师事务所*. */
const MARKS = /^[*＊★☆※▲△◆◇●■#\u2460-\u2473\u2776-\u277f\s]+|[*＊★☆※▲△◆◇●■#\u2460-\u2473\u2776-\u277f\s]+$/gu
const NUMBER = /^(?:\d{1,3}\s*[.．、)）]|[(（]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*(?=\p{L})/u

/** A name as it is without them. */
export function bareName(text: string): string {
  return text.replaceAll(MARKS, '').replace(NUMBER, '').replaceAll(MARKS, '')
}
