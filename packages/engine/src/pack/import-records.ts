import type { Given } from '../plan/fact.ts'
import { ledgerPart, type LedgerPart } from '../plan/ledger-part.ts'
import { isWithin, type Scope } from '../plan/scope.ts'
import type { ImportColumn } from '../schema/import-schema.ts'
import type { ImportFaults } from './import-faults.ts'
import type { Resolver, Spot } from './resolver.ts'

/** Checks which records the columns of a table name: by their names records are found, and no other way leads to them. */
export class ImportRecords {
  readonly #resolver: Resolver
  readonly #faults: ImportFaults

  constructor(resolver: Resolver, faults: ImportFaults) {
    this.#resolver = resolver
    this.#faults = faults
  }

  /** The id of a record may be found by its name; that of what has no record is made. Which it is, the catalogue says. */
  organization(part: LedgerPart, spot: Spot): void {
    const fact = this.#idFact(part, spot)
    if (!fact || fact.of !== undefined || fact.path.at(-1) === 'id') return
    this.#faults.wrong(
      spot,
      `不知道这是哪一类记录的编号。请在 facts.json 的“${fact.name}”中写 of：所指记录的范围；所指的不是台账中的记录的，写 null`,
      `it is not known of which records this is the id. Say so in facts.json, with \`of\` of "${fact.name}": their scope, or null where they are no records of the ledger`,
    )
  }

  person(part: LedgerPart, spot: Spot): void {
    const fact = this.#idFact(part, spot)
    if (fact?.of)
      this.#faults.wrong(
        spot,
        `这是“${fact.of.name}”的记录的编号，不是人的。请改写 organization`,
        `this is the id of a record of "${fact.of.name}", not of a person: write \`organization\``,
      )
  }

  #idFact(part: LedgerPart, spot: Spot): Given | undefined {
    if (part.kind === 'fact' && part.fact.type === 'id') return part.fact
    this.#faults.wrong(spot, '应为 id 类型的事实', 'a fact of type id is needed')
    return undefined
  }

  /** A record is that of the row, one around it, or one to which it or these refer. */
  record(part: LedgerPart, spot: Spot, row: Scope | undefined): void {
    const to = part.kind === 'fact' ? part.fact.to : part.kind === 'records' ? part.scope : undefined
    if (!to) this.#faults.wrong(spot, '应为范围，或者引用', 'a scope or a reference is needed')
    else if (!to.parent) this.#faults.wrong(spot, ...ROOT)
    else if (row && !this.#isNamedFrom(row, part, to)) this.#notNamed(row, part, to, spot)
  }

  #isNamedFrom(row: Scope, part: LedgerPart, to: Scope): boolean {
    if (part.kind === 'fact') return isWithin(row, part.scope)
    return isWithin(row, to) || referencesFrom(row).some((reference) => reference.to === to)
  }

  #notNamed(row: Scope, part: LedgerPart, to: Scope, spot: Spot): void {
    const back = to.references.find((reference) => reference.to === row)
    const names = [...around(row).map(({ name }) => name), ...referencesFrom(row).map(({ name }) => name)]
    this.#faults.wrong(
      spot,
      `“${row.name}”的行不能这样指明“${to.name}”的记录，只能指明 ${names.join('、')}${back ? `；列出引用本行记录的“${to.name}”，写 "referredBy": "${back.name}"` : ''}`,
      `a row of "${row.name}" cannot name a record of "${part.scope.name}" so, but only of ${names.join(', ')}${back ? `; for the records of "${to.name}" that refer to that of the row, write "referredBy": "${back.name}"` : ''}`,
    )
  }

  /** Records that refer to that of the row. */
  referredBy(part: LedgerPart, spot: Spot, row: Scope | undefined): void {
    if (part.kind === 'fact' && part.fact.to && part.fact.to === row) return
    const names = (row?.referredBy ?? []).map(({ name }) => name)
    this.#faults.wrong(
      spot,
      `应为指向这张表的行的引用${names.length > 0 ? `：${names.join('、')}` : ''}`,
      `a reference to the scope of the rows is needed${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    )
  }

  /** A row can set facts of its own record, of those around it and below, and of those that a column names. */
  reachable(columns: readonly ImportColumn[], row: Scope, spot: Spot): void {
    const { scopes } = this.#resolver
    const named = columns.flatMap(({ record }) => {
      const part = record === undefined ? undefined : ledgerPart(scopes, record)
      return part?.kind === 'fact' && part.fact.to ? [part.fact.to] : part ? [part.scope] : []
    })
    const isReached = ({ scope }: LedgerPart) =>
      isWithin(scope, row) || isWithin(row, scope) || named.some((other) => isWithin(scope, other))
    for (const [i, column] of columns.entries())
      for (const reading of ['fact', 'organization', 'person', 'somebody'] as const) {
        const name = column[reading]
        const part = name === undefined ? undefined : ledgerPart(scopes, name)
        if (part && !isReached(part))
          this.#resolver.report('not-visible', spot.at('columns', i, reading), [part.scope.name, row.name])
      }
  }
}

const ROOT = [
  '台账本身没有名称，不能取自一列。这一列请写 unused',
  'the ledger itself has no name that a column could give: write `unused`',
] as const

/** The scope and those around it, without that of the ledger. */
function around(scope: Scope): Scope[] {
  const all: Scope[] = []
  for (let at: Scope | undefined = scope; at?.parent; at = at.parent) all.push(at)
  return all
}

function referencesFrom(scope: Scope): Given[] {
  return around(scope).flatMap(({ references }) => references)
}
