/**
 * From this share on, what a sentence of a notice quotes, or the sentence itself, is a clause reworded; less is enough
 * where the number that the notice gives leads to the same clauses.
 */
export const REWORDED = { numbered: 0.25, quoted: 0.5, unquoted: 0.75 }
