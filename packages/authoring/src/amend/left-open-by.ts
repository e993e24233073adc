import type { PackSource, Policy, Text } from '@tiaoli/engine'
import { loadPack } from '@tiaoli/engine'
import { asWritten, formatDay, repealedChanges, shownPlace, type RepealedChange } from '@tiaoli/engine/plan'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import { restoring } from './restoring.ts'

/** Something that a document had changed which a new text repeals, or that the new text changes until it runs out. */
export interface LeftOpen {
  kind: RepealedChange['kind']
  /** The clause, document or requirement. */
  id: string
  place?: Text
  text?: Text
  how: 'ends' | 'replaces' | 'continues' | 'prolongs'
  /** The clause that had changed it. */
  by: string
  /** The first day on which that clause holds no longer. */
  from: string
  /** The requirements that rest on it, and are not carried out. */
  requirements: readonly string[]
  /** What a clause says, in JSON, that puts it into force again. */
  restoring?: string
}

/**
 * What a new text leaves open, by the pack with its draft: that which the documents that it ends had changed, and which
 * comes back only where somebody says so. Nothing where the draft does not load.
 */
export function leftOpenBy(source: PackSource, policy: Policy, id: string): LeftOpen[] {
  const { plan } = loadPack(source)
  if (!plan) return []
  const encodings = clauseEncodings(policy)
  const citing = (reference: string) =>
    (encodings.get(reference)?.citers ?? []).flatMap(({ requirement }) => requirement ?? [])
  return repealedChanges(plan).flatMap((repealed): LeftOpen[] => {
    const { kind, of, change, repeal } = repealed
    const isOfText =
      repeal.endings.length === 0
        ? change.by.document.id === id
        : repeal.endings.some(({ by }) => by.document.id === id)
    if (!isOfText) return []
    const by = change.by.reference
    const how: LeftOpen['how'] = 'how' in change ? change.how : 'prolongs'
    const left = { kind, how, by, from: formatDay(repeal.day) }
    if (kind !== 'clause') return [{ ...left, id: of.id, requirements: kind === 'requirement' ? [of.id] : [] }]
    return [
      {
        ...left,
        id: of.reference,
        place: shownPlace(of),
        text: of.text,
        requirements: [...new Set(citing(of.reference))],
        restoring: restoring(by, asWritten(plan.reading, of.text)),
      },
    ]
  })
}
