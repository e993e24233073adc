import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { checkPackOnDisk, type PackCheck } from '../packs/check-pack-on-disk.ts'
import { diagnosticLines, withFilePath } from '../packs/diagnostic-lines.ts'
import { findPack } from '../packs/find-pack.ts'
import { foldersOf, type PackOnDisk } from '../packs/pack-on-disk.ts'
import { runOnChange } from './run-on-change.ts'

export interface CheckFlags {
  json?: boolean
  strict?: boolean
  watch?: boolean
}

/** Prints the errors of a pack or, if it has none, its lint findings. */
export async function check(context: Context, { json, strict, watch }: CheckFlags, argument?: string): Promise<void> {
  const once = async () => {
    const pack = await findPack(context, argument)
    const result = checkPackOnDisk(pack)
    const { diagnostics, suppressed } = result
    const ok = !diagnostics.some(({ severity }) => strict || severity !== 'hint')
    if (json)
      await context.out.json({
        pack: pack.id,
        ok,
        off: suppressed,
        diagnostics: diagnostics.map((item) => withFilePath(pack, item)),
      })
    else await printDiagnostics(context, pack, result, ok)
    context.exitCode = ok ? EXIT.ok : EXIT.findings
    return foldersOf(pack)
  }
  await (watch ? runOnChange(context, once) : once())
}

async function printDiagnostics(
  context: Context,
  pack: PackOnDisk,
  { diagnostics, suppressed }: PackCheck,
  ok: boolean,
): Promise<void> {
  const { out, texts } = context
  for (const item of diagnostics) await out.line(diagnosticLines(context, out, pack, item).join('\n'))
  const files = [...pack.all.values()].reduce((sum, { contents: { size } }) => sum + size, 0)
  const { length } = diagnostics
  if (length === 0) await out.line(out.paint('green', texts.check.ok(pack.id, files, suppressed)))
  else await out.line(ok ? texts.check.hints(pack.path, length) : texts.check.faulty(pack.path, length))
}
