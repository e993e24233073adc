import { closestName } from '../errors/closest-name.ts'
import { ledgerPart } from '../plan/ledger-part.ts'
import type { Scope } from '../plan/scope.ts'
import type { ImportColumn, ImportFile, ImportTable } from '../schema/import-schema.ts'
import type { ImportFaults } from './import-faults.ts'
import type { Spot } from './resolver.ts'

type Names = NonNullable<ImportFile['names']>
type Only = NonNullable<NonNullable<ImportTable['persons']>['only']>

/** Refuses what could never be read, whatever stands in a workbook: a heading without its column, a row without a name. */
export class ImportNeeds {
  readonly #scopes: ReadonlyMap<string, Scope>
  readonly #faults: ImportFaults

  constructor(scopes: ReadonlyMap<string, Scope>, faults: ImportFaults) {
    this.#scopes = scopes
    this.#faults = faults
  }

  names({ forms = [], with: others = [], like = {}, spellings = {} }: Names, spot: Spot): void {
    const all = [
      ...forms.map((form, i) => [spot.at('forms', i), form] as const),
      ...others.map((form, i) => [spot.at('with', i), form] as const),
      ...Object.entries(spellings).flatMap(([form, other]) =>
        [form, other].map((one) => [spot.at('spellings', form), one] as const),
      ),
    ]
    for (const [at, form] of all)
      if (form.split('{}').length !== 2)
        this.#faults.wrong(
          at,
          '名称的写法应有一个 {}，表示名称本身',
          'a form of names has one {}, which stands for the name itself',
        )
    for (const [scope, looks] of Object.entries(like))
      for (const key of ['is', 'not'] as const)
        for (const [i, form] of (looks[key] ?? []).entries())
          if (form.trim() === '' || form.includes('{'))
            this.#faults.wrong(
              spot.at('like', scope, key, i),
              '应为完整的名称，或者用 … 代表任意文字的写法，如 …学校',
              'a whole name is needed, or a form in which … stands for any words: … school',
            )
  }

  titles({ titles = {}, tables }: Pick<ImportFile, 'titles' | 'tables'>, spot: Spot): void {
    const known = tables.flatMap(({ columns = [] }) => headingsOf(columns))
    for (const heading of Object.keys(titles)) this.#heading(heading, known, spot.at(heading))
  }

  table(table: ImportTable, spot: Spot): void {
    const { row, counts, persons, columns = [], noLedger } = table
    if (persons && !counts)
      this.#faults.wrong(spot.at('persons'), 'persons 只用于写 counts 的表', '`persons` is of a table with `counts`')
    if (noLedger !== undefined) return
    this.#naming(table, this.#scopes.get(row ?? ''), spot)
    const known = headingsOf(columns)
    for (const [i, one] of table.has.entries())
      for (const heading of [one].flat()) this.#heading(heading, known, spot.at('has', i))
    if (persons) this.#heading(persons.name, known, spot.at('persons', 'name'))
    for (const [i, heading] of (persons?.apart ?? []).entries())
      this.#heading(heading, known, spot.at('persons', 'apart', i))
    if (persons?.only && counts) this.#only(persons.only, counts, spot.at('persons', 'only'))
    for (const [i, column] of columns.entries()) {
      const at = spot.at('columns', i)
      this.#otherwise(column, table, known, at.at('otherwise'))
      if (column.from !== undefined) this.#heading(column.from, known, at.at('from'))
    }
    this.#twice(columns, spot)
  }

  /** What a roster of some persons still counts is among what it counts. */
  #only({ titled, counts = [] }: Only, counted: NonNullable<ImportTable['counts']>, spot: Spot): void {
    for (const [i, word] of titled.entries())
      if (word.trim() === '')
        this.#faults.wrong(
          spot.at('titled', i),
          '应为名册标题中的词，如“律师名册”',
          'words of the title of such a roster are needed',
        )
    for (const [i, fact] of counts.entries())
      if (!counted.some((one) => one.fact === fact))
        this.#faults.notListed(
          spot.at('counts', i),
          fact,
          counted.map((one) => one.fact),
        )
  }

  /** Where the cell that names the record of a counted row says nothing, another column of the table does. */
  #otherwise(
    { otherwise, record, headings }: ImportColumn,
    { counts }: ImportTable,
    known: string[],
    spot: Spot,
  ): void {
    if (otherwise === undefined) return
    if (record === undefined || !counts)
      this.#faults.wrong(
        spot,
        'otherwise 只用于写 counts 的表中写 record 的列，请删去',
        '`otherwise` is of a column with `record` in a table with `counts`; remove it',
      )
    else if (headings.includes(otherwise))
      this.#faults.wrong(
        spot,
        '应为另一列的列名，不能是这一列自己',
        'the heading of another column is needed, and this is the column itself',
      )
    else this.#heading(otherwise, known, spot)
  }

  #heading(heading: string, known: readonly string[], spot: Spot): void {
    if (known.includes(heading)) return
    this.#faults.wrong(
      spot,
      '表中没有一列的 headings 写有这个列名',
      'no column of the table has this among its `headings`',
      closestName(heading, known),
    )
  }

  /** Records that have names are known by them, and rows are counted by the record of a name. */
  #naming({ counts, columns = [] }: ImportTable, row: Scope | undefined, spot: Spot): void {
    const named = columns.flatMap(({ record }) => record ?? [])
    if (row?.parent && row.layout.get('name')?.kind === 'name' && !named.includes(row.name))
      this.#faults.wrong(
        spot.at('row'),
        `没有写名称的一列，这张表的行都不能读。请添一列："record": "${row.name}"`,
        `no column has the names, so no row could be read. Add one with "record": "${row.name}"`,
      )
    if (!counts) return
    if (named.length === 0)
      this.#faults.wrong(
        spot.at('counts'),
        '没有写明每行计入哪个记录。请添一列 record',
        'it is not said for which record a row counts. Add a column with `record`',
      )
    for (const [i, { fact }] of counts.entries()) {
      const scope = ledgerPart(this.#scopes, fact)?.scope
      if (scope && named.length > 0 && named[0] !== scope.name)
        this.#faults.wrong(
          spot.at('counts', i, 'fact'),
          `行数记入“${named[0]!}”的记录，这不是它的事实`,
          `rows are counted for records of "${named[0]!}", and this is no fact of theirs`,
        )
    }
  }

  /** Of columns that may be called the same, something has to say which is meant. */
  #twice(columns: readonly ImportColumn[], spot: Spot): void {
    const plain = new Map<string, number>()
    for (const [i, { headings, under, when, year }] of columns.entries()) {
      if (under !== undefined || when || year === 'heading') continue
      for (const [j, heading] of headings.entries()) {
        const first = plain.get(heading)
        if (first === undefined) plain.set(heading, i)
        else
          this.#faults.wrong(
            spot.at('columns', i, 'headings', j),
            `第 ${String(first + 1)} 列（columns/${String(first)}）也叫这个名，分不清是哪一列。请用 under 写明上级表头，或用 when 写明何时读，或者删去一处`,
            `columns/${String(first)} is called so too, and nothing says which is meant. Write \`under\` (a heading above) or \`when\`, or remove one`,
          )
      }
    }
  }
}

/** How the columns of a table may be called: also together with a heading above. */
function headingsOf(columns: readonly ImportColumn[]): string[] {
  return columns.flatMap(({ headings, under = [] }) => [
    ...headings,
    ...[under].flat().flatMap((above) => headings.flatMap((name) => [`${above}${name}`, `${above}/${name}`])),
  ])
}
