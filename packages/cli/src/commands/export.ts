import type { Context } from '../context.ts'
import { answerTo } from '../input/write-file.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import { planPack } from '../packs/pack-faults.ts'
import type { ExportFormat } from '../choices.ts'
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
  const text = await EXPORTS[to](planPack(pack), context.language)
  const isJson = text.startsWith('{')
  await answerTo(context, output, json && !isJson ? `${JSON.stringify({ format: to, text }, null, 2)}\n` : text)
}
