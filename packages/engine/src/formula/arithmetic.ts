import { EvaluationError } from '../errors/evaluation-error.ts'
import type { ArithmeticExpression, Expression, Run } from '../plan/expression.ts'
import type { ValueType } from '../plan/fact.ts'
import { addMonths, FIRST_DAY, LAST_DAY } from '../values/date.ts'
import { exactInteger } from '../values/exact-integer.ts'
import { IntervalSum } from '../values/interval-sum.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, UNKNOWN, type Value } from '../values/value.ts'
import { roundedProduct, type Rounding } from './rounding.ts'

/**
 * Arithmetic over expressions. None among the operands gives none, except that `least` and `greatest` skip it;
 * an unknown one gives what its interval allows.
 */
export function arithmetic(
  name: ArithmeticExpression['name'],
  type: ValueType,
  operands: readonly Expression[],
  rounding: Rounding = 'down',
): ArithmeticExpression {
  return { kind: 'arithmetic', name, type, operands, run: runOf(name, operands, rounding) }
}

function runOf(name: ArithmeticExpression['name'], operands: readonly Expression[], rounding: Rounding): Run<Value> {
  const runs = operands.map((operand) => operand.run)
  if (name === 'least' || name === 'greatest') {
    return (record, context) =>
      extreme(
        name,
        runs.map((run) => run(record, context)),
      )
  }
  if (name === 'add') {
    return (record, context) => {
      const sum = new IntervalSum()
      let certain = true
      for (const run of runs) {
        const value = run(record, context)
        if (value === null) return null
        if (!isCertain(value)) certain = false
        sum.add(leastOf(value), greatestOf(value))
      }
      return sum.value(certain)
    }
  }
  const [first, second] = runs as [Run<Value>, Run<Value>]
  const combine = PAIRS[name]
  return (record, context) => combine(first(record, context), second(record, context), rounding)
}

const PAIRS: Record<
  Exclude<ArithmeticExpression['name'], 'least' | 'greatest' | 'add'>,
  (a: Value, b: Value, rounding: Rounding) => Value
> = {
  subtract: (a, b) => onIntervals(a, negative(b), (x, y) => x + y),
  daysBetween: (from, to) => onIntervals(to, negative(from), (x, y) => x + y),
  plusDays: (date, days) => onIntervals(date, days, (d, n) => day(d + n)),
  plusMonths: (date, months) => onIntervals(date, months, laterByMonths),
  plusYears: (date, years) => onIntervals(date, years, (d, n) => laterByMonths(d, n * 12)),
  multiply,
  share,
}

function negative(value: Value): Value {
  if (typeof value === 'number') return 0 - value
  return isUnknown(value) ? between(0 - value.greatest, 0 - value.least, value.certain) : value
}

/** Applies a function that grows with both operands to their intervals. */
function onIntervals(a: Value, b: Value, grow: (a: number, b: number) => number): Value {
  if (a === null || b === null) return null
  if (typeof a === 'number' && typeof b === 'number') return exactInteger(grow(a, b))
  return between(
    end(() => grow(leastOf(a), leastOf(b)), -Infinity),
    end(() => grow(greatestOf(a), greatestOf(b)), Infinity),
    isCertain(a) && isCertain(b),
  )
}

/** An end of an interval; open where it passes what can be computed, since only a known value may fail for that. */
function end(compute: () => number, open: number): number {
  try {
    return exactInteger(compute())
  } catch (error) {
    if (error instanceof EvaluationError) return open
    throw error
  }
}

/** A rate is never negative: with it a positive amount grows, a negative one falls. */
function multiply(amount: Value, rate: Value, rounding: Rounding): Value {
  if (amount === null || rate === null) return null
  if (typeof amount === 'number' && typeof rate === 'number') return roundedProduct(amount, rate, rounding)
  const [low, high] = [Math.max(0, leastOf(rate)), greatestOf(rate)]
  const [least, greatest] = [leastOf(amount), greatestOf(amount)]
  return between(
    end(() => roundedProduct(least, least < 0 ? high : low, rounding), -Infinity),
    end(() => roundedProduct(greatest, greatest < 0 ? low : high, rounding), Infinity),
    isCertain(amount) && isCertain(rate),
  )
}

function day(value: number): number {
  if (value === Infinity || value === -Infinity) return value
  if (value < FIRST_DAY || value > LAST_DAY) throw new EvaluationError('date-out-of-range')
  return value
}

function laterByMonths(date: number, months: number): number {
  if (!Number.isFinite(date) || !Number.isFinite(months)) return Number.isFinite(date) ? months : date
  return day(addMonths(date, months))
}

/** `"79.75%"`, half up at the second decimal; none where the whole is zero. */
function share(part: Value, whole: Value): Value {
  if (part === null || whole === null || whole === 0) return null
  if (typeof part !== 'number' || typeof whole !== 'number') return UNKNOWN
  const hundredths = (BigInt(Math.abs(part)) * 20_000n + BigInt(Math.abs(whole))) / (2n * BigInt(Math.abs(whole)))
  const sign = part < 0 !== whole < 0 && hundredths > 0n ? '-' : ''
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`
}

/** None drops out; unknown narrows. */
function extreme(name: 'least' | 'greatest', values: readonly Value[]): Value {
  const pick = name === 'least' ? Math.min : Math.max
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  if (!known.some(isUnknown)) return pick(...(known as number[]))
  const sure = known.filter(isCertain)
  // A value that may turn out to be none can only leave the field, so the certain ones bound the other end.
  return name === 'least'
    ? between(pick(...known.map(leastOf)), pick(Infinity, ...sure.map(greatestOf)), sure.length > 0)
    : between(pick(-Infinity, ...sure.map(leastOf)), pick(...known.map(greatestOf)), sure.length > 0)
}
