/**
 * The endings of files that are read as workbooks or as tables in text. A module of its own: it loads nothing.
 * @module
 */

/** As they are offered to be chosen and told where a file is refused. */
export const WORKBOOK_ENDINGS = ['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.csv', '.txt'] as const

/** The same in a sentence: .xlsx, .xls or .csv. */
export const ENDINGS_IN_WORDS = {
  zh: `${WORKBOOK_ENDINGS.slice(0, -1).join('、')} 或 ${WORKBOOK_ENDINGS.at(-1)!}`,
  en: `${WORKBOOK_ENDINGS.slice(0, -1).join(', ')} or ${WORKBOOK_ENDINGS.at(-1)!}`,
}
