import { group, leaf, negate } from '../formula/condition-nodes.ts'
import { constant } from '../formula/operand-expressions.ts'
import { describe } from '../plan/describe.ts'
import type { ConditionNode, Expression, ListLiteral } from '../plan/expression.ts'
import type { Described } from '../plan/fact.ts'
import type { Condition } from '../schema/condition-schema.ts'
import { parseDay } from '../values/date.ts'
import { isOrder, ITERATED_SIDES, LIST_SIDES, parseOperator, type ParsedOperator } from '../values/operator.ts'
import { YUAN } from '../values/currency.ts'
import { parseRate } from '../values/rate.ts'
import type { Value } from '../values/value.ts'
import { resolveName } from './resolve-operand.ts'
import { compatible, isOrdered, TYPE_NAMES, type Resolver, type Setting, type Spot } from './resolver.ts'
import { closestName } from '../errors/closest-name.ts'

type Leaf = Extract<Condition, { fact: string }>

/** Resolves every name in a condition; undefined, with diagnostics, where something does not fit. */
export function resolveCondition(
  resolver: Resolver,
  condition: Condition,
  setting: Setting,
  spot: Spot,
): ConditionNode | undefined {
  const node = resolve(resolver, condition, setting, spot)
  if (node) resolver.conditions.set(node, spot)
  return node
}

function resolve(resolver: Resolver, condition: Condition, setting: Setting, spot: Spot): ConditionNode | undefined {
  if ('all' in condition || 'any' in condition) {
    const kind = 'all' in condition ? 'all' : 'any'
    const items = 'all' in condition ? condition.all : condition.any
    const children = items.map((item, i) => resolveCondition(resolver, item, setting, spot.at(kind, i)))
    const resolved = children.filter((child) => child !== undefined)
    return resolved.length === children.length ? group(kind, resolved) : undefined
  }
  if ('not' in condition) {
    const child = resolveCondition(resolver, condition.not, setting, spot.at('not'))
    return child && negate(child)
  }
  if ('condition' in condition) return resolveNamed(resolver, condition.condition, setting, spot.at('condition'))
  return resolveLeaf(resolver, condition, setting, spot)
}

function resolveNamed(resolver: Resolver, name: string, setting: Setting, spot: Spot): ConditionNode | undefined {
  const left = resolveName(resolver, name, setting, spot)
  if (!left) return undefined
  if (left.type === 'boolean') return leaf(left, 'equal', constant('boolean', true), describe(left), true)
  resolver.report('type-mismatch', spot, [
    `“${name}”是${TYPE_NAMES[left.type]}，不是是非判断`,
    `"${name}" is of type ${left.type} and cannot be a condition`,
  ])
  return undefined
}

function resolveLeaf(resolver: Resolver, condition: Leaf, setting: Setting, spot: Spot): ConditionNode | undefined {
  const left = resolveName(resolver, condition.fact, setting, spot.at('fact'))
  const parsed = parseOperator(condition.operator)
  if ('unknown' in parsed) {
    const suggestion = closestName(parsed.unknown, parsed.known)
    resolver.report('unknown-operator', spot.at('operator'), [parsed.unknown, parsed.known], suggestion)
  }
  if (!left || 'unknown' in parsed) return undefined
  const right = resolveValue(resolver, condition, left, setting, spot.at('value'))
  if (!right || !fits(resolver, parsed, condition, left, right, spot)) return undefined
  const about =
    left.kind === 'context' && right.kind !== 'list' && right.kind !== 'constant' ? describe(right) : describe(left)
  return leaf(left, condition.operator, right, about)
}

function resolveValue(
  resolver: Resolver,
  { value }: Leaf,
  left: Expression,
  setting: Setting,
  spot: Spot,
): Expression | ListLiteral | undefined {
  const about = describe(left)
  if (Array.isArray(value)) {
    const values = value.map((item, i) => literal(resolver, item, about, spot.at(i)))
    if (values.includes(undefined)) return undefined
    return { kind: 'list', type: left.type, values: values as Value[] }
  }
  if (typeof value === 'object' && value !== null) return resolveName(resolver, value.fact, setting, spot.at('fact'))
  const converted = literal(resolver, value, about, spot)
  return converted === undefined ? undefined : constant(left.type, converted)
}

