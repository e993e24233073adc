import { closestName } from '../errors/closest-name.ts'
import { isObject } from '../json/is-object.ts'
import { ledgerPart, type LedgerPart } from '../plan/ledger-part.ts'
import type { Given } from '../plan/fact.ts'
import { isWithin } from '../plan/scope.ts'
import type { ImportColumn, ImportCondition, ImportFile, ImportTable, ImportYear } from '../schema/import-schema.ts'
import type { Text } from '../text/text.ts'
import { parseDay } from '../values/date.ts'
import { parseMonthOrYear } from '../values/partial-date.ts'
import type { PackFiles } from './read-files.ts'
import { Spot, type Resolver } from './resolver.ts'

/** What the cells of a column give, of which there is at most one. */
const READINGS = ['fact', 'organization', 'record', 'person', 'somebody', 'remark', 'unused'] as const

/** How workbooks become ledgers: every name in a mapping is one of the catalogue. */
export function resolveImports(
  resolver: Resolver,
  packs: readonly PackFiles[],
  roles: ReadonlyMap<string, Text>,
): ReadonlyMap<string, ImportFile> {
  const imports = new Map<string, ImportFile>()
  for (const pack of packs)
    for (const { file, content } of pack.of('import')) {
      const spot = new Spot(file, [])
      if (!resolver.define('import', content.id, spot.at('id'))) continue
      new Names(resolver, roles).check(content, spot)
      imports.set(content.id, content)
    }
  return imports
}

class Names {
  readonly #resolver: Resolver
  readonly #roles: ReadonlyMap<string, Text>

  constructor(resolver: Resolver, roles: ReadonlyMap<string, Text>) {
    this.#resolver = resolver
    this.#roles = roles
  }

