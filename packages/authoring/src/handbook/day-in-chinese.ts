import { formatDayInChinese, parseDay } from '@tiaoli/engine/plan'

/** A day of a file as a Chinese sentence has it; what is no day, as it stands. */
export function dayInChinese(day: string): string {
  const parsed = parseDay(day)
  return parsed === undefined ? day : formatDayInChinese(parsed)
}
