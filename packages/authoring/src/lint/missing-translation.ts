import type { Text } from '@tiaoli/engine'
import { LANGUAGES } from '@tiaoli/engine/names'
import { isRead } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'
import { missingLanguage } from './missing-language.ts'
import { placedTexts } from './placed-texts.ts'

/** Words that are not translated into a language that the pack declares. */
export const missingTranslation = lint({ 'missing-translation': 'hint' }, function* ({ plan, files }) {
  const { languages } = plan.pack
  const isInBoth = LANGUAGES.every((language) => isRead(plan.reading, language))
  for (const { file, text, tags, path, about } of placedTexts(files)) {
    const missing = languages.filter((tag) => !tags.includes(tag))
    // Words may also stand under the tag of a language and be in the other.
    const other = isInBoth && LANGUAGES.every((tag) => !missing.includes(tag)) ? missingLanguage(text) : undefined
    for (const tag of other === undefined ? missing : [...missing, other])
      yield { code: 'missing-translation', about, place: file.place([...path, tag]), message: messageOf(tag) }
  }
})

function messageOf(tag: string): Text {
  const { zh, en } = NAMES[tag] ?? { zh: `“${tag}”`, en: `"${tag}"` }
  return { zh: `此处没有译成${zh}。请补上译文。`, en: `This is not in ${en}. Translate it.` }
}

const NAMES: Readonly<Partial<Record<string, Text>>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
}
