import type { Status } from '@tiaoli/engine'
import type {
  LeafNode,
  PlannedException,
  PlannedParameter,
  PlannedRequirement,
  TimelineEntry,
  Truth,
} from '@tiaoli/engine/plan'
import type { Epochs } from './epochs.ts'
import type { Witness } from './witness-decision.ts'

/** In how many cases something was seen, and in which first. */
export interface Seen {
  readonly cases: number
  readonly first?: string
}

/** Counts the cases in which each thing is seen: a thing is an object of the plan or a text, with what was seen of it. */
export class Tally {
  readonly #cases = new Map<unknown, Map<string, Set<string>>>()

  leaves(leaf: LeafNode, truth: 'true' | 'false' | 'unknown'): Seen {
    return this.#seen(leaf, truth)
  }

  statuses(requirement: string, status: Status): Seen {
    return this.#seen(requirement, status)
  }

  exceptions(exception: PlannedException): Seen {
    return this.#seen(exception, 'used')
  }

  notes(requirement: string, note: string, shown: boolean): Seen {
    return this.#seen(`${requirement}/notes/${note}`, String(shown))
  }

  epochs(entry: TimelineEntry): Seen {
    return this.#seen(entry, 'used')
  }

  /** Records what one case meets of a requirement. */
  witness(
    name: string,
    { id }: PlannedRequirement,
    epochs: Epochs,
  ): Witness & { status(status: Status | undefined): void } {
    return {
      leaf: (leaf, truth) => this.#add(leaf, nameOf(truth), name),
      parameter: (parameter: PlannedParameter, day: number) => {
        const entry = epochs.on(parameter, day)
        if (entry) this.#add(entry, 'used', name)
      },
      exception: (exception) => this.#add(exception, 'used', name),
      note: (note, shown) => this.#add(`${id}/notes/${note}`, String(shown), name),
      status: (status) => {
        if (status) this.#add(id, status, name)
      },
    }
  }

  #add(thing: unknown, what: string, name: string): void {
    const whats = this.#cases.get(thing) ?? new Map<string, Set<string>>()
    this.#cases.set(thing, whats)
    whats.set(what, (whats.get(what) ?? new Set()).add(name))
  }

  #seen(thing: unknown, what: string): Seen {
    const cases = this.#cases.get(thing)?.get(what)
    const [first] = cases ?? []
    return { cases: cases?.size ?? 0, ...(first === undefined ? {} : { first }) }
  }
}

function nameOf(truth: Truth): 'true' | 'false' | 'unknown' {
  if (truth === undefined) return 'unknown'
  return truth ? 'true' : 'false'
}
