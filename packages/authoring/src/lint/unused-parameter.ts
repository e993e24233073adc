import { lint } from '../lint.ts'
import { usageOf } from './usage.ts'

/** Parameters that no requirement and no check depends on. */
export const unusedParameter = lint({ 'unused-parameter': 'hint' }, function* ({ plan, places }) {
  const { parameters: used } = usageOf(plan)
  for (const [id, { name, label, pack }] of plan.parameters)
    if (pack === plan.pack.id && !used.has(name))
      yield {
        code: 'unused-parameter',
        about: name,
        place: places.named('parameter', id),
        message: {
          zh: `没有要求用到参数“${id}”（${label.zh}）。请用上它，或删去。`,
          en: `No requirement uses the parameter "${id}" (${label.en}). Use it or remove it.`,
        },
      }
})
