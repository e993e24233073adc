import { closestName } from '../errors/closest-name.ts'
import { isObject } from '../json/is-object.ts'
import { ledgerPart, type LedgerPart } from '../plan/ledger-part.ts'
import { parameterNamed } from '../plan/parameter-name.ts'
import type { Given } from '../plan/fact.ts'
import type { Scope } from '../plan/scope.ts'
import type {
  ImportColumn,
  ImportCondition,
  ImportFile,
  ImportTable,
  ImportYear,
  ImportYears,
} from '../schema/import-schema.ts'
import type { Text } from '../text/text.ts'
import { parseDay } from '../values/date.ts'
import { parseMonthOrYear } from '../values/partial-date.ts'
import type { Diagnostic } from './diagnostics.ts'
import { ImportFaults } from './import-faults.ts'
import { ImportNeeds } from './import-needs.ts'
import { ImportRecords } from './import-records.ts'
import type { PackFiles } from './read-files.ts'
import { Spot, type Resolver } from './resolver.ts'
import { PlacesOfShared, wholeImport } from './whole-import.ts'

/** What the cells of a column give, of which there is at most one. */
const READINGS = ['fact', 'organization', 'record', 'referredBy', 'person', 'somebody', 'remark', 'unused'] as const

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
      const whole = wholeImport(content, spot, new ImportFaults(resolver))
      if (!whole) continue
      const before = resolver.diagnostics.length
      new Names(resolver, roles).check(whole, new Spot(new PlacesOfShared(content, file), []))
      onceFrom(before, resolver.diagnostics)
      imports.set(content.id, whole)
    }
  return imports
}

/** What is wrong with a column that several tables share is told once. */
function onceFrom(first: number, diagnostics: Diagnostic[]): void {
  const all = new Map(diagnostics.splice(first).map((one) => [JSON.stringify(one), one]))
  diagnostics.push(...all.values())
}

class Names {
  readonly #resolver: Resolver
  readonly #roles: ReadonlyMap<string, Text>

  readonly #faults: ImportFaults
  readonly #records: ImportRecords
  readonly #needs: ImportNeeds

  constructor(resolver: Resolver, roles: ReadonlyMap<string, Text>) {
    this.#resolver = resolver
    this.#roles = roles
    this.#faults = new ImportFaults(resolver)
    this.#records = new ImportRecords(resolver, this.#faults)
    this.#needs = new ImportNeeds(resolver.scopes, this.#faults)
  }

