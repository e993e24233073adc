/**
 * For a second runtime or another driver: the decision procedure, the evaluation of a ledger, and streams of records.
 * @module
 */
export { type Answer, type Judge, contextFor, decide, exceptionIn, runCompiled } from './decide/decide.ts'
export { OUTCOMES, outcomesIn } from './decide/outcome.ts'
export type { Task } from './decide/task.ts'
export { compileWhole, policyOf } from './evaluate/policy-of.ts'
export { Evaluation, conflictReports } from './evaluate/evaluation.ts'
export { noticesOf, plansOver } from './evaluate/notices.ts'
export { readOptions } from './evaluate/options.ts'
export { type PlacedRecord, recordOfLine } from './evaluate/record-of-line.ts'
export type { EachOptions, Evaluable, InBothLanguages, InOneLanguage, StreamingPolicy } from './evaluate/policy.ts'
export { RecordStream } from './evaluate/record-stream.ts'
export { Explainer } from './explain/explainer.ts'
export { missingFor } from './explain/missing-facts.ts'
export type { EvaluationContext } from './plan/evaluation-context.ts'
export { LedgerRecord } from './plan/ledger-record.ts'
export { type Step, endsOf, pathTo } from './plan/decision-tree.ts'
export type { RecordStreamOptions } from './schema/stream-options.ts'
