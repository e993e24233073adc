/**
 * What people read out of reports. Pure functions; no files, no clock.
 * @module
 */
export { calendarOf, type Calendar, type CalendarOptions, type DueItem } from './calendar.ts'
export { icsOf, type IcsOptions } from './ics.ts'
