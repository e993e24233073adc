import type { ExportFormat } from '../choices.ts'
import type { Context } from '../context.ts'
import { answerTo } from '../input/write-file.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import { planPack } from '../packs/pack-faults.ts'
import { EXPORTS } from '../render/exports.ts'

export interface ExportFlags {
  to: ExportFormat
  output?: string
  json?: boolean
}

/** A pack in another form. */
export async function exportPack(
  context: Context,
  { to, output, json }: ExportFlags,
  argument?: string,
): Promise<void> {
  const pack = await readPackArgument(context, argument)
  const exported = await EXPORTS[to](planPack(pack), pack, context.language)
  const { text, sha256 } = exported
  if (json) await answerTo(context, output, `${JSON.stringify({ format: to, ...exported }, null, 2)}\n`)
  else await answerTo(context, output, text)
  if (sha256 !== undefined) await context.err.line(context.texts.sha256(sha256))
}
