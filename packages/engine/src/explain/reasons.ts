import { gatherer } from '../formula/aggregate.ts'
import type { Frame } from '../plan/evaluation-context.ts'
import { nameOf, type LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression } from '../plan/expression.ts'
import type { Reason } from '../report/report.ts'
import type { Truth } from '../values/truth.ts'
import type { GroupOutline, LeafOutline, Outline } from './outline.ts'
import type { Part } from './outlines.ts'

const RECORD_LIMIT = 20

/** A leaf as it was met: a derived condition's leaves are met at another record than the requirement's. */
interface Met {
  outline: LeafOutline
  subject: LedgerRecord
}

/** The smallest set of leaves that makes a part what it is. For a part that is certainly true or false. */
export function because(part: Part, subject: LedgerRecord, frame: Frame): Reason[] {
  const reasons: Reason[] = []
  for (const met of new Deciding(frame, part.isTangled).leaves(part.root, subject)) {
    const reason = reasonOf(met, frame, part)
    const again = reasons.some(({ operator, text }) => operator === reason.operator && text.zh === reason.text.zh)
    if (!again) reasons.push(reason)
  }
  return reasons
}

class Deciding {
  readonly #frame: Frame
  /** Where there are several ways to a condition, their number may double with every name on the way. */
  readonly #known: Map<Outline, Map<LedgerRecord, readonly Met[]>> | undefined

  constructor(frame: Frame, isTangled: boolean) {
    this.#frame = frame
    this.#known = isTangled ? new Map() : undefined
  }

  leaves(outline: Outline, subject: LedgerRecord): readonly Met[] {
    if (outline.kind === 'leaf') {
      const target = outline.inner && outline.target(subject, this.#frame)
      return target ? this.#inner(outline.inner, target) : [{ outline, subject }]
    }
    if (outline.kind === 'not') return this.leaves(outline.children[0]!, subject)
    const truth = outline.run(subject, this.#frame)
    const one = truth === (outline.kind === 'any') // a single child decides
    return one ? this.#fewest(outline, subject, truth) : this.#together(outline, subject)
  }

  #fewest({ children }: GroupOutline, subject: LedgerRecord, truth: Truth): readonly Met[] {
    let fewest: readonly Met[] | undefined
    for (const child of children) {
      if (child.run(subject, this.#frame) !== truth) continue
      const leaves = this.leaves(child, subject)
      if (leaves.length === 1) return leaves
      if (!fewest || leaves.length < fewest.length) fewest = leaves
    }
    return fewest!
  }

  #together({ children }: GroupOutline, subject: LedgerRecord): readonly Met[] {
    const all: Met[] = []
    for (const child of children) for (const leaf of this.leaves(child, subject)) all.push(leaf)
    return this.#known ? distinct(all) : all
  }

  #inner(outline: Outline, subject: LedgerRecord): readonly Met[] {
    if (!this.#known) return this.leaves(outline, subject)
    let bySubject = this.#known.get(outline)
    if (!bySubject) this.#known.set(outline, (bySubject = new Map()))
    let leaves = bySubject.get(subject)
    if (!leaves) bySubject.set(subject, (leaves = this.leaves(outline, subject)))
    return leaves
  }
}

function distinct(all: readonly Met[]): readonly Met[] {
  const seen = new Map<LeafOutline, Set<LedgerRecord>>()
  return all.filter(({ outline, subject }) => {
    const subjects = seen.get(outline) ?? new Set()
    if (subjects.has(subject)) return false
    seen.set(outline, subjects.add(subject))
    return true
  })
}

function reasonOf({ outline, subject }: Met, frame: Frame, { name, part, exception }: Part): Reason {
  const reason = outline.say(subject, frame).reason(name, part, exception)
  const records = decidingRecords(outline, subject, frame)
  return records.length > 0 ? { ...reason, records } : reason
}

/** The records that make `some` true or `every` false. */
function decidingRecords(outline: LeafOutline, subject: LedgerRecord, frame: Frame): string[] {
  const { formula } = outline
  const target = formula && outline.target(subject, frame)
  if (!target) return []
  const names: string[] = []
  for (const record of gatherer(formula)(target, frame).records) {
    if (names.length === RECORD_LIMIT) break
    if (decides(formula, record, frame)) names.push(nameOf(record))
  }
  return names
}

function decides({ name, where, holds }: AggregateExpression, record: LedgerRecord, frame: Frame): boolean {
  const belongs = where === undefined || where.run(record, frame) === true
  return belongs && (name === 'some' || holds!.run(record, frame) === false)
}
