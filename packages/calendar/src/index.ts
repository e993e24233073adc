/**
 * What people read out of reports. Pure functions; no files, no clock.
 * @module
 */
export { calendarOf, type Calendar, type CalendarOptions, type DueItem, type DueSpan } from './calendar.ts'
export { icsOf, type IcsOptions } from './ics.ts'
