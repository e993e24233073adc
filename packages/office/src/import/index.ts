/**
 * Workbooks become a ledger, by a mapping of the pack. Pure functions: no files, no network, no clock.
 * @module
 */
export { correctMapping, type ColumnCorrection } from './mapping/correct-mapping.ts'
export { guessMapping } from './mapping/guess-mapping.ts'
export { chooseMapping, importWorkbooks, type ImportOptions } from './import-workbooks.ts'
export { columnFacts, type ColumnFact } from './columns/likely-facts.ts'
export { readMapping } from './mapping/read-mapping.ts'
export type { ImportedColumn, ImportNote, ImportNoteCode, ImportResult, Provenance } from './ledger/import-result.ts'
