import { formatDay, type Expression, type Value } from '@tiaoli/engine/plan'

const RATE_UNIT = 100_000_000

/** A value as json-rules-engine can compare it: `YYYY-MM-DD` for dates and fractions for rates. */
export function exportValue(type: Expression['type'], value: Value): Value {
  if (typeof value !== 'number') return value
  switch (type) {
    case 'date':
      return formatDay(value)
    case 'rate':
      return value / RATE_UNIT
    default:
      return value
  }
}
