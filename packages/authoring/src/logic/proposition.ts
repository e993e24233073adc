import type { ConditionNode, LeafNode } from '@tiaoli/engine/plan'
import { atomOf, type Atom } from './atom.ts'
import type { Work } from './work.ts'

/** A condition as a combination of atoms. */
export type Proposition =
  | { kind: 'all' | 'any'; children: readonly Proposition[] }
  | { kind: 'not'; child: Proposition }
  | { kind: 'atom'; atom: Atom }

/** Conditions as propositions, with named conditions looked into and without. Each is made once, however often it is named. */
const OPEN = new WeakMap<ConditionNode, Proposition>()
const CLOSED = new WeakMap<ConditionNode, Proposition>()

/** `open` looks into named conditions of the same record. */
export function propositionOf(node: ConditionNode, open: boolean): Proposition {
  const made = open ? OPEN : CLOSED
  let proposition = made.get(node)
  if (!proposition) made.set(node, (proposition = newProposition(node, open)))
  return proposition
}

function newProposition(node: ConditionNode, open: boolean): Proposition {
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

/** The atoms of some propositions by key; undefined where there are more than so many. */
export function atomsIn(propositions: readonly Proposition[], most: number, work: Work): Map<string, Atom> | undefined {
  const atoms = new Map<string, Atom>()
  const seen = new Set<Proposition>()
  const open = [...propositions]
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    work.spend(1)
    if (next.kind === 'atom') atoms.set(next.atom.key, next.atom)
    else open.push(...(next.kind === 'not' ? [next.child] : next.children))
    if (atoms.size > most) return undefined
  }
  return atoms
}
