/** How grave it is that something is not met, or was met late. */
export const SEVERITIES = ['violation', 'shortfall', 'suggestion', 'indicator', 'advisory', 'lapse'] as const

export type Severity = (typeof SEVERITIES)[number]
