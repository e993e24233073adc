import type { PlannedClause } from '@tiaoli/engine/plan'

type Force = PlannedClause['force']

const WORDS: readonly (readonly [Force, RegExp])[] = [
  [
    'strive',
    /力争|争取|努力做到|\b(?:(?:shall|must|will|is to|are to) )?(?:strives?|endeavou?rs?|seeks? to|aims? to|use (?:all|its|their) (?:best|reasonable) (?:efforts|endeavours))\b|\bshould\b/iu,
  ],
  ['encourage', /鼓励|提倡|倡导|优先|可以|\bencouraged?\b|\bmay\b/iu],
  [
    'must',
    /应|必须|须|不得|(?<![主重必首需])要(?![求素点件])|\b(?:shall|must|may (?:not|only)|(?:is|are) (?:required )?to|ha(?:s|ve) to)\b|\b(?:no \w+|nobody|none) may\b/iu,
  ],
]

/** The force of a clause by its new words: as it was, unless they say it with a word of another force, or with none. */
export function forceNow(force: Force, before: string, after: string): Force {
  const [old, now] = [forceIn(before), forceIn(after)]
  if (now === old) return force
  if (now !== undefined) return now
  return old === force && force !== 'must' ? 'direct' : force
}

/** The force of the first word that says one; of words that begin at one place, of the longest. */
export function forceIn(words: string): Force | undefined {
  const found = WORDS.flatMap(([force, pattern]) => {
    const match = pattern.exec(words)
    return match ? [{ force, at: match.index, length: match[0].length }] : []
  })
  return found.sort((a, b) => a.at - b.at || b.length - a.length)[0]?.force
}
