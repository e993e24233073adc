import { formatDay, formatRate, type Expression, type Node, type Plan } from '@tiaoli/engine/plan'
import { parameterValues } from '../../encoding/parameter-values.ts'
import { quotedBounds, type QuotedBound } from './quoted-bounds.ts'

/** The values that a node has in the pack's files, each with the bounds that its own sources give. */
export function writtenValues(plan: Plan, node: Node): { value: string; bounds: QuotedBound[] }[] {
  if (node.kind === 'constant') return [{ value: constantText(node), bounds: [] }]
  if (node.kind !== 'parameter') return []
  return parameterValues(plan, node.parameter).map((entry) => ({
    value: String(entry.value),
    bounds: quotedBounds(plan, entry),
  }))
}

function constantText({ type, value }: Expression & { kind: 'constant' }): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  if (type === 'date') return formatDay(value)
  return type === 'rate' ? formatRate(value) : String(value)
}
