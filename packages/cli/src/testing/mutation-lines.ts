import type { MutationAssessment } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'

/** The surviving mutants, and the score. */
export function mutationLines({ out, texts }: Context, pack: PackOnDisk, assessment: MutationAssessment): string[] {
  const { survivors, stale, killed, mutants, equivalent, score } = assessment
  return [
    ...survivors.map(({ mutant: { id, file, pointer, was, now } }) =>
      [
        `${pack.path}/${file}#${pointer} ${out.paint('yellow', texts.test.survived)} ${id}`,
        `  ${out.paint('red', `- ${JSON.stringify(was) ?? ''}`)}\n  ${out.paint('green', `+ ${JSON.stringify(now) ?? ''}`)}`,
      ].join('\n'),
    ),
    ...stale.map(({ mutant, why }) => texts.test.stale(mutant, why)),
    texts.test.killed(killed, mutants, equivalent, score),
  ]
}
