/**
 * The closed lists of names, without the rest of the engine: for programs that must not load it to read a command line.
 * @module
 */
export { isLanguageTag } from './text/language-tag.ts'
export { LANGUAGES, type Language, isLanguage } from './text/text.ts'
export { NOTICE_CODES, type NoticeCode } from './values/notice-code.ts'
export { RUNTIMES, type Runtime } from './values/runtime-names.ts'
export { SEVERITIES, type Severity } from './values/severity.ts'
export { STATUSES, type Status } from './values/status.ts'
export { UNKNOWN_REASONS, type UnknownReason } from './values/unknown-reason.ts'
