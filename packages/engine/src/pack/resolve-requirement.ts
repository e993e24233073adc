import { decisionOf } from '../decide/decision-table.ts'
import { stepsIn } from '../plan/decision-tree.ts'
import { group, leaf } from '../formula/condition-nodes.ts'
import { constant, contextOf } from '../formula/operand-expressions.ts'
import { hoisted, isSameForAll } from '../formula/hoist.ts'
import { describe, formulaDescribed, isNamed, noneOf } from '../plan/describe.ts'
import type { ConditionNode, Expression } from '../plan/expression.ts'
import type { Described, ValueType } from '../plan/fact.ts'
import type { Body, PlannedFigure, PlannedRequirement } from '../plan/plan.ts'
import { everythingIn, nodesOf, shownBy } from '../plan/walk.ts'
import type { Text } from '../errors/text.ts'
import type { Condition } from '../schema/condition-schema.ts'
import type { Operand } from '../schema/formula-schema.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
import { checkBody, checkCitations, type Citable } from './resolve-citations.ts'
import type { DocumentTerm, Horizon } from './document-term.ts'
import { resolveCondition } from './resolve-condition.ts'
import { resolveFormula } from './resolve-formula.ts'
import { resolveOperand } from './resolve-operand.ts'
import { dayOf } from './resolve-parameters.ts'
import { resolveText } from './resolve-text.ts'
import { TYPE_NAMES, type Resolver, type Setting, type Spot } from './resolver.ts'

/** Resolves a requirement; undefined, with diagnostics, where anything in it does not fit. */
export function resolveRequirement(
  resolver: Resolver,
  entry: RequirementEntry,
  pack: string,
  document: DocumentTerm,
  citable: Citable,
  spot: Spot,
): PlannedRequirement | undefined {
  resolver.define('requirement', entry.id, spot.at('id'))
  checkSources(resolver, entry, citable, spot)
  const scope = resolver.scope(entry.subject, spot.at('subject'))
  if (!scope) return undefined
  const before: Setting = { scope, period: entry.recurs !== undefined, due: false }
  const setting: Setting = { ...before, due: entry.due !== undefined }
  const condition = (item: Condition | undefined, ...at: (string | number)[]) =>
    item === undefined
      ? undefined
      : resolveCondition(resolver, item, at[0] === 'applies' ? before : setting, spot.at(...at))
  const operand = (item: Operand | undefined, where: Setting, type: ValueType, ...at: (string | number)[]) =>
    item === undefined
      ? undefined
      : typed(resolver, resolveOperand(resolver, item, where, spot.at(...at)), type, spot.at(...at))

  const at = operand(entry.at, before, 'date', 'at')
  const due = once(resolver, operand(entry.due, before, 'date', 'due'))
  const achievedOn = operand(entry.achievedOn, setting, 'date', 'achievedOn')
  const firstPeriod =
    entry.recurs && operand(entry.recurs.from, { ...before, period: false }, 'integer', 'recurs', 'from')
  const unless = (entry.unless ?? []).flatMap((exception, i) => {
    checkCitations(resolver, exception, citable, spot.at('unless', i))
    const when = condition(exception.when, 'unless', i, 'when')
    const text = resolveText(resolver, exception.text, setting, spot.at('unless', i, 'text'))
    return when ? [{ entry: exception, text, when, on: operand(exception.on, setting, 'date', 'unless', i, 'on') }] : []
  })
  const notes = (entry.notes ?? []).flatMap((note, i) => {
    checkCitations(resolver, note, citable, spot.at('notes', i))
    const when = condition(note.when, 'notes', i, 'when')
    const text = resolveText(resolver, note.text, setting, spot.at('notes', i, 'text'))
    return when ? [{ entry: note, text, when }] : []
  })
  checkIds(resolver, entry, spot)
  if (!entry.requires && Object.keys(entry.figures ?? {}).length === 0) resolver.report('nothing-required', spot, [])
  const body = (id: string): Body => Object.freeze({ id, label: citable.bodies.get(id) ?? NO_LABEL })
  const applies = condition(entry.applies, 'applies')
  const requires = condition(entry.requires, 'requires')
  const { horizon } = document
  const decision = decisionOf({
    inForce: once(resolver, inForce(resolver, entry, document, firstPeriod, spot)),
    applies,
    requires,
    achievedOn: achievedOn && due && leaf(achievedOn, 'greaterThan', contextOf('due'), completion(achievedOn)),
    unless,
    horizon: once(resolver, pastHorizon(horizon, entry)),
    due: due && leaf(contextOf('asOf'), 'greaterThan', contextOf('due'), describe(contextOf('asOf'))),
  })
  const planned = {
    id: entry.id,
    pack,
    entry,
    title: resolveText(resolver, entry.title, undefined, spot.at('title')),
    problem: entry.problem && resolveText(resolver, entry.problem, setting, spot.at('problem')),
    remedy: entry.remedy && resolveText(resolver, entry.remedy, setting, spot.at('remedy')),
    force: entry.force,
    subject: scope,
    at,
    firstPeriod,
    applies,
    requires,
    due,
    achievedOn,
    unless,
    decision,
    steps: stepsIn(decision),
    figures: figures(resolver, entry, setting, spot.at('figures')),
    notes,
    horizon: (entry.clauses ?? []).length > 0 ? horizon?.entry : undefined,
    laterRules: (entry.laterRules ?? []).map(({ from, text, ...basis }, i) => ({
      from: dayOf(resolver, from, 0, spot.at('laterRules', i, 'from')),
      text,
      citing: { basis: [basis] },
    })),
    dutyBearer: body(entry.dutyBearer),
    supervisor: entry.supervisor === undefined ? undefined : body(entry.supervisor),
  }
  const nodes = [...everythingIn([...nodesOf(planned), ...shownBy(planned)])]
  const parameters = new Set(nodes.flatMap((node) => (node.kind === 'parameter' ? [node.parameter] : [])))
  return {
    ...planned,
    parameters: [...parameters].sort((a, b) => a.index - b.index),
    aggregates: nodes.filter((node) => node.kind === 'aggregate'),
  }
}

