import type { Truth } from '@tiaoli/engine/plan'
import type { EvaluationContext } from '@tiaoli/engine/runtime'
import type { RuleProperties } from 'json-rules-engine'
import type { ConditionQuestion } from './condition-truths.ts'
import { Leaves, normalForm } from './normal-form.ts'
import { passingRules } from './passing-rules.ts'

export interface Answered {
  question: ConditionQuestion
  truth: Truth
}

/** Conditions that go through json-rules-engine together, each as a rule. */
export class ConditionBatch {
  readonly #questions: ConditionQuestion[] = []
  readonly #rules: RuleProperties[] = []
  readonly #leaves = new Leaves()

  get size(): number {
    return this.#questions.length
  }

  /** How many comparisons there are in these conditions. */
  get leafCount(): number {
    return this.#leaves.count
  }

  /** Reads the values of a condition's leaves now, while the context is that of its requirement. */
  ask(question: ConditionQuestion, context: EvaluationContext): void {
    const { condition, record } = question
    const conditions = {
      all: [normalForm({ node: condition, record, context }, false, this.#leaves.ofNextCondition())],
    }
    this.#rules.push({ name: String(this.#questions.length), conditions, event: { type: 'holds' } })
    this.#questions.push(question)
  }

  /**
   * Two-valued logic run twice is strong Kleene logic, since in normal form nothing but leaves can be negated:
   * what passes though every unknown leaf fails is true, what fails though each of them passes is false.
   */
  async run(): Promise<Answered[]> {
    const surely = await passingRules(this.#rules, this.#leaves.facts, false)
    const others = this.#rules.filter((_, i) => !surely.has(String(i)))
    const possibly = await passingRules(others, this.#leaves.facts, true)
    return this.#questions.map((question, i) => {
      const name = String(i)
      return { question, truth: surely.has(name) ? true : possibly.has(name) ? undefined : false }
    })
  }
}
