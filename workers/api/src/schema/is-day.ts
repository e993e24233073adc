import { parseDay } from '@tiaoli/engine/plan'

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return parseDay(text) !== undefined
}
