import { PARAMETER, parameterNamed } from '../plan/parameter-name.ts'
import { constant, CONTEXT_NAMES, contextOf, isContextName } from '../formula/operand-expressions.ts'
import { closestName } from '../errors/closest-name.ts'
import type { Expression } from '../plan/expression.ts'
import { parseDay } from '../values/date.ts'
import { parseRate } from '../values/rate.ts'
import type { Resolver, Setting, Spot } from './resolver.ts'
import type { Operand } from '../schema/formula-schema.ts'
import { resolveFormula } from './resolve-formula.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A number, an ISO date, the name of a fact, or a formula. */
export function resolveOperand(
  resolver: Resolver,
  operand: Operand,
  setting: Setting,
  spot: Spot,
): Expression | undefined {
  if (typeof operand === 'number') {
    if (Number.isSafeInteger(operand)) return constant('number', operand)
    resolver.report('type-mismatch', spot, ['数字必须是整数', 'numbers must be integers'])
    return undefined
  }
  if (typeof operand !== 'string') return resolveFormula(resolver, operand, setting, spot)
  if (parseRate(operand) !== undefined) {
    resolver.report('type-mismatch', spot, [
      '公式中不能直接写比例，请设为参数，写 parameters.名称',
      'a rate cannot be written in a formula: make it a parameter and write parameters.<id>',
    ])
    return undefined
  }
  if (!DATE.test(operand)) return resolveName(resolver, operand, setting, spot)
  const day = parseDay(operand)
  if (day === undefined) resolver.report('invalid-date', spot, [operand])
  return day === undefined ? undefined : constant('date', day)
}

/** A fact, a parameter, or one of the facts that the engine supplies. */
export function resolveName(resolver: Resolver, name: string, setting: Setting, spot: Spot): Expression | undefined {
  const named = parameterNamed(name)
  if (named !== undefined) {
    const parameter = resolver.parameter(named, spot)
    if (parameter && setting.local) resolver.report('bound-not-local', spot, [name])
    return parameter && resolver.parameterNamed(parameter)
  }
  if (isContextName(name)) {
    if (setting.local) resolver.report('bound-not-local', spot, [name])
    else if (name === 'due' && !setting.due) resolver.report('due-not-available', spot, [])
    else if (name.startsWith('period.') && !setting.period) resolver.report('outside-period', spot, [name])
    else return contextOf(name)
    return undefined
  }
  const fact = resolver.fact(name, spot)
  if (!fact) return undefined
  if (setting.local && (fact.kind !== 'given' || fact.scope !== setting.scope)) {
    resolver.report('bound-not-local', spot, [name])
    return undefined
  }
  const route = resolver.route(fact.scope, setting, spot)
  if (!route) return undefined
  if (!setting.period && fact.kind === 'derived' && fact.usesPeriod) {
    resolver.report('outside-period', spot, [name])
    return undefined
  }
  return resolver.factAlong(route, fact)
}

/** What a name in the braces of a text means; without a setting only a parameter. */
export function resolvePlaceholder(
  resolver: Resolver,
  name: string,
  setting: Setting | undefined,
  spot: Spot,
): Expression | undefined {
  const parameters = [...resolver.parameters.keys()].map((known) => `${PARAMETER}${known}`)
  const named = parameterNamed(name)
  if (named !== undefined) {
    const parameter = resolver.parameter(named, spot)
    return parameter && resolver.parameterNamed(parameter)
  }
  if (!setting) {
    const meant = resolver.parameters.has(name) ? `${PARAMETER}${name}` : closestName(name, parameters)
    resolver.report('placeholder-without-record', spot, [name], meant)
    return undefined
  }
  const others = [...CONTEXT_NAMES, ...parameters]
  return isContextName(name) || resolver.fact(name, spot, others)
    ? resolveName(resolver, name, setting, spot)
    : undefined
}
