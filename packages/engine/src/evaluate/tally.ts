import { SETS } from './decide.ts'
import type { Swept } from '../sweep/sweep-records.ts'

/** Adds how often each set of outcomes was found of many records, by set. */
export function tally(found: Iterable<Swept>, counts: Uint32Array): void {
  // Four counters a set, for the four that lie in a word: one goes on while another is still at work.
  const lanes = new Uint32Array(4 * SETS)
  for (const { sets, subjects } of found) {
    for (const { words } of sets) {
      for (let w = 0; w < words.length; w++) {
        const four = words[w]!
        lanes[four & 255]!++
        lanes[SETS + ((four >>> 8) & 255)]!++
        lanes[2 * SETS + ((four >>> 16) & 255)]!++
        lanes[3 * SETS + (four >>> 24)]!++
      }
      counts[0]! -= 4 * words.length - subjects.length // what fills up the last word is empty, and of no record
    }
  }
  for (let set = 0; set < SETS; set++)
    counts[set]! += lanes[set]! + lanes[SETS + set]! + lanes[2 * SETS + set]! + lanes[3 * SETS + set]!
}
