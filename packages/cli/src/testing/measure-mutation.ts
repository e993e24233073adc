import { assessMutants, makeMutants, runMutants, type MutantResult, type MutationAssessment } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress-bar.ts'

/** Runs the cases of a pack on each of its mutants. */
export async function measureMutation(
  { err, texts }: Context,
  { source }: PackOnDisk,
  policy: Policy,
): Promise<MutationAssessment> {
  const bar = new ProgressBar(err, texts.test.mutants)
  await bar.ready
  const results: MutantResult[] = []
  try {
    const mutants = makeMutants(source)
    for (const result of runMutants(source, { mutants })) {
      bar.update(results.push(result), mutants.length)
      // Lets signals such as Ctrl-C through.
      if (results.length % 50 === 0) await new Promise(setImmediate)
    }
  } finally {
    bar.stop()
  }
  return assessMutants(policy, results)
}
