import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedException, PlannedNote, PlannedRequirement } from '../plan/plan.ts'
import type { TextTemplate } from '../plan/text-template.ts'
import type { PartName, Step } from '../plan/decision-tree.ts'
import { subconditionsOf } from '../plan/walk.ts'
import type { Trace, TraceNode } from '../report/report.ts'
import { FigureExplanation } from './figure-explanation.ts'
import { Memo, type MemoBudget } from './memo/memo.ts'
import { TextExplanation } from './text-explanation.ts'
import { ExplanationGroup, ExplanationLeaf, type ExplanationNode } from './explanation-node.ts'

/** A condition with everything below it. */
export interface ConditionTree {
  readonly root: ExplanationNode
  /** Whether there are several ways to some condition in it. */
  readonly isTangled: boolean
}

/** The condition of one step of a requirement. */
export interface ExplanationTree extends ConditionTree {
  readonly part: PartName
  readonly exception: string | undefined
  /** Part and exception in one. */
  readonly name: string
  readonly traces: Memo<TraceNode, Trace>
}

/** What an exception or note says, and what is to be done where it holds. */
export interface SaidExplanation {
  readonly text: TextExplanation
  readonly remedy: TextExplanation | undefined
}

/** The trees of a requirement by step, in the order in which they are asked, its figures and its texts. */
export interface RequirementExplanation {
  readonly trees: ReadonlyMap<Step, ExplanationTree>
  readonly figures: readonly FigureExplanation[]
  readonly title: TextExplanation
  readonly problem: TextExplanation | undefined
  readonly remedy: TextExplanation | undefined
  readonly exceptions: ReadonlyMap<PlannedException, SaidExplanation>
  readonly notes: ReadonlyMap<PlannedNote, SaidExplanation>
}

/** The trees of a plan, made when a finding first needs them; they share the conditions that requirements share. */
export class ExplanationTrees {
  readonly budget: MemoBudget = { count: 0 }
  readonly #nodes = new Map<ConditionNode, ExplanationNode>()
  readonly #requirements = new Map<PlannedRequirement, RequirementExplanation>()

  of(requirement: PlannedRequirement): RequirementExplanation {
    let explanation = this.#requirements.get(requirement)
    if (!explanation) this.#requirements.set(requirement, (explanation = this.#make(requirement)))
    return explanation
  }

  #make({ steps, figures, title, problem, remedy, unless, notes }: PlannedRequirement): RequirementExplanation {
    const text = (template: TextTemplate) => new TextExplanation(template, this.budget)
    const said = (part: PlannedException | PlannedNote) => ({
      text: text(part.text),
      remedy: part.remedy && text(part.remedy),
    })
    return {
      trees: new Map(steps.map((step) => [step, this.#tree(step)])),
      figures: figures.map((figure) => new FigureExplanation(figure, this.budget)),
      title: text(title),
      problem: problem && text(problem),
      remedy: remedy && text(remedy),
      exceptions: new Map(unless.map((exception) => [exception, said(exception)])),
      notes: new Map(notes.map((note) => [note, said(note)])),
    }
  }

  #tree({ part, exception, condition }: Step): ExplanationTree {
    const id = exception?.entry.id
    const name = id === undefined ? part : `${part} ${id}`
    return { part, exception: id, name, ...this.#conditionTree(condition), traces: new Memo(this.budget) }
  }

  #conditionTree(condition: ConditionNode): ConditionTree {
    const root = this.#node(condition)
    return { root, isTangled: isTangled(root) }
  }

  #node(condition: ConditionNode): ExplanationNode {
    let node = this.#nodes.get(condition)
    if (!node) this.#nodes.set(condition, (node = this.#makeNode(condition)))
    return node
  }

  #makeNode(condition: ConditionNode): ExplanationNode {
    if (condition.kind !== 'leaf')
      return new ExplanationGroup(
        condition,
        subconditionsOf(condition).map((child) => this.#node(child)),
        this.budget,
      )
    const { left } = condition
    const isNamed = left.kind === 'fact' && left.fact.kind === 'derived' && left.fact.formula.kind === 'when'
    return new ExplanationLeaf(condition, isNamed ? this.#node(left.fact.formula.condition) : undefined, this.budget)
  }
}

function isTangled(root: ExplanationNode): boolean {
  const seen = new Set<ExplanationNode>()
  const waiting = [root]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (seen.has(at)) return true
    seen.add(at)
    if (at.kind !== 'leaf') waiting.push(...at.children)
    else if (at.inner) waiting.push(at.inner)
  }
  return false
}
