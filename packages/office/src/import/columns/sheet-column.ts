import { remembered } from '../../remembered.ts'
import { headingKey, withoutBrackets } from '../../values/words.ts'

/** A column of a sheet, by the headings over it. */
export interface SheetColumn {
  /** From 1. */
  readonly column: number
  /** From the top, each once. */
  readonly headings: readonly string[]
  /** The cell of the last heading. */
  readonly address: string
  /** Whether nothing stands below the headings. */
  readonly isEmpty?: boolean
}

const BEFORE = '/'

/** Whether a column of a sheet is called so, under one of some headings. */
export function isCalled(column: SheetColumn, name: string, under?: string | readonly string[]): boolean {
  const { paths, above } = namesOf(column)
  const wanted = wantedKey(name)
  const upper = under === undefined ? undefined : [under].flat()
  return (
    paths.some((path) => areSame(path, wanted)) &&
    (upper === undefined || upper.some((one) => above.some((key) => areSame(key, wantedKey(one)))))
  )
}

/** What a column is called by, and what asks for a name: one of these is the same where `isCalled` says so. */
export function keysOf(column: SheetColumn): readonly string[] {
  return namesOf(column).marked
}

export function keysCalled(name: string): string[] {
  return markedKeys(wantedKey(name))
}

/** With and without brackets are not compared with each other. */
function markedKeys({ whole, bare }: Key): string[] {
  return bare === '' ? [`=${whole}`] : [`=${whole}`, `~${bare}`]
}

interface Key {
  readonly whole: string
  readonly bare: string
}

interface ColumnNames {
  /** The last heading, and each with those under it: 名称 under 党支部 is 党支部名称. */
  readonly paths: readonly Key[]
  readonly above: readonly Key[]
  /** What the paths are looked up by. */
  readonly marked: readonly string[]
}

const NAMES = new WeakMap<SheetColumn, ColumnNames>()
const WANTED = new Map<string, Key>()

function namesOf(column: SheetColumn): ColumnNames {
  let names = NAMES.get(column)
  if (!names) {
    const keys = column.headings.map(headingKey)
    const paths = keys.flatMap((_, i) => ['', BEFORE].map((between) => keyFrom(keys.slice(i).join(between))))
    const marked = [...new Set(paths.flatMap(markedKeys))]
    NAMES.set(column, (names = { paths, above: keys.slice(0, -1).map(keyFrom), marked }))
  }
  return names
}

function wantedKey(name: string): Key {
  let key = WANTED.get(name)
  if (!key) WANTED.set(name, (key = keyFrom(headingKey(name))))
  return key
}

const keyFrom = remembered((whole): Key => ({ whole, bare: withoutBrackets(whole) }))

function areSame(key: Key, wanted: Key): boolean {
  return key.whole === wanted.whole || (key.bare !== '' && key.bare === wanted.bare)
}
