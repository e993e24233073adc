import { coverageOf, type Coverage } from '@tiaoli/authoring'
import type { Context } from '../context.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { ProgressBar } from '../terminal/progress-bar.ts'

export async function measureCoverage({ err, texts }: Context, pack: PackOnDisk): Promise<Coverage> {
  const bar = new ProgressBar(err, texts.test.coverage)
  await bar.ready
  try {
    return coverageOf(pack.source, bar.update)
  } finally {
    bar.stop()
  }
}
