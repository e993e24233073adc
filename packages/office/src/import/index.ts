/**
 * Workbooks become a ledger, by a mapping of the pack. Pure functions: no files, no network, no clock.
 * @module
 */
export { correctMapping, type ColumnCorrection } from './correct-mapping.ts'
export { guessMapping } from './guess-mapping.ts'
export { chooseMapping, importWorkbooks, type ImportOptions } from './import-workbooks.ts'
export { columnFacts, type ColumnFact } from './likely-facts.ts'
export { readMapping } from './read-mapping.ts'
export type { ImportedColumn, ImportNote, ImportNoteCode, ImportResult, Provenance } from './import-result.ts'
