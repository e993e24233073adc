import { ledgerJsonSchema, type Plan } from '@tiaoli/engine'
import type { ExportFormat } from '../choices.ts'
import type { Language } from '../language.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'

interface Exported {
  text: string
  /** Of the text, where others will want to check it. */
  sha256?: string
}

type Exporter = (plan: Plan, pack: PackOnDisk, language: Language) => Promise<Exported>

/** What a pack can be turned into. */
export const EXPORTS: Record<ExportFormat, Exporter> = {
  'json-rules-engine': async (plan) => {
    const { toJsonRules } = await import('@tiaoli/json-rules-engine')
    return pretty(toJsonRules(plan))
  },
  'json-schema': async (plan) => pretty(ledgerJsonSchema(plan)),
  types: async (plan) => {
    const { ledgerTypes } = await import('@tiaoli/authoring')
    return { text: ledgerTypes(plan) }
  },
  markdown: async (plan, _, language) => {
    const { handbook } = await import('@tiaoli/authoring')
    return { text: handbook(plan, language) }
  },
  bundle: async (_, { source }) => {
    const { bundle } = await import('@tiaoli/authoring')
    const { text, sha256 } = bundle(source)
    return { text, sha256 }
  },
}

function pretty(value: unknown): Exported {
  return { text: `${JSON.stringify(value, null, 2)}\n` }
}
