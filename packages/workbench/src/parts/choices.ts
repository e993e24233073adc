import type { Picture, Unit } from '../engine/picture.ts'

/** A part of the ledger that can be chosen: all of it, a group with all that is in it, or one record. */
export interface Choice {
  readonly pointer: string | undefined
  readonly unit: Unit | undefined
  /** Its records; none for all. */
  readonly subjects: readonly string[] | undefined
}

export function choicesIn({ groups }: Picture): Choice[] {
  return [
    { pointer: undefined, unit: undefined, subjects: undefined },
    ...groups.flatMap(({ unit, own, rows }): Choice[] => [
      ...(unit
        ? [
            {
              pointer: unit.pointer,
              unit,
              subjects: [...(own?.subjects ?? []), ...rows.flatMap((row) => row.subjects)],
            },
          ]
        : []),
      ...rows.map((row) => ({ pointer: row.unit.pointer, unit: row.unit, subjects: row.subjects })),
    ]),
  ]
}
