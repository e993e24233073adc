import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { Named } from './revision-calls.ts'

type Scope = Plan['root']

/**
 * The kinds of records of which a requirement can ask something, each with what it is: what is a year of another record
 * is asked about by a yearly requirement of that, and what merely happens is asked of nobody unless the rules do so already.
 */
export function addressedKinds({ scopes, requirements }: Plan): Named[] {
  return [...scopes.values()].flatMap((scope) => {
    const count = requirements.filter(({ subject }) => subject === scope).length
    if (isOfYears(scope) || (scope.isEvent && count === 0)) return []
    return [{ id: scope.name, label: described(scope, count) }]
  })
}

function isOfYears(scope: Scope): boolean {
  return scope.keyed || (scope.parent !== undefined && isOfYears(scope.parent))
}

function described({ label, parent, isEvent }: Scope, count: number): Text {
  const whole = parent?.parent === undefined
  const what = !parent
    ? { zh: '整份台账', en: 'the whole ledger' }
    : {
        zh: `${whole ? '台账中' : parent.label.zh}的每一${isEvent ? '件' : '个'}`,
        en: `each one in ${whole ? 'the ledger' : `a ${parent.label.en}`}`,
      }
  const asked =
    count === 0
      ? { zh: '还没有要求', en: 'no requirement yet' }
      : { zh: `已有${count}项要求`, en: `${count} requirement${count === 1 ? '' : 's'} so far` }
  return { zh: `${label.zh}（${what.zh}，${asked.zh}）`, en: `${label.en} (${what.en}, ${asked.en})` }
}
