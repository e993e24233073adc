import type { Coverage, Gap, MutationAssessment } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { pathOfFile } from '../render/diagnostic.ts'
import { STATUS_WORDS, type Place, type Text } from '@tiaoli/engine'
import { rateOf } from './measure.ts'

/** What no case shows, place by place, and the share that is shown. */
export function coverageLines({ out, texts, language }: Context, pack: PackOnDisk, coverage: Coverage): string[] {
  const { shown, all, percent } = rateOf(coverage)
  const words: Record<string, string> = texts.test.truths
  const statuses: Record<string, Text> = STATUS_WORDS
  const lacked = ({ kind, lacks }: Gap) => (kind === 'status' ? statuses[lacks]?.[language] : words[lacks]) ?? lacks
  return [
    ...coverage.gaps.map(
      (gap) =>
        `${where(pack, gap.place)} ${out.paint('yellow', texts.test.gaps[gap.kind])} ${gap.id}: ${texts.test.lacks(lacked(gap))}`,
    ),
    texts.test.covered(shown, all, percent),
  ]
}

/** The changes that no case notices, and the score. */
export function mutationLines({ out, texts }: Context, pack: PackOnDisk, assessment: MutationAssessment): string[] {
  const { survivors, stale, killed, mutants, equivalent, score } = assessment
  return [
    ...survivors.map(({ mutant: { id, file, pointer, was, now } }) =>
      [
        `${pack.shown}/${file}#${pointer} ${out.paint('yellow', texts.test.survived)} ${id}`,
        `  ${out.paint('red', `- ${JSON.stringify(was) ?? ''}`)}\n  ${out.paint('green', `+ ${JSON.stringify(now) ?? ''}`)}`,
      ].join('\n'),
    ),
    ...stale.map(({ mutant, why }) => texts.test.stale(mutant, why)),
    texts.test.killed(killed, mutants, equivalent, score),
  ]
}

function where(pack: PackOnDisk, { pack: id, file, line, column }: Place): string {
  return `${pathOfFile(pack, id, file)}${line === undefined ? '' : `:${line}:${column}`}`
}
