import type { ConditionNode } from '@tiaoli/engine/plan'
import { groupedBy } from '../grouped-by.ts'
import { assignmentsOf, type Atom } from './atom.ts'
import { atomsIn, holdsIn, propositionOf } from './proposition.ts'

/** How many different leaves are looked at together, and how many worlds. */
const MAX_ATOMS = 12
const MAX_ROWS = 20_000

/**
 * Everything that could be the case, as far as some conditions can tell: a superset, for variables count as independent.
 * So what holds in all of these worlds holds always, and what holds in none of them never.
 */
export class TruthTable {
  readonly #indices: ReadonlyMap<string, number>
  /** Each world by the answers of its atoms, as bits. */
  readonly #rows: readonly number[]
  readonly #expandNamed: boolean

  private constructor(atoms: readonly Atom[], worlds: readonly number[], open: boolean) {
    this.#indices = new Map(atoms.map(({ key }, i) => [key, i]))
    this.#rows = worlds
    this.#expandNamed = open
  }

  /**
   * The worlds of conditions on one record. Named conditions are looked into where that does not make too many;
   * undefined where there are too many all the same.
   */
  static of(conditions: readonly ConditionNode[], named: 'opened' | 'closed' = 'opened'): TruthTable | undefined {
    return (named === 'opened' ? TruthTable.#of(conditions, true) : undefined) ?? TruthTable.#of(conditions, false)
  }

  static #of(conditions: readonly ConditionNode[], open: boolean): TruthTable | undefined {
    const all = conditions.flatMap((condition) => atomsIn(propositionOf(condition, open)))
    const atoms = [...new Map(all.map((atom) => [atom.key, atom])).values()]
    if (atoms.length > MAX_ATOMS) return undefined
    let worlds = [0]
    for (const group of groupedBy(atoms.entries(), ([, { variable }]) => variable).values()) {
      const answers = new Set(
        assignmentsOf(group.map(([, atom]) => atom)).map((assignment) =>
          group.reduce((bits, [i, atom]) => (atom.holds(assignment) ? bits | (1 << i) : bits), 0),
        ),
      )
      worlds = worlds.flatMap((world) => [...answers].map((answer) => world | answer))
      if (worlds.length > MAX_ROWS) return undefined
    }
    return new TruthTable(atoms, worlds, open)
  }

  /** In how many of the worlds all of some conditions hold and none of some others do: in all, in some or in none. */
  rowsWhere(hold: readonly ConditionNode[], fail: readonly ConditionNode[] = []): 'all' | 'some' | 'none' {
    const holding = hold.map((condition) => propositionOf(condition, this.#expandNamed))
    const failing = fail.map((condition) => propositionOf(condition, this.#expandNamed))
    const number = this.#rows.filter((world) => {
      const answer = ({ key }: Atom) => (world & (1 << this.#indices.get(key)!)) !== 0
      return holding.every((item) => holdsIn(item, answer)) && !failing.some((item) => holdsIn(item, answer))
    }).length
    return number === 0 ? 'none' : number === this.#rows.length ? 'all' : 'some'
  }

  always(condition: ConditionNode): boolean {
    return this.rowsWhere([], [condition]) === 'none'
  }

  never(condition: ConditionNode): boolean {
    return this.rowsWhere([condition]) === 'none'
  }

  /** Whether the second holds wherever all of the first do. */
  implies(hold: readonly ConditionNode[], condition: ConditionNode): boolean {
    return this.rowsWhere(hold, [condition]) === 'none'
  }
}
