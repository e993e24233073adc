import { formatDay, formatRate, type Expression, type Node, type Plan, type ValueType } from '@tiaoli/engine/plan'
import { parameterValues } from '../../encoding/parameter-values.ts'
import { quotedBounds, type QuotedBound } from './quoted-bounds.ts'

export interface WrittenValue {
  value: string
  type: ValueType
  /** What its own sources give. */
  bounds: QuotedBound[]
}

/** The values that a node has in the pack's files. */
export function writtenValues(plan: Plan, node: Node): WrittenValue[] {
  if (node.kind === 'constant') return [{ value: constantText(node), type: node.type, bounds: [] }]
  if (node.kind !== 'parameter') return []
  return parameterValues(plan, node.parameter).map((entry) => ({
    value: String(entry.value),
    type: node.type,
    bounds: quotedBounds(plan, entry),
  }))
}

function constantText({ type, value }: Expression & { kind: 'constant' }): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  if (type === 'date') return formatDay(value)
  return type === 'rate' ? formatRate(value) : String(value)
}
