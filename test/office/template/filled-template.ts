import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { read, utils, write, type CellObject, type WorkBook } from '@e965/xlsx'
import type { Policy } from '@tiaoli/engine'
import { readWorkbook, type Workbook } from '@tiaoli/office'
import { makeTemplate, readTemplate, type TemplateInput, type TemplateReading } from '@tiaoli/office/template'

export function sampleCity(): Record<string, unknown> {
  const path = resolve(import.meta.dirname, '../../../rules/ganzhou-2018-32/samples/city-of-79.json')
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
}

export const FILE = '填报表.xlsx'

export async function workbookOf(input: TemplateInput): Promise<Workbook> {
  return await readWorkbook(makeTemplate(input), { name: FILE })
}

/** What comes back of a template that nobody has filled in. */
export async function backFrom(
  policy: Policy,
  ledger: unknown,
  language: 'zh' | 'en' = 'zh',
): Promise<TemplateReading> {
  return readTemplate(await workbookOf({ policy, ledger, language }), { policy })
}

/** A template that somebody fills in, cell by cell, and sends back. */
export class FilledTemplate {
  readonly #book: WorkBook

  constructor(input: TemplateInput) {
    this.#book = read(makeTemplate(input).slice(), { cellStyles: true })
  }

  get sheets(): readonly string[] {
    return this.#book.SheetNames
  }

  /** The address of a cell: of the column with a key, in a row counted from the headings. */
  address(sheet: string, key: string, row: number): string {
    const { keys, at } = this.#keys(sheet)
    return utils.encode_cell({ r: at + 1 + row, c: keys.indexOf(key) })
  }

  keys(sheet: string): readonly string[] {
    return this.#keys(sheet).keys
  }

  value(sheet: string, address: string): unknown {
    return (this.#book.Sheets[sheet]![address] as CellObject | undefined)?.v
  }

  /** Types something into a cell; `undefined` empties it. */
  type(sheet: string, address: string, value: string | number | boolean | undefined): this {
    const page = this.#book.Sheets[sheet]!
    delete page[address]
    if (value !== undefined) utils.sheet_add_aoa(page, [[value]], { origin: address })
    return this
  }

  fill(sheet: string, row: number, values: Readonly<Record<string, string | number | boolean | undefined>>): this {
    for (const [key, value] of Object.entries(values)) this.type(sheet, this.address(sheet, key, row), value)
    return this
  }

  /** Takes a row out, counted from the headings, and moves up those below. */
  removeRow(sheet: string, row: number): this {
    const page = this.#book.Sheets[sheet]!
    const { s, e } = utils.decode_range(page['!ref']!)
    for (let r = this.#keys(sheet).at + 1 + row; r <= e.r; r++)
      for (let c = s.c; c <= e.c; c++) {
        const below = page[utils.encode_cell({ r: r + 1, c })] as CellObject | undefined
        if (below) page[utils.encode_cell({ r, c })] = below
        else delete page[utils.encode_cell({ r, c })]
      }
    return this
  }

  remove(sheet: string): this {
    delete this.#book.Sheets[sheet]
    this.#book.SheetNames.splice(this.#book.SheetNames.indexOf(sheet), 1)
    return this
  }

  add(sheet: string, grid: unknown[][]): this {
    utils.book_append_sheet(this.#book, utils.aoa_to_sheet(grid), sheet)
    return this
  }

  bytes(): Uint8Array {
    return new Uint8Array(write(this.#book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
  }

  async sent(): Promise<Workbook> {
    return await readWorkbook(this.bytes(), { name: FILE })
  }

  #keys(sheet: string): { keys: string[]; at: number } {
    const rows = utils.sheet_to_json<string[]>(this.#book.Sheets[sheet]!, { header: 1, blankrows: true, defval: '' })
    const at = rows.findIndex((row) => row.some((text) => text.startsWith(':place.')))
    return { keys: rows[at]!, at }
  }
}
