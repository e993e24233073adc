/**
 * Workbooks of an office as cells with their places. Pure functions over bytes: no files, no network, no clock.
 * @module
 */
export { OFFICE_LIMITS, type OfficeLimits } from './limits.ts'
export { looksPersonal, type PersonalKind } from './looks-personal.ts'
export { OfficeError, type OfficeErrorCode } from './office-error.ts'
export type { Progress, StopSignal } from './read/pace.ts'
export { readWorkbook } from './read/read-workbook.ts'
export { shownName } from './read/shown-name.ts'
export type { ReadOptions } from './read/reading.ts'
export type { Cell, CellContent, CellFault, CellPlace, Row, Sheet, Workbook, WorkbookNotice } from './workbook.ts'
