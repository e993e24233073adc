import fc from 'fast-check'
import { day, id, number, rate, type Json } from './condition.ts'

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })
const anyDay = fc.oneof(day, oneOf('2018-06-30', '2019-01-30', '2019-02-28', '2030-01-01'))

const cook = fc.record({ trained: fc.boolean(), since: orNone(anyDay), hours: orNone(fc.nat(3)) })
const year = fc.record({ revenue: fc.nat(6), days: fc.nat(4) })
const approval = fc.record({
  value: fc.boolean(),
  attestedOn: anyDay,
  attestedBy: oneOf('inspector'),
  evidenceRef: oneOf('a', 'b'),
})

const kitchen: fc.Arbitrary<Json> = fc
  .record({
    seats: fc.nat(6),
    stoves: fc.nat(6),
    rooms: orNone(number),
    tables: fc.nat(4),
    licensed: fc.boolean(),
    gas: orNone(fc.boolean()),
    kind: orNone(oneOf('x', 'y', 'z')),
    openedOn: anyDay,
    cleanedOn: orNone(anyDay),
    closesOn: orNone(anyDay),
    rent: orNone(fc.nat(300)),
    fee: rate,
    owner: id,
    manager: orNone(id),
    supplier: orNone(oneOf('S0', 'S1')),
    approval: orNone(approval),
    hygiene: orNone(fc.record({ grade: fc.nat(3), on: anyDay })),
    cooks: fc.array(cook, { maxLength: 2 }),
    years: orNone(
      fc.record({ '2017': orNone(year), '2018': orNone(year), '2019': orNone(year) }, { requiredKeys: ['2018'] }),
    ),
    complete: fc.record({ years: oneOf(true) }, { requiredKeys: [] }),
  })
  // More stoves than seats is a conflict: some are wanted, not half of all.
  .map(({ stoves, ...facts }) => ({ ...facts, stoves: stoves === 5 ? 5 : Math.min(stoves, facts.seats) }))

const supplier = fc.record({ score: fc.nat(4), local: fc.boolean() })

/** Towns of which everything is known, but what happened in years that a list leaves open. */
export const wholeTowns: fc.Arbitrary<Json> = fc
  .record({
    on: oneOf(undefined, undefined, '2018-12-31', '2019-06-30', '2030-01-01', '2030-01-01'),
    suppliers: fc.array(supplier, { minLength: 2, maxLength: 2 }),
    kitchens: fc.array(kitchen, { minLength: 1, maxLength: 2 }),
  })
  .map(({ on, suppliers, kitchens }) => ({
    ...(on === undefined ? {} : { on }),
    suppliers: suppliers.map((facts, i) => ({ id: `S${i}`, ...facts })),
    kitchens: kitchens.map((facts, i) => ({ id: `K${i}`, ...facts })),
  }))

/** One place of a ledger: the object that holds it, and its key there. */
export interface Place {
  holder: Json
  key: string
  pointer: string
}

/** Every fact, group and list of a ledger; places within come after the place they are in. */
export function placesIn(value: unknown, pointer = ''): Place[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, i) => placesIn(item, `${pointer}/${i}`))
  const holder = value as Json
  return Object.keys(holder).flatMap((key) => {
    const here = `${pointer}/${key}`
    return [{ holder, key, pointer: here }, ...placesIn(holder[key], here)]
  })
}

/**
 * Never left blank: the day of the ledger, which bounds its dates; ids by which records are named, since another id makes another record; and single years of a list
 * that is said to be complete, since without one it would say that nothing happened in it (see `unwritten-year`).
 */
function isFixed(ledger: Json, pointer: string): boolean {
  if (pointer === '/on') return true
  if (/^\/(kitchens|suppliers)\/\d+\/id$/.test(pointer)) return true
  const [, at] = /^\/kitchens\/(\d+)\/years\/\d+$/.exec(pointer) ?? []
  if (at === undefined) return false
  const { complete } = (ledger['kitchens'] as Json[])[Number(at)]!
  return (complete as Json)['years'] === true
}

/** Chooses places of a ledger, whatever it holds: each number counts modulo how many there are. */
export const choices: fc.Arbitrary<number[]> = fc.oneof(
  fc.array(fc.nat({ max: 5000 }), { maxLength: 6 }),
  fc.array(fc.nat({ max: 5000 }), { minLength: 6, maxLength: 30 }),
)

/** The pointers of the chosen places, of those that can be blank. */
export function chosenIn(ledger: Json, numbers: readonly number[]): string[] {
  const places = placesIn(ledger).filter(({ pointer }) => !isFixed(ledger, pointer))
  return [...new Set(numbers.map((choice) => places[choice % places.length]!.pointer))]
}

/** A copy of a ledger with these places left blank, or of some dates with the month or the year alone left. */
export function without(ledger: Json, pointers: readonly string[]): Json {
  const copy = structuredClone(ledger)
  const blank = new Set(pointers)
  for (const { holder, key, pointer } of placesIn(copy)) if (blank.has(pointer)) blankOut(holder, key, pointer.length)
  return copy
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The same place always keeps as much. */
function blankOut(holder: Json, key: string, choice: number): void {
  const value = holder[key]
  const kept = [undefined, 'YYYY-MM'.length, 'YYYY'.length][choice % 3]
  if (kept !== undefined && typeof value === 'string' && DAY.test(value)) holder[key] = value.slice(0, kept)
  else delete holder[key]
}
