import type { ExportFormat } from '../flag-choices.ts'
import type { Context } from '../context.ts'
import { writeOutput } from '../files/write-output.ts'
import { findPack } from '../packs/find-pack.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { EXPORTERS } from './exporters.ts'

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
  const pack = await findPack(context, argument)
  const exported = await EXPORTERS[to](compilePack(pack), pack, context.language)
  const { text, sha256 } = exported
  if (json) await writeOutput(context, output, `${JSON.stringify({ format: to, ...exported }, null, 2)}\n`)
  else await writeOutput(context, output, text)
  if (sha256 !== undefined) await context.err.line(context.texts.sha256(sha256))
}
