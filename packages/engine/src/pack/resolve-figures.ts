import { closestName } from '../errors/closest-name.ts'
import { currencyOf, describe, formulaDescribed, noneOf } from '../plan/describe.ts'
import type { PlannedFigure } from '../plan/plan.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
import { resolveFormula } from './resolve-formula.ts'
import { resolveOperand } from './resolve-operand.ts'
import { TYPE_NAMES, type Resolver, type Setting, type Spot } from './resolver.ts'

/** What is shown beside the conclusion of a requirement. */
export function resolveFigures(
  resolver: Resolver,
  entry: RequirementEntry,
  setting: Setting,
  spot: Spot,
): PlannedFigure[] {
  const planned = Object.entries(entry.figures ?? {}).flatMap(([name, figure]) => {
    const here = spot.at('figures', name)
    const expression =
      typeof figure === 'string'
        ? resolveOperand(resolver, figure, setting, here)
        : resolveFormula(resolver, figure, setting, here)
    if (!expression) return []
    const described =
      typeof figure === 'string'
        ? describe(expression)
        : {
            ...formulaDescribed(expression.type, figure.label.zh, figure.label.en),
            name,
            unit: figure.unit,
            currency: currencyOf(expression),
            none: noneOf(expression),
          }
    return [{ name, described, expression }]
  })
  checkMetUntil(resolver, entry, planned, spot.at('metUntil'))
  return planned
}

function checkMetUntil(
  resolver: Resolver,
  { metUntil, figures = {} }: RequirementEntry,
  planned: readonly PlannedFigure[],
  spot: Spot,
): void {
  if (metUntil === undefined) return
  const figure = planned.find(({ name }) => name === metUntil)
  if (!Object.hasOwn(figures, metUntil))
    resolver.report('unknown-figure', spot, [metUntil], closestName(metUntil, Object.keys(figures)))
  else if (figure && figure.expression.type !== 'date')
    resolver.report('type-mismatch', spot, [`此处应为${TYPE_NAMES.date}`, 'this must be of type date'])
}
