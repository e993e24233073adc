import {
  OwnLanguages,
  YUAN,
  type ImportColumn,
  type ImportFile,
  type ImportTable,
  type Plan,
} from '@tiaoli/engine/plan'
import type { Sheet, Workbook } from '../../workbook.ts'
import type { Scope } from '../../scope.ts'
import { wayUp } from '../../way-up.ts'
import { isYearColumn } from '../columns/heading-year.ts'
import { headingSynonyms, type Synonyms } from '../columns/heading-synonyms.ts'
import { inWords, isChinese, plainKey } from '../columns/label-likeness.ts'
import { lastHeading, likelyFacts, type LikelyColumn } from '../columns/likely-facts.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import { columnsOfPersons, lastKey, SERIAL } from './columns-of-persons.ts'
import { columnsKnown, findTable, isNearer } from '../table/find-table.ts'
import { matchColumns } from '../table/match-columns.ts'
import { headsOf, type TableHead } from '../table/table-head.ts'
import { sideBySide } from '../table/side-by-side.ts'
import { TablesByHeading } from '../table/tables-by-heading.ts'
import { withTitleColumns } from '../table/title-column.ts'
import { usualSettings } from '../../values/usual-settings.ts'
import { sayingWords, sharedWords } from '../columns/word-likeness.ts'
import { Memory } from '../../remembered.ts'
import { headingKey } from '../../values/words.ts'
import { distinct, likeTable, withWords } from './like-table.ts'

const NAME_IN_CHINESE = /名称$/
const NAME_OF = /名称$|\bname\b/i
/** Columns of codes that are made anew. */
const CODE = /^(?:编号|代号|代码|id|code|ref(?:\.|erence)?)$/

/**
 * A mapping guessed from the headings of workbooks: by what the pack says of columns that are called so, whatever else is
 * in the table, and by the labels of the catalogue. What it does not know it leaves out.
 */
export function guessMapping(workbooks: readonly Workbook[], plan: Plan): ImportFile {
  const sheets = workbooks.flatMap((book) => book.sheets).filter(({ hidden }) => !hidden)
  const tables = sheets.flatMap((sheet) =>
    sideBySide(sheet, (part) => guessTable(part, plan) !== undefined).flatMap((part) => guessTitled(part, plan) ?? []),
  )
  const distinctTables = new Map(tables.map((table) => [JSON.stringify(table), table]))
  const { titles, ...settings } = usualSettings(plan)
  // So that the pack takes it, it has words in no other language.
  return new OwnLanguages(plan.reading).of<ImportFile>({
    ...settings,
    titles: titles && titlesOf(tables, titles),
    id: 'guessed',
    title: { zh: '按表头推测', en: 'Guessed from headings' },
    guessed: true,
    tables: distinctTables.size > 0 ? [...distinctTables.values()] : [NOTHING],
  })
}

/** What titles say in columns that one of the tables has. */
function titlesOf(tables: readonly ImportTable[], titles: NonNullable<ImportFile['titles']>): ImportFile['titles'] {
  const headings = new Set(tables.flatMap(({ columns = [] }) => columns.flatMap((column) => column.headings)))
  const asked = Object.entries(titles).filter(([heading]) => headings.has(heading))
  return asked.length > 0 ? Object.fromEntries(asked) : undefined
}

const NOTHING: ImportTable = {
  title: { zh: '没有认出表', en: 'No table is known' },
  has: ['—'],
  noLedger: { zh: '没有认出表。', en: 'No table is known.' },
}

/** The table of a sheet, also by columns that only its titles speak of. */
function guessTitled(sheet: Sheet, plan: Plan): ImportTable | undefined {
  const table = guessTable(sheet, plan)
  if (!table?.row) return table
  const asked = [...plan.imports.values()].flatMap(({ tables }) => tables.flatMap(({ columns = [] }) => columns))
  const tables = [{ ...table, columns: [...(table.columns ?? []), ...asked] }]
  const titled = withTitleColumns(sheet, { ...usualSettings(plan), tables }, plan.scopes)
  const isSame = ({ has, row }: ImportTable) => row === table.row && String(has[0]) === String(table.has[0])
  return (titled === sheet ? undefined : guessTable(titled, plan, isSame)) ?? table
}

function guessTable(
  sheet: Sheet,
  plan: Plan,
  isWanted: (table: ImportTable) => boolean = () => true,
): ImportTable | undefined {
  const known = tablesOf(plan)
  const totals = findTable(
    sheet,
    known.all.filter(({ noLedger }) => noLedger),
    plan.scopes,
  )
  if (totals) return totals.table
  let best: { table: ImportTable; columns: number; head: TableHead } | undefined
  for (const head of headsOf(sheet)) {
    const like = known
      .under(head)
      .map(([table, about]) => likeTable(table, matchColumns(about, table.columns ?? [], plan.scopes), head, plan))
    for (const table of [...like, tableUnder(head, plan)]) {
      if (!table || !isWanted(table)) continue
      const columns = columnsKnown({ matches: matchColumns(head, table.columns ?? [], plan.scopes) })
      const isBetter = !best || columns > best.columns || (columns === best.columns && isNearer(head, best.head))
      if (isBetter) best = { table, columns, head }
    }
  }
  return best?.table
}

