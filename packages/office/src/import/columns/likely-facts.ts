import type { Text } from '@tiaoli/engine'
import type { ImportColumn } from '@tiaoli/engine/plan'
import { looksPersonal } from '../../looks-personal.ts'
import type { Scope } from '../../scope.ts'
import { othersIn } from './heading-brackets.ts'
import type { Synonyms } from './heading-synonyms.ts'
import type { SheetColumn } from './sheet-column.ts'
import { relativeYear, withoutRelativeYears, withoutYears, yearOfHeadings } from './heading-year.ts'
import { kindAsked, sayingWords, sharedWords } from './word-likeness.ts'
import { headingKey, withoutBrackets } from '../../values/words.ts'

type Fact = Scope['given'][number]

/** What makes no difference in any heading. */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/时间/g, '日期'],
  [/(?:总人数|总数|人数|数量|数)$/, ''],
  [/^(?:是否|有无|其中)/, ''],
  [/(?:基本|设置)?情况/g, ''],
  [/的/g, ''],
]
/** Asks whether, and so for no number: 是否党员 is not 党员人数. */
const ASKS_WHETHER = /^(?:是否|有无)/
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

/** A column without the year that its headings name, and the facts that it may give. */
interface Candidate {
  readonly column: SheetColumn
  readonly headings: readonly string[]
  /** The same without words for years. */
  readonly plain: readonly string[]
  readonly year: number | 'previous' | 'current' | undefined
  readonly facts: readonly Fact[]
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
  const isOpen = (fact: Fact) => !given.has(nameOf(fact))
  const own = factsOf(scope).filter(isOpen)
  const yearly = scope.children.flatMap((child) => (child.keyed ? factsOf(child).filter(isOpen) : []))
  const candidates = columns.map((column): Candidate => {
    const year = yearOfHeadings(column.headings) ?? relativeYear(column.headings)
    const headings = year === undefined ? column.headings : withoutYears(column.headings)
    const plain = withoutRelativeYears(headings)
    return {
      column,
      headings,
      plain,
      year,
      facts: year === undefined ? (hasYears ? [...own, ...yearly] : own) : yearly,
    }
  })
  const pairs = candidates.flatMap((candidate) =>
    candidate.facts.flatMap((fact) => {
      const isOther = candidate.plain.some((heading) => othersIn(heading, fact.type).length > 0)
      const likeness = isOther ? 0 : likenessOf(candidate.plain, fact, synonyms)
      return likeness >= ALIKE ? [{ candidate, fact, likeness }] : []
    }),
  )
  const likely = candidates.flatMap((candidate): [SheetColumn, LikelyColumn][] => {
    const best = pairs.filter((pair) => pair.candidate === candidate).sort((a, b) => b.likeness - a.likeness)
    const [first, next] = best
    if (!first || next?.likeness === first.likeness) return []
    const rivals = pairs.filter(
      (pair) => pair.fact === first.fact && pair.candidate !== candidate && pair.candidate.year === candidate.year,
    )
    if (rivals.some(({ likeness }) => likeness >= first.likeness)) return []
    const { column, headings, year } = candidate
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
  })
  return new Map(likely)
}

/** An attestation is given as a whole. */
function nameOf({ name, path }: Fact): string {
  return path.at(-1) === 'value' ? name.slice(0, -'.value'.length) : name
}

/** How alike headings and the label of a fact are, in any language; the upper headings may be part of what is meant. */
function likenessOf(headings: readonly string[], fact: Fact, synonyms: Synonyms): number {
  return synonyms.remembered(JSON.stringify([fact.name, ...headings]), () => newLikenessOf(headings, fact, synonyms))
}

function newLikenessOf(headings: readonly string[], fact: Fact, synonyms: Synonyms): number {
  const texts = [headings.at(-1) ?? '', headings.join(' ')]
  const labels = [...new Set([fact.label.zh, fact.label.en])]
  return Math.max(...labels.flatMap((label) => texts.map((text) => textLikeness(text, label, fact, synonyms))))
}

function textLikeness(text: string, label: string, { type, unit }: Fact, synonyms: Synonyms): number {
  if (isChinese(label))
    return type === 'integer' && ASKS_WHETHER.test(text)
      ? 0
      : sharedPairs(plainKey(text, synonyms), plainKey(label, synonyms))
  const heading = inWords(text, synonyms)
  const asked = kindAsked(heading)
  if ((asked === 'date' && type !== 'date') || (asked === 'number' && type !== 'integer')) return 0
  const units = unit ? [unit.zh, unit.en, unit.one ?? ''] : []
  return sharedWords(sayingWords(heading, units), sayingWords(label, units))
}

/** A heading with the words of labels; what is personal is never said otherwise. */
export function inWords(heading: string, synonyms: Synonyms): string {
  return looksPersonal(heading) === undefined ? synonyms.inWords(heading) : heading
}

export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

/** A heading or a label without what makes no difference. */
export function plainKey(text: string, synonyms: Synonyms): string {
  if (looksPersonal(text) !== undefined) return ''
  const own = synonyms.inKey(withoutBrackets(headingKey(text)) || headingKey(text))
  return PLAINER.reduce((key, [from, to]) => key.replace(from, to), own)
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
