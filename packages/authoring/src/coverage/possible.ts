import type { Status } from '@tiaoli/engine'
import {
  Unknown,
  type ConditionNode,
  type ContextExpression,
  type Expression,
  type LeafNode,
  type Plan,
  type PlannedParameter,
  type PlannedRequirement,
} from '@tiaoli/engine/plan'
import { endsOf, OUTCOMES, outcomesIn } from '@tiaoli/engine/runtime'
import { saidOfKeptValues } from './kept-values.ts'

/** What can happen at all in a pack, judged from its text alone, so that only that is asked of its cases. */
export class Possible {
  readonly #plan: Plan
  readonly #requirement: PlannedRequirement | undefined

  /** `requirement` is the one whose due date and governing day conditions may name; derived facts have none. */
  constructor(plan: Plan, requirement?: PlannedRequirement) {
    this.#plan = plan
    this.#requirement = requirement
  }

  /** The statuses that the requirement can have. */
  statuses(): Status[] {
    const { decision, steps, figures, unless } = this.#requirement!
    // That the years planned for are over is a day of the document: no requirement has to show it.
    const ofHorizon = unless.some(({ entry }) => entry.status === 'review') ? 0 : OUTCOMES.review
    const ends = endsOf(decision) & ~ofHorizon
    const open = steps.some(({ condition }) => this.openCondition(condition))
    const lacks = outcomesIn(ends).includes('calculated') && figures.some(({ expression }) => this.open(expression))
    return [...outcomesIn(ends), ...(open || lacks ? (['unknown'] as const) : [])]
  }

  /** The truths that a leaf can have. */
  truths(leaf: LeafNode): ('true' | 'false' | 'unknown')[] {
    const said = this.none(leaf.left) ? undefined : (saidOfKeptValues(this.#plan, leaf) ?? saidOfValues(leaf))
    const can = {
      true: said === undefined || said.includes(true),
      false: (said === undefined || said.includes(false)) && !this.#isFirstPeriod(leaf),
      unknown: this.#openLeaf(leaf),
    }
    return (['true', 'false', 'unknown'] as const).filter((truth) => can[truth])
  }

  openCondition(node: ConditionNode): boolean {
    if (node.kind === 'leaf') return this.#openLeaf(node)
    return node.kind === 'not'
      ? this.openCondition(node.child)
      : node.children.some((child) => this.openCondition(child))
  }

  /** Whether a value can be unknown. */
  open(expression: Expression): boolean {
    switch (expression.kind) {
      case 'constant':
        return false
      case 'context': {
        const date = this.#dateOf(expression.name)
        return date !== undefined && this.open(date)
      }
      case 'parameter':
        return isUnsettled(expression.parameter, this.#plan)
      case 'fact': {
        const { fact, route } = expression
        // A way over a reference or a year may lead no one knows where; from a record itself its key is known.
        if (route.steps.some((step) => step.kind !== 'up')) return true
        return fact.kind === 'given' ? !fact.isKey : new Possible(this.#plan).open(fact.formula)
      }
      case 'when':
        return this.openCondition(expression.condition)
      case 'aggregate':
        return true // the list may not be given
      default:
        return expression.operands.some((operand) => this.open(operand))
    }
  }

  #openLeaf(leaf: LeafNode): boolean {
    const { left, right } = leaf
    // That there is some value is certain of what cannot be null, even where it is not given.
    if (asksForNull(leaf)) return this.open(left) && this.none(left)
    return (right.kind === 'list' ? [left] : [left, right]).some((side) => this.open(side))
  }

  /** Whether a value can be none. */
  none(expression: Expression): boolean {
    switch (expression.kind) {
      case 'constant':
        return expression.value === null
      case 'context': {
        const date = this.#dateOf(expression.name)
        return date !== undefined && this.none(date)
      }
      case 'parameter':
      case 'when':
        return false
      case 'fact': {
        const { fact, route } = expression
        if (route.steps.some((step) => step.kind !== 'up')) return true
        if (fact.kind === 'derived') return this.none(fact.formula)
        return fact.none !== undefined || (fact.type === 'date' && !fact.future)
      }
      case 'aggregate':
        return expression.name === 'least' || expression.name === 'greatest'
      default:
        return expression.name === 'share' || expression.operands.some((operand) => this.none(operand))
    }
  }

  /** What the requirement takes its due date or its governing day from. */
  #dateOf(name: ContextExpression['name']): Expression | undefined {
    return name === 'due' || name === 'at' ? this.#requirement?.[name] : undefined
  }

  /** Years before the first are not asked about, and so are never found to come too early. */
  #isFirstPeriod({ left, right }: LeafNode): boolean {
    return left.kind === 'context' && left.name === 'period.year' && right === this.#requirement?.firstPeriod
  }
}

function asksForNull({ right, parsed: { operator } }: LeafNode): boolean {
  return right.kind === 'constant' && right.value === null && (operator === 'equal' || operator === 'notEqual')
}

/** What a leaf that asks for null says of every value. */
function saidOfValues(leaf: LeafNode): boolean[] | undefined {
  return asksForNull(leaf) ? [leaf.test(SOME_VALUE, null) === true] : undefined
}

const SOME_VALUE = new Unknown(-Infinity, Infinity, true)

/** A parameter without a value under some profile; one with a value under each is known on every day that matters. */
function isUnsettled(parameter: PlannedParameter, { profiles, pack }: Plan): boolean {
  const timelines = [...profiles.values()].map(
    (profile) => profile.timelines.get(parameter)?.timeline ?? parameter.timeline,
  )
  if (pack.defaultProfile === undefined) timelines.push(parameter.timeline)
  return timelines.some(({ length }) => length === 0)
}
