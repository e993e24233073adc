import type { ConditionNode, LeafNode } from '@tiaoli/engine/plan'
import { atomOf, type Atom } from './atom.ts'

/** A condition as a combination of atoms. */
export type Proposition =
  | { kind: 'all' | 'any'; children: readonly Proposition[] }
  | { kind: 'not'; child: Proposition }
  | { kind: 'atom'; atom: Atom }

/** `open` looks into named conditions of the same record. */
export function propositionOf(node: ConditionNode, open: boolean): Proposition {
  if (node.kind === 'not') return { kind: 'not', child: propositionOf(node.child, open) }
  if (node.kind !== 'leaf')
    return { kind: node.kind, children: node.children.map((child) => propositionOf(child, open)) }
  const inner = open ? namedCondition(node) : undefined
  return inner ? propositionOf(inner, open) : { kind: 'atom', atom: atomOf(node) }
}

/** The condition behind a name, where it is asked of the same record. */
function namedCondition({ left, named: byName }: LeafNode): ConditionNode | undefined {
  if (!byName || left.kind !== 'fact' || left.route.steps.length > 0 || left.fact.kind !== 'derived') return undefined
  return left.fact.formula.kind === 'when' ? left.fact.formula.condition : undefined
}

export function atomsIn(proposition: Proposition): Atom[] {
  if (proposition.kind === 'atom') return [proposition.atom]
  return proposition.kind === 'not' ? atomsIn(proposition.child) : proposition.children.flatMap(atomsIn)
}

export function holdsIn(proposition: Proposition, answer: (atom: Atom) => boolean): boolean {
  if (proposition.kind === 'atom') return answer(proposition.atom)
  if (proposition.kind === 'not') return !holdsIn(proposition.child, answer)
  const holds = (child: Proposition) => holdsIn(child, answer)
  return proposition.kind === 'all' ? proposition.children.every(holds) : proposition.children.some(holds)
}
