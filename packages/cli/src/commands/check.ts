import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { diagnose, foldersOf, type Diagnosis } from '../packs/diagnose.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { diagnosticLines, located } from '../render/diagnostic.ts'
import { watching } from '../terminal/watching.ts'

export interface CheckFlags {
  json?: boolean
  watch?: boolean
}

/** Everything that is wrong with a pack, and where nothing is, what is most likely not meant. */
export async function check(context: Context, { json, watch }: CheckFlags, argument?: string): Promise<void> {
  const once = async () => {
    const pack = await readPackArgument(context, argument)
    const diagnosis = diagnose(pack)
    const { told, off } = diagnosis
    const ok = told.length === 0
    if (json) await context.out.json({ pack: pack.id, ok, off, diagnostics: told.map((item) => located(pack, item)) })
    else await report(context, pack, diagnosis)
    context.exitCode = ok ? EXIT.ok : EXIT.findings
    return foldersOf(pack)
  }
  await (watch ? watching(context, once) : once())
}

async function report(context: Context, pack: PackOnDisk, { told, off }: Diagnosis): Promise<void> {
  const { out, texts } = context
  for (const item of told) await out.line(diagnosticLines(context, out, pack, item).join('\n'))
  const files = [...pack.all.values()].reduce((sum, { texts: { size } }) => sum + size, 0)
  await out.line(
    told.length === 0
      ? out.paint('green', texts.check.ok(pack.id, files, off))
      : texts.check.faulty(pack.shown, told.length),
  )
}
