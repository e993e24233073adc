/**
 * Workbooks to be filled in, and what comes back. Pure functions: no files, no network, no clock.
 * @module
 */
export { makeTemplate, TemplateTooLarge, type TemplateInput } from './make-template.ts'
export { isTemplate, readTemplate, type ReadTemplateInput, type TemplateReading } from './read-template.ts'
export { namableRecords } from './namable-records.ts'
export { readTyped, readTypedAmount } from './typed-value.ts'
export type { TemplateNote, TemplateNoteCode } from './template-notes.ts'
