import type { ImportColumn } from '@tiaoli/engine/plan'
import { looksPersonal } from '../looks-personal.ts'
import type { Scope } from './draft-record.ts'
import type { SheetColumn } from './table-head.ts'
import { headingKey, withoutBrackets } from './words.ts'

type Fact = Scope['given'][number]

/** Headings that mean the same; the word of the catalogue comes last. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/时间/g, '日期'],
  [/(?:总人数|总数|人数|数量|数)$/, ''],
  [/律师事务所|事务所/g, '律所'],
  [/^(?:是否|有无|其中)/, ''],
  [/(?:基本|设置)?情况/g, ''],
  [/执业律师/g, '律师'],
  [/的/g, ''],
]
/** How alike a heading and a label have to be: 1 is the same. 组织形式 is not 党组织形式. */
const ALIKE = 0.9

/** Facts that one cell can give: no ids, references or parts of attestations, and none of what happened several times. */
function factsOf(scope: Scope): Fact[] {
  return scope.given.filter(({ type, path }) => !UNGUESSED.has(type) && !(PARTS.has(path.at(-1)!) && path.length > 1))
}

const UNGUESSED: ReadonlySet<string> = new Set(['id', 'reference', 'text'])
const PARTS: ReadonlySet<string> = new Set(['attestedOn', 'attestedBy', 'evidenceRef'])

/** What a column gives that is called as a fact is. */
export type LikelyColumn = ImportColumn & { readonly fact: string }

/**
 * What columns give by the labels of a scope: each fact by the column that is most like it, if no other is as much. Facts
 * that others give are left out.
 */
export function likelyFacts(
  columns: readonly SheetColumn[],
  scope: Scope,
  others: Iterable<ImportColumn> = [],
): Map<SheetColumn, LikelyColumn> {
  const given = new Set([...others].flatMap(({ fact }) => fact ?? []))
  const facts = factsOf(scope).filter((fact) => !given.has(nameOf(fact)))
  const pairs = columns.flatMap((column) =>
    facts.flatMap((fact) => {
      const likeness = likenessOf(column, fact)
      return likeness >= ALIKE ? [{ column, fact, likeness }] : []
    }),
  )
  const likely = columns.flatMap((column): [SheetColumn, LikelyColumn][] => {
    const own = pairs.filter((pair) => pair.column === column).sort((a, b) => b.likeness - a.likeness)
    const [best, next] = own
    if (!best || next?.likeness === best.likeness) return []
    const rivals = pairs.filter((pair) => pair.fact === best.fact && pair.column !== column)
    if (rivals.some(({ likeness }) => likeness >= best.likeness)) return []
    const [under] = column.headings.length > 1 ? column.headings : []
    const above = under === undefined ? {} : { under }
    return [[column, { headings: [lastHeading(column)], ...above, fact: nameOf(best.fact) }]]
  })
  return new Map(likely)
}

/** An attestation is given as a whole. */
function nameOf({ name, path }: Fact): string {
  return path.at(-1) === 'value' ? name.slice(0, -'.value'.length) : name
}

/** How alike the headings of a column and the label of a fact are; the upper headings may be part of what is meant. */
function likenessOf({ headings }: SheetColumn, { label }: Fact): number {
  const wanted = plainKey(label.zh)
  const last = plainKey(headings.at(-1) ?? '')
  const whole = plainKey(headings.map(headingKey).join(''))
  return Math.max(sharedPairs(last, wanted), sharedPairs(whole, wanted))
}

/** A heading or a label without what makes no difference. */
export function plainKey(text: string): string {
  if (looksPersonal(text) !== undefined) return ''
  return SYNONYMS.reduce(
    (key, [from, to]) => key.replace(from, to),
    withoutBrackets(headingKey(text)) || headingKey(text),
  )
}

/** Which part of the pairs of letters of two texts they have in common. */
function sharedPairs(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return 1
  const pairsIn = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2))
  const [left, right] = [pairsIn(a), pairsIn(b)]
  const common = left.filter((pair) => right.includes(pair)).length
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length)
}

/** The heading right over a column. */
export function lastHeading({ headings }: SheetColumn): string {
  return headings.at(-1) ?? ''
}
