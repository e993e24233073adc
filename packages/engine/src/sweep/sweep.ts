import { OUTCOMES } from '../evaluate/decide.ts'
import type { Frame } from '../model/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import type { ConditionNode } from '../model/expression.ts'
import type { PlannedRequirement } from '../model/plan.ts'
import type { Arena } from './arena.ts'
import { Conditions } from './conditions.ts'
import { keep, mark, markWhere, type Bytes } from './truths.ts'

/** Decides requirements for a block of records of a scope at once, as `decide` does for one. */
export class Sweep {
  readonly #conditions: Conditions
  /** The records that the requirement may apply to. */
  readonly #concerned: Bytes
  /** Those of them by which it may not be met, nor excepted. */
  readonly #unmet: Bytes
  readonly #holds: Bytes
  readonly #answer: Bytes

  constructor(capacity: number, arena: Arena) {
    this.#conditions = new Conditions(capacity, arena)
    this.#concerned = arena.bytes(capacity)
    this.#unmet = arena.bytes(capacity)
    this.#holds = arena.bytes(capacity)
    this.#answer = arena.bytes(capacity)
  }

  /** Takes the records to decide for, no more than the capacity. */
  begin(subjects: readonly Subject[]): void {
    this.#conditions.begin(subjects)
  }

  /** Puts the set of outcomes for every record into `sets`, a byte each; see `decide`. */
  decide(requirement: PlannedRequirement, frame: Frame, sets: Int32Array): void {
    const { inForce, applies, requires, due, sameDue, late, unless, past } = requirement
    const conditions = this.#conditions
    const { words, everyone } = conditions
    conditions.enter(frame, sameDue ? undefined : due)
    sets.fill(0, 0, words)
    const governs = inForce ? conditions.once(inForce.run) : true
    if (governs === false) return
    frame.due = sameDue ? conditions.once(due!.run) : null

    let concerned = everyone
    if (applies) {
      const concerns = conditions.ask(applies, everyone, this.#holds)
      markWhere(sets, everyone, concerns, false, OUTCOMES.not_applicable, words)
      concerned = this.#concerned
      if (!keep(everyone, concerns, true, concerned, words)) return
    }
    if (governs === undefined) mark(sets, everyone, OUTCOMES.not_applicable, words)

    const holds = conditions.ask(requires!, concerned, this.#holds)
    const unmet = this.#unmet
    if (!late) markWhere(sets, concerned, holds, true, OUTCOMES.met, words)
    else if (keep(concerned, holds, true, unmet, words))
      this.#addEither(late, unmet, OUTCOMES.met_late, OUTCOMES.met, sets)
    let left = keep(concerned, holds, false, unmet, words)
    for (const { entry, when } of unless) {
      if (!left) return
      const excepted = conditions.ask(when, unmet, this.#answer)
      markWhere(sets, unmet, excepted, true, OUTCOMES[entry.status], words)
      left = keep(unmet, excepted, false, unmet, words)
    }
    if (!left) return
    if (past) this.#addEither(past, unmet, OUTCOMES.not_met, OUTCOMES.pending, sets)
    else mark(sets, unmet, OUTCOMES.not_met, words)
  }

  /** Adds one outcome where a condition may hold, another where it may not. */
  #addEither(condition: ConditionNode, among: Bytes, yes: number, no: number, sets: Int32Array): void {
    const { words } = this.#conditions
    const truths = this.#conditions.ask(condition, among, this.#answer)
    markWhere(sets, among, truths, true, yes, words)
    markWhere(sets, among, truths, false, no, words)
  }
}
