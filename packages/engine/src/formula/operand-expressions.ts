import type {
  ConstantExpression,
  ContextExpression,
  ContextName,
  FactExpression,
  ParameterExpression,
  Run,
} from '../plan/expression.ts'
import type { Derived, Fact, ValueType } from '../plan/fact.ts'
import type { PlannedParameter } from '../plan/plan.ts'
import type { Route } from '../plan/route.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { dueDate } from '../plan/evaluation-context.ts'
import { valueAt } from '../plan/timeline.ts'
import { Tainted, TAINTED, UNKNOWN, Unknown, type Value } from '../values/value.ts'

export function constant(type: ValueType, value: Value): ConstantExpression {
  return { kind: 'constant', type, value, run: () => value }
}

/** Reads a fact of the record that the route leads to: null where it leads to null, unknown where it is unknown. */
export function factOf(fact: Fact, route: Route): FactExpression {
  const read = reader(fact)
  return { kind: 'fact', type: fact.type, fact, route, run: followed(read, route) }
}

function followed(read: Run<Value>, { steps, follow }: Route): Run<Value> {
  if (steps.length === 0) return read
  if (steps.length === 1 && steps[0]!.kind === 'up') return (record, context) => read(record.parent!, context)
  if (steps.every((step) => step.kind === 'up'))
    return (record, context) => read(follow(record, context) as LedgerRecord, context)
  return (record, context) => {
    const target = follow(record, context)
    if (target === null) return null
    if (target instanceof Unknown) return target instanceof Tainted ? TAINTED : UNKNOWN
    return read(target, context)
  }
}

function reader(fact: Fact): Run<Value> {
  const { slot } = fact
  return fact.kind === 'given' ? (record) => record.at(slot) : cached(fact)
}

/** A derived value is computed once for the session, or once for the law where it varies with it. */
function cached(fact: Derived): Run<Value> {
  const { slot, mark, varies } = fact
  const hold = (record: LedgerRecord, stamp: number, value: Value): Value => {
    record.values[slot] = value
    record.stamps[mark] = stamp
    return value
  }
  const compute: Run<Value> = (record, context) => {
    const total = record.totals?.get(fact, context)
    return total === undefined ? fact.formula.run(record, context) : total
  }
  if (!varies)
    return (record, context) => {
      const stamp = context.sessionStamp
      return record.stamps[mark] === stamp ? record.at(slot) : hold(record, stamp, compute(record, context))
    }
  const known = fact.formula.kind === 'aggregate' ? keptByLaw(fact, compute) : compute
  return (record, context) => {
    const { stamp } = context
    return record.stamps[mark] === stamp ? record.at(slot) : hold(record, stamp, known(record, context))
  }
}

/**
 * A record holds a value for one law. Where laws take turns, a formula over records would be computed again at each
 * turn, at the cost of all its records: so a law keeps each value for which another has to make room.
 */
function keptByLaw(fact: Derived, compute: Run<Value>): Run<Value> {
  return (record, context) => {
    if (record.stamps[fact.mark] === 0) return compute(record, context)
    const { kept } = context.law
    let values = kept.get(fact)
    if (!values) kept.set(fact, (values = new Map()))
    let value = values.get(record)
    if (value === undefined) values.set(record, (value = compute(record, context)))
    return value
  }
}

export function parameterOf(parameter: PlannedParameter): ParameterExpression {
  const { index, type } = parameter
  return {
    kind: 'parameter',
    type,
    parameter,
    run: (_, { session, at }) => session.constants[index] ?? valueAt(session.timelines[index]!, at),
  }
}

const CONTEXT: Record<ContextName, { type: ValueType; run: Run<Value> }> = {
  asOf: { type: 'date', run: (_, context) => context.session.asOf },
  due: { type: 'date', run: (_, context) => dueDate(context) },
  'period.year': { type: 'integer', run: (_, context) => context.year },
  'period.start': { type: 'date', run: (_, context) => context.yearStart },
  'period.end': { type: 'date', run: (_, context) => context.yearEnd },
  at: { type: 'date', run: (_, context) => context.at },
}

export const CONTEXT_NAMES = ['asOf', 'due', 'period.year', 'period.start', 'period.end'] as const

/** Whether a pack may name this as a fact that the engine supplies. */
export function isContextName(name: string): name is (typeof CONTEXT_NAMES)[number] {
  return (CONTEXT_NAMES as readonly string[]).includes(name)
}

export function contextOf(name: ContextName): ContextExpression {
  return { kind: 'context', name, ...CONTEXT[name] }
}
