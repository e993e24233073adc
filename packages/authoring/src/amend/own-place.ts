import type { Text } from '@tiaoli/engine'

/** 一、 and （一） and 1. and 第一条 at the beginning of what a document says. */
const MARK =
  /^(?:第(?<article>[一二三四五六七八九十百\d]+)条|(?<item>[一二三四五六七八九十百\d]+)[、.．]|[（(](?<inner>[一二三四五六七八九十百\da-z]+)[）)])/iu

/** Where a passage stands in its own document: as it is numbered there, or else by its order. */
export function ownPlace(words: string, order: number): Text {
  const { article, item, inner } = MARK.exec(words)?.groups ?? {}
  if (article !== undefined) return { zh: `第${article}条`, en: `article ${figure(article)}` }
  if (item !== undefined) return { zh: `第${item}项`, en: `item ${figure(item)}` }
  if (inner !== undefined) return { zh: `（${inner}）`, en: `item (${figure(inner)})` }
  return { zh: `第${order + 1}段`, en: `passage ${order + 1}` }
}

const DIGITS = '一二三四五六七八九'

/** 三十二 as 32; what is no Chinese number up to 99 as it is. */
function figure(numeral: string): string {
  const parts = /^(?<tens>[一二三四五六七八九]?)(?<ten>十?)(?<ones>[一二三四五六七八九]?)$/u.exec(numeral)?.groups
  if (!parts) return numeral
  const { tens = '', ten = '', ones = '' } = parts
  const digit = (sign: string) => DIGITS.indexOf(sign) + 1
  return String(ten === '' ? digit(tens || ones) : (tens === '' ? 1 : digit(tens)) * 10 + digit(ones))
}