const TABLES = new WeakMap<Plan, TablesByHeading>()

function tablesOf(plan: Plan): TablesByHeading {
  const known = TABLES.get(plan)
  if (known) return known
  const made = new TablesByHeading([...plan.imports.values()].flatMap(({ tables }) => tables))
  TABLES.set(plan, made)
  return made
}

/** The table of which these rows are the headings, by the catalogue; undefined unless a column has the names of records. */
function tableUnder(head: TableHead, plan: Plan): ImportTable | undefined {
  const { columns } = head
  const personal = columnsOfPersons(head)
  if (personal.length > 0)
    return {
      title: { zh: '花名册', en: 'A roster' },
      has: personal.slice(0, 2).map(lastHeading),
      noLedger: {
        zh: '每行是一个人，怎样计数须由对照设置写明。',
        en: 'Each row is a person; how they are counted, a mapping has to say.',
      },
    }
  const scopes = namedScopes(plan)
  const synonyms = headingSynonyms(plan)
  const named = columns.flatMap((column) => {
    const scope = scopeNamed(column, scopes, synonyms)
    return scope ? [{ column, scope }] : []
  })
  const row =
    named.find(({ column }) => NAME_OF.test(lastHeading(column))) ??
    named.find(({ scope }) => scopes.every((other) => other === scope || !wayUp(other).includes(scope)))
  if (!row) return undefined
  const around = named.filter(({ scope }) => scope !== row.scope && wayUp(row.scope).includes(scope))
  const isNamed = new Set(named.map(({ column }) => column))
  const others = columns.filter((column) => !isNamed.has(column))
  const year = others.find(({ headings }) => isYearColumn(headings))
  return {
    title: row.scope.label,
    has: [lastHeading(row.column)],
    row: row.scope.name,
    ...(year && { year: { column: lastHeading(year) } }),
    columns: [
      ...around.map(({ column, scope }) => ({
        headings: [lastHeading(column)],
        record: scope.name,
        fill: true as const,
      })),
      { headings: [lastHeading(row.column)], record: row.scope.name },
      ...(year ? [{ headings: [lastHeading(year)] }] : []),
      ...distinct(likelyFacts(others, row.scope, { hasYears: year !== undefined, synonyms }).values()).map((column) =>
        withWords(withUnit(column, plan), plan),
      ),
      ...others.flatMap((column) => unusedColumn(column, row.scope) ?? []),
    ],
  }
}

/** Where amounts are not also usual in ten thousands, one without a unit is in the currency itself. */
function withUnit(column: LikelyColumn, { facts, pack }: Plan): LikelyColumn {
  const unit = pack.currency?.code === YUAN.code ? undefined : pack.currency?.sign.en
  return unit !== undefined && facts.get(column.fact)?.type === 'money' ? { ...column, unit } : column
}

/** A column that is known, and of which nothing is read. */
function unusedColumn(column: SheetColumn, { id }: Scope): ImportColumn | undefined {
  const key = lastKey(column.headings)
  const isCode = CODE.test(key) || (id && [id.label.zh, id.label.en].some((label) => headingKey(label) === key))
  const unused = SERIAL.test(key)
    ? { zh: '序号。', en: 'A serial number.' }
    : isCode
      ? { zh: '编号由导入按名称编定。', en: 'Ids are made by the names.' }
      : undefined
  return unused && { headings: [lastHeading(column)], unused }
}

/** The scopes whose records have names. */
function namedScopes({ scopes }: Plan): Scope[] {
  return [...scopes.values()].filter(({ layout, parent }) => parent && layout.has('name'))
}

/** The scope whose records a column names: 律师事务所名称, 县（市、区）, Name of the playground. */
function scopeNamed(column: SheetColumn, scopes: readonly Scope[], synonyms: Synonyms): Scope | undefined {
  const heading = lastHeading(column)
  return NAMED.of(`${String(synonyms.id)} ${heading}`, () => ({ scope: newScopeNamed(heading, scopes, synonyms) }))
    .scope
}

/** What a heading names, whatever rows it is above. */
const NAMED = new Memory<{ readonly scope: Scope | undefined }>()

function newScopeNamed(heading: string, scopes: readonly Scope[], synonyms: Synonyms): Scope | undefined {
  const key = plainKey(heading, synonyms).replace(NAME_IN_CHINESE, '')
  const words = sayingWords(inWords(heading, synonyms))
  // A name of nothing more is that of the only records that have one.
  if (NAME_OF.test(heading) && (isChinese(heading) ? key === '' : words.length === 0))
    return scopes.length === 1 ? scopes[0] : undefined
  return scopes.find(({ label: { zh, en } }) =>
    [zh, en].some((label) =>
      isChinese(label) ? key !== '' && plainKey(label, synonyms) === key : sharedWords(words, sayingWords(label)) === 1,
    ),
  )
}
