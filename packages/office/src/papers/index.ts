/**
 * The papers that an office hands over, from a report. Pure functions: no files, no network, no clock.
 * @module
 */
export { NOTICE_NAMES, PROBLEM_NAMES, type NoticeFields, type NoticeProblem } from './notice-fields.ts'
export { NoticeTemplateError, type NoticeTemplateCode } from './notice-template-error.ts'
export type { NoticeTemplate } from './own-notice.ts'
export type { Paper, PaperInput, PaperSet } from './paper.ts'
export { paperFile } from './paper-file.ts'
export { PROGRESS_STATES, type ProgressItem, type ProgressState } from './progress-item.ts'
export { recordNames } from './record-names.ts'
export type { NamedLedger } from './unit-names.ts'
export {
  otherUnit,
  readProgress,
  type FilledItem,
  type ProgressProblem,
  type ProgressReading,
} from './read-progress.ts'
export { tableFile, type TableSheet } from './table-file.ts'
export {
  PAPER_KINDS,
  makePapers,
  optionsWithoutEffect,
  paperTitle,
  statusesFor,
  takesTemplate,
  type FindingOption,
  type PaperKind,
} from './paper-kinds.ts'
