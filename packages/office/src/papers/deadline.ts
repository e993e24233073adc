import type { Finding } from '@tiaoli/engine'
import { everythingIn, type Plan } from '@tiaoli/engine/plan'

/** The last day of a duty, and whether it is the text that gives it. */
export interface Deadline {
  readonly day: string
  /** No number in it was assumed or set by a request. */
  readonly isOfText: boolean
}

export function deadlineOf(plan: Plan, finding: Finding): Deadline | undefined {
  const { due } = finding
  if (due === undefined) return undefined
  const { due: expression } = plan.requirements.find(({ id }) => id === finding.requirement)!
  const nodes = expression ? [...everythingIn([expression])] : []
  const numbers = new Set(nodes.flatMap((node) => (node.kind === 'parameter' ? [node.parameter.name] : [])))
  const isOfText = finding.parameters.every(
    ({ parameter, assumed, source }) => !numbers.has(`parameters.${parameter}`) || (!assumed && source !== 'request'),
  )
  return { day: due, isOfText }
}
