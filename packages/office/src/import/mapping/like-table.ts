import type { ImportColumn, ImportTable, Plan } from '@tiaoli/engine/plan'
import { conditionsOf } from '../columns/conditions.ts'
import { headingSynonyms } from '../columns/heading-synonyms.ts'
import { lastHeading, likelyFacts, type LikelyColumn } from '../columns/likely-facts.ts'
import { isCalled, type SheetColumn } from '../columns/sheet-column.ts'
import type { TableHead } from '../table/table-head.ts'
import { columnsOfPersons, isNameOfPerson, personsOf } from './columns-of-persons.ts'
import { usualWords } from './usual-meanings.ts'

/** As much of a table of the pack as is under these headings, by what it says of them; undefined where nothing names the records. */
export function likeTable(
  known: ImportTable,
  matches: ReadonlyMap<SheetColumn, readonly ImportColumn[]>,
  head: TableHead,
  plan: Plan,
): ImportTable | undefined {
  const { row, counts = [], persons, columns = [] } = known
  const isNaming = ({ record }: ImportColumn) => record !== undefined && (row === undefined || record === row)
  const [naming, named = []] = [...matches].find(([, all]) => all.some(isNaming)) ?? []
  const found = new Set([...matches.values()].flat())
  const names = new Set([...found].flatMap(({ headings }) => headings))
  const isFound = (name: string) => names.has(name)
  const counted = counts.filter(({ where = [] }) => where.every(({ column }) => isFound(column)))
  if (known.noLedger || !naming || (counts.length > 0 && counted.length === 0)) return undefined
  const called = row === undefined ? undefined : columnsOfPersons(head).find(isNameOfPerson)
  if (called && !matches.get(called)?.some(({ person, somebody }) => person ?? somebody)) return undefined
  const scope = row === undefined ? undefined : plan.scopes.get(row)
  const others = head.columns.filter((column) => !matches.has(column))
  const likely = scope
    ? distinct(likelyFacts(others, scope, { others: found, synonyms: headingSynonyms(plan) }).values())
    : []
  const facts = likely.map((column) => withWords(column, plan))
  // A column that is read for the year in its heading has the headings of the one of the pack.
  const used = new Set([...found].map(({ headings }) => headings))
  // What is around the records may be named by titles where no column has it.
  const around = new Set<string | undefined>()
  for (let outer = scope?.parent; outer?.parent; outer = outer.parent) around.add(outer.name)
  return {
    ...known,
    ...(counts.length > 0 && { counts: counted, except: known.except?.filter(({ column }) => isFound(column)) }),
    has: [named.find(isNaming)!.headings.find((name) => isCalled(naming, name)) ?? lastHeading(naming)],
    persons: persons && isFound(persons.name) ? personsOf(persons, counted, isFound) : undefined,
    columns: [
      ...columns
        .filter((column) => used.has(column.headings) || around.has(column.record) || asksOf(column, isFound))
        .flatMap((column) => askingOnly(column, isFound))
        .map((column) =>
          column.otherwise !== undefined && !isFound(column.otherwise) ? { ...column, otherwise: undefined } : column,
        ),
      ...facts,
    ],
  }
}

/** Whether a column would be read by what another says that is there: by it, two ticks are known to contradict each other. */
function asksOf(column: ImportColumn, isThere: (name: string) => boolean): boolean {
  return conditionsOf(column).some((condition) => isThere(condition.column))
}

/** A column that asks no column which is not there; none where it asks only such. */
function askingOnly(column: ImportColumn, isThere: (name: string) => boolean): ImportColumn[] {
  if (!column.when) return [column]
  const [when, ...others] = conditionsOf(column).filter((condition) => isThere(condition.column))
  return when ? [{ ...column, when: others.length > 0 ? [when, ...others] : when }] : []
}

/** Columns of several years are one to a mapping. */
export function distinct(columns: Iterable<LikelyColumn>): LikelyColumn[] {
  return [...new Map([...columns].map((column) => [JSON.stringify(column), column])).values()]
}

/** What the pack says of the words in columns of the same fact, or of one with the same values. */
export function withWords(column: LikelyColumn, plan: Plan): LikelyColumn {
  const words = usualWords(plan, column)
  return Object.keys(words).length > 0 ? { ...column, words } : column
}
