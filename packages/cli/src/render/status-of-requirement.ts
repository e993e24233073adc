import { statusText, type Status, type Text } from '@tiaoli/engine'
import { restsOnUnseen, TO_BE_CHECKED, type Plan } from '@tiaoli/engine/plan'

/** What a status of a requirement is called, where findings are counted or no more of them is known. */
export function statusOfRequirement(plan: Plan, requirement: Plan['requirements'][number], status: Status): Text {
  const toCheck = status === 'not_met' && restsOnUnseen(plan, requirement)
  return toCheck ? TO_BE_CHECKED : statusText({ status, force: requirement.force })
}
