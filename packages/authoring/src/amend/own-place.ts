import type { Text } from '@tiaoli/engine'
import { figure } from './numeral.ts'

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
