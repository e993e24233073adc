import { childrenOf, type ConditionNode } from '@tiaoli/engine'
import { Worlds } from '../logic/worlds.ts'
import { sitesOf } from './conditions.ts'
import { clashesIn } from './leaf-pairs.ts'
import type { Found, LintContext } from './lint.ts'

type Code = 'always-true' | 'always-false'

/** Conditions that the facts in them decide the same way whatever they are. */
export function* constantCondition(context: LintContext): Generator<Found<Code>> {
  for (const { about, condition } of sitesOf(context))
    for (const [node, code] of constantsIn(condition)) {
      const place = context.places.condition(node)
      // Where two leaves of one `all` exclude each other, that is told of the leaves.
      if (place && !(node.kind === 'all' && clashesIn(node).length > 0))
        yield { code, about, place, message: SENTENCES[code] }
    }
}

/** The outermost conditions that have one answer only. */
function constantsIn(condition: ConditionNode, around?: Worlds): [ConditionNode, Code][] {
  const worlds = around ?? Worlds.of([condition])
  if (worlds?.always(condition)) return [[condition, 'always-true']]
  if (worlds?.never(condition)) return [[condition, 'always-false']]
  return childrenOf(condition).flatMap((child) => constantsIn(child, worlds))
}

const SENTENCES = {
  'always-true': {
    zh: '此条件在任何情况下都成立，起不到作用。请改正其中的界限或取值，或删去。',
    en: 'This condition always holds and so decides nothing. Correct its limits or values, or remove it.',
  },
  'always-false': {
    zh: '此条件在任何情况下都不成立。请改正其中的界限或取值，或删去。',
    en: 'This condition can never hold. Correct its limits or values, or remove it.',
  },
}
