/** Strong Kleene logic: true, false, or `undefined` for unknown. */
export type Truth = boolean | undefined

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}

export function and(a: Truth, b: Truth): Truth {
  return a === false ? false : joined(a, b, false)
}

export function or(a: Truth, b: Truth): Truth {
  return a === true ? true : joined(a, b, true)
}

/** False if any is false; else undefined if any is unknown; else true. Tests no more items than needed. */
export function allOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  return fold(items, test, undefined, undefined, false)
}

/** True if any is true; else undefined if any is unknown; else false. Tests no more items than needed. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  return fold(items, test, undefined, undefined, true)
}

/** A question about two things, or one. */
export type Question<A, B> = (a: A, b: B) => Truth

/** Questions about the same things as one question: whether all hold, or any. */
export function combine<A, B = void>(kind: 'all' | 'any', questions: readonly Question<A, B>[]): Question<A, B> {
  const decisive = kind === 'any'
  const [first, second] = questions
  // Most groups are pairs, and for them the loop costs as much as the work.
  if (first && second && questions.length === 2)
    return (a, b) => {
      const truth = first(a, b)
      return truth === decisive ? truth : joined(truth, second(a, b), decisive)
    }
  return (a, b) => fold(questions, ask, a, b, decisive)
}

function ask<A, B>(question: Question<A, B>, a: A, b: B): Truth {
  return question(a, b)
}

/**
 * Passes on what the test needs, and counts: a closure or an iterator for each call costs as much as the calls.
 * Like `some` and `every`, it passes over the holes of a list.
 */
function fold<T, A, B>(
  items: readonly T[],
  test: (item: T, a: A, b: B) => Truth,
  a: A,
  b: B,
  decisive: boolean,
): Truth {
  let isOpen = false
  const count = items.length
  for (let i = 0; i < count; i++) {
    const item = items[i]!
    if (item === undefined && !(i in items)) continue
    const truth = test(item, a, b)
    if (truth === decisive) return truth
    if (truth === undefined) isOpen = true
  }
  return isOpen ? undefined : !decisive
}

/** Two truths as one: `decisive` if either is, else unknown if either is. The first must not be decisive. */
function joined(before: Truth, after: Truth, decisive: boolean): Truth {
  return after === decisive || before !== undefined ? after : undefined
}
