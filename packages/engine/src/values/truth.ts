/** Strong Kleene logic: true, false, or `undefined` for unknown. */
export type Truth = boolean | undefined

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}

/** False if any is false; else undefined if any is open; else true. */
export function allOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let open = false
  for (const item of items) {
    const truth = test(item)
    if (truth === false) return false
    if (truth === undefined) open = true
  }
  return open ? undefined : true
}

/** True if any is true; else undefined if any is open; else false. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let open = false
  for (const item of items) {
    const truth = test(item)
    if (truth === true) return true
    if (truth === undefined) open = true
  }
  return open ? undefined : false
}
