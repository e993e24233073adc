import { lint } from '../lint.ts'

/** Texts that a paper shows and that name an id: its readers know no ids, and an id may stand for a person. */
export const idInText = lint({ 'id-in-text': 'warning' }, function* ({ plan, places }) {
  for (const { id, pack, problem, remedy } of plan.requirements) {
    if (pack !== plan.pack.id) continue
    for (const [part, text] of Object.entries({ problem, remedy }))
      for (const { expression } of text?.placeholders ?? [])
        if (expression.type === 'id' || expression.type === 'reference')
          yield { code: 'id-in-text', about: id, place: places.within('requirement', id, part), message: MESSAGE }
  }
})

const MESSAGE = {
  zh: '这段文字会写进文书，却含有代号，读者看不懂。请写明是哪一类对象，如“该党支部书记”，或者删去这个占位符。',
  en: 'This is said in a paper and shows an id, which its readers do not know. Say what it is, as “the secretary of the branch”, or leave the placeholder out.',
}
