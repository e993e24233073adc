import type { Flip } from '../../engine/revision-calls.ts'

/** By how many more findings are not met after a change than before; below 0, by how many fewer. */
export function moreNotMet(flips: readonly Pick<Flip, 'from' | 'to'>[]): number {
  const at = (end: 'from' | 'to') => flips.filter((flip) => flip[end] === 'not_met').length
  return at('to') - at('from')
}

/** +3, −2, 0 */
export function withSign(number: number): string {
  return number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '0'
}
