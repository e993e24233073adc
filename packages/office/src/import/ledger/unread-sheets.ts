import type { Sheet } from '../../workbook.ts'
import { keyOf } from '../../values/words.ts'
import { speaksOfChange } from '../../values/words-of-change.ts'
import type { DraftRecord } from '../record/draft-record.ts'
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

  /** Doubts what is denied of records whose whole names stand in a row with words of change, which numbers, signs and days are not. */
  settle(draft: DraftLedger): void {
    if (this.#sheets.length === 0) return
    const named = [...draft.rowsOfNames.keys()].flatMap((record): (readonly [string, DraftRecord])[] => {
      const key = keyOf(record.name ?? '')
      return key.length < SHORTEST ? [] : [[key, record]]
    })
    for (const { file, sheet } of this.#sheets)
      for (const { cells } of sheet.rows) {
        const texts = cells.map(({ text, place }) => ({ key: keyOf(text), address: place.address }))
        for (const [name, record] of named) {
          if (!texts.some(({ key }) => key.includes(name))) continue
          const said = texts.find(({ key }) => speaksOfChange(key.replaceAll(name, '').replace(ADDRESS, '')))
          if (said) draft.doubted.addOf(record, { file, sheet: sheet.name, cell: said.address })
        }
      }
  }
}
