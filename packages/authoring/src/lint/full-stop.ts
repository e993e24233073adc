import { LANGUAGES } from '@tiaoli/engine/names'
import { lint } from '../lint.ts'
import { missingLanguage } from './missing-language.ts'
import { placedTexts } from './placed-texts.ts'

/** Words that end as a sentence in Chinese only. What is not translated is reported as such. */
export const fullStop = lint({ 'full-stop': 'hint' }, function* ({ files }) {
  for (const { file, text, written, path, about } of placedTexts(files)) {
    const inBoth = written.length === LANGUAGES.length && !missingLanguage(text)
    if (inBoth && isSentence(text.zh, '。！？') && !isSentence(text.en, '.!?'))
      yield { code: 'full-stop', about, place: file.place([...path, 'en']), message: MESSAGE }
  }
})

function isSentence(text: string, ends: string): boolean {
  const last = text.trimEnd().replace(/[”"’')）]+$/u, '')
  return ends.includes(last.at(-1) ?? ' ')
}

const MESSAGE = {
  zh: '中文以句号结尾，英文没有。请补上句点，或去掉中文的句号。',
  en: 'The Chinese ends as a sentence, the English does not. Add a full stop, or take it from the Chinese.',
}
