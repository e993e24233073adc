import type { Policy } from '@tiaoli/engine'
import { ledgerJsonSchema } from '@tiaoli/engine/plan'
import type { ExportFormat } from '../flag-choices.ts'
import type { Language } from '@tiaoli/engine/names'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'

interface Exported {
  text: string
  /** SHA-256 of the text, for formats that are verified when read. */
  sha256?: string
}

type Exporter = (policy: Policy, pack: PackOnDisk, language: Language) => Promise<Exported>

/** The formats of `tiaoli export`. */
export const EXPORTERS: Record<ExportFormat, Exporter> = {
  'json-rules-engine': async (policy) => {
    const { toJsonRules } = await import('@tiaoli/json-rules-engine')
    return prettyJson(toJsonRules(policy))
  },
  'json-schema': async ({ plan }) => prettyJson(ledgerJsonSchema(plan)),
  types: async (policy) => {
    const { ledgerTypes } = await import('@tiaoli/authoring')
    return { text: ledgerTypes(policy) }
  },
  markdown: async (policy, _, language) => {
    const { handbook } = await import('@tiaoli/authoring')
    return { text: handbook(policy, language) }
  },
  bundle: async (_, { source }) => {
    const { bundle } = await import('@tiaoli/authoring')
    const { text, sha256 } = bundle(source)
    return { text, sha256 }
  },
}

function prettyJson(value: unknown): Exported {
  return { text: `${JSON.stringify(value, null, 2)}\n` }
}
