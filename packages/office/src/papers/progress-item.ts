import type { Finding, Text } from '@tiaoli/engine'

/** How far a matter has come, as an office says it in a follow-up table. */
export type ProgressState = 'open' | 'underway' | 'done'

export const PROGRESS_STATES: Readonly<Record<ProgressState, Text>> = {
  open: { zh: '未办', en: 'open' },
  underway: { zh: '办理中', en: 'under way' },
  done: { zh: '已办结', en: 'done' },
}

/** In the order in which they are offered. */
export const STATE_WORDS: readonly Text[] = Object.values(PROGRESS_STATES)

/** What the columns of a follow-up table are called for programs, in a hidden row. */
export const PROGRESS_KEYS = {
  item: 'progress.item',
  state: 'progress.state',
  day: 'progress.day',
  note: 'progress.note',
} as const

/** What a line of a follow-up table is about. */
export interface ProgressItem {
  readonly requirement: string
  readonly period?: number
  /** Its id, or its place where it has none. */
  readonly subject: string
}

/** The same for the same duty, unit and year, whatever else the ledger holds. */
export function itemKey({ requirement, period, subject }: Pick<Finding, 'requirement' | 'period' | 'subject'>): string {
  return [requirement, period ?? '-', subject.id ?? subject.pointer].join(' ')
}

/** What a key says; undefined where it is none. */
export function itemOf(key: string): ProgressItem | undefined {
  const [, requirement, period, subject] = /^([a-z0-9-]+) (-|\d{4}) (\S*)$/.exec(key.trim()) ?? []
  if (requirement === undefined || subject === undefined) return undefined
  return { requirement, ...(period === '-' ? {} : { period: Number(period) }), subject }
}
