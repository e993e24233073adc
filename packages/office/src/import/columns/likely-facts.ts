import type { Text } from '@tiaoli/engine'
import { groupedBy, type ImportColumn } from '@tiaoli/engine/plan'
import type { Scope } from '../../scope.ts'
import { Memory } from '../../remembered.ts'
import { othersIn } from './heading-brackets.ts'
import type { Synonyms } from './heading-synonyms.ts'
import type { SheetColumn } from './sheet-column.ts'
import { relativeYear, withoutRelativeYears, withoutYears, yearOfHeadings } from './heading-year.ts'
import { likenessOf } from './label-likeness.ts'

type Fact = Scope['given'][number]

/** How alike a heading and a label have to be: 1 is the same. 组织形式 is not 党组织形式. */
const ALIKE = 0.9

/** A fact that a column may give, and whether it is of a year. */
export interface ColumnFact {
  readonly fact: string
  readonly label: Text
  readonly isOfYear: boolean
}

/** What columns of a table may give whose rows are records of a scope. */
export function columnFacts(scope: Scope): ColumnFact[] {
  const facts = (of: Scope, isOfYear: boolean) =>
    factsOf(of).map((fact): ColumnFact => ({ fact: nameOf(fact), label: fact.label, isOfYear }))
  return [...facts(scope, false), ...scope.children.flatMap((child) => (child.keyed ? facts(child, true) : []))]
}

/** Facts that one cell can give: no ids, references or parts of attestations, and none of what happened several times. */
function factsOf(scope: Scope): Fact[] {
  return scope.given.filter(
    ({ type, path, isKey }) => !isKey && !UNGUESSED.has(type) && !(PARTS.has(path.at(-1)!) && path.length > 1),
  )
}

const UNGUESSED: ReadonlySet<string> = new Set(['id', 'reference', 'text'])
const PARTS: ReadonlySet<string> = new Set(['attestedOn', 'attestedBy', 'evidenceRef'])

/** What a column gives that is called as a fact is. */
export type LikelyColumn = ImportColumn & { readonly fact: string }

export interface LikelyOptions {
  /** What others give already. */
  readonly others?: Iterable<ImportColumn>
  /** Whether another column gives the year of each row. */
  readonly hasYears?: boolean
  /** What headings call otherwise than the catalogue. */
  readonly synonyms: Synonyms
}

/**
 * What columns give by the labels of a scope: each fact by the column that is most like it, if no other is as much. Facts
 * that others give are left out; those by year are of columns of which it is said of which year they are.
 */
export function likelyFacts(
  columns: readonly SheetColumn[],
  scope: Scope,
  { others = [], hasYears = false, synonyms }: LikelyOptions,
): Map<SheetColumn, LikelyColumn> {
  const given = new Set([...others].flatMap(({ fact }) => fact ?? []))
  const yearly = scope.children.filter(({ keyed }) => keyed)
  const pairs = columns.flatMap((column): Pair[] => {
    const { year, plain } = unyeared(column)
    const scopes = year === undefined ? (hasYears ? [scope, ...yearly] : [scope]) : yearly
    return scopes
      .flatMap((one) => alikeFacts(column, one, synonyms))
      .flatMap(({ fact, likeness }) => {
        const isOther = given.has(nameOf(fact)) || plain.some((heading) => othersIn(heading, fact.type).length > 0)
        return isOther ? [] : [{ column, fact, likeness, rivals: `${fact.name} ${String(year)}` }]
      })
  })
  const ofColumn = groupedBy(pairs, ({ column }) => column)
  const rivals = groupedBy(pairs, (pair) => pair.rivals)
  const [likest, likestOfRivals] = [ofColumn, rivals].map(
    (groups: ReadonlyMap<unknown, readonly Pair[]>) => new Map([...groups].map(([key, all]) => [key, onlyLikest(all)])),
  )
  return new Map(
    columns.flatMap((column): [SheetColumn, LikelyColumn][] => {
      const first = likest!.get(column)
      if (!first || likestOfRivals!.get(first.rivals) !== first) return []
      const { headings, year } = unyeared(column)
      const [under] = headings.length > 1 ? headings : []
      return [
        [
          column,
          {
            headings: [headings.at(-1) ?? ''],
            ...(under !== undefined && { under }),
            fact: nameOf(first.fact),
            ...(typeof year === 'string' && { year }),
          },
        ],
      ]
    }),
  )
}

/** A column and a fact that it may give. */
interface Pair {
  readonly column: SheetColumn
  readonly fact: Fact
  readonly likeness: number
  /** The same for all that are about this fact of the same year. */
  readonly rivals: string
}

/** The one that is more alike than all others. */
function onlyLikest(pairs: readonly Pair[]): Pair | undefined {
  const most = Math.max(...pairs.map(({ likeness }) => likeness))
  const [first, next] = pairs.filter(({ likeness }) => likeness === most)
  return next ? undefined : first
}

/** A column without the year that its headings name. */
interface Unyeared {
  readonly headings: readonly string[]
  /** The same without words for years. */
  readonly plain: readonly string[]
  readonly year: number | 'previous' | 'current' | undefined
}

const UNYEARED = new WeakMap<SheetColumn, Unyeared>()

function unyeared(column: SheetColumn): Unyeared {
  const known = UNYEARED.get(column)
  if (known) return known
  const year = yearOfHeadings(column.headings) ?? relativeYear(column.headings)
  const headings = year === undefined ? column.headings : withoutYears(column.headings)
  const made = { headings, plain: withoutRelativeYears(headings), year }
  UNYEARED.set(column, made)
  return made
}

interface AlikeFact {
  readonly fact: Fact
  readonly likeness: number
}

/** Also of other parts of the sheet, which have columns of their own. */
const REMEMBERED = new Memory<readonly AlikeFact[]>()
const ALIKE_FACTS = new WeakMap<SheetColumn, Map<Scope, readonly AlikeFact[]>>()

/** The facts of a scope that a column is called like, found once: it is asked for every table that there is. */
function alikeFacts(column: SheetColumn, scope: Scope, synonyms: Synonyms): readonly AlikeFact[] {
  const known = ALIKE_FACTS.get(column) ?? new Map<Scope, readonly AlikeFact[]>()
  ALIKE_FACTS.set(column, known)
  const { plain } = unyeared(column)
  const own =
    known.get(scope) ??
    REMEMBERED.of(JSON.stringify([synonyms.id, scope.name, ...plain]), () => alikeIn(plain, scope, synonyms))
  known.set(scope, own)
  return own
}

function alikeIn(headings: readonly string[], scope: Scope, synonyms: Synonyms): AlikeFact[] {
  const likeness = likenessOf(headings, synonyms)
  return factsOf(scope)
    .map((fact) => ({ fact, likeness: likeness(fact) }))
    .filter((one) => one.likeness >= ALIKE)
}

/** An attestation is given as a whole. */
function nameOf({ name, path }: Fact): string {
  return path.at(-1) === 'value' ? name.slice(0, -'.value'.length) : name
}

/** The heading right over a column. */
export function lastHeading({ headings }: SheetColumn): string {
  return headings.at(-1) ?? ''
}
