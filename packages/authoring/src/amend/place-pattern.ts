import type { Text } from '@tiaoli/engine'

const NUMERAL = '[一二三四五六七八九十百]'
/** 三、（五） or 三、主要措施. */
const PLACE = new RegExp(`^(?<part>${NUMERAL}+)、(?:（(?<item>${NUMERAL}+)）)?(?<title>.*)$`, 'u')
/** A smaller place within the one before it: 第二款, 第一句. */
export const WITHIN = /^(?:中?的?)第[一二三四五六七八九十\d]+(?:款|项|目|句|段|自然段)/u

/** Finds a place in what a notice says: 三、（五）, 第三部分第（五）项, 第三部分 as a whole, part 3, item (5). */
export function placePattern({ zh, en }: Text): RegExp {
  const groups = PLACE.exec(zh)?.groups
  const chinese = groups ? partForms(groups as { part: string; item?: string; title: string }) : [escaped(zh)]
  const english = escaped(en).replaceAll(' ', String.raw`\s+`)
  return new RegExp(`${chinese.join('|')}|(?<!\\w)${english}(?![\\w(])`, 'iu')
}

function partForms({ part, item, title }: { part: string; item?: string; title: string }): string[] {
  const alone = `(?<!${NUMERAL})${part}、`
  const wholePart = `第${part}部分(?![^，。；]{0,16}?第?（?${NUMERAL}+）?[项点款条目])`
  if (item === undefined) return [`${alone}${escaped(title)}`, wholePart]
  return [
    `${alone}[^（，。；]{0,16}（${item}）`,
    `(?<!${NUMERAL})${part}（${item}）`,
    `第${part}(?:部分|条|章)[^，。；]{0,16}?第?(?:（${item}）|(?<=第)${item}(?=[项点款条目]))`,
    wholePart,
  ]
}

function escaped(words: string): string {
  return words.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}
