/** What a place of an English document is called, also at the beginning of a sentence. */
const UNIT = `(?:${[
  'subsection',
  'sub-section',
  'section',
  'article',
  'part',
  'chapter',
  'rule',
  'regulation',
  'clause',
  'item',
  'subparagraph',
  'paragraph',
  'point',
  'schedule',
]
  .map(([first = '', ...rest]) => `[${first}${first.toUpperCase()}]${rest.join('')}s?`)
  .join('|')})`
const KIND =
  '(?:Act|Order|Ordinance|Regulations?|Rules|Code|Law|By-?laws?|Statute|Directive|Constitution|Measure|Charter)'
/** The Food Act 1990, the Food Safety (Hygiene) Regulations (No. 2) 2006. */
const ACT = String.raw`(?:[Tt]he\s+|[Aa]n?\s+)?(?<name>(?:\p{Lu}[\p{L}’'&-]*\s+(?:\([^()]*\)\s+|(?:of|and|for|the)\s+)*)+${KIND})\b(?:\s+(?:No\.?\s*\d+|\([^()]*\)|of\s+\d{4}|\d{4}))*`
const LIST = String.raw`\d[\w.]*(?:\s?\(\w{1,4}\))*(?:(?:,\s*|,?\s+(?:and|or|to)\s+)(?:${UNIT}\s+)?\d[\w.]*(?:\s?\(\w{1,4}\))*)*`
const PLACE = String.raw`(?:(?:${UNIT})\s+(?:\(\w{1,4}\)\s+of\s+)?)+${LIST}`
const PLACES_OF_ACTS = [
  new RegExp(String.raw`(?<![\p{L}-])${PLACE}\s+(?:of|in|to)\s+${ACT}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}-])${ACT},?\s+(?:in\s+)?${PLACE}`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}-])${PLACE}\s+(?:of|in|to)\s+(?<name>${KIND}\s+(?:No\.?\s*)?\d[\w/-]*)`, 'gu'),
  new RegExp(String.raw`(?<![\p{L}-])${PLACE}\s+of\s+(?:that|those)\s+(?:${KIND}s?)\b`, 'giu'),
]
/** Of the document itself. */
const OWN = /^(?:principal|parent|original|said|this|amended)\b/iu

/**
 * Words with a sign for each sign of what names a place of another English document: section 2 of the Food Act 1990.
 *
 * @param isOwn Whether a name may be one of the document itself.
 */
export function withoutPlacesOfOthers(words: string, sign: string, isOwn: (name: string) => boolean): string {
  let rest = words
  for (const pattern of PLACES_OF_ACTS)
    rest = rest.replaceAll(pattern, (...found) => {
      const [all] = found as [string]
      const { name } = found.at(-1) as { name?: string }
      return name !== undefined && (OWN.test(name) || isOwn(name)) ? all : sign.repeat(all.length)
    })
  return rest
}
