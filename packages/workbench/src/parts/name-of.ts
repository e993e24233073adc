import type { Text } from '@tiaoli/engine'
import type { Row, Unit } from '../engine/picture.ts'

/** What a record is called: its name in the ledger or in the table of names, its id, else its kind and place. */
export function nameOf(
  { id, name, label, pointer }: Unit,
  names: Readonly<Record<string, string>>,
  text: (text: Text) => string,
): string {
  if (name !== undefined) return name
  if (id !== pointer) return names[id] ?? id
  const position = Number(pointer.split('/').at(-1))
  return Number.isNaN(position) || pointer === '' ? text(label) : `${text(label)} ${position + 1}`
}

/** What is called by the kinds of its records where it has no name of its own. */
export function kindsIn(rows: readonly Row[], text: (text: Text) => string): string {
  return [...new Set(rows.map(({ unit }) => text(unit.label)))].join(' · ')
}
