import type { Text } from '../text/text.ts'
import { UNKNOWN_BUT_CERTAIN } from '../values/value.ts'
import { aggregate } from '../formula/aggregate.ts'
import { arithmetic } from '../formula/arithmetic.ts'
import type { AggregateName, ArithmeticExpression, Expression } from '../plan/expression.ts'
import type { ValueType } from '../plan/fact.ts'
import { findMembership } from '../plan/membership.ts'
import type { Scope } from '../plan/scope.ts'
import type { Condition } from '../schema/condition-schema.ts'
import type { Formula, Operand } from '../schema/formula-schema.ts'
import { resolveCondition } from './resolve-condition.ts'
import { resolveName, resolveOperand } from './resolve-operand.ts'
import { compatible, isOrdered, TYPE_NAMES, type Resolver, type Setting, type Spot } from './resolver.ts'

/** Resolves and types one formula of the closed set. */
export function resolveFormula(
  resolver: Resolver,
  formula: Formula,
  setting: Setting,
  spot: Spot,
): Expression | undefined {
  if ('when' in formula) {
    const condition = resolveCondition(resolver, formula.when, setting, spot.at('when'))
    return condition && { kind: 'when', type: 'boolean', condition, run: asValue(condition.run) }
  }
  const records = aggregated(formula)
  if (records) return resolveAggregate(resolver, records, setting, spot)
  return resolveArithmetic(resolver, formula, setting, spot)
}

function asValue(run: (...args: Parameters<Expression['run']>) => boolean | undefined): Expression['run'] {
  return (record, context) => run(record, context) ?? UNKNOWN_BUT_CERTAIN
}

interface Records {
  name: AggregateName
  /** The scope for `some`, `every` and `count`; a fact of it for the others. */
  over: string
  where: Condition | undefined
  holds: Condition | undefined
}

function aggregated(formula: Formula): Records | undefined {
  const names: AggregateName[] = ['some', 'every', 'count', 'sum', 'least', 'greatest']
  const name = names.find((candidate) => candidate in formula)
  if (!name) return undefined
  const { [name]: over, where, holds } = formula as unknown as Record<string, unknown>
  if (typeof over !== 'string') return undefined
  return { name, over, where: where as Condition | undefined, holds: holds as Condition | undefined }
}

function resolveAggregate(resolver: Resolver, records: Records, setting: Setting, spot: Spot): Expression | undefined {
  const { name } = records
  const scopeName = records.over.split('.')[0]!
  const over = resolver.scope(scopeName, spot.at(name))
  if (!over) return undefined
  const gathering = setting.local ? 'none' : findMembership(setting.scope, over)
  if (typeof gathering === 'string') {
    const code = gathering === 'none' ? 'not-visible' : 'ambiguous-route'
    resolver.report(code, spot.at(name), [over.name, setting.scope.name])
    return undefined
  }
  const inner: Setting = { scope: over, period: setting.period, due: false }
  const where = records.where && resolveCondition(resolver, records.where, inner, spot.at('where'))
  const holds = records.holds && resolveCondition(resolver, records.holds, inner, spot.at('holds'))
  const of = amount(resolver, records, over, inner, spot)
  if ((records.where && !where) || (records.holds && !holds) || of === undefined) return undefined
  const type = of === 'records' ? (name === 'count' ? 'integer' : 'boolean') : of.type
  return aggregate(name, type, gathering, { where, holds, of: of === 'records' ? undefined : of })
}

/** What `sum`, `least` and `greatest` take of each record; the other three look at the records themselves. */
function amount(
  resolver: Resolver,
  { name, over }: Records,
  scope: Scope,
  inner: Setting,
  spot: Spot,
): Expression | 'records' | undefined {
  const ofRecords = name === 'some' || name === 'every' || name === 'count'
  if (ofRecords && over === scope.name) return 'records'
  const of = ofRecords || over === scope.name ? undefined : resolveName(resolver, over, inner, spot.at(name))
  const suitable = of && (name === 'sum' ? of.type === 'integer' || of.type === 'money' : isOrdered(of.type))
  if (suitable) return of
  if (!of || ofRecords)
    resolver.report('type-mismatch', spot.at(name), [
      ofRecords ? `“${name}”后应为范围名` : `“${name}”后应为该范围的一个数值或日期事实`,
      ofRecords ? `"${name}" takes the name of a scope` : `"${name}" takes a number or date of that scope`,
    ])
  else
    resolver.report('type-mismatch', spot.at(name), [
      `“${over}”不能用于“${name}”`,
      `"${over}" cannot be used in "${name}"`,
    ])
  return undefined
}

