import { EvaluationError } from '../errors.ts'
import { frameFor } from '../evaluate/decide.ts'
import type { Frame } from '../model/frame.ts'
import type { Subject } from '../ledger/subject.ts'
import type { PlannedRequirement } from '../model/plan.ts'
import type { SubjectReference } from '../report.ts'
import { Arena } from './arena.ts'
import { Sweep } from './sweep.ts'
import type { Bytes } from './truths.ts'

/** Few enough that their columns stay in a processor's caches, many enough to be worth a loop; a multiple of four. */
const BLOCK = 1024

/** What was found for one requirement of all records. */
export interface Swept {
  readonly subjects: readonly Subject[]
  /** How reports refer to them, as far as any has: a list of these is walked faster than the records, which lie apart. */
  readonly references: (SubjectReference | undefined)[]
  /** By year, or one: the frame of the question. */
  readonly bases: readonly Frame[]
  /** Likewise: the set of outcomes of every record, a byte each. */
  readonly sets: readonly Bytes[]
  /** It failed for some record. Asked one by one, the first record to fail fails first. */
  failed: boolean
}

interface Question extends Swept {
  readonly requirement: PlannedRequirement
  /** The frames in which the conditions run. */
  readonly frames: readonly Frame[]
}

/** Decides requirements for all records of a scope: block by block, and in a block requirement by requirement. */
export class RecordSweep {
  readonly #arena = new Arena()
  readonly #subjects: readonly Subject[]
  readonly #references: (SubjectReference | undefined)[]
  readonly #blocks: readonly (readonly Subject[])[]
  readonly #sweep: Sweep
  readonly #questions = new Map<PlannedRequirement, Question>()

  constructor(subjects: readonly Subject[]) {
    this.#subjects = subjects
    this.#references = new Array<SubjectReference | undefined>(subjects.length).fill(undefined)
    this.#blocks = blocksOf(subjects)
    this.#sweep = new Sweep(this.#blocks[0]!.length, this.#arena)
  }

  /** Has a requirement, one that `sweeps`, decided in the frames of these questions, the same for every record. */
  ask(requirement: PlannedRequirement, bases: readonly Frame[]): Swept {
    const frames = bases.map((base) => frameFor(requirement, this.#subjects[0]!, base))
    const before = this.#questions.get(requirement)?.sets
    const sets = before?.length === bases.length ? before : bases.map(() => this.#arena.bytes(this.#subjects.length))
    const question = {
      requirement,
      subjects: this.#subjects,
      references: this.#references,
      bases,
      frames,
      sets,
      failed: false,
    }
    this.#questions.set(requirement, question)
    return question
  }

  decide(): void {
    for (const [block, subjects] of this.#blocks.entries()) {
      this.#sweep.begin(subjects)
      for (const question of this.#questions.values()) if (!question.failed) this.#decide(question, block * BLOCK)
    }
  }

  #decide(question: Question, from: number): void {
    const { requirement, frames, sets } = question
    try {
      for (let i = 0; i < frames.length; i++) this.#sweep.decide(requirement, frames[i]!, wordsFrom(sets[i]!, from))
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error
      question.failed = true
    }
  }
}

function blocksOf(subjects: readonly Subject[]): (readonly Subject[])[] {
  if (subjects.length <= BLOCK) return [subjects]
  const blocks: Subject[][] = []
  for (let from = 0; from < subjects.length; from += BLOCK) blocks.push(subjects.slice(from, from + BLOCK))
  return blocks
}

function wordsFrom({ words }: Bytes, record: number): Int32Array {
  return record === 0 ? words : words.subarray(record / 4)
}
