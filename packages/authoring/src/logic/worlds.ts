import type { ConditionNode } from '@tiaoli/engine'
import { cellsOf, type Atom } from './atom.ts'
import { atomsIn, holdsIn, propositionOf } from './proposition.ts'

/** How many different leaves are looked at together, and how many worlds. */
const ATOMS = 12
const WORLDS = 20_000

/**
 * Everything that could be the case, as far as some conditions can tell: a superset, for variables count as independent.
 * So what holds in all of these worlds holds always, and what holds in none of them never.
 */
export class Worlds {
  readonly #indices: ReadonlyMap<string, number>
  /** Each world by the answers of its atoms, as bits. */
  readonly #worlds: readonly number[]
  readonly #open: boolean

  private constructor(atoms: readonly Atom[], worlds: readonly number[], open: boolean) {
    this.#indices = new Map(atoms.map(({ key }, i) => [key, i]))
    this.#worlds = worlds
    this.#open = open
  }

  /**
   * The worlds of conditions on one record. Named conditions are looked into where that does not make too many;
   * undefined where there are too many all the same.
   */
  static of(conditions: readonly ConditionNode[], named: 'opened' | 'closed' = 'opened'): Worlds | undefined {
    return (named === 'opened' ? Worlds.#of(conditions, true) : undefined) ?? Worlds.#of(conditions, false)
  }

  static #of(conditions: readonly ConditionNode[], open: boolean): Worlds | undefined {
    const all = conditions.flatMap((condition) => atomsIn(propositionOf(condition, open)))
    const atoms = [...new Map(all.map((atom) => [atom.key, atom])).values()]
    if (atoms.length > ATOMS) return undefined
    let worlds = [0]
    for (const group of Map.groupBy([...atoms.entries()], ([, { variable }]) => variable).values()) {
      const answers = new Set(
        cellsOf(group.map(([, atom]) => atom)).map((cell) =>
          group.reduce((bits, [i, atom]) => (atom.holds(cell) ? bits | (1 << i) : bits), 0),
        ),
      )
      worlds = worlds.flatMap((world) => [...answers].map((answer) => world | answer))
      if (worlds.length > WORLDS) return undefined
    }
    return new Worlds(atoms, worlds, open)
  }

  /** In how many of the worlds all of some conditions hold and none of some others do: in all, in some or in none. */
  where(hold: readonly ConditionNode[], fail: readonly ConditionNode[] = []): 'all' | 'some' | 'none' {
    const holding = hold.map((condition) => propositionOf(condition, this.#open))
    const failing = fail.map((condition) => propositionOf(condition, this.#open))
    const number = this.#worlds.filter((world) => {
      const answer = ({ key }: Atom) => (world & (1 << this.#indices.get(key)!)) !== 0
      return holding.every((item) => holdsIn(item, answer)) && !failing.some((item) => holdsIn(item, answer))
    }).length
    return number === 0 ? 'none' : number === this.#worlds.length ? 'all' : 'some'
  }

  always(condition: ConditionNode): boolean {
    return this.where([], [condition]) === 'none'
  }

  never(condition: ConditionNode): boolean {
    return this.where([condition]) === 'none'
  }

  /** Whether the second holds wherever all of the first do. */
  implies(hold: readonly ConditionNode[], condition: ConditionNode): boolean {
    return this.where(hold, [condition]) === 'none'
  }
}
