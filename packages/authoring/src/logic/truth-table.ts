import { groupedBy, type ConditionNode } from '@tiaoli/engine/plan'
import { assignmentsOf } from './atom.ts'
import { atomsIn, propositionOf, type Proposition } from './proposition.ts'
import { RowSet } from './row-set.ts'
import { Work } from './work.ts'

/** How many different leaves are looked at together, and how many worlds. */
const MAX_ATOMS = 12
const MAX_ROWS = 20_000
/** Steps of making any table. */
const TABLE_STEPS = 20

/**
 * Everything that could be the case, as far as some conditions can tell: a superset, for variables count as independent.
 * So what holds in all of these worlds holds always, and what holds in none of them never.
 */
export class TruthTable {
  readonly #indices: ReadonlyMap<string, number>
  /** Each world by the answers of its atoms, as bits. */
  readonly #rows: readonly number[]
  readonly #expandNamed: boolean
  readonly #work: Work
  /** Where each proposition holds that was asked about, and each atom, whichever leaf it is in. */
  readonly #known = new Map<Proposition, RowSet>()
  readonly #knownAtoms = new Map<string, RowSet>()

  private constructor(atoms: Iterable<string>, worlds: readonly number[], open: boolean, work: Work) {
    this.#indices = new Map([...atoms].map((key, i) => [key, i]))
    this.#rows = worlds
    this.#expandNamed = open
    this.#work = work
  }

  /**
   * The worlds of conditions on one record. Named conditions are looked into where that does not make too many;
   * undefined where there are too many all the same.
   *
   * @param work What making the table, and asking it, is counted by.
   */
  static of(conditions: readonly ConditionNode[], work = new Work()): TruthTable | undefined {
    return TruthTable.#of(conditions, true, work) ?? TruthTable.#of(conditions, false, work)
  }

  static #of(conditions: readonly ConditionNode[], open: boolean, work: Work): TruthTable | undefined {
    work.spend(TABLE_STEPS + conditions.length)
    const propositions = conditions.map((condition) => propositionOf(condition, open))
    const atoms = atomsIn(propositions, MAX_ATOMS, work)
    if (!atoms) return undefined
    let worlds = [0]
    for (const group of groupedBy([...atoms.values()].entries(), ([, { variable }]) => variable).values()) {
      const answers = new Set(
        assignmentsOf(group.map(([, atom]) => atom)).map((assignment) =>
          group.reduce((bits, [i, atom]) => (atom.holds(assignment) ? bits | (1 << i) : bits), 0),
        ),
      )
      worlds = worlds.flatMap((world) => [...answers].map((answer) => world | answer))
      work.spend(worlds.length)
      if (worlds.length > MAX_ROWS) return undefined
    }
    return new TruthTable(atoms.keys(), worlds, open, work)
  }

  /** In how many of the worlds all of some conditions hold and none of some others do: in all, in some or in none. */
  rowsWhere(hold: readonly ConditionNode[], fail: readonly ConditionNode[] = []): 'all' | 'some' | 'none' {
    this.#work.spend((hold.length + fail.length) * RowSet.sizeOf(this.#rows.length))
    const wherever = [
      ...hold.map((condition) => this.#where(condition)),
      ...fail.map((condition) => this.#where(condition).rest()),
    ]
    const all = RowSet.all(this.#rows.length)
    const rows = wherever.reduce((some, other) => some.and(other), all)
    return rows.isEmpty ? 'none' : all.isWithin(rows) ? 'all' : 'some'
  }

  #where(condition: ConditionNode): RowSet {
    return this.#rowsOf(propositionOf(condition, this.#expandNamed))
  }

  /** The worlds in which a proposition holds; of each that it is made of they are found once. */
  #rowsOf(proposition: Proposition): RowSet {
    let rows = this.#known.get(proposition)
    if (!rows) this.#known.set(proposition, (rows = this.#newRowsOf(proposition)))
    return rows
  }

  #rowsOfAtom(key: string): RowSet {
    let rows = this.#knownAtoms.get(key)
    if (!rows) {
      const bit = 1 << this.#indices.get(key)!
      this.#work.spend(this.#rows.length)
      rows = RowSet.where(this.#rows.length, (row) => (this.#rows[row]! & bit) !== 0)
      this.#knownAtoms.set(key, rows)
    }
    return rows
  }

  #newRowsOf(proposition: Proposition): RowSet {
    if (proposition.kind === 'atom') return this.#rowsOfAtom(proposition.atom.key)
    this.#work.spend(RowSet.sizeOf(this.#rows.length))
    if (proposition.kind === 'not') return this.#rowsOf(proposition.child).rest()
    const isAll = proposition.kind === 'all'
    const children = proposition.children.map((child) => this.#rowsOf(child))
    const all = RowSet.all(this.#rows.length)
    this.#work.spend(children.length * RowSet.sizeOf(this.#rows.length))
    return children.reduce((rows, other) => (isAll ? rows.and(other) : rows.or(other)), isAll ? all : all.rest())
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
