import type { PackSource } from '@tiaoli/engine'
import { requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'
import { seeded } from '../workload/random.ts'

/** A pack and a ledger of some size. */
export interface Size {
  size: number
  pack: PackSource
  ledger: unknown
}

/** One thing that grows while all else stays. */
export interface Dimension {
  name: string
  sizes: readonly number[]
  make: (size: number) => Omit<Size, 'size'>
  /** Whether the pack grows with it. */
  compiles: boolean
}

type Json = Record<string, unknown>

/** Sizes that grow by half and double again, so that a step that is worse than linear shows. */
function growing(from: number, to: number): number[] {
  const sizes: number[] = []
  for (let size = to; size >= from; size /= 2.5) sizes.unshift(Math.round(size))
  return sizes
}

function kitchens(count: number): { kitchens: Json[] } {
  const random = seeded(count)
  return {
    kitchens: Array.from({ length: count }, (_, i) => ({
      id: `K${i}`,
      seats: random(200),
      licensed: random(2) === 0,
      openedOn: `201${random(9)}-0${1 + random(9)}-11`,
    })),
  }
}

const seats = (operator: string, value: unknown) => ({ fact: 'kitchen.seats', operator, value })

/** Requirements that differ from each other, each with a condition of a handful of leaves. */
function requirements(count: number): Json[] {
  return Array.from({ length: count }, (_, i) =>
    requirement({
      id: `rule-${i}`,
      applies: { any: [{ condition: 'kitchen.licensed' }, seats('greaterThan', i % 200)] },
      requires: {
        all: [seats('lessThan', 100 + (i % 100)), { not: seats('equal', i % 50) }, { condition: 'kitchen.licensed' }],
      },
    }),
  )
}

const of = (parts: ToyParts, ledger: unknown) => ({ pack: toyPack(parts), ledger })

const dated = (value: number, from: number, to: number | undefined) => ({
  value,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  clauses: ['c1'],
})

/** Days from 1900 on, so that ten thousand epochs have one each. */
function day(offset: number): string {
  return new Date(Date.UTC(1900, 0, 1 + offset)).toISOString().slice(0, 10)
}

const parameter = (values: unknown[]) => ({ type: 'integer', label: words('座位', 'seats allowed'), values })

export const DIMENSIONS: readonly Dimension[] = [
  {
    name: 'records',
    sizes: [1, 10, ...growing(100, 100_000)],
    make: (size) => of({ requirements: requirements(10) }, kitchens(size)),
    compiles: false,
  },
  {
    name: 'requirements',
    sizes: growing(10, 10_000),
    make: (size) => of({ requirements: requirements(size) }, kitchens(50)),
    compiles: true,
  },
  {
    name: 'depth of named conditions',
    sizes: [10, 25, 50, 75, 100, 125, 150, 175],
    make: (size) => {
      const name = (i: number) => `kitchen.level${i}`
      const derived = Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          name(i),
          {
            label: words(`第${i}层`, `level ${i}`),
            when: { any: [seats('equal', 1000 + i), i === 0 ? seats('greaterThan', 50) : { condition: name(i - 1) }] },
          },
        ]),
      )
      return of({ derived, requirements: [requirement({ requires: { condition: name(size - 1) } })] }, kitchens(500))
    },
    compiles: true,
  },
  {
    name: 'width of a condition',
    sizes: growing(10, 10_000),
    make: (size) =>
      of(
        {
          requirements: [
            requirement({ requires: { all: Array.from({ length: size }, (_, i) => seats('notEqual', 1000 + i)) } }),
          ],
        },
        kitchens(100),
      ),
    compiles: true,
  },
  {
    name: 'records under one record',
    sizes: growing(100, 100_000),
    make: (size) => {
      const random = seeded(size)
      const cooks = Array.from({ length: size }, (_, i) => ({ id: `C${i}`, trained: random(2) === 0 }))
      const trained = {
        label: words('受训厨师数', 'number of trained cooks'),
        count: 'cook',
        where: { fact: 'cook.trained', operator: 'equal', value: true },
      }
      return of(
        {
          derived: { 'kitchen.trainedCooks': trained },
          requirements: [
            requirement({ requires: { fact: 'kitchen.trainedCooks', operator: 'greaterThan', value: 10 } }),
          ],
        },
        { kitchens: [{ id: 'K1', cooks }] },
      )
    },
    compiles: false,
  },
  {
    name: 'parameters',
    sizes: growing(10, 10_000),
    make: (size) =>
      of(
        {
          parameters: Object.fromEntries(
            Array.from({ length: size }, (_, i) => [`allowed${i}`, parameter([{ value: i, clauses: ['c1'] }])]),
          ),
          requirements: Array.from({ length: size }, (_, i) =>
            requirement({ id: `rule-${i}`, requires: seats('lessThan', { fact: `parameters.allowed${i}` }) }),
          ),
        },
        kitchens(20),
      ),
    compiles: true,
  },
  {
    name: 'epochs of a parameter',
    sizes: growing(10, 10_000),
    make: (size) =>
      of(
        {
          parameters: {
            allowed: parameter(Array.from({ length: size }, (_, i) => dated(i, i, i === size - 1 ? undefined : i + 1))),
          },
          requirements: [requirement({ requires: seats('lessThan', { fact: 'parameters.allowed' }) })],
        },
        kitchens(100),
      ),
    compiles: true,
  },
]
