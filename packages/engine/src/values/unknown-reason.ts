/** Why a status is unknown. */
export const UNKNOWN_REASONS = ['missing_fact', 'missing_parameter', 'conflict', 'earlier_ledger'] as const

export type UnknownReason = (typeof UNKNOWN_REASONS)[number]
