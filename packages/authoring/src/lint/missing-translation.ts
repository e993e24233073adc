import { LANGUAGES } from '@tiaoli/engine/names'
import { isRead } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'
import { missingLanguage } from './missing-language.ts'
import { placedTexts } from './placed-texts.ts'

/** Words that are not translated, in a pack that declares Chinese and English. */
export const missingTranslation = lint({ 'missing-translation': 'hint' }, function* ({ plan, files }) {
  if (!LANGUAGES.every((language) => isRead(plan.reading, language))) return
  for (const { file, text, written, path, about } of placedTexts(files)) {
    const missing = LANGUAGES.find((language) => !written.includes(language)) ?? missingLanguage(text)
    if (missing)
      yield {
        code: 'missing-translation',
        about,
        place: file.place([...path, missing]),
        message: MESSAGES[missing],
      }
  }
})

const MESSAGES = {
  zh: {
    zh: '此处没有译成中文。请补上译文。',
    en: 'This is not in Chinese. Translate it.',
  },
  en: {
    zh: '此处没有译成英文。请补上译文。',
    en: 'This is not in English. Translate it.',
  },
}
