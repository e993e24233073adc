import { beforeAll, expect, test } from 'vitest'
import type { Cell, CellContent, Workbook } from '@tiaoli/office'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { fileOf, firmsIn, plan, REGISTER } from './imported.ts'

type Fault = CellContent & { readonly text: string }

/** What stands in cells where something else should. */
const FAULTS: readonly Fault[] = [
  { kind: 'error', value: '#REF!', text: '#REF!' },
  { kind: 'error', value: 'not-calculated', text: '' },
  { kind: 'text', value: '13907971234', text: '13907971234' },
  { kind: 'text', value: '见附件', text: '见附件' },
]
/** Any words may be the name of somebody or something: there only what cannot be read at all is a fault. */
const NAMES = new Set(['B', 'D', 'Q', 'V', 'Y'])
const COLUMNS = 'B D E F G H J K L M N O P Q R S U V W X Y Z AA AB AC AD AF AG AI'.split(' ')
const ROWS = [6, 7, 8]

let good: ImportResult
let book: Workbook
beforeAll(async () => {
  const { sheets, ...rest } = await fileOf(REGISTER)
  book = { ...rest, sheets: sheets.filter(({ name }) => name === '市直') }
  good = await importWorkbooks([book], { plan })
})

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The workbook with one cell otherwise. */
function withFault(column: string, row: number, fault: Fault): Workbook {
  const place = { sheet: '市直', address: `${column}${String(row)}` }
  const cell: Cell = { ...fault, place, column: columnNumber(column) }
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((one) =>
        one.number === row
          ? {
              ...one,
              cells: [...one.cells.filter((other) => other.column !== cell.column), cell].sort(
                (a, b) => a.column - b.column,
              ),
            }
          : one,
      ),
    })),
  }
}

/** Every value by what it is of, with names in place of ids. */
function valuesOf(result: ImportResult): Map<string, unknown> {
  const names = { ...result.names, ...result.persons }
  const values = new Map<string, unknown>()
  const add = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
      for (const [key, item] of Object.entries(value)) add(`${path}/${key}`, item)
    else
      values.set(
        path,
        typeof value === 'string' && Object.hasOwn(names, value) ? names[value as keyof typeof names] : value,
      )
  }
  for (const [name, firm] of firmsIn(result)) add(name, firm)
  for (const branch of (result.ledger['jointBranches'] ?? []) as { name: string }[]) add(branch.name, branch)
  return values
}

/** By cell, what it gave. */
function givenBy(address: string): Set<string> {
  const places = good.provenance.filter(({ cell }) => cell === address).map(({ pointer }) => pointer)
  const found = new Set<string>()
  for (const pointer of places) {
    const [, list, ...steps] = pointer.split('/')
    const records =
      list === 'counties' ? [...firmsIn(good).keys()] : [(good.ledger['jointBranches'] as { name: string }[])[0]!.name]
    const at = Number(list === 'counties' ? steps[2] : steps[0])
    found.add([records[at], ...steps.slice(list === 'counties' ? 3 : 1)].join('/'))
  }
  // A branch is there because this cell names it.
  if (address === 'Q8') for (const property of ['id', 'name']) found.add(`市直律师第一联合党支部/${property}`)
  return found
}

const cases = ROWS.flatMap((row) =>
  COLUMNS.flatMap((column) =>
    FAULTS.filter(({ value }) => !NAMES.has(column) || value !== '见附件').map((fault) => ({
      column,
      row,
      fault,
    })),
  ),
)

test(`each of ${String(cases.length)} faults is noted at its cell, and changes no value but its own`, async () => {
  expect(cases.length).toBeGreaterThan(300)
  const before = valuesOf(good)
  for (const { column, row, fault } of cases) {
    const address = `${column}${String(row)}`
    const bad = await importWorkbooks([withFault(column, row, fault)], { plan })
    const noted = new Set(bad.notes.map(({ place }) => place.cell))
    expect(noted, `${address} ${fault.text}`).toContain(address)
    expect(JSON.stringify([bad.notes, bad.ledger]), address).not.toContain('13907971234')
    const after = valuesOf(bad)
    const changed = [...after].filter(([path, value]) => !before.has(path) || before.get(path) !== value)
    expect(changed, `${address} ${fault.text}`).toEqual([])
    const own = [...noted].flatMap((cell) => [...givenBy(cell ?? '')])
    const lost = [...before.keys()].filter(
      (path) => !after.has(path) && !own.includes(path) && !isOfAttestation(path, own),
    )
    expect(lost, `${address} ${fault.text}`).toEqual([])
  }
})

/** Who attests, and on which day, comes from the head of the form. */
function isOfAttestation(path: string, own: readonly string[]): boolean {
  return own.includes(path.replace(/attested(?:On|By)$/, 'value'))
}
