import leven from 'leven'

/** The known name nearest to a misspelt one, if one is near enough to be meant. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let distance = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const next = leven(name, candidate, { maxDistance: distance })
    if (next < distance) [best, distance] = [candidate, next]
  }
  return best
}
