import { tagOf } from '@tiaoli/engine/plan'
import { placeholderIn } from '../scaffold/placeholder.ts'
import { lint } from '../lint.ts'
import { placedTexts } from './placed-texts.ts'

/** Words that `add` wrote for an author to replace. */
export const placeholder = lint({ placeholder: 'warning' }, function* ({ plan, files }) {
  for (const { file, text, path, about } of placedTexts(files)) {
    const language = placeholderIn(text)
    if (language)
      yield {
        code: 'placeholder',
        about,
        place: file.place([...path, tagOf(plan.reading, language)]),
        message: {
          zh: `“${text[language]}”是添加时留待填写的。请改为文件中的说法。`,
          en: `“${text[language]}” was left to be filled in. Replace it by the words of the document.`,
        },
      }
  }
})
