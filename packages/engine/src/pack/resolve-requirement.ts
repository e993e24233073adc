import { decisionOf } from '../decide/decision-table.ts'
import { stepsIn } from '../plan/decision-tree.ts'
import { group, leaf } from '../formula/condition-nodes.ts'
import { constant, contextOf } from '../formula/operand-expressions.ts'
import { hoisted, isSameForAll } from '../formula/hoist.ts'
import { describe, formulaDescribed, isNamed } from '../plan/describe.ts'
import type { ConditionNode, Expression } from '../plan/expression.ts'
import type { Described, ValueType } from '../plan/fact.ts'
import type { Days, Ending, Horizon, PlannedClause } from '../plan/document.ts'
import type { Body, PlannedRequirement } from '../plan/plan.ts'
import { everythingIn, nodesOf, shownBy } from '../plan/walk.ts'
import type { Text } from '../text/text.ts'
import type { Condition } from '../schema/condition-schema.ts'
import type { Operand } from '../schema/formula-schema.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
import { checkBody, checkCitations, clausesOf, type Citable } from './resolve-citations.ts'
import { horizonOf } from './horizon-of.ts'
import { resolveCondition } from './resolve-condition.ts'
import { resolveFigures } from './resolve-figures.ts'
import { resolveOperand } from './resolve-operand.ts'
import { dayOf } from './resolve-parameters.ts'
import { resolveText } from './resolve-text.ts'
import { endsWithPlan } from '../plan/ends-with-plan.ts'
import { citedBy, partlyEndedBy } from './partly-ended.ts'
import { standingOf, type Standing } from './standing.ts'
import { struckOutBy } from './struck-out.ts'
import { TYPE_NAMES, type Resolver, type Setting, type Spot } from './resolver.ts'

/** The pack that a requirement is of, and the days outside which none of its requirements is in force. */
export interface PackTerm extends Days {
  readonly id: string
}

/**
 * Resolves a requirement, and how a clause ended it if one did; undefined, with diagnostics, where anything in it does
 * not fit.
 */