/** A literal as the engine holds it, checked against the type of what it is compared with. */
export function literal(
  resolver: Resolver,
  value: string | number | boolean | null,
  { type, values, name, currency = YUAN }: Described,
  spot: Spot,
): Value | undefined {
  const mismatch = (zh: string, en: string, suggestion?: string) => {
    resolver.report('type-mismatch', spot, [zh, en], suggestion)
    return undefined
  }
  if (value === null) return null
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : mismatch('应为 true 或 false', 'expected true or false')
    case 'integer':
    case 'number':
    case 'money': {
      if (Number.isSafeInteger(value)) return value
      if (Number.isInteger(value))
        return mismatch('整数超出 ±9007199254740991', 'the integer lies beyond ±9007199254740991')
      return type === 'money'
        ? mismatch(`金额应为以${currency.minor.unit.zh}计的整数`, `expected an integer, in ${currency.minor.unit.en}`)
        : mismatch('应为整数', 'expected an integer')
    }
    case 'rate': {
      const rate = typeof value === 'string' ? parseRate(value) : undefined
      return rate ?? mismatch('比率写成“1%”', 'a rate is written "1%"')
    }
    case 'date': {
      const day = typeof value === 'string' ? parseDay(value) : undefined
      return (
        day ??
        mismatch('日期写成 YYYY-MM-DD，且须为日历中的日期', 'a date is written YYYY-MM-DD and is a day of the calendar')
      )
    }
    case 'enum': {
      if (typeof value === 'string' && values?.has(value)) return value
      const known = [...(values?.keys() ?? [])]
      return mismatch(
        `“${name}”的取值只有：${known.join('、')}`,
        `"${name}" can be: ${known.join(', ')}`,
        closestName(String(value), known),
      )
    }
    case 'share':
      return mismatch('占比只用于展示，不能参与判断', 'a share is for figures only and cannot be compared')
    default:
      return typeof value === 'string' ? value : mismatch('应为文本', 'expected a string')
  }
}

/** Whether an operator with its decorators can compare these two sides. */
function fits(
  resolver: Resolver,
  { decorators, operator }: ParsedOperator,
  condition: Leaf,
  left: Expression,
  right: Expression | ListLiteral,
  spot: Spot,
): boolean {
  const mismatch = (zh: string, en: string) => {
    resolver.report('type-mismatch', spot.at('operator'), [zh, en])
    return false
  }
  let fact = { list: false }
  let value = { list: right.kind === 'list' }
  for (const decorator of decorators) {
    if (decorator === 'swap') [fact, value] = [value, fact]
    const side = ITERATED_SIDES[decorator]
    if (!side) continue
    const iterated = side === 'fact' ? fact : value
    if (!iterated.list) return mismatch(`“${decorator}:”需要列表`, `"${decorator}:" needs a list`)
    iterated.list = false
  }
  const wanted = LIST_SIDES[operator]
  if (fact.list !== (wanted === 'fact') || value.list !== (wanted === 'value'))
    return mismatch(
      `“${condition.operator}”不能用于这样的两边（其一须为列表，或都不得为列表）`,
      `"${condition.operator}" does not fit these sides (one must be a list, or neither may be)`,
    )
  if (!compatible(left.type, right.type))
    return mismatch(
      `${TYPE_NAMES[left.type]} 不能与 ${TYPE_NAMES[right.type]} 比较`,
      `${left.type} cannot be compared with ${right.type}`,
    )
  if (isOrder(operator) && !isOrdered(left.type))
    return mismatch(`${TYPE_NAMES[left.type]} 没有大小先后`, `${left.type} has no order`)
  return true
}
