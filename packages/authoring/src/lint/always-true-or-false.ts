import { subconditionsOf, type ConditionNode } from '@tiaoli/engine/plan'
import { TruthTable } from '../logic/truth-table.ts'
import type { Work } from '../logic/work.ts'
import { authoredConditions } from './authored-conditions.ts'
import { contradictingPairs } from './contradicting-or-repeated-leaf.ts'
import { lint } from '../lint.ts'

type Code = 'always-true' | 'always-false'

/** Conditions that the facts in them decide the same way whatever they are. */
export const alwaysTrueOrFalse = lint({ 'always-true': 'warning', 'always-false': 'warning' }, function* (context) {
  for (const { about, condition } of authoredConditions(context))
    for (const [node, code] of outermostConstants(condition, context.work)) {
      const place = context.places.condition(node)
      // Where two leaves of one `all` exclude each other, the leaves are reported instead.
      if (place && !(node.kind === 'all' && contradictingPairs(node, context.work).length > 0))
        yield { code, about, place, message: SENTENCES[code] }
    }
})

/** The outermost conditions that have one answer only. */
function outermostConstants(condition: ConditionNode, work: Work, around?: TruthTable): [ConditionNode, Code][] {
  const worlds = around ?? TruthTable.of([condition], work)
  if (worlds?.always(condition)) return [[condition, 'always-true']]
  if (worlds?.never(condition)) return [[condition, 'always-false']]
  return subconditionsOf(condition).flatMap((child) => outermostConstants(child, work, worlds))
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
