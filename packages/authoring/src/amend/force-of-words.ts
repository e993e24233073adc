import type { PlannedClause } from '@tiaoli/engine/plan'

type Force = PlannedClause['force']

const WORDS: readonly (readonly [Force, RegExp])[] = [
  ['strive', /力争|争取|努力做到|\bstrive\b/iu],
  ['encourage', /鼓励|提倡|倡导|优先|可以|\bencouraged?\b|\bmay\b/iu],
  ['must', /应|必须|须|不得|(?<![主重必首需])要(?![求素点件])|\bshall\b|\bmust\b/iu],
]

/** The force of a clause by its new words: as it was, unless they say it with a word of another force, or with none. */
export function forceNow(force: Force, before: string, after: string): Force {
  const [old, now] = [saidIn(before), saidIn(after)]
  if (now === old) return force
  if (now !== undefined) return now
  return old === force && force !== 'must' ? 'direct' : force
}

/** The force of the first word that says one. */
function saidIn(words: string): Force | undefined {
  const found = WORDS.flatMap(([force, pattern]) => {
    const at = words.search(pattern)
    return at < 0 ? [] : [{ force, at }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.force
}
