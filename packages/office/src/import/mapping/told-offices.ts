import { addTo, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Workbook } from '../../workbook.ts'
import { withoutBrackets } from '../../values/words.ts'
import { readFormHead } from '../ledger/form-head.ts'
import type { ImportResult } from '../ledger/import-result.ts'
import { findTable } from '../table/find-table.ts'

/** An office that filled in forms, of which a person has to say what kind it is. */
export interface UnknownOffice {
  /** As the forms name it. */
  readonly office: string
  readonly places: readonly FilePlace[]
}

/** What a person says of an office: in what capacity it attests. */
export interface OfficeTelling {
  readonly office: string
  /** One of the roles of the plan. */
  readonly role: string
}

/** The offices of which an import has said that their kind is not known. */
export function unknownOffices(
  workbooks: readonly Workbook[],
  { notes }: Pick<ImportResult, 'notes'>,
  mapping: ImportFile,
  { scopes }: Plan,
): UnknownOffice[] {
  const offices = new Map<string, FilePlace[]>()
  for (const { code, place } of notes) {
    if (code !== 'head-role') continue
    const book = workbooks.find(({ name }) => name === place.file)
    const sheet = book?.sheets.find(({ name }) => name === place.sheet)
    if (!sheet) continue
    // Of tables side by side none need be that of the whole sheet; who filled it in stands above them all.
    const firstRow = findTable(sheet, mapping.tables, scopes)?.head.firstRow ?? Infinity
    const office = withoutBrackets(readFormHead(sheet, firstRow, mapping).by ?? '')
    if (isName(office)) addTo(offices, office, place)
  }
  return [...offices].map(([office, places]) => ({ office, places }))
}

/** Dots where nothing is filled in are no name, and a mapping takes no text that is too long. */
function isName(office: string): boolean {
  return /\p{L}/u.test(office) && office.length <= LONGEST
}

const LONGEST = 100

/** A mapping that takes offices for what a person says they are. */
export function tellOffices(mapping: ImportFile, tellings: readonly OfficeTelling[]): ImportFile {
  if (tellings.length === 0) return mapping
  const roles = { ...mapping.head?.roles, ...Object.fromEntries(tellings.map(({ office, role }) => [office, role])) }
  return { ...mapping, head: { ...mapping.head, roles } }
}
