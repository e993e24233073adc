import { coverageRate, type Coverage, type Gap } from '@tiaoli/authoring'
import { STATUS_WORDS, type Text } from '@tiaoli/engine'
import type { SourcePlace } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { packFilePath, type PackOnDisk } from '../packs/pack-on-disk.ts'

/** Everything that no case covers, with its place, and the coverage rate. */
export function coverageLines({ out, texts, language }: Context, pack: PackOnDisk, coverage: Coverage): string[] {
  const { shown, all, percent } = coverageRate(coverage)
  const words: Record<string, string> = texts.test.truths
  const statuses: Record<string, Text> = STATUS_WORDS
  const missing = ({ kind, lacks }: Gap) => (kind === 'status' ? statuses[lacks]?.[language] : words[lacks]) ?? lacks
  return [
    ...coverage.gaps.map(
      (gap) =>
        `${position(pack, gap.place)} ${out.paint('yellow', texts.test.gaps[gap.kind])} ${gap.id}${texts.finding.colon}${texts.test.lacks(missing(gap))}`,
    ),
    texts.test.covered(shown, all, percent),
  ]
}

function position(pack: PackOnDisk, { pack: id, file, line, column }: SourcePlace): string {
  return `${packFilePath(pack, id, file)}${line === undefined ? '' : `:${line}:${column}`}`
}
