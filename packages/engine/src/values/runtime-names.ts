/** What can evaluate a condition: compiled closures, or the reference, stock json-rules-engine. */
export const RUNTIMES = ['compiled', 'json-rules-engine'] as const

export type Runtime = (typeof RUNTIMES)[number]
