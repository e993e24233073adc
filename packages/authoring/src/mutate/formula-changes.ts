import { parseDay, type Condition, type Formula, type Operand } from '@tiaoli/engine/plan'
import { change, within, type Change } from './change.ts'
import { conditionChanges } from './condition-changes.ts'
import { neighbours } from './neighbours.ts'
import type { ValueDomains } from './value-domains.ts'

/** Every change of one place in an operand. A name has none: what it stands for is changed where it is defined. */
export function operandChanges(operand: Operand, names: ValueDomains): Change[] {
  if (typeof operand === 'object') return formulaChanges(operand, names)
  if (typeof operand === 'string' && parseDay(operand) === undefined) return []
  const type = typeof operand === 'string' ? 'date' : 'integer'
  return neighbours(operand, { type, values: undefined }).map((next) => change(`value:${next}`, next))
}

/** Every change of one place in a formula, its conditions and operands included. */
export function formulaChanges(formula: Formula, names: ValueDomains): Change[] {
  if ('when' in formula) return within([], ['when'], conditionChanges(formula.when, names))
  if ('some' in formula || 'count' in formula || 'sum' in formula) return whereChanges(formula, names)
  if ('every' in formula)
    return [...whereChanges(formula, names), ...within(['holds'], ['holds'], conditionChanges(formula.holds, names))]
  if ('least' in formula) return extremeChanges(formula, 'least', formula.least, names)
  if ('greatest' in formula) return extremeChanges(formula, 'greatest', formula.greatest, names)
  if ('date' in formula) return dateChanges(formula, names)
  if ('daysBetween' in formula) return pairChanges('daysBetween', formula.daysBetween, names)
  if ('subtract' in formula) return pairChanges('subtract', formula.subtract, names)
  if ('share' in formula) return pairChanges('share', formula.share, names)
  if ('add' in formula)
    return [
      ...operandDrops('add', formula.add, 3),
      ...(formula.add.length === 2 ? [renamedTo('add', { subtract: formula.add })] : []),
      ...changesInOperands('add', formula.add, names),
    ]
  return [
    ...(['down', 'up', 'half-up'] as const)
      .filter((round) => round !== formula.round)
      .map((round) => change(`round:${round}`, round, ['round'])),
    ...changesInOperands('multiply', formula.multiply, names),
  ]
}

type Extreme = Extract<Formula, { least: unknown } | { greatest: unknown }>

function whereChanges({ where }: { where?: Condition | undefined }, names: ValueDomains): Change[] {
  if (!where) return []
  return within(['where'], ['where'], [change('dropped', undefined), ...conditionChanges(where, names)])
}

function extremeChanges(
  formula: Extreme,
  name: 'least' | 'greatest',
  of: string | Operand[],
  names: ValueDomains,
): Change[] {
  const other = name === 'least' ? 'greatest' : 'least'
  const swapped = renamedTo(name, { [other]: of })
  if (typeof of === 'string') return [swapped, ...('where' in formula ? whereChanges(formula, names) : [])]
  return [...(of.length > 1 ? [swapped] : []), ...operandDrops(name, of, 2), ...changesInOperands(name, of, names)]
}

function dateChanges(formula: Extract<Formula, { date: Operand }>, names: ValueDomains): Change[] {
  const inPart = (part: string, operand: Operand) => within([part], [part], operandChanges(operand, names))
  const ofDate = inPart('date', formula.date)
  if ('plusDays' in formula) return [...ofDate, ...inPart('plusDays', formula.plusDays)]
  if ('plusMonths' in formula) return [...ofDate, ...inPart('plusMonths', formula.plusMonths)]
  return [...ofDate, ...inPart('plusYears', formula.plusYears)]
}

function pairChanges(name: string, pair: readonly [Operand, Operand], names: ValueDomains): Change[] {
  return [change('swapped', pair.toReversed(), [name]), ...changesInOperands(name, pair, names)]
}

/** The formula under another name. The keys beside the name, such as `where` or a label, stay. */
function renamedTo(name: string, by: Formula | Record<string, unknown>): Change {
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

function operandDrops(name: string, operands: readonly Operand[], from: number): Change[] {
  if (operands.length < from) return []
  return operands.map((operand, i) => ({
    at: [operandLabel(operand, i)],
    how: 'dropped',
    edits: [{ path: [name, i], value: undefined }],
  }))
}

function changesInOperands(name: string, operands: readonly Operand[], names: ValueDomains): Change[] {
  return operands.flatMap((operand, i) => within([operandLabel(operand, i)], [name, i], operandChanges(operand, names)))
}

/** An operand by its name; a formula or a number by its place. */
function operandLabel(operand: Operand, place: number): string {
  return typeof operand === 'string' ? operand : `${place + 1}`
}
