/**
 * The papers that an office hands over, from a report. Pure functions: no files, no network, no clock.
 * @module
 */
export type { Paper, PaperInput, PaperSet } from './paper.ts'
export { paperFile } from './paper-file.ts'
export { PROGRESS_STATES, type ProgressItem, type ProgressState } from './progress-item.ts'
export { readProgress, type FilledItem, type ProgressProblem, type ProgressReading } from './read-progress.ts'
export {
  PAPER_KINDS,
  makePapers,
  optionsWithoutEffect,
  paperTitle,
  type FindingOption,
  type PaperKind,
} from './paper-kinds.ts'
