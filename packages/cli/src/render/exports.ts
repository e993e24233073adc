import { ledgerJsonSchema, type Plan } from '@tiaoli/engine'
import type { ExportFormat } from '../choices.ts'
import type { Language } from '../language.ts'

/** What a pack can be turned into. */
export const EXPORTS: Record<ExportFormat, (plan: Plan, language: Language) => Promise<string>> = {
  'json-rules-engine': async (plan) => {
    const { toJsonRules } = await import('@tiaoli/json-rules-engine')
    return pretty(toJsonRules(plan))
  },
  'json-schema': async (plan) => pretty(ledgerJsonSchema(plan)),
  markdown: async (plan, language) => {
    const { handbook } = await import('@tiaoli/authoring')
    return handbook(plan, language)
  },
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
