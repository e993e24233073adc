import { ORDINAL, withoutBrackets } from '../../values/words.ts'

const OPENING = '([{<【〔《「『'
const CLOSING = ')\\]}>】〕》」』'
/** Brackets around all that a title says: 【大余县】. */
const WRAPPED = new RegExp(`^[${OPENING.replace('[', '\\[')}]([^${CLOSING}]+)[${CLOSING}]`, 'u')
const SIGNS = /^[^\p{L}\p{N}([{【〔]+|[^\p{L}\p{N})\]}】〕]+$/gu
/** How many there are: 共3家, 三户. */
const COUNT =
  /(?:共有|共计|合计|共|计|有)?(?:\d+\s*[家个户所]?|[一二两三四五六七八九十]+[家个户])(?:律师事务所|律所)?$/u
const KIND = /(?:律师事务所|律师所|律所)(?:名单|名册|台账|情况|一览表)?$/u

/** A title without what may stand around the name in it: （三）大余县律师事务所, 【大余县】, ◆大余县：1家. */
export function bareTitle(text: string): string {
  let bare = text.normalize('NFKC').trim()
  for (let before = ''; before !== bare;) {
    before = bare
    const plain = bare.replace(ORDINAL, '').replaceAll(SIGNS, '').replace(WRAPPED, '$1')
    bare = withoutBrackets(plain).replace(COUNT, '').replace(KIND, '').trim()
  }
  return bare
}
