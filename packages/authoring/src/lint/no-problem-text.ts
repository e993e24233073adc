import { endsOf, OUTCOMES } from '@tiaoli/engine/runtime'
import { lint } from '../lint.ts'

/** Requirements that can be not met and have no sentence that says in a notice what is wrong. */
export const noProblemText = lint({ 'no-problem-text': 'hint' }, function* ({ plan, places }) {
  for (const { id, pack, problem, decision } of plan.requirements)
    if (pack === plan.pack.id && !problem && (endsOf(decision) & OUTCOMES.not_met) !== 0)
      yield { code: 'no-problem-text', about: id, place: places.named('requirement', id), message: MESSAGE }
})

const MESSAGE = {
  zh: '此要求可能不符合，却没有写明不符合时的问题表述。请补上 problem：写问题本身，不写义务，如“章程未载明党建内容。”',
  en: 'This can be not met, and nothing says what is wrong then. Add problem: the defect, not the duty, as “The charter has no Party-building content.”',
}
