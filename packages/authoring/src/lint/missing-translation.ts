import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { lint } from './lint.ts'
import { placedTexts } from './placed-texts.ts'

/** Words that are not translated, or that end as a sentence in one language only. */
export const missingTranslation = lint(
  { 'missing-translation': 'warning', 'full-stop': 'hint' },
  function* ({ files }) {
    for (const file of files.sources)
      for (const { text, path, about } of placedTexts(file.value, [], file.path)) {
        const missing = missingLanguage(text)
        if (missing)
          yield {
            code: 'missing-translation',
            about,
            place: file.place([...path, missing]),
            message: missing === 'zh' ? NOT_IN_CHINESE : NOT_IN_ENGLISH,
          }
        else if (isSentence(text.zh, '。！？') && !isSentence(text.en, '.!?'))
          yield { code: 'full-stop', about, place: file.place([...path, 'en']), message: FULL_STOP }
      }
  },
)

const HAN = /\p{Script=Han}/u
const LATIN_LETTER = /[a-z]/i
/** The name of a clause or title may be in the other language. */
const QUOTED = /“[^”]*”|"[^"]*"|《[^》]*》|（[^）]*）|\([^)]*\)/gu

function missingLanguage({ zh, en }: Text): Language | undefined {
  if (en.trim() === '' || HAN.test(en.replaceAll(QUOTED, ''))) return 'en'
  if (zh.trim() === '' || (LATIN_LETTER.test(zh) && !HAN.test(zh))) return 'zh'
  // The same figures or signs are the same in any language; the same words are not.
  return zh === en && HAN.test(zh) ? 'en' : undefined
}

function isSentence(text: string, ends: string): boolean {
  const last = text.trimEnd().replace(/[”"’')）]+$/u, '')
  return ends.includes(last.at(-1) ?? ' ')
}

const NOT_IN_ENGLISH = {
  zh: '此处没有译成英文。请补上译文。',
  en: 'This is not in English. Translate it.',
}
const NOT_IN_CHINESE = {
  zh: '此处没有译成中文。请补上译文。',
  en: 'This is not in Chinese. Translate it.',
}
const FULL_STOP = {
  zh: '中文以句号结尾，英文没有。请补上句点，或去掉中文的句号。',
  en: 'The Chinese ends as a sentence, the English does not. Add a full stop, or take it from the Chinese.',
}
