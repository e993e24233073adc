import { gatherer } from '../compile/aggregate.ts'
import { childrenOf } from '../model/walk.ts'
import type { Frame } from '../evaluate/frame.ts'
import { nameOf, Subject } from '../ledger/subject.ts'
import { describe } from '../load/resolve-operand.ts'
import type { AggregateExpression, ConditionNode, LeafNode } from '../model/expression.ts'
import type { Reason, Shown } from '../report.ts'
import { Memo } from './memo.ts'
import { sentenceOf } from './sentence.ts'
import { show } from './show.ts'

const RECORD_LIMIT = 20

/** A leaf as it was met: a derived condition's leaves are met at another record than the requirement's. */
interface Met {
  leaf: LeafNode
  subject: Subject
}

/** The smallest set of leaves that makes a condition what it is. For a condition that is certainly true or false. */
export function because(
  part: Reason['part'],
  node: ConditionNode,
  subject: Subject,
  frame: Frame,
  exception?: string,
): Reason[] {
  const reasons: Reason[] = []
  for (const met of deciding(node, subject, frame)) {
    const reason = reasonOf(met, frame, part, exception)
    const again = reasons.some(({ operator, text }) => operator === reason.operator && text.zh === reason.text.zh)
    if (!again) reasons.push(reason)
  }
  return reasons
}

const decidingMemo = new Memo<readonly Met[]>()

function deciding(node: ConditionNode, subject: Subject, frame: Frame): readonly Met[] {
  if (node.kind === 'leaf') {
    const inner = innerCondition(node, subject, frame)
    if (!inner) return [{ leaf: node, subject }]
    return decidingMemo.get(inner.node, inner.subject, frame, () => deciding(inner.node, inner.subject, frame))
  }
  if (node.kind === 'not') return deciding(node.child, subject, frame)
  const truth = node.run(subject, frame)
  const one = truth === (node.kind === 'any') // a single child decides
  if (!one) return distinct(node.children.flatMap((child) => deciding(child, subject, frame)))
  return childrenOf(node)
    .filter((child) => child.run(subject, frame) === truth)
    .map((child) => deciding(child, subject, frame))
    .reduce((best, next) => (next.length < best.length ? next : best))
}

/** Named conditions may meet one leaf along many ways; without this their number would double with every name. */
function distinct(all: readonly Met[]): readonly Met[] {
  const seen = new Map<LeafNode, Set<Subject>>()
  return all.filter(({ leaf, subject }) => {
    const subjects = seen.get(leaf) ?? new Set()
    if (subjects.has(subject)) return false
    seen.set(leaf, subjects.add(subject))
    return true
  })
}

/** The condition behind a derived boolean fact, and the record at which it is asked. */
export function innerCondition(
  leaf: LeafNode,
  subject: Subject,
  frame: Frame,
): { node: ConditionNode; subject: Subject } | undefined {
  const { left } = leaf
  if (left.kind !== 'fact' || left.fact.kind !== 'derived' || left.fact.formula.kind !== 'when') return undefined
  const target = left.route.follow(subject, frame)
  return target instanceof Subject ? { node: left.fact.formula.condition, subject: target } : undefined
}

type Core = Omit<Reason, 'part' | 'exception'>

/** What a leaf says at a record, and the reasons made of it: findings share them. */
const made = new Memo<{ core: Core; reasons: Map<string, Reason> }>()

function reasonOf(met: Met, frame: Frame, part: Reason['part'], exception: string | undefined): Reason {
  const { core, reasons } = made.get(met.leaf, met.subject, frame, () => ({
    core: coreOf(met, frame),
    reasons: new Map(),
  }))
  const key = exception === undefined ? part : `${part} ${exception}`
  let reason = reasons.get(key)
  if (!reason) reasons.set(key, (reason = { part, ...(exception === undefined ? {} : { exception }), ...core }))
  return reason
}

function coreOf({ leaf, subject }: Met, frame: Frame): Core {
  const actual = leaf.left.run(subject, frame)
  const holds = leaf.run(subject, frame)
  const expected = leaf.right.kind === 'list' ? undefined : leaf.right.run(subject, frame)
  const records = decidingRecords(leaf, subject, frame)
  return {
    fact: describe(leaf.left).name,
    operator: leaf.operator,
    ...sidesOf(leaf, subject, frame),
    ...otherSide(leaf),
    holds: holds === true,
    text: sentenceOf(leaf, actual, expected, holds),
    ...(records.length > 0 ? { records } : {}),
  }
}

/** Both sides as data, each absent where it is not known. */
export function sidesOf(
  { left, right }: LeafNode,
  subject: Subject,
  frame: Frame,
): { actual?: Shown; expected?: Shown | Shown[] } {
  const actual = show(left.type, left.run(subject, frame))
  const expected =
    right.kind === 'list'
      ? right.values.map((value) => show(left.type, value) ?? null)
      : show(left.type, right.run(subject, frame))
  return { ...(actual === undefined ? {} : { actual }), ...(expected === undefined ? {} : { expected }) }
}

function otherSide({ right }: LeafNode): { expectedFact?: string; parameter?: string } {
  if (right.kind === 'parameter') return { parameter: right.parameter.name.replace('parameters.', '') }
  if (right.kind === 'fact' || right.kind === 'context') return { expectedFact: describe(right).name }
  return {}
}

/** The records that make `some` true or `every` false. */
function decidingRecords({ left }: LeafNode, subject: Subject, frame: Frame): string[] {
  if (left.kind !== 'fact' || left.fact.kind !== 'derived') return []
  const formula = left.fact.formula
  const target = left.route.follow(subject, frame)
  if (formula.kind !== 'aggregate' || !(target instanceof Subject)) return []
  if (formula.name !== 'some' && formula.name !== 'every') return []
  const names: string[] = []
  for (const record of gatherer(formula.from, formula.over)(target, frame).records) {
    if (names.length === RECORD_LIMIT) break
    if (decides(formula, record, frame)) names.push(nameOf(record))
  }
  return names
}

function decides({ name, where, holds }: AggregateExpression, record: Subject, frame: Frame): boolean {
  const belongs = where === undefined || where.run(record, frame) === true
  return belongs && (name === 'some' || holds!.run(record, frame) === false)
}