  check({ head, tables, units = {}, names }: ImportFile, spot: Spot): void {
    for (const scope of Object.keys(names?.like ?? {})) this.#resolver.scope(scope, spot.at('names', 'like', scope))
    for (const [form, role] of Object.entries(head?.roles ?? {}))
      if (!this.#roles.has(role)) this.#notListed(spot.at('head', 'roles', form), role, this.#roles.keys())
    for (const [i, table] of tables.entries()) {
      const at = spot.at('tables', i)
      this.#table(table, at)
      for (const [j, { unit }] of (table.columns ?? []).entries())
        if (unit !== undefined && !Object.hasOwn(units, unit))
          this.#notListed(at.at('columns', j, 'unit'), unit, Object.keys(units))
    }
  }

  #table(table: ImportTable, spot: Spot): void {
    const { row, counts, noLedger, columns = [], sets = [] } = table
    if ([row, counts, noLedger].filter((kind) => kind !== undefined).length !== 1)
      this.#wrong(
        spot,
        '一张表只能写 row、counts、noLedger 三者之一',
        'a table has exactly one of row, counts and noLedger',
      )
    if (row !== undefined) this.#resolver.scope(row, spot.at('row'))
    for (const [i, { facts }] of sets.entries()) this.#facts(facts, spot.at('sets', i, 'facts'))
    for (const [i, { fact, where = [] }] of (counts ?? []).entries()) {
      const at = spot.at('counts', i)
      const part = this.#part(fact, at.at('fact'))
      if (part && !(part.kind === 'fact' && part.fact.type === 'integer'))
        this.#wrong(at.at('fact'), '行数只能记入整数', 'a number of rows is an integer')
      for (const [j, condition] of where.entries()) this.#condition(condition, columns, at.at('where', j))
    }
    if (table.year) this.#year(table.year, columns, spot.at('year'))
    const asked = headingsAsked(table)
    for (const [i, column] of columns.entries()) this.#column(column, columns, asked, spot.at('columns', i))
    if (row !== undefined) this.#reachable(table, spot)
  }

  #column(column: ImportColumn, columns: readonly ImportColumn[], asked: ReadonlySet<string>, spot: Spot): void {
    const readings = READINGS.filter((reading) => column[reading] !== undefined)
    if (readings.length > 1)
      this.#wrong(spot, `一列只能写其中之一：${readings.join('、')}`, `a column has only one of ${readings.join(', ')}`)
    const isAsked = column.headings.some((heading) => asked.has(heading))
    if (readings.length === 0 && !column.words && !column.sets && !isAsked)
      this.#wrong(
        spot,
        '没有写明这一列给出什么；不读的列写 unused',
        'it is not said what the column gives; write `unused` for one that is not read',
      )
    const fact = this.#named(column.fact, spot.at('fact'))
    if (column.usual) this.#usual(column, column.usual, fact, spot.at('usual'))
    for (const name of ['organization', 'person'] as const) {
      const part = this.#named(column[name], spot.at(name))
      if (part && !(part.kind === 'fact' && part.fact.type === 'id'))
        this.#wrong(spot.at(name), '应为 id 类型的事实', 'a fact of type id is needed')
    }
    const record = this.#named(column.record, spot.at('record'))
    if (record && record.kind !== 'records' && !(record.kind === 'fact' && record.fact.type === 'reference'))
      this.#wrong(spot.at('record'), '应为范围，或者引用', 'a scope or a reference is needed')
    if (column.somebody !== undefined) this.#resolver.scope(column.somebody, spot.at('somebody'))
    for (const [form, meaning] of Object.entries(column.words ?? {})) {
      const at = spot.at('words', form)
      for (const [, name] of form.matchAll(/\{([^{}]+)\}/g)) this.#named(name, at)
      if (isObject(meaning)) this.#facts(meaning, at)
      else if (meaning !== null || fact) this.#literal(fact, meaning, at)
    }
    this.#facts(column.sets ?? {}, spot.at('sets'))
    if (column.when) this.#condition(column.when, columns, spot.at('when'))
    if (column.year) this.#year(column.year, columns, spot.at('year'))
  }

  #usual(
    { unit }: ImportColumn,
    { least, most }: NonNullable<ImportColumn['usual']>,
    fact: LedgerPart | undefined,
    spot: Spot,
  ): void {
    if (unit === undefined || !(fact?.kind === 'fact' && fact.fact.type === 'money'))
      this.#wrong(spot, 'usual 只用于写明 unit 的金额', '`usual` is of an amount with a `unit`')
    else if (least > most) this.#wrong(spot, 'least 不能大于 most', '`least` is more than `most`')
  }

  /** A row can set facts of its own record, of those around it and below, and of those that a column names. */
  #reachable({ row, columns = [] }: ImportTable, spot: Spot): void {
    const { scopes } = this.#resolver
    const own = scopes.get(row!)
    if (!own) return
    const named = columns.flatMap(({ record }) => {
      const part = record === undefined ? undefined : ledgerPart(scopes, record)
      return part?.kind === 'fact' && part.fact.to ? [part.fact.to] : part ? [part.scope] : []
    })
    const isReached = ({ scope }: LedgerPart) =>
      isWithin(scope, own) || isWithin(own, scope) || named.some((other) => isWithin(scope, other))
    for (const [i, column] of columns.entries())
      for (const reading of ['fact', 'organization', 'person', 'somebody'] as const) {
        const name = column[reading]
        const part = name === undefined ? undefined : ledgerPart(scopes, name)
        if (part && !isReached(part))
          this.#resolver.report('not-visible', spot.at('columns', i, reading), [part.scope.name, own.name])
      }
  }

  #facts(facts: Readonly<Record<string, unknown>>, spot: Spot): void {
    for (const [name, value] of Object.entries(facts)) {
      const part = this.#named(name, spot.at(name))
      if (part) this.#literal(part, value, spot.at(name))
    }
  }

  #literal(part: LedgerPart | undefined, value: unknown, spot: Spot): void {
    if (!part)
      this.#wrong(spot, '这一列没有 fact，须写出所设的事实', 'the column has no `fact`, so name the facts that are set')
    else if (part.kind === 'records') {
      if (value !== null) this.#wrong(spot, '清单只能写 null，即没有', 'a list can only be null: there are none')
    } else if (part.kind === 'group') {
      if (value !== null || !part.nullable) this.#wrong(spot, '组只能写 null', 'a group can only be null')
    } else {
      const fact = part.kind === 'attestation' ? part.value : part.fact
      if (fact.type === 'enum' && typeof value === 'string') {
        if (!fact.values?.has(value)) this.#notListed(spot, value, fact.values?.keys() ?? [])
      } else if (!isOf(fact, value)) this.#wrong(spot, `不是“${fact.label.zh}”的值`, `this is no value of ${fact.name}`)
    }
  }

  #condition({ column }: ImportCondition, columns: readonly ImportColumn[], spot: Spot): void {
    this.#heading(column, columns, spot.at('column'))
  }

  #year(year: ImportYear, columns: readonly ImportColumn[], spot: Spot): void {
    if (isObject(year)) this.#heading(year.column, columns, spot.at('column'))
  }

  #heading(heading: string, columns: readonly ImportColumn[], spot: Spot): void {
    const known = columns.flatMap(({ headings }) => headings)
    if (!known.includes(heading)) this.#notListed(spot, heading, known)
  }

  #named(name: string | undefined, spot: Spot): LedgerPart | undefined {
    return name === undefined ? undefined : this.#part(name, spot)
  }

  #part(name: string, spot: Spot): LedgerPart | undefined {
    const { scopes } = this.#resolver
    const part = ledgerPart(scopes, name)
    if (part?.kind === 'fact' && part.fact === part.scope.id)
      this.#wrong(
        spot,
        '编号由导入按名称编定，不能取自一列。这一列请写 unused；要沿用原有编号，导入时给出原来的台账',
        'ids are made by the names of records, and cannot be from a column. Write `unused`; to keep the ids of an earlier ledger, import with it',
      )
    if (part) return part
    const [scope] = name.split('.')
    if (!scopes.has(scope!)) this.#resolver.scope(scope!, spot)
    else {
      const known = [...this.#resolver.factNames()].filter((other) => ledgerPart(scopes, other))
      this.#resolver.report('unknown-fact', spot, [name], closestName(name, known))
    }
    return undefined
  }

  #notListed(spot: Spot, name: string, known: Iterable<string>): void {
    const all = [...new Set(known)]
    this.#wrong(spot, `只能是 ${all.join('、')}`, `expected one of ${all.join(', ')}`, closestName(name, all))
  }

  #wrong(spot: Spot, zh: string, en: string, suggestion?: string): void {
    this.#resolver.report('wrong-shape', spot, [zh, en], suggestion)
  }
}

/** The headings of columns that say how others are read: they need give nothing themselves. */
function headingsAsked({ year, columns = [], counts = [] }: ImportTable): ReadonlySet<string> {
  const years = [year, ...columns.map((column) => column.year)].flatMap((one) => (isObject(one) ? [one.column] : []))
  const conditions = [...columns.flatMap(({ when }) => when ?? []), ...counts.flatMap(({ where = [] }) => where)]
  return new Set([...years, ...conditions.map(({ column }) => column)])
}

/** Whether a fact, other than of a list of values, can have a value. */
function isOf({ type, nullable }: Given, value: unknown): boolean {
  if (value === null) return nullable
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
    case 'money':
      return Number.isSafeInteger(value)
    case 'date':
      return value === true || (typeof value === 'string' && (parseDay(value) ?? parseMonthOrYear(value)) !== undefined)
    case 'text':
      return typeof value === 'string'
    default:
      return false
  }
}
