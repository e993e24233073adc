/** One character says nothing of which name it is part of. */
export const SHORTEST = 2

/** Whether all letters of a text are in another in their order, as those of a short name are. */
export function isShort(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}
