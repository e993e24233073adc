/**
 * Workbooks become a ledger, by a mapping of the pack. Pure functions: no files, no network, no clock.
 * @module
 */
export {
  columnChoices,
  organizationLabel,
  personLabel,
  REMARK_LABEL,
  type ColumnChoice,
  type ColumnMeaning,
} from './mapping/column-choices.ts'
export { correctMapping, type ColumnCorrection } from './mapping/correct-mapping.ts'
export { guessMapping } from './mapping/guess-mapping.ts'
export { chooseMapping, importWorkbooks, type ImportOptions } from './import-workbooks.ts'
export { tellOffices, unknownOffices, type OfficeTelling, type UnknownOffice } from './mapping/told-offices.ts'
export { readMapping } from './mapping/read-mapping.ts'
export {
  rowChoices,
  tellTables,
  unknownSheets,
  type RowChoice,
  type TableTelling,
  type UnknownSheet,
} from './mapping/told-tables.ts'
export type { ImportedColumn, ImportNote, ImportNoteCode, ImportResult, Provenance } from './ledger/import-result.ts'
