/**
 * Tiaoli's engine: turns rule packs into answers. Pure and synchronous: no I/O, no clock.
 * @module
 */
export { nextQuestions, type NextQuestions } from './ask/next-questions.ts'
export { EvaluationError } from './errors/evaluation-error.ts'
export { InputError, type InputProblem, UnreadableRecord } from './errors/input-error.ts'
export type { Language, Text } from './text/text.ts'
export { compile } from './evaluate/compile.ts'
export type { EachEnd, EachResult, Policy } from './evaluate/policy.ts'
export { type Diagnostic, PackError } from './pack/diagnostics.ts'
export { loadPack } from './pack/load-pack.ts'
export type { PackSource } from './pack/read-files.ts'
export type { Citation, Finding, Missing, Notice, Reason, Report, Verdict, WhatIf } from './report/report.ts'
export { STATUS_WORDS, statusText } from './report/status-words.ts'
export type { Status } from './values/status.ts'
export type { EvaluateOptions } from './schema/evaluate-options.ts'
