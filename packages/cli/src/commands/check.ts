import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { diagnose, foldersOf, type Diagnosis } from '../packs/diagnose.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { diagnosticLines, located } from '../render/diagnostic.ts'
import { watching } from '../terminal/watching.ts'

export interface CheckFlags {
  json?: boolean
  strict?: boolean
  watch?: boolean
}

/** Everything that is wrong with a pack, and where nothing is, what is most likely not meant. */
export async function check(context: Context, { json, strict, watch }: CheckFlags, argument?: string): Promise<void> {
  const once = async () => {
    const pack = await readPackArgument(context, argument)
    const diagnosis = diagnose(pack)
    const { told, off } = diagnosis
    const ok = !told.some(({ severity }) => strict || severity !== 'hint')
    if (json) await context.out.json({ pack: pack.id, ok, off, diagnostics: told.map((item) => located(pack, item)) })
    else await report(context, pack, diagnosis, ok)
    context.exitCode = ok ? EXIT.ok : EXIT.findings
    return foldersOf(pack)
  }
  await (watch ? watching(context, once) : once())
}

async function report(context: Context, pack: PackOnDisk, { told, off }: Diagnosis, ok: boolean): Promise<void> {
  const { out, texts } = context
  for (const item of told) await out.line(diagnosticLines(context, out, pack, item).join('\n'))
  const files = [...pack.all.values()].reduce((sum, { texts: { size } }) => sum + size, 0)
  const { ok: fine, hints, faulty } = texts.check
  if (told.length === 0) await out.line(out.paint('green', fine(pack.id, files, off)))
  else await out.line(ok ? hints(pack.shown, told.length) : faulty(pack.shown, told.length))
}
