import { parseDay, type Condition, type Formula, type Operand } from '@tiaoli/engine/plan'
import { mutation, within, type Mutation } from './mutation.ts'
import { conditionMutations } from './condition-mutations.ts'
import { neighbours } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** Every mutation of one place in an operand. A name has none: what it names is changed where it is defined. */
export function operandMutations(operand: Operand, names: ValueDomains): Mutation[] {
  if (typeof operand === 'object') return formulaMutations(operand, names)
  if (typeof operand === 'string' && parseDay(operand) === undefined) return []
  const type = typeof operand === 'string' ? 'date' : 'integer'
  return neighbours(operand, { type, values: undefined }).map((next) => mutation(`value:${next}`, next))
}

/** Every mutation of one place in a formula, its conditions and operands included. */
export function formulaMutations(formula: Formula, names: ValueDomains): Mutation[] {
  if ('when' in formula) return within([], ['when'], conditionMutations(formula.when, names))
  if ('some' in formula || 'count' in formula || 'sum' in formula) return whereMutations(formula, names)
  if ('every' in formula)
    return [
      ...whereMutations(formula, names),
      ...within(['holds'], ['holds'], conditionMutations(formula.holds, names)),
    ]
  if ('least' in formula) return extremeMutations(formula, 'least', formula.least, names)
  if ('greatest' in formula) return extremeMutations(formula, 'greatest', formula.greatest, names)
  if ('date' in formula) return dateMutations(formula, names)
  if ('daysBetween' in formula) return pairMutations('daysBetween', formula.daysBetween, names)
  if ('subtract' in formula) return pairMutations('subtract', formula.subtract, names)
  if ('share' in formula) return pairMutations('share', formula.share, names)
  if ('add' in formula)
    return [
      ...operandDrops('add', formula.add, 3),
      ...(formula.add.length === 2 ? [renamedTo('add', { subtract: formula.add })] : []),
      ...mutationsInOperands('add', formula.add, names),
    ]
  return [
    ...(['down', 'up', 'half-up'] as const)
      .filter((round) => round !== formula.round)
      .map((round) => mutation(`round:${round}`, round, ['round'])),
    ...mutationsInOperands('multiply', formula.multiply, names),
  ]
}

type Extreme = Extract<Formula, { least: unknown } | { greatest: unknown }>

function whereMutations({ where }: { where?: Condition | undefined }, names: ValueDomains): Mutation[] {
  if (!where) return []
  return within(['where'], ['where'], [mutation('dropped', undefined), ...conditionMutations(where, names)])
}

function extremeMutations(
  formula: Extreme,
  name: 'least' | 'greatest',
  of: string | Operand[],
  names: ValueDomains,
): Mutation[] {
  const other = name === 'least' ? 'greatest' : 'least'
  const swapped = renamedTo(name, { [other]: of })
  if (typeof of === 'string') return [swapped, ...('where' in formula ? whereMutations(formula, names) : [])]
  return [...(of.length > 1 ? [swapped] : []), ...operandDrops(name, of, 2), ...mutationsInOperands(name, of, names)]
}

function dateMutations(formula: Extract<Formula, { date: Operand }>, names: ValueDomains): Mutation[] {
  const inPart = (part: string, operand: Operand) => within([part], [part], operandMutations(operand, names))
  const ofDate = inPart('date', formula.date)
  if ('plusDays' in formula) return [...ofDate, ...inPart('plusDays', formula.plusDays)]
  if ('plusMonths' in formula) return [...ofDate, ...inPart('plusMonths', formula.plusMonths)]
  return [...ofDate, ...inPart('plusYears', formula.plusYears)]
}

function pairMutations(name: string, pair: readonly [Operand, Operand], names: ValueDomains): Mutation[] {
  return [mutation('swapped', [...pair].reverse(), [name]), ...mutationsInOperands(name, pair, names)]
}

/** The formula under another name. The keys beside the name, such as `where` or a label, stay. */
function renamedTo(name: string, by: Formula | Record<string, unknown>): Mutation {
  const [other] = Object.keys(by)
  return {
    at: [],
    how: other!,
    edits: [
      { path: [name], value: undefined },
      { path: [other!], value: (by as Record<string, unknown>)[other!] },
    ],
  }
}

function operandDrops(name: string, operands: readonly Operand[], from: number): Mutation[] {
  if (operands.length < from) return []
  return operands.map((operand, i) => ({
    at: [operandLabel(operand, i)],
    how: 'dropped',
    edits: [{ path: [name, i], value: undefined }],
  }))
}

function mutationsInOperands(name: string, operands: readonly Operand[], names: ValueDomains): Mutation[] {
  return operands.flatMap((operand, i) =>
    within([operandLabel(operand, i)], [name, i], operandMutations(operand, names)),
  )
}

/** An operand by its name; a formula or a number by its place. */
function operandLabel(operand: Operand, place: number): string {
  return typeof operand === 'string' ? operand : `${place + 1}`
}
