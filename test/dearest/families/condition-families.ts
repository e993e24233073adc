import { dated, requirement, words } from '../../support/toy-pack.ts'
import { byName, leaf, times, type Family } from './family.ts'

/** Packs whose conditions and formulas are large, each in its way. */
export const CONDITION_FAMILIES: Readonly<Record<string, Family>> = {
  /** Conditions by name, each naming the one before twice. */
  doubling: {
    most: 400,
    parts: (count) => ({
      derived: {
        'kitchen.d0': { label: words('x'), when: leaf('kitchen.licensed', true) },
        ...byName(
          times(count, (i) => [
            `kitchen.d${i + 1}`,
            {
              label: words('x'),
              when: { any: [{ condition: `kitchen.d${i}` }, { not: { condition: `kitchen.d${i}` } }] },
            },
          ]),
        ),
      },
      asks: [{ condition: `kitchen.d${count}` }],
    }),
  },
  /** Numbers counted up from the one before, twice. */
  sums: {
    most: 400,
    parts: (count) => ({
      derived: {
        'kitchen.s0': { label: words('x'), add: ['kitchen.seats', 1] },
        ...byName(
          times(count, (i) => [
            `kitchen.s${i + 1}`,
            { label: words('x'), least: [`kitchen.s${i}`, { add: [`kitchen.s${i}`, 1] }] },
          ]),
        ),
      },
      asks: [leaf(`kitchen.s${count}`, 1, 'greaterThanInclusive')],
    }),
  },
  /** Leaves side by side about one fact. */
  leaves: {
    most: 20_000,
    parts: (count) => ({ asks: [{ any: times(count, (i) => leaf('kitchen.seats', i)) }] }),
  },
  /** Leaves side by side about many facts. */
  facts: {
    most: 8000,
    parts: (count) => ({
      given: byName(times(count, (i) => [`kitchen.f${i}`, { type: 'integer', label: words('x') }])),
      asks: [{ all: times(count, (i) => leaf(`kitchen.f${i}`, i, 'lessThan')) }],
    }),
  },
  /** Nested conditions over twelve atoms. */
  worlds: {
    most: 3000,
    parts: (count) => ({
      given: byName(times(12, (i) => [`kitchen.w${i}`, { type: 'boolean', label: words('x') }])),
      asks: [
        {
          any: times(count, (i) => ({
            all: times(12, (bit) => leaf(`kitchen.w${bit}`, ((i * 2654435761) >>> bit) % 2 === 0)),
          })),
        },
      ],
    }),
  },
  /** Aggregates over the cooks of a kitchen. */
  aggregates: {
    most: 5000,
    parts: (count) => ({
      derived: byName(
        times(count, (i) => [
          `kitchen.g${i}`,
          { label: words('x'), count: 'cook', where: leaf('cook.trained', i % 2 === 0) },
        ]),
      ),
      asks: [{ all: times(count, (i) => leaf(`kitchen.g${i}`, i, 'lessThanInclusive')) }],
    }),
  },
  /** Aggregates over all kitchens of the town, each over those of before. */
  towns: {
    most: 3000,
    parts: (count) => ({
      derived: byName(
        times(count, (i) => [
          `town.t${i}`,
          { label: words('x'), count: 'kitchen', where: leaf('kitchen.seats', i, 'greaterThan') },
        ]),
      ),
      requirements: count
        ? [
            requirement({
              id: 'towns',
              subject: 'town',
              requires: { all: times(count, (i) => leaf(`town.t${i}`, i, 'lessThanInclusive')) },
            }),
          ]
        : [],
    }),
  },
  /** Values of a parameter by day, asked for at the opening day of each kitchen. */
  days: {
    most: 5000,
    parts: (count) => ({
      parameters: {
        seats: {
          label: words('座位', 'seats'),
          type: 'integer',
          values: times(count, (i) => dated(i, dayOf(i), i === count - 1 ? undefined : dayOf(i + 1))),
        },
      },
      derived: {
        'town.large': {
          label: words('x'),
          count: 'kitchen',
          where: leaf('kitchen.seats', { fact: 'parameters.seats' }, 'greaterThan'),
        },
      },
      requirements: count
        ? [
            requirement({
              id: 'days',
              at: 'kitchen.openedOn',
              requires: leaf('kitchen.seats', { fact: 'parameters.seats' }, 'greaterThan'),
            }),
            requirement({
              id: 'large',
              at: 'kitchen.openedOn',
              requires: leaf('town.large', { fact: 'parameters.seats' }, 'greaterThan'),
            }),
          ]
        : [],
    }),
  },
  checks: {
    most: 5000,
    parts: (count) => ({
      checks: times(count, (i) => ({
        id: `c${i}`,
        scope: 'kitchen',
        text: words('矛盾', 'a contradiction'),
        holds: leaf('kitchen.seats', i, 'notEqual'),
        taints: ['kitchen.seats'],
      })),
    }),
  },
  unique: {
    most: 2000,
    parts: (count) => ({
      checks: times(count, (i) => ({
        id: `u${i}`,
        scope: 'kitchen',
        text: words('重复', 'twice'),
        unique: 'kitchen.openedOn',
        taints: ['kitchen.seats'],
      })),
    }),
  },
}

function dayOf(i: number): string {
  return new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10)
}
