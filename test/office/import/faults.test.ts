import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Cell, CellContent, Row, Workbook } from '@tiaoli/office'
import { importWorkbooks, type ImportNote, type ImportResult } from '@tiaoli/office/import'
import { MINUTES } from '../../timeout.ts'
import { fileOf, firmsIn, plan, REGISTER } from './imported.ts'

type Fault = CellContent & { readonly text: string }

/** What stands in cells where something else should. */
const FAULTS: readonly Fault[] = [
  { kind: 'error', value: '#REF!', text: '#REF!' },
  { kind: 'error', value: 'not-calculated', text: '' },
  { kind: 'text', value: '13907971234', text: '13907971234' },
  { kind: 'text', value: '见附件', text: '见附件' },
]
/** Any words may be the name of a county or an organization: there only what cannot be read at all is a fault. */
const NAMES = new Set(['B', 'Q'])
const COLUMNS = 'B D E F G H J K L M N O P Q R S U V W X Y Z AA AB AC AD AF AG AI'.split(' ')
const SHEETS = ['市直', '章贡区', '南康区']
/** `pnpm prove:workbooks` reads 1,000. */
const WORKBOOKS = Number(process.env['FAULTY_WORKBOOKS'] ?? 40)

interface Faulty {
  readonly sheet: string
  readonly address: string
  readonly fault: Fault
}

let good: ImportResult
let book: Workbook
let standing: ReadonlyMap<string, ReadonlyMap<string, unknown>>
beforeAll(async () => {
  const { sheets, ...rest } = await fileOf(REGISTER)
  book = { ...rest, sheets: sheets.filter(({ name }) => SHEETS.includes(name)) }
  good = await importWorkbooks([book], { plan })
  standing = await standingWithout()
}, MINUTES)

function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The workbook with some cells otherwise. */
function withFaults(faults: readonly Faulty[]): Workbook {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const cells = faults.flatMap(({ sheet: name, address, fault }): Cell[] =>
        name === sheet.name
          ? [{ ...fault, place: { sheet: name, address }, column: columnNumber(address.replace(/\d+$/, '')) }]
          : [],
      )
      return { ...sheet, rows: sheet.rows.map((row) => withCells(row, cells)) }
    }),
  }
}

function withCells(row: Row, all: readonly Cell[]): Row {
  const cells = all.filter(
    ({ place }) => place.address.endsWith(String(row.number)) && rowOf(place.address) === row.number,
  )
  const others = row.cells.filter(({ column }) => cells.every((cell) => cell.column !== column))
  return { ...row, cells: [...others, ...cells].sort((x, y) => x.column - y.column) }
}

function rowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0])
}

/** Every value by what it is of, with names in place of ids. */
function valuesOf(result: ImportResult): Map<string, unknown> {
  const names = { ...result.names, ...result.persons }
  const values = new Map<string, unknown>()
  const add = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null && Object.keys(value).length > 0)
      for (const [key, item] of Object.entries(value)) add(`${path}/${key}`, item)
    else
      values.set(path, typeof value === 'string' && Object.hasOwn(names, value) ? names[value] : JSON.stringify(value))
  }
  for (const [name, firm] of firmsIn(result)) add(name, firm)
  for (const branch of (result.ledger['jointBranches'] ?? []) as { name: string }[]) add(branch.name, branch)
  return values
}

/** What a cell gave; where it names a branch to which several firms belong, also that there is one. */
function givenBy(sheet: string, address: string): Set<string> {
  const given = good.provenance.filter((place) => place.sheet === sheet && place.cell === address)
  const found = new Set<string>()
  const branches = good.ledger['jointBranches'] as { name: string }[]
  const counties = good.ledger['counties'] as { firms: { name: string }[] }[]
  for (const { pointer } of given) {
    const [, list, first, , second, ...rest] = pointer.split('/')
    if (list === 'counties') found.add([counties[Number(first)]!.firms[Number(second)]?.name, ...rest].join('/'))
    else found.add([branches[Number(first)]!.name, ...pointer.split('/').slice(3)].join('/'))
  }
  const text = book.sheets
    .find(({ name }) => name === sheet)
    ?.rows.flatMap(({ cells }) => cells)
    .find(({ place }) => place.address === address)?.text
  for (const { name } of branches) if (name === text) for (const of of ['id', 'name']) found.add(`${name}/${of}`)
  return found
}

/** Where a period is not understood, its end is as open as its beginning. */
function isEndOf(path: string, own: readonly string[]): boolean {
  return path.endsWith('/to') && own.includes(path.replace(/to$/, 'from'))
}

/** All names of the register are masked: who is who, one cell says of the others in its row. */
function personsOf(place: string): string[] {
  const [sheet = '', address = ''] = place.split('!')
  const row = String(rowOf(address))
  return ['D', 'N', 'V', 'X'].some((column) => address === column + row)
    ? ['D', 'V'].flatMap((column) => [...givenBy(sheet, column + row)])
    : []
}

