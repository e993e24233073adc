import type { Picture, Unit } from '../engine/picture.ts'

/** A part of the ledger that can be chosen: all of it, a group with all that is in it, or one record. */
export interface LedgerChoice {
  /** What the address calls it. */
  readonly key: string | undefined
  readonly unit: Unit | undefined
  /** Its records; none for all. */
  readonly subjects: readonly string[] | undefined
}

export function choicesIn({ groups }: Picture): LedgerChoice[] {
  return [
    { key: undefined, unit: undefined, subjects: undefined },
    ...groups.flatMap(({ unit, own, rows }): LedgerChoice[] => [
      ...(unit
        ? [
            {
              key: unit.key,
              unit,
              subjects: [...(own?.subjects ?? []), ...rows.flatMap((row) => row.subjects)],
            },
          ]
        : []),
      ...rows.map((row) => ({ key: row.unit.key, unit: row.unit, subjects: row.subjects })),
    ]),
  ]
}

/** The choice that an address names: all where it names none, and none where the ledger has no such record. */
export function chosenIn(
  choices: readonly LedgerChoice[],
  { row }: Readonly<Record<string, string>>,
): LedgerChoice | undefined {
  return choices.find(({ key }) => key === row)
}
