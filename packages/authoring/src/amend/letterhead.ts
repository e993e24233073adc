import type { Text } from '@tiaoli/engine'
import type { PlannedClause } from '@tiaoli/engine/plan'
import { TITLE } from './document-names.ts'
import { ARTICLE_MARK, ITEM_MARK, PART_MARK, POINT_MARK } from './item-marks.ts'
import { isDateLine, isSignature } from './notice-frame.ts'
import { ENDED } from './passages.ts'

/** What a document is issued by: 现将…印发给你们. */
export const ISSUES = /^现(?:将|予).*(?:印发|发布|公布)/u
const HEADING = new RegExp(
  `^(?:${PART_MARK}|${ITEM_MARK}|${ARTICLE_MARK}|${POINT_MARK}|第.{1,3}[章节部]|(?:part|section|article|chapter|schedule|rule)\\b|[（(]?\\w{1,3}[.)）]\\s)`,
  'iu',
)

/** A clause as far as it shows whether it is of the letterhead. */
interface Line {
  readonly force: PlannedClause['force']
  readonly text: Text
}

/**
 * Which clauses are letterhead: issuer, number, title, addressees and the sentence that issues the document before its
 * first words, and signature and date behind its last. By their order.
 */
export function letterheadOf(clauses: readonly Line[]): ReadonlySet<number> {
  const lines = new Set<number>()
  for (let i = 0; i < clauses.length && (isLine(clauses[i]!) || ISSUES.test(clauses[i]!.text.zh)); i++) lines.add(i)
  let end = clauses.length - 1
  if (!isDateLine(clauses[end]?.text.zh ?? '')) return lines
  lines.add(end--)
  while (end >= 0 && isLine(clauses[end]!) && isSignature(clauses[end]!.text.zh)) lines.add(end--)
  return lines
}

/** Whether new words of a line of the letterhead say nothing but what the new document is called, and when and to whom it was issued. */
export function isStillLetterhead(before: string, after: readonly string[]): boolean {
  const now = after.join('')
  if (!ISSUES.test(before)) return !ENDED.test(now) || ENDED.test(before)
  return now === '' || now.replaceAll(TITLE, '') === before.replaceAll(TITLE, '')
}

function isLine({ force, text: { zh } }: Line): boolean {
  return force === 'context' && !ENDED.test(zh) && !HEADING.test(zh)
}
