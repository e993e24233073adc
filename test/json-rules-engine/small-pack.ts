import type { PackSource } from '@tiaoli/engine'

const text = (en: string) => ({ zh: en, en })

interface Parts {
  /** Facts of `unit`, which is the ledger itself; `none` for those that may be null. */
  given: Record<string, { type: string; none?: true }>
  derived?: Record<string, object>
  requires: object
  more?: object
}

/** A pack of one requirement, `one`. */
export function smallPack({ given, derived = {}, requires, more = {} }: Parts): PackSource {
  const described = (facts: Record<string, object>, extra: (fact: object) => object) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [name, { label: text(name), ...fact, ...extra(fact) }]),
    )
  return {
    files: {
      'pack.json': {
        id: 'small',
        version: '1.0.0',
        title: text('small'),
        language: 'en',
        timeZone: 'Asia/Shanghai',
        bodies: { unit: text('unit') },
      },
      'clauses.json': { clauses: [{ id: 's1', zh: '一', en: 'One', force: 'must', testability: 'full' }] },
      'facts.json': {
        scopes: { unit: { label: text('unit') } },
        given: described(given, (fact) => ('none' in fact ? { none: text('none') } : {})),
        derived: described(derived, () => ({})),
      },
      'requirements/one.json': {
        theme: text('one'),
        requirements: [
          {
            id: 'one',
            title: text('one'),
            clauses: ['s1'],
            force: 'must',
            subject: 'unit',
            dutyBearer: 'unit',
            requires,
            ...more,
          },
        ],
      },
    },
  }
}