/** The cells that a remark leaves open. */
function opened({ code, place, text }: ImportNote): ImportNote['place'][] {
  if (code !== 'remark-not-understood') return []
  return [...text.en.matchAll(/\b[A-Z]+\d+\b/g)].map(([cell]) => ({ ...place, cell }))
}

/** What stands where a cell that says otherwise, as a remark does, is not there. */
async function standingWithout(): Promise<Map<string, ReadonlyMap<string, unknown>>> {
  const places = good.notes.flatMap(({ code, place, other }) => {
    if (code === 'contradiction') return other ? [other] : []
    return code === 'remark-not-understood' ? [place] : []
  })
  const without = new Map<string, ReadonlyMap<string, unknown>>()
  for (const { sheet = '', cell: address = '' } of places) {
    const empty: Faulty = { sheet, address, fault: { kind: 'text', value: '', text: '' } }
    without.set(`${sheet}!${address}`, valuesOf(await importWorkbooks([withFaults([empty])], { plan })))
  }
  return without
}

/** The rows that gave something. */
function rowsOf(sheet: string): number[] {
  const places = good.provenance.filter((place) => place.sheet === sheet)
  return [...new Set(places.map(({ cell }) => rowOf(cell!)))]
}

test(
  `in each of ${String(WORKBOOKS)} workbooks every fault is noted at its cell, and changes no value but its own`,
  async () => {
    const before = valuesOf(good)
    const cellsOf = SHEETS.flatMap((sheet) =>
      rowsOf(sheet).flatMap((row) => COLUMNS.map((column) => ({ sheet, column, address: `${column}${String(row)}` }))),
    )
    expect(cellsOf.length).toBeGreaterThan(300)
    const faulty = fc
      .tuple(fc.constantFrom(...cellsOf), fc.constantFrom(...FAULTS))
      .filter(([{ column }, { value }]) => !NAMES.has(column) || value !== '见附件')
      .map(([{ sheet, address }, fault]): Faulty => ({ sheet, address, fault }))
    const workbooks = fc.uniqueArray(faulty, { minLength: 1, maxLength: 3, selector: (one) => one.sheet + one.address })
    await fc.assert(
      fc.asyncProperty(workbooks, async (faults) => {
        const bad = await importWorkbooks([withFaults(faults)], { plan })
        const told = bad.notes.flatMap((note) => [note.place, ...(note.other ? [note.other] : []), ...opened(note)])
        const noted = new Set(told.map(({ sheet, cell }) => `${sheet ?? ''}!${cell ?? ''}`))
        for (const { sheet, address } of faults) expect(noted).toContain(`${sheet}!${address}`)
        expect(JSON.stringify([bad.notes, bad.ledger])).not.toContain('13907971234')
        const after = valuesOf(bad)
        const own = [...noted].flatMap((place) => [...givenBy(...(place.split('!') as [string, string]))])
        // Of what two cells say, one the day, the other is left: that it has happened.
        // What a remark contradicts or leaves open stands where nobody can read the remark.
        const isFreed = (path: string, value: unknown) =>
          faults.some(({ sheet, address }) => standing.get(`${sheet}!${address}`)?.get(path) === value)
        const isLess = (path: string, value: unknown) => value === 'true' && own.includes(path)
        const changed = [...after].filter(
          ([path, value]) =>
            (!before.has(path) || before.get(path) !== value) &&
            !isLess(path, value) &&
            !isOfFewer(path, value, before, after) &&
            !isEmptied(path, value, before) &&
            !isFreed(path, value),
        )
        expect(changed).toEqual([])
        const masked = [...noted].flatMap(personsOf)
        const lost = [...before.keys()].filter(
          (path) =>
            ![...own, ...masked].includes(path) &&
            !after.has(path) &&
            !isOfAttestation(path, own) &&
            !isEndOf(path, own) &&
            !isOfList(path, own),
        )
        expect(lost).toEqual([])
      }),
      { numRuns: WORKBOOKS },
    )
  },
  MINUTES + WORKBOOKS * 3000,
)

/** Where it is lost that a firm refers to a joint branch, there may be others that do: that is said, and accuses nobody. */
function isOfFewer(
  path: string,
  value: unknown,
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): boolean {
  const [, branch] = /^([^/]+)\/otherUnitsFrom$/.exec(path) ?? []
  if (branch === undefined || value !== 'true') return false
  return [...before].some(([one, to]) => one.endsWith('/jointBranch') && to === branch && after.get(one) !== branch)
}

/** Somebody is there of whom nothing more is known. */
function isEmptied(path: string, value: unknown, before: ReadonlyMap<string, unknown>): boolean {
  return value === '{}' && [...before.keys()].some((one) => one.startsWith(`${path}/`))
}

/** That a list is not the whole of it is said of one that is there. */
function isOfList(path: string, own: readonly string[]): boolean {
  const [, firm, list] = /^(.*)\/complete\/([^/]+)$/.exec(path) ?? []
  return list !== undefined && own.some((one) => one.startsWith(`${firm}/${list}/`))
}

/** Who attests, and on which day, comes from the head of the form. */
function isOfAttestation(path: string, own: readonly string[]): boolean {
  return own.includes(path.replace(/attested(?:On|By)$/, 'value'))
}
