import leven from 'leven'

/** The known name nearest to a misspelt one, if one is near enough to be meant. */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  // Something of the name must be left: two letters of two changed are another name.
  let distance = Math.min(Math.max(2, Math.floor(name.length / 3)), name.length - 1) + 1
  for (const candidate of known) {
    const next = leven(name, candidate, { maxDistance: distance })
    if (next < distance) [best, distance] = [candidate, next]
  }
  return best
}
