import { requirement, words } from '../../support/toy-pack.ts'
import { byName, leaf, times, type Family, type Json } from './family.ts'

/** Packs with many requirements, or with much to say of each; with many clauses, cases or records. */
export const REQUIREMENT_FAMILIES: Readonly<Record<string, Family>> = {
  /** A clause of so many numerals. */
  hanzi: { most: 340_000, parts: (count) => ({ clauses: [clause('hanzi', '一'.repeat(count))] }) },
  /** Requirements alike. */
  alike: {
    most: 9000,
    parts: (count) => ({
      requirements: times(count, (i) => requirement({ id: `a${i}`, requires: leaf('kitchen.licensed', true) })),
    }),
  },
  /** Requirements that rest on each other's ground, each on another number. */
  ladder: {
    most: 9000,
    parts: (count) => ({
      requirements: times(count, (i) =>
        requirement({ id: `l${i}`, requires: leaf('kitchen.seats', i, 'greaterThan') }),
      ),
    }),
  },
  /** A long word in what is said of every finding. */
  longtext: {
    most: 900_000,
    parts: (count) => ({
      requirements: [
        requirement({ id: 'longtext', requires: leaf('kitchen.licensed', true), remedy: words('x'.repeat(count / 2)) }),
      ],
    }),
  },
  /** Notes, each with words and a condition. */
  notes: {
    most: 5000,
    parts: (count) => ({
      requirements: [
        requirement({
          id: 'notes',
          requires: leaf('kitchen.licensed', true),
          notes: times(count, (i) => ({
            id: `n${i}`,
            text: words('说明', 'note'),
            clauses: ['c1'],
            when: leaf('kitchen.seats', i, 'greaterThan'),
          })),
        }),
      ],
    }),
  },
  /** Exceptions, one behind another. */
  exceptions: {
    most: 5000,
    parts: (count) => ({
      requirements: [
        requirement({
          id: 'exceptions',
          requires: leaf('kitchen.licensed', true),
          unless: times(count, (i) => ({
            id: `e${i}`,
            text: words('例外', 'exception'),
            clauses: ['c1'],
            status: 'exempted',
            when: leaf('kitchen.seats', i),
          })),
        }),
      ],
    }),
  },
  /** Figures shown with every finding. */
  figures: {
    most: 5000,
    parts: (count) => ({
      requirements: [
        requirement({
          id: 'figures',
          requires: leaf('kitchen.licensed', true),
          figures: byName(times(count, (i) => [`f${i}`, { label: words('数', 'number'), add: ['kitchen.seats', i] }])),
        }),
      ],
    }),
  },
  /** Yearly duties since long ago. */
  years: {
    most: 2000,
    parts: (count) => ({
      requirements: times(count, (i) =>
        requirement({
          id: `y${i}`,
          subject: 'kitchen',
          recurs: { every: 'year', from: 1990 },
          requires: leaf('kitchen.licensed', true),
        }),
      ),
    }),
  },
  clauses: {
    most: 9000,
    parts: (count) => ({ clauses: times(count, (i) => clause(`k${i}`, `第${i}条 厨房应当清洁。`)) }),
  },
  /** Cases on a base of kitchens of which nothing is known. */
  cases: {
    most: 9000,
    parts: (count, { bases = 1 }) => ({
      cases: times(count, (i) => ({
        id: `case ${i}`,
        asOf: '2019-01-01',
        base: 'base',
        expect: [{ requirement: 'all', ...(bases > 1 ? { subject: 'K0' } : {}), status: 'unknown' }],
      })),
    }),
  },
  /** How many kitchens the base of cases has. */
  bases: { most: 50_000, parts: () => ({}) },
  /** Kitchens of a sample ledger. */
  sample: { most: 30_000, parts: () => ({}) },
}

function clause(id: string, text: string): Json {
  return { id, text: words(text), force: 'must', testability: 'full' }
}
