import type { Path } from '@tiaoli/engine/plan'

/** A value put at a place of a file, or, where it is undefined, the place taken away. */
export interface Edit {
  readonly path: Path
  readonly value: unknown
}

/** One way in which a part of a pack can be changed. Paths start at the part. */
export interface Mutation {
  /** Names that lead from the part to what is changed, for the id. */
  readonly at: readonly string[]
  /** What is done to it, the last part of the id: `operator:notEqual`, `dropped`. */
  readonly how: string
  readonly edits: readonly Edit[]
}

export function mutation(how: string, value: unknown, path: Path = []): Mutation {
  return { at: [], how, edits: [{ path, value }] }
}

/** Mutations of a part as mutations of what holds it. */
export function within(at: readonly string[], path: Path, mutations: readonly Mutation[]): Mutation[] {
  return mutations.map((inner) => ({
    at: [...at, ...inner.at],
    how: inner.how,
    edits: inner.edits.map((edit) => ({ path: [...path, ...edit.path], value: edit.value })),
  }))
}

/** JSON with some places changed; what is not on the way to them is shared with the original. */
export function applyEdits(json: unknown, edits: readonly Edit[]): unknown {
  // From the back, so that taking away an element moves no other that is still to be changed.
  return edits.reduceRight((value, edit) => withEdit(value, edit.path, edit.value), json)
}

function withEdit(json: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  const next = rest.length === 0 ? value : withEdit(childOf(json, step), rest, value)
  if (Array.isArray(json)) {
    const copy: unknown[] = [...(json as unknown[])]
    copy.splice(Number(step), 1, ...(next === undefined ? [] : [next]))
    return copy
  }
  const { [step]: _, ...others } = json as Record<string, unknown>
  return next === undefined ? others : { ...(json as object), [step]: next }
}

export function childOf(json: unknown, step: string | number): unknown {
  return (json as Record<string | number, unknown>)[step]
}