function resolveArithmetic(resolver: Resolver, formula: Formula, setting: Setting, spot: Spot): Expression | undefined {
  const [name, operands] = partsOf(formula)
  const resolved = operands.map(([operand, path]) => resolveOperand(resolver, operand, setting, spot.at(...path)))
  const known = resolved.filter((expression) => expression !== undefined)
  if (known.length < resolved.length) return undefined
  const type = typeOf(name, known)
  if (type) return arithmetic(name, type, known, 'round' in formula ? formula.round : 'down')
  const given = known.map((expression) => expression.type)
  const { zh, en } = TAKES[name]
  resolver.report('type-mismatch', spot, [
    `“${name}”${zh}，此处为${given.map((other) => TYPE_NAMES[other]).join('、')}`,
    `"${name}" takes ${en}, and here it has ${given.join(', ')}`,
  ])
  return undefined
}

type Placed = [Operand, (string | number)[]]

function partsOf(formula: Formula): [ArithmeticExpression['name'], Placed[]] {
  const of = (name: string, operands: readonly Operand[]): Placed[] =>
    operands.map((operand, i) => [operand, [name, i]])
  if ('date' in formula) {
    const date: Placed = [formula.date, ['date']]
    if ('plusDays' in formula) return ['plusDays', [date, [formula.plusDays, ['plusDays']]]]
    if ('plusMonths' in formula) return ['plusMonths', [date, [formula.plusMonths, ['plusMonths']]]]
    return ['plusYears', [date, [formula.plusYears, ['plusYears']]]]
  }
  const names = ['least', 'greatest', 'daysBetween', 'add', 'subtract', 'multiply', 'share'] as const
  const name = names.find((candidate) => candidate in formula)!
  return [name, of(name, (formula as unknown as Record<string, Operand[]>)[name]!)]
}

const SHIFTED: Text = { zh: '应为日期和整数', en: 'a date and an integer' }
const AMOUNTS: Text = { zh: '应全是整数或全是金额', en: 'integers only or amounts of money only' }
const ORDERED: Text = {
  zh: '应全是同一类型的数、金额、比例或日期',
  en: 'numbers, amounts of money, rates or dates, all of one type',
}

/** What a formula computes with. */
const TAKES: Record<ArithmeticExpression['name'], Text> = {
  least: ORDERED,
  greatest: ORDERED,
  add: AMOUNTS,
  subtract: AMOUNTS,
  share: AMOUNTS,
  daysBetween: { zh: '应为两个日期', en: 'two dates' },
  multiply: { zh: '应先为整数或金额，后为比例', en: 'an integer or an amount of money, and then a rate' },
  plusDays: SHIFTED,
  plusMonths: SHIFTED,
  plusYears: SHIFTED,
}

/** The type of a formula's result; undefined where its operands do not fit. */
function typeOf(name: ArithmeticExpression['name'], operands: readonly Expression[]): ValueType | undefined {
  const types = operands.map((operand) => operand.type)
  const [first, second] = types as [ValueType, ValueType]
  const specific = types.find((type) => type !== 'number') ?? 'integer'
  const alike = types.every((type) => compatible(type, specific))
  const amounts = alike && (specific === 'integer' || specific === 'money')
  switch (name) {
    case 'least':
    case 'greatest':
      return alike && isOrdered(specific) ? specific : undefined
    case 'add':
    case 'subtract':
      return amounts ? specific : undefined
    case 'share':
      return amounts ? 'share' : undefined
    case 'daysBetween':
      return first === 'date' && second === 'date' ? 'integer' : undefined
    case 'multiply':
      return (first === 'integer' || first === 'money') && second === 'rate' ? first : undefined
    default:
      return first === 'date' && (second === 'integer' || second === 'number') ? 'date' : undefined
  }
}