  check(
    { head, tables, units = {}, usual = {}, names, titles, lists, remarks = {}, groups = [] }: ImportFile,
    spot: Spot,
  ): void {
    for (const [i, { by, sets }] of groups.entries()) {
      this.#part(by, spot.at('groups', i, 'by'))
      this.#facts(sets, spot.at('groups', i, 'sets'))
    }
    for (const [i, { facts }] of (remarks.on ?? []).entries())
      for (const [j, fact] of facts.entries()) this.#part(fact, spot.at('remarks', 'on', i, 'facts', j))
    for (const [i, fact] of (lists?.persons?.facts ?? []).entries())
      this.#part(fact, spot.at('lists', 'persons', 'facts', i))
    for (const fact of Object.keys(remarks.called ?? {})) this.#part(fact, spot.at('remarks', 'called', fact))
    for (const [fact, amounts] of Object.entries(usual)) this.#usual(fact, amounts, units, spot.at('usual', fact))
    for (const scope of Object.keys(names?.like ?? {})) this.#resolver.scope(scope, spot.at('names', 'like', scope))
    for (const [i, scope] of (names?.local ?? []).entries()) this.#resolver.scope(scope, spot.at('names', 'local', i))
    if (names) this.#needs.names(names, spot.at('names'))
    this.#needs.titles({ titles, tables }, spot.at('titles'))
    for (const [form, role] of Object.entries(head?.roles ?? {}))
      if (!this.#roles.has(role)) this.#faults.notListed(spot.at('head', 'roles', form), role, this.#roles.keys())
    for (const [i, table] of tables.entries()) {
      const at = spot.at('tables', i)
      this.#table(table, at)
      this.#needs.table(table, at)
      for (const [j, { unit }] of (table.columns ?? []).entries())
        if (unit !== undefined && !Object.hasOwn(units, unit))
          this.#faults.notListed(at.at('columns', j, 'unit'), unit, Object.keys(units))
    }
  }

  #table(table: ImportTable, spot: Spot): void {
    const { row, counts, noLedger, columns = [], sets = [], except = [] } = table
    if ([row, counts, noLedger].filter((kind) => kind !== undefined).length !== 1)
      this.#faults.wrong(
        spot,
        '一张表只能写 row、counts、noLedger 三者之一',
        'a table has exactly one of row, counts and noLedger',
      )
    const scope = row === undefined ? undefined : this.#resolver.scope(row, spot.at('row'))
    for (const [i, { facts }] of sets.entries()) this.#facts(facts, spot.at('sets', i, 'facts'))
    for (const [i, condition] of except.entries()) this.#condition(condition, columns, spot.at('except', i))
    for (const [i, { fact, where = [] }] of (counts ?? []).entries()) {
      const at = spot.at('counts', i)
      const part = this.#part(fact, at.at('fact'))
      if (part && !(part.kind === 'fact' && part.fact.type === 'integer'))
        this.#faults.wrong(at.at('fact'), '行数只能记入整数', 'a number of rows is an integer')
      for (const [j, condition] of where.entries()) this.#condition(condition, columns, at.at('where', j))
    }
    if (table.year) this.#year(table.year, columns, spot.at('year'))
    const asked = headingsAsked(table)
    for (const [i, column] of columns.entries()) {
      this.#column(column, columns, asked, spot.at('columns', i))
      this.#recordsOf(column, scope, spot.at('columns', i))
    }
    if (scope) this.#records.reachable(columns, scope, spot)
  }

  /** What a column names by its name. */
  #recordsOf(column: ImportColumn, row: Scope | undefined, spot: Spot): void {
    for (const reading of ['organization', 'person', 'record', 'referredBy'] as const) {
      const part = this.#named(column[reading], spot.at(reading))
      if (part) this.#records[reading](part, spot.at(reading), row)
    }
  }

  #column(column: ImportColumn, columns: readonly ImportColumn[], asked: ReadonlySet<string>, spot: Spot): void {
    const readings = READINGS.filter((reading) => column[reading] !== undefined)
    if (readings.length > 1)
      this.#faults.wrong(
        spot,
        `一列只能写其中之一：${readings.join('、')}`,
        `a column has only one of ${readings.join(', ')}`,
      )
    const isAsked = column.headings.some((heading) => asked.has(heading))
    if (readings.length === 0 && !column.words && !column.sets && !isAsked)
      this.#faults.wrong(
        spot,
        '没有写明这一列给出什么；不读的列写 unused',
        'it is not said what the column gives; write `unused` for one that is not read',
      )
    const fact = this.#named(column.fact, spot.at('fact'))
    if (column.latest && !(fact?.kind === 'fact' && fact.fact.type === 'date'))
      this.#faults.wrong(spot.at('latest'), 'latest 只用于日期', '`latest` is of a date')
    for (const [i, name] of (column.same ?? []).entries()) this.#named(name, spot.at('same', i))
    if (column.one && !column.same)
      this.#faults.wrong(spot.at('one'), 'one 须与 same 同写', '`one` is written beside `same`')
    const until = this.#named(column.until, spot.at('until'))
    if (until && !(until.kind === 'fact' && until.fact.type === 'date'))
      this.#faults.wrong(spot.at('until'), '时段的终点应为日期', 'the end of a period is a date')
    for (const years of ['plusYears', 'periodYears'] as const)
      if (column[years] !== undefined) this.#years(years, column[years], fact, spot.at(years))
    if (column.beganIn && column.plusYears === undefined)
      this.#faults.wrong(spot.at('beganIn'), 'beganIn 须与 plusYears 同写', '`beganIn` is written beside `plusYears`')
    if (column.without) this.#without(column.without, fact, spot.at('without'))
    if (column.inBrackets && !(fact?.kind === 'fact' && ['integer', 'money'].includes(fact.fact.type)))
      this.#faults.wrong(spot.at('inBrackets'), 'inBrackets 只用于数和金额', '`inBrackets` is of numbers')
    if (column.somebody !== undefined) this.#resolver.scope(column.somebody, spot.at('somebody'))
    for (const [form, meaning] of Object.entries(column.words ?? {})) {
      const at = spot.at('words', form)
      for (const [, name] of form.matchAll(/\{([^{}]+)\}/g)) this.#named(name, at)
      if (isObject(meaning)) this.#facts(meaning, at)
      else if (meaning !== null || fact) this.#literal(fact, meaning, at)
    }
    this.#facts(column.sets ?? {}, spot.at('sets'))
    if (Array.isArray(column.when))
      for (const [i, one] of column.when.entries()) this.#condition(one, columns, spot.at('when', i))
    else if (column.when) this.#condition(column.when, columns, spot.at('when'))
    if (column.year) this.#year(column.year, columns, spot.at('year'))
  }

  /** How many years there are from the fact to the end of a period. */
  #years(key: 'plusYears' | 'periodYears', years: ImportYears, fact: LedgerPart | undefined, spot: Spot): void {
    if (!(fact?.kind === 'fact' && fact.fact.type === 'date'))
      this.#faults.wrong(spot, `${key} 只用于日期`, `\`${key}\` is of a date`)
    if (typeof years === 'string') {
      this.#integer(years, spot)
      return
    }
    const deciding = this.#named(years.fact, spot.at('fact'))
    for (const [value, name] of Object.entries(years.is)) {
      if (deciding) this.#literal(deciding, value, spot.at('is', value))
      this.#integer(name, spot.at('is', value))
    }
    if (deciding && fact && deciding.scope !== fact.scope)
      this.#faults.wrong(spot.at('fact'), '须是同一条记录的事实', 'the fact has to be of the same record')
  }

  #without({ fact: name, least }: NonNullable<ImportColumn['without']>, own: LedgerPart | undefined, spot: Spot): void {
    const other = this.#named(name, spot.at('fact'))
    for (const part of [own, other])
      if (part && !(part.kind === 'fact' && part.fact.type === 'integer'))
        this.#faults.wrong(spot, 'without 只用于人数等整数', '`without` is of numbers')
    if (own && other && own.scope !== other.scope)
      this.#faults.wrong(spot.at('fact'), '须是同一条记录的事实', 'the fact has to be of the same record')
    for (const [i, one] of least.entries()) this.#integer(one, spot.at('least', i))
  }

  /** A number that is a parameter. */
  #integer(name: string, spot: Spot): void {
    const id = parameterNamed(name)
    const parameter = id === undefined ? undefined : this.#resolver.parameter(id, spot)
    if (id === undefined)
      this.#faults.wrong(spot, '须是参数，写 parameters.名称', 'this is a parameter: write parameters.<id>')
    else if (parameter && parameter.entry.type !== 'integer')
      this.#faults.wrong(spot, '须是整数的参数', 'this is a parameter that is an integer')
  }

  #usual(
    name: string,
    { least, most, unit }: NonNullable<ImportFile['usual']>[string],
    units: NonNullable<ImportFile['units']>,
    spot: Spot,
  ): void {
    const part = this.#part(name, spot)
    if (part && !(part.kind === 'fact' && part.fact.type === 'money'))
      this.#faults.wrong(spot, 'usual 只用于金额', '`usual` is of amounts')
    else if (!Object.hasOwn(units, unit)) this.#faults.notListed(spot.at('unit'), unit, Object.keys(units))
    else if (least > most) this.#faults.wrong(spot, 'least 不能大于 most', '`least` is more than `most`')
  }

  #facts(facts: Readonly<Record<string, unknown>>, spot: Spot): void {
    for (const [name, value] of Object.entries(facts)) {
      const part = this.#named(name, spot.at(name))
      if (part) this.#literal(part, value, spot.at(name))
    }
  }

  #literal(part: LedgerPart | undefined, value: unknown, spot: Spot): void {
    if (!part)
      this.#faults.wrong(
        spot,
        '这一列没有 fact，须写出所设的事实',
        'the column has no `fact`, so name the facts that are set',
      )
    else if (part.kind === 'records') {
      if (value !== null) this.#faults.wrong(spot, '清单只能写 null，即没有', 'a list can only be null: there are none')
    } else if (part.kind === 'group') {
      if (value !== null || !part.nullable) this.#faults.wrong(spot, '组只能写 null', 'a group can only be null')
    } else {
      const fact = part.kind === 'attestation' ? part.value : part.fact
      if (fact.type === 'enum' && typeof value === 'string') {
        if (!fact.values?.has(value)) this.#faults.notListed(spot, value, fact.values?.keys() ?? [])
      } else if (!isOf(fact, value))
        this.#faults.wrong(spot, `不是“${fact.label.zh}”的值`, `this is no value of ${fact.name}`)
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
    if (!known.includes(heading)) this.#faults.notListed(spot, heading, known)
  }

  #named(name: string | undefined, spot: Spot): LedgerPart | undefined {
    return name === undefined ? undefined : this.#part(name, spot)
  }

  #part(name: string, spot: Spot): LedgerPart | undefined {
    const { scopes } = this.#resolver
    const part = ledgerPart(scopes, name)
    if (part?.kind === 'fact' && part.fact === part.scope.id)
      this.#faults.wrong(
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
}

/** The headings of columns that say how others are read: they need give nothing themselves. */
function headingsAsked({ year, columns = [], counts = [], persons, except = [] }: ImportTable): ReadonlySet<string> {
  const years = [year, ...columns.map((column) => column.year)].flatMap((one) => (isObject(one) ? [one.column] : []))
  const conditions = [
    ...columns.flatMap(({ when = [] }) => when),
    ...counts.flatMap(({ where = [] }) => where),
    ...except,
  ]
  const ofPersons = persons ? [persons.name, ...(persons.apart ?? [])] : []
  const others = counts.length > 0 ? columns.flatMap(({ otherwise }) => otherwise ?? []) : []
  return new Set([...years, ...conditions.map(({ column }) => column), ...ofPersons, ...others])
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
