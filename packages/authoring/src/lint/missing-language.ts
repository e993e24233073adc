import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'

const HAN = /\p{Script=Han}/u
const LATIN_LETTER = /[a-z]/i
/** The name of a clause or title may be in the other language. */
const QUOTED = /“[^”]*”|"[^"]*"|《[^》]*》|（[^）]*）|\([^)]*\)/gu

/** The language into which a text is not translated, if any. */
export function missingLanguage({ zh, en }: Text): Language | undefined {
  if (en.trim() === '' || HAN.test(en.replaceAll(QUOTED, ''))) return 'en'
  if (zh.trim() === '' || (LATIN_LETTER.test(zh) && !HAN.test(zh))) return 'zh'
  // The same figures or signs are the same in any language; the same words are not.
  return zh === en && HAN.test(zh) ? 'en' : undefined
}