export function resolveRequirement(
  resolver: Resolver,
  { entry, theme }: { entry: RequirementEntry; theme: Text },
  pack: PackTerm,
  ending: Ending | undefined,
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
  const textAt = (text: RequirementEntry['remedy'], ...at: (string | number)[]) =>
    text && resolveText(resolver, text, setting, spot.at(...at))

  const at = operand(entry.at, before, 'date', 'at')
  const due = once(resolver, operand(entry.due, before, 'date', 'due'))
  const achievedOn = operand(entry.achievedOn, setting, 'date', 'achievedOn')
  const firstPeriod =
    entry.recurs && operand(entry.recurs.from, { ...before, period: false }, 'integer', 'recurs', 'from')
  const clauses = clausesOf(entry, citable)
  const standing = standingOf(clauses)
  const term = termOf(resolver, entry, pack, standing, ending, spot)
  const cited = citedBy(entry, citable)
  const unless = (entry.unless ?? []).flatMap((exception, i) => {
    checkCitations(resolver, exception, citable, spot.at('unless', i))
    const own = condition(exception.when, 'unless', i, 'when')
    const ground = standingOf(clausesOf(exception, citable))
    const when = standingNode(term, ground, own)
    const struckBy = own && struckOutBy(ground, term, cited)
    const struckOut = struckBy && {
      ...struckBy,
      wouldHold: group('all', [...within({ from: ground.to, to: Infinity }), own]),
    }
    const text = resolveText(resolver, exception.text, setting, spot.at('unless', i, 'text'))
    const on = operand(exception.on, setting, 'date', 'unless', i, 'on')
    const remedy = textAt(exception.remedy, 'unless', i, 'remedy')
    return when ? [{ entry: exception, text, when, on, remedy, struckOut }] : []
  })
  const notes = (entry.notes ?? []).flatMap((note, i) => {
    checkCitations(resolver, note, citable, spot.at('notes', i))
    const when = standingNode(term, standingOf(clausesOf(note, citable)), condition(note.when, 'notes', i, 'when'))
    const text = resolveText(resolver, note.text, setting, spot.at('notes', i, 'text'))
    return when ? [{ entry: note, text, when, remedy: textAt(note.remedy, 'notes', i, 'remedy') }] : []
  })
  checkIds(resolver, entry, spot)
  if (!entry.requires && Object.keys(entry.figures ?? {}).length === 0) resolver.report('nothing-required', spot, [])
  const body = (id: string): Body => Object.freeze({ id, label: citable.bodies.get(id) ?? NO_LABEL })
  const applies = condition(entry.applies, 'applies')
  const requires = condition(entry.requires, 'requires')
  const givingLastDay = due ? clausesGiving(due, citable) : []
  const horizon = horizonOf(entry, clauses, givingLastDay)
  const partly = partlyEndedBy(clauses, entry, citable, givingLastDay)
  const partlyEnded = partly.day < term.to ? partly.day : undefined
  const decision = decisionOf({
    inForce: once(resolver, inForce(entry, term, firstPeriod)),
    applies,
    requires,
    achievedOn: achievedOn && due && leaf(achievedOn, 'greaterThan', contextOf('due'), completion(achievedOn)),
    unless,
    horizon: once(
      resolver,
      forAPerson([
        pastHorizon(horizon, entry),
        partlyEnded === undefined ? undefined : fromDayOn(partlyEnded),
        ...unless.map(({ struckOut }) => struckOut?.wouldHold),
      ]),
    ),
    due: due && leaf(contextOf('asOf'), 'greaterThan', contextOf('due'), describe(contextOf('asOf'))),
  })
  const figures = resolveFigures(resolver, entry, setting, spot)
  const planned = {
    id: entry.id,
    pack: pack.id,
    entry,
    theme,
    title: resolveText(resolver, entry.title, undefined, spot.at('title')),
    problem: textAt(entry.problem, 'problem'),
    remedy: textAt(entry.remedy, 'remedy'),
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
    figures,
    notes,
    horizon,
    term,
    ended: { day: term.to, endings: term.endings, lapsed: term.lapsed },
    partlyEnded: partlyEnded === undefined ? undefined : { day: partlyEnded, endings: partly.endings },
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

/** The clauses from which the parameters of a last day have their values. */
function clausesGiving(due: Expression, citable: Citable): PlannedClause[] {
  const parameters = [...everythingIn([due])].flatMap((node) => (node.kind === 'parameter' ? [node.parameter] : []))
  return parameters.flatMap(({ entry }) => entry.values.flatMap((value) => clausesOf(value, citable)))
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

/** The days on which a requirement is in force, and how it came to its end if a clause ended it. */
interface Term extends Days, Pick<Standing, 'endings' | 'lapsed'> {}

function termOf(
  resolver: Resolver,
  { effective }: RequirementEntry,
  pack: PackTerm,
  standing: Standing,
  ending: Ending | undefined,
  spot: Spot,
): Term {
  const from = Math.max(
    pack.from,
    standing.from,
    dayOf(resolver, effective?.from, -Infinity, spot.at('effective', 'from')),
  )
  const written = Math.min(pack.to, dayOf(resolver, effective?.to, Infinity, spot.at('effective', 'to')))
  const to = Math.min(written, standing.to, ending?.day ?? Infinity)
  if (to === written) return { from, to, endings: [], lapsed: [] }
  if (ending?.day === to) return { from, to, endings: [ending], lapsed: [] }
  return { from, to, endings: standing.endings, lapsed: standing.lapsed }
}

/** In force where there is a governing day, from the first to before the last day, and from the first period on. */
function inForce(
  { at: ownDay }: RequirementEntry,
  term: Days,
  firstPeriod: Expression | undefined,
): ConditionNode | undefined {
  const at = contextOf('at')
  const year = contextOf('period.year')
  const parts = within(term)
  // A fact that gives the day may be null: no day, no law. No day is also on neither side of a bound.
  if (ownDay !== undefined && parts.length === 0) parts.push(leaf(at, 'notEqual', constant('date', null), describe(at)))
  if (firstPeriod) parts.push(leaf(year, 'greaterThanInclusive', firstPeriod, describe(year)))
  return parts.length > 1 ? group('all', parts) : parts[0]
}

/** That the governing day is within days; nothing of open ends. */
function within({ from, to }: Days): ConditionNode[] {
  const at = contextOf('at')
  const bound = (operator: string, day: number) =>
    Math.abs(day) === Infinity ? [] : [leaf(at, operator, constant('date', day), describe(at))]
  return [...bound('greaterThanInclusive', from), ...bound('lessThan', to)]
}

/** An exception or note holds no longer than the clauses that it cites, and no earlier. */
function standingNode(term: Days, standing: Standing, when: ConditionNode | undefined): ConditionNode | undefined {
  const bounds = within({
    from: standing.from > term.from ? standing.from : -Infinity,
    to: standing.to < term.to ? standing.to : Infinity,
  })
  return when && bounds.length > 0 ? group('all', [...bounds, when]) : when
}

/**
 * After the years that the document plans for, a task of them, or the duty of a later year, is for a person to judge.
 * What rests on other instruments alone does not end with the plan.
 */
function pastHorizon(horizon: Horizon | undefined, entry: RequirementEntry): ConditionNode | undefined {
  if (!horizon || !endsWithPlan(entry)) return undefined
  const day = contextOf(entry.recurs ? 'period.start' : 'asOf')
  const beyond = (operator: string, bound: number) => leaf(day, operator, constant('date', bound), describe(day))
  const outside = horizon.prolonged.map(({ from, to }) =>
    group('any', [beyond('lessThan', from), ...(to === Infinity ? [] : [beyond('greaterThanInclusive', to)])]),
  )
  const past = beyond('greaterThan', horizon.day)
  return outside.length > 0 ? group('all', [past, ...outside]) : past
}

/**
 * What is not met is for a person to judge past the horizon, from the day on which part of its ground has ended, and
 * where an exception would hold that was struck out.
 */
function forAPerson(each: readonly (ConditionNode | undefined)[]): ConditionNode | undefined {
  const [first, ...others] = each.filter((node) => node !== undefined)
  return first && others.length > 0 ? group('any', [first, ...others]) : first
}

function fromDayOn(day: number): ConditionNode {
  const at = contextOf('at')
  return leaf(at, 'greaterThanInclusive', constant('date', day), describe(at))
}
