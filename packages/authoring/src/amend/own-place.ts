import type { Text } from '@tiaoli/engine'
import { figure, NUMERAL } from './numeral.ts'

/** 一、 and （一） and 1. and 第一条 at the beginning of what a document says. */
const MARK = new RegExp(
  `^(?:第(?<article>${NUMERAL})条|(?<item>${NUMERAL})[、.．](?![（(])|[（(](?<inner>${NUMERAL}|[a-z]+)[）)])`,
  'iu',
)

/** Where a passage stands in its own document: as it is numbered there, or else by its order. */
export function ownPlace(words: string, order: number): Text {
  const { article, item, inner } = MARK.exec(words)?.groups ?? {}
  if (article !== undefined) return { zh: `第${article}条`, en: `article ${figure(article)}` }
  if (item !== undefined) return { zh: `第${item}项`, en: `item ${figure(item)}` }
  if (inner !== undefined) return { zh: `（${inner}）`, en: `item (${figure(inner)})` }
  return { zh: `第${order + 1}段`, en: `passage ${order + 1}` }
}
