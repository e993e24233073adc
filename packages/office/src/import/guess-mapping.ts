import type { ImportColumn, ImportFile, ImportTable, Plan } from '@tiaoli/engine/plan'
import { looksPersonal } from '../looks-personal.ts'
import type { Sheet, Workbook } from '../workbook.ts'
import type { Scope } from './draft-record.ts'
import { headsOf, type SheetColumn, type TableHead } from './table-head.ts'
import { headingKey, USUAL_WORDS, withoutBrackets } from './words.ts'

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
/** Columns about persons: a table that has one of them is a roster. */
const PERSONAL = /^(?:姓名|性别|民族|出生(?:日期|年月|时间)|(?:公民)?身份证?号码?|身份证|联系电话|手机号?码?)$/
const NAME_OF = /名称$/

/**
 * A mapping guessed from the headings of workbooks by the labels of the catalogue. What it does not know it leaves out; a
 * roster is left to a person, since nothing says whom it counts.
 */
export function guessMapping(workbooks: readonly Workbook[], plan: Plan): ImportFile {
  const sheets = workbooks.flatMap((book) => book.sheets).filter(({ hidden }) => !hidden)
  const tables = sheets.flatMap((sheet) => guessTable(sheet, plan) ?? [])
  const distinct = new Map(tables.map((table) => [JSON.stringify(table.has), table]))
  return {
    id: 'guessed',
    title: { zh: '按表头推测', en: 'Guessed from headings' },
    guessed: true,
    head: { on: ['填报日期', '填表日期'], unit: ['单位', '金额单位'] },
    units: unitsOf(plan),
    blank: [...USUAL_WORDS.blank],
    none: [...USUAL_WORDS.none],
    tables: distinct.size > 0 ? [...distinct.values()] : [NOTHING],
  }
}

const NOTHING: ImportTable = {
  title: { zh: '没有认出表', en: 'No table is known' },
  has: ['—'],
  noLedger: { zh: '没有认出表。', en: 'No table is known.' },
}

/** Yuan is written by the thousands too; of other currencies only the smallest unit is known. */
function unitsOf({ pack }: Plan): Record<string, number> {
  return pack.currency === undefined ? { 元: 100, 万元: 1_000_000 } : { [pack.currency.minor.unit.zh]: 1 }
}

function guessTable(sheet: Sheet, plan: Plan): ImportTable | undefined {
  let best: { table: ImportTable; columns: number; head: TableHead } | undefined
  for (const head of headsOf(sheet)) {
    const table = tableUnder(head, plan)
    if (!table) continue
    const columns = table.columns?.length ?? 0
    const isBetter = !best || columns > best.columns || (columns === best.columns && head.lastRow <= best.head.lastRow)
    if (isBetter) best = { table, columns, head }
  }
  return best?.table
}

/** The table of which these rows are the headings; undefined unless a column has the names of records. */
function tableUnder({ columns }: TableHead, plan: Plan): ImportTable | undefined {
  const personal = columns.filter(({ headings }) => PERSONAL.test(lastKey(headings)))
  if (personal.length > 1 && personal.every(({ headings }) => headings.length === 1))
    return {
      title: { zh: '花名册', en: 'A roster' },
      has: personal.slice(0, 2).map(({ headings }) => headings.at(-1)!),
      noLedger: {
        zh: '每行是一个人，怎样计数须由导入说明写明。',
        en: 'Each row is a person; how they are counted, a mapping has to say.',
      },
    }
  const named = columns.flatMap((column) => {
    const scope = scopeNamed(column, plan)
    return scope ? [{ column, scope }] : []
  })
  const row = named.find(({ column }) => NAME_OF.test(lastKey(column.headings)))
  if (!row) return undefined
  const around = named.filter(({ scope }) => scope !== row.scope && isAround(scope, row.scope))
  const facts = bestFacts(
    columns.filter((column) => !named.some((one) => one.column === column)),
    factsOf(row.scope),
  )
  const found: ImportColumn[] = [
    ...around.map(({ column, scope }) => ({ headings: [heading(column)], record: scope.name, fill: true as const })),
    { headings: [heading(row.column)], record: row.scope.name },
    ...facts,
  ]
  return {
    title: row.scope.label,
    has: [heading(row.column)],
    row: row.scope.name,
    columns: found,
  }
}

function heading({ headings }: SheetColumn): string {
  return headings.at(-1)!
}

function lastKey(headings: readonly string[]): string {
  return withoutBrackets(headingKey(headings.at(-1) ?? ''))
}

/** The scope with names whose records a column names: 律师事务所名称, 县（市、区）. */
function scopeNamed({ headings }: SheetColumn, { scopes }: Plan): Scope | undefined {
  const key = plainKey(headings.at(-1) ?? '').replace(NAME_OF, '')
  return [...scopes.values()].find(
    ({ label, layout, parent }) => parent && layout.has('name') && key !== '' && plainKey(label.zh) === key,
  )
}

function isAround(scope: Scope, inner: Scope): boolean {
  for (let at: Scope | undefined = inner; at; at = at.parent) if (at === scope) return true
  return false
}

/** Facts that one cell can give: no ids, references or parts of attestations, and none of what happened several times. */
function factsOf(scope: Scope): Fact[] {
  return scope.given.filter(({ type, path }) => !UNGUESSED.has(type) && !(PARTS.has(path.at(-1)!) && path.length > 1))
}

const UNGUESSED: ReadonlySet<string> = new Set(['id', 'reference', 'text'])
const PARTS: ReadonlySet<string> = new Set(['attestedOn', 'attestedBy', 'evidenceRef'])

/** Each fact by the column that is most like it, if no other is as much. */
function bestFacts(columns: readonly SheetColumn[], facts: readonly Fact[]): ImportColumn[] {
  const pairs = columns.flatMap((column) =>
    facts.flatMap((fact) => {
      const likeness = likenessOf(column, fact)
      return likeness >= ALIKE ? [{ column, fact, likeness }] : []
    }),
  )
  return columns.flatMap((column): ImportColumn[] => {
    const own = pairs.filter((pair) => pair.column === column).sort((a, b) => b.likeness - a.likeness)
    const [best, next] = own
    if (!best || next?.likeness === best.likeness) return []
    const rivals = pairs.filter((pair) => pair.fact === best.fact && pair.column !== column)
    if (rivals.some(({ likeness }) => likeness >= best.likeness)) return []
    const [under] = column.headings.length > 1 ? column.headings : []
    const name = best.fact.path.at(-1) === 'value' ? best.fact.name.slice(0, -'.value'.length) : best.fact.name
    return [{ headings: [heading(column)], ...(under === undefined ? {} : { under }), fact: name }]
  })
}

/** How alike the headings of a column and the label of a fact are; the upper headings may be part of what is meant. */
function likenessOf({ headings }: SheetColumn, { label }: Fact): number {
  const wanted = plainKey(label.zh)
  const last = plainKey(headings.at(-1) ?? '')
  const whole = plainKey(headings.map(headingKey).join(''))
  return Math.max(sharedPairs(last, wanted), sharedPairs(whole, wanted))
}

function plainKey(text: string): string {
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
