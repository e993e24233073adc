import type { Sheet } from '../../workbook.ts'
import { keyOf } from '../../values/words.ts'
import { personsIn } from '../../values/persons-in.ts'
import { speaksOfChange } from '../../values/words-of-change.ts'
import type { DraftLedger } from './draft-ledger.ts'

interface UnreadSheet {
  readonly file: string
  readonly sheet: Sheet
}

/** A shorter name may be part of another word. */
const SHORTEST = 4
/** In names of places letters say nothing of change: 重庆路12号, 新建县转塘镇3楼. */
const ADDRESS = /[\p{Script=Han}\d-]{2,20}[路街道巷镇村]\d+[号栋楼室层]/u

/** Sheets that are not read. What one says of a record in words may be otherwise than the ledger: nothing is held against it. */
export class UnreadSheets {
  readonly #sheets: UnreadSheet[] = []

  add(sheet: UnreadSheet): void {
    this.#sheets.push(sheet)
  }

  /**
   * Doubts what is denied of records whose names, also shorter ones, stand in a row with words of change, which numbers,
   * signs and days are not.
   */
  settle(draft: DraftLedger): void {
    if (this.#sheets.length === 0) return
    const named = [...draft.rowsOfNames.keys()].flatMap((record) => {
      const key = keyOf(record.name ?? '')
      const looks = draft.names.meanings.looksOf(record.scope)
      return key.length < SHORTEST ? [] : [{ record, names: [key, ...(looks?.shorterOf(key) ?? [])] }]
    })
    for (const { file, sheet } of this.#sheets)
      for (const { cells } of sheet.rows) {
        const texts = cells.map(({ text, place }) => ({ key: keyOf(text), address: place.address }))
        for (const { record, names } of named) {
          const name = names.find((one) => texts.some(({ key }) => key.includes(one)))
          if (name === undefined) continue
          const said = texts.find(({ key }) => speaksOfChange(key.replaceAll(name, '').replace(ADDRESS, '')))
          const isOfPersons = texts.some(({ key }) => personsIn(key) !== undefined)
          if (said) draft.doubted.addOf(record, { file, sheet: sheet.name, cell: said.address }, isOfPersons)
        }
      }
  }
}