/** For a body that is not declared: the pack is refused. */
const NO_LABEL: Text = { zh: '', en: '' }

/** What the day of completion is called where a formula gives it. */
function completion(achievedOn: Expression): Described {
  return isNamed(achievedOn) ? describe(achievedOn) : formulaDescribed('date', '完成日期', 'the day of completion')
}

/** What asks nothing of the record is answered once, not once for each. */
function once<N extends ConditionNode | Expression>(resolver: Resolver, node: N | undefined): N | undefined {
  return node && isSameForAll(node) ? hoisted(node, resolver.hoisted++) : node
}

function typed(
  resolver: Resolver,
  expression: Expression | undefined,
  type: ValueType,
  spot: Spot,
): Expression | undefined {
  if (!expression || expression.type === type || (expression.type === 'number' && type === 'integer')) return expression
  resolver.report('type-mismatch', spot, [`此处应为${TYPE_NAMES[type]}`, `this must be of type ${type}`])
  return undefined
}

function checkSources(resolver: Resolver, entry: RequirementEntry, citable: Citable, spot: Spot): void {
  checkCitations(resolver, entry, citable, spot)
  if (entry.laterRules) checkCitations(resolver, { basis: entry.laterRules }, citable, spot.at('laterRules'))
  checkBody(resolver, entry.dutyBearer, citable, spot.at('dutyBearer'))
  if (entry.supervisor !== undefined) checkBody(resolver, entry.supervisor, citable, spot.at('supervisor'))
  if (!entry.clauses && !entry.basis) resolver.report('uncited-requirement', spot, [])
  const forces = new Set<string>(
    (entry.clauses ?? []).flatMap((id) => {
      const force = citable.clauses.get(id)?.force
      return force ? [force] : []
    }),
  )
  if (forces.size > 0 && !forces.has(entry.force))
    resolver.report('force-mismatch', spot.at('force'), [entry.force, [...forces]])
}

/** Exceptions and notes are named once each within their requirement. */
function checkIds(resolver: Resolver, entry: RequirementEntry, spot: Spot): void {
  for (const list of ['unless', 'notes'] as const)
    for (const [i, { id }] of (entry[list] ?? []).entries())
      resolver.define(`${list} of ${entry.id}`, id, spot.at(list, i, 'id'))
}

/** In force where there is a governing day, from the first to before the last day, and from the first period on. */
function inForce(
  resolver: Resolver,
  { effective, at: ownDay }: RequirementEntry,
  document: DocumentTerm,
  firstPeriod: Expression | undefined,
  spot: Spot,
): ConditionNode | undefined {
  const at = contextOf('at')
  const year = contextOf('period.year')
  const parts: ConditionNode[] = []
  const bound = (operator: string, day: number) => parts.push(leaf(at, operator, constant('date', day), describe(at)))
  const from = Math.max(document.from, dayOf(resolver, effective?.from, -Infinity, spot.at('effective', 'from')))
  const to = Math.min(document.to, dayOf(resolver, effective?.to, Infinity, spot.at('effective', 'to')))
  if (from > -Infinity) bound('greaterThanInclusive', from)
  if (to < Infinity) bound('lessThan', to)
  // A fact that gives the day may be null: no day, no law. No day is also on neither side of a bound.
  if (ownDay !== undefined && parts.length === 0) parts.push(leaf(at, 'notEqual', constant('date', null), describe(at)))
  if (firstPeriod) parts.push(leaf(year, 'greaterThanInclusive', firstPeriod, describe(year)))
  return parts.length > 1 ? group('all', parts) : parts[0]
}

/**
 * After the years that the document plans for, a task of them, or the duty of a later year, is for a person to judge.
 * What rests on other instruments alone does not end with the plan.
 */
function pastHorizon(horizon: Horizon | undefined, entry: RequirementEntry): ConditionNode | undefined {
  const { duty, recurs, clauses = [] } = entry
  if (!horizon || clauses.length === 0 || (duty !== 'once' && !recurs)) return undefined
  const day = contextOf(recurs ? 'period.start' : 'asOf')
  return leaf(day, 'greaterThan', constant('date', horizon.day), describe(day))
}

function figures(resolver: Resolver, entry: RequirementEntry, setting: Setting, spot: Spot): PlannedFigure[] {
  return Object.entries(entry.figures ?? {}).flatMap(([name, figure]) => {
    const here = spot.at(name)
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
            none: noneOf(expression),
          }
    return [{ name, described, expression }]
  })
}
