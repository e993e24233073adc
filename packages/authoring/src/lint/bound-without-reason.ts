import type { Text } from '@tiaoli/engine'
import { lint } from '../lint.ts'

/** Cases that need not show everything, without a word on what they leave out. */
export const boundWithoutReason = lint({ 'bound-without-reason': 'hint' }, function* ({ files }) {
  for (const { file, content } of files.of('quality'))
    for (const score of ['coverage', 'mutation'] as const) {
      const bound = content[score]
      if (bound === undefined || bound === 100 || content.reasons?.[score]) continue
      yield { code: 'bound-without-reason', about: score, place: file.place([score]), message: MESSAGE }
    }
})

const MESSAGE: Text = {
  zh: '低于 100，而没有说明案例为何不能显示其余部分。请写明 reasons，或补充案例。',
  en: 'This is below 100, and nothing says why the cases cannot show the rest. Add `reasons`, or cases.',
}
