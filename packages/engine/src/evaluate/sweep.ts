import type { Subject } from '../ledger/subject.ts'
import type { ConditionNode, LeafNode } from '../model/expression.ts'
import type { PlannedRequirement } from '../model/plan.ts'
import type { Truth } from '../values/truth.ts'
import { ASK, byteOf, compareAll, FALSE, OPEN, TRUE, truthOf } from './columns.ts'
import { decideOn, OUTCOMES, runCompiled } from './decide.ts'
import type { Frame } from './frame.ts'

/** Records still to be asked, by place among the subjects, and what was answered, by the same place. */
interface Column {
  readonly places: Int32Array
  readonly truths: Uint8Array
}

/**
 * Decides one requirement for many records of a scope at once: each condition is asked of all records that still need
 * its answer before the next condition is, so that the work on a record is a comparison in a loop and not a chain of
 * calls. What a loop cannot tell, of a record that leaves something open above all, the condition itself is asked, so
 * the answers are those of `decide`.
 */
export class Sweep {
  readonly #subjects: readonly Subject[]
  // Kept from one requirement to the next: making an array costs more than filling it.
  readonly #columns: Column[] = []
  readonly #sets: Uint8Array[] = []

  constructor(subjects: readonly Subject[]) {
    this.#subjects = subjects
  }

  /**
   * The sets of outcomes of a requirement that `sweeps`, by frame and by place among the subjects. They are overwritten
   * by the next requirement.
   */
  decide(requirement: PlannedRequirement, frames: readonly Frame[]): readonly Uint8Array[] {
    for (let i = 0; i < frames.length; i++) {
      const sets = (this.#sets[i] ??= new Uint8Array(this.#subjects.length))
      sets.fill(0)
      this.#decideIn(frames[i]!, requirement, sets)
    }
    return this.#sets
  }

  #decideIn(frame: Frame, requirement: PlannedRequirement, sets: Uint8Array): void {
    const [first] = this.#subjects
    const { inForce, applies, requires, due, sameDue } = requirement
    const governs = inForce ? inForce.run(first!, frame) : true
    if (governs === false) return
    const { places, truths } = this.#column(0)
    for (let i = 0; i < places.length; i++) places[i] = i
    const count = applies ? this.#concerned(applies, frame, governs, sets) : places.length
    if (count === 0) return
    this.#ask(requires!, places, count, frame, truths, 1)
    if (due && !sameDue) return this.#settle(requirement, count, frame, sets)
    frame.due = due ? due.run(first!, frame) : null
    const { late, unless } = requirement
    // Where nothing more is asked of a record, its outcome follows from what was found.
    const unmet = unless.length > 0 ? 0 : decideOn(false, requirement, first!, frame, runCompiled)
    const outcomes = [unmet, late ? 0 : OUTCOMES.met, 0]
    let open = 0
    for (let k = 0; k < count; k++) {
      const i = places[k]!
      const set = outcomes[truths[i]!]!
      sets[i] = sets[i]! | set
      places[open] = i
      open += set === 0 ? 1 : 0
    }
    this.#settle(requirement, open, frame, sets)
  }

  /** Keeps the places of the records that the requirement may apply to, and returns how many there are. */
  #concerned(applies: ConditionNode, frame: Frame, governs: Truth, sets: Uint8Array): number {
    const { places, truths } = this.#column(0)
    const unsure = governs === true ? 0 : OUTCOMES.not_applicable
    const outcomes = [OUTCOMES.not_applicable, unsure, OUTCOMES.not_applicable]
    this.#ask(applies, places, places.length, frame, truths, 1)
    let kept = 0
    for (let i = 0; i < places.length; i++) {
      const concerns = truths[i]!
      sets[i] = outcomes[concerns]!
      places[kept] = i
      kept += concerns === FALSE ? 0 : 1
    }
    return kept
  }

  /** What is left is decided record by record. */
  #settle(requirement: PlannedRequirement, count: number, frame: Frame, sets: Uint8Array): void {
    const { places, truths } = this.#column(0)
    for (let k = 0; k < count; k++) {
      const i = places[k]!
      const subject = this.#subjects[i]!
      if (requirement.due) frame.due = requirement.due.run(subject, frame)
      sets[i]! |= decideOn(truthOf(truths[i]!), requirement, subject, frame, runCompiled)
    }
  }

  #column(depth: number): Column {
    const length = this.#subjects.length
    return (this.#columns[depth] ??= { places: new Int32Array(length), truths: new Uint8Array(length) })
  }

  #ask(node: ConditionNode, places: Int32Array, count: number, frame: Frame, truths: Uint8Array, depth: number): void {
    if (count === 0) return
    if (node.kind === 'leaf') return this.#leaf(node, places, count, frame, truths)
    if (node.kind === 'not') {
      this.#ask(node.child, places, count, frame, truths, depth)
      for (let k = 0; k < count; k++) truths[places[k]!] = NEGATED[truths[places[k]!]!]!
      return
    }
    const { joined, undecided } = node.kind === 'all' ? ALL : ANY
    const { places: left, truths: answers } = this.#column(depth)
    let waiting = count
    for (let child = 0; child < node.children.length; child++) {
      const asked = child === 0 ? places : left
      this.#ask(node.children[child]!, asked, waiting, frame, answers, depth + 1)
      const end = waiting
      waiting = 0
      for (let k = 0; k < end; k++) {
        const i = asked[k]!
        const answer = answers[i]!
        truths[i] = child === 0 ? answer : joined[3 * truths[i]! + answer]!
        left[waiting] = i
        waiting += undecided[answer]!
      }
    }
  }

  #leaf(leaf: LeafNode, places: Int32Array, count: number, frame: Frame, truths: Uint8Array): void {
    const subjects = this.#subjects
    if (compareAll(leaf, { subjects, places, count, truths }, frame) === 0) return
    for (let k = 0; k < count; k++) {
      const i = places[k]!
      if (truths[i] === ASK) truths[i] = byteOf(leaf.run(subjects[i]!, frame))
    }
  }
}

/*
 * Tables in place of branches: what a record answers cannot be guessed, and a processor that guesses wrongly loses more
 * time than a look into a table takes. `joined` is by `3 * left + right`; `undecided` says which answers leave a group
 * open to the next.
 */
const NEGATED = [TRUE, FALSE, OPEN]
const ALL = {
  joined: [FALSE, FALSE, FALSE, FALSE, TRUE, OPEN, FALSE, OPEN, OPEN],
  undecided: [0, 1, 1],
}
const ANY = {
  joined: [FALSE, TRUE, OPEN, TRUE, TRUE, TRUE, OPEN, TRUE, OPEN],
  undecided: [1, 0, 1],
}
