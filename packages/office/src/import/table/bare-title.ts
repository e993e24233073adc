import { ORDINAL, withoutBrackets } from '../../values/words.ts'

const OPENING = '([{<【〔《「『'
const CLOSING = ')\\]}>】〕》」』'
/** Brackets around all that a title says: 【大余县】. */
const WRAPPED = new RegExp(`^[${OPENING.replace('[', '\\[')}]([^${CLOSING}]+)[${CLOSING}]`, 'u')
const SIGNS = /^[^\p{L}\p{N}([{【〔]+|[^\p{L}\p{N})\]}】〕]+$/gu
/** How many there are: 共3家, 三户. */
const COUNT = /(?:共有|共计|合计|共|计|有)?(?:\d+\s*[家个户所]?|[一二两三四五六七八九十]+[家个户])$/u
/** What lists something. */
const LIST = /(?:名单|名册|台账|情况|一览表)$/u

/**
 * A title without what may stand around the name in it: （三）大余县律师事务所, 【大余县】, ◆大余县：1家. `kinds` are what
 * the names of what is listed below it end in, the longest first: 律师事务所.
 */
export function bareTitle(text: string, kinds: readonly string[]): string {
  let bare = text.normalize('NFKC').trim()
  for (let before = ''; before !== bare;) {
    before = bare
    const plain = bare.replace(ORDINAL, '').replaceAll(SIGNS, '').replace(WRAPPED, '$1')
    bare = withoutKind(withoutBrackets(plain), kinds).replace(COUNT, '').trim()
  }
  return bare
}

function withoutKind(text: string, kinds: readonly string[]): string {
  for (const one of [text, text.replace(LIST, '')]) {
    const kind = kinds.find((ending) => one.toLowerCase().endsWith(ending))
    if (kind !== undefined) return one.slice(0, -kind.length)
  }
  return text
}
