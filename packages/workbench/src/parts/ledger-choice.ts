import type { Picture, Unit } from '../engine/picture.ts'

/** A part of the ledger that can be chosen: all of it, a group with all that is in it, or one record. */
export interface LedgerChoice {
  /** What the address calls it. */
  readonly key: string | undefined
  readonly unit: Unit | undefined
  /** Its records; none for all. */
  readonly subjects: readonly string[] | undefined
  /** Of how many records it is, where these were picked one by one. */
  readonly picked?: number
}

/** No name of a record goes over two lines. */
const BETWEEN = '\n'

/** Records that were picked, as an address names them. */
export function writtenRows(keys: readonly string[]): string {
  return keys.join(BETWEEN)
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
  { row, rows }: Readonly<Record<string, string>>,
): LedgerChoice | undefined {
  return rows === undefined ? choices.find(({ key }) => key === row) : pickedIn(choices, rows)
}

function pickedIn(choices: readonly LedgerChoice[], rows: string): LedgerChoice | undefined {
  const keys = new Set(rows.split(BETWEEN))
  const found = choices.filter(({ key }) => key !== undefined && keys.has(key))
  // Of a choice that is there in part nobody would know what is left out.
  if (found.length < keys.size) return undefined
  return { key: rows, unit: undefined, subjects: found.flatMap(({ subjects = [] }) => subjects), picked: found.length }
}
