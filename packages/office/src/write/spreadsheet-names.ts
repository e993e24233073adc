/** The names of the parts of an .xlsx file that hold tables. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
