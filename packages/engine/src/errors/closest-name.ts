import leven from 'leven'

/** From this length on, the beginning of a name may mean the whole: "int" for "integer". */
const SHORTEST_ABBREVIATION = 3

/** The known name that a wrong one abbreviates or misspells, if one is near enough to be meant. */
export function closestName(name: string, known: Iterable<string>): string | undefined {
  const candidates = [...known]
  const longer = name.length < SHORTEST_ABBREVIATION ? [] : candidates.filter((item) => item.startsWith(name))
  return longer.length === 1 ? longer[0] : nearest(name, candidates)
}

function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  // Something of the name must be left: two letters of two changed are another name.
  let distance = Math.min(Math.max(2, Math.floor(name.length / 3)), name.length - 1) + 1
  for (const candidate of known) {
    const next = leven(name, candidate, { maxDistance: distance })
    if (next < distance) [best, distance] = [candidate, next]
  }
  return best
}
