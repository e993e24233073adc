import type { ImportColumn } from '@tiaoli/engine/plan'

const READINGS = ['fact', 'organization', 'record', 'referredBy', 'person', 'somebody', 'remark'] as const

/** Whether a column gives nothing itself. */
export function isAside({ unused, words, sets, ...mapped }: ImportColumn): boolean {
  return unused !== undefined || (!words && !sets && !READINGS.some((reading) => mapped[reading] !== undefined))
}
