import { closestName } from '../errors/closest-name.ts'
import type { PlannedRegister, PlannedRow, PlannedTable } from '../plan/table.ts'
import type { RegisterFile, TableRow } from '../schema/table-schema.ts'
import type { PackFiles } from './read-files.ts'
import { resolveCondition } from './resolve-condition.ts'
import { resolveName } from './resolve-operand.ts'
import { Spot, TYPE_NAMES, type Resolver } from './resolver.ts'

/** The statistics forms of all packs. */
export function resolveTables(resolver: Resolver, packs: readonly PackFiles[]): PlannedTable[] {
  return packs.flatMap((pack) =>
    pack.of('table').map(({ file, content }) => {
      const spot = new Spot(file, [])
      resolver.define('table', content.id, spot.at('id'))
      const ids = new Set<string>()
      for (const [i, { id }] of content.rows.entries()) {
        if (ids.has(id)) resolver.report('duplicate-id', spot.at('rows', i, 'id'), [id, String(spot)])
        ids.add(id)
      }
      for (const scope of Object.keys(content.units ?? {})) resolver.scope(scope, spot.at('units', scope))
      return { entry: content, rows: content.rows.map((row, i) => resolveRow(resolver, row, spot.at('rows', i))) }
    }),
  )
}

function resolveRow(resolver: Resolver, entry: TableRow, spot: Spot): PlannedRow {
  if ('notKept' in entry) return { entry, counted: undefined }
  const name = 'count' in entry ? entry.count : entry.sum.split('.')[0]!
  const scope = resolver.scope(name, spot.at('count' in entry ? 'count' : 'sum'))
  if (!scope) return { entry, counted: undefined }
  const setting = { scope, period: false, due: false }
  const where = entry.where && resolveCondition(resolver, entry.where, setting, spot.at('where'))
  const sum = 'sum' in entry ? resolveName(resolver, entry.sum, setting, spot.at('sum')) : undefined
  if (sum && sum.type !== 'integer')
    resolver.report('type-mismatch', spot.at('sum'), [
      `只能相加整数，不能相加${TYPE_NAMES[sum.type]}`,
      `only integers can be added up, not ${sum.type}`,
    ])
  return { entry, counted: { scope, where, sum } }
}

/** The registers of duties of all packs. */
export function resolveRegisters(
  resolver: Resolver,
  packs: readonly PackFiles[],
  requirements: ReadonlySet<string>,
): PlannedRegister[] {
  return packs.flatMap((pack) =>
    pack.of('register').map(({ file, content }) => {
      const spot = new Spot(file, [])
      resolver.define('register', content.id, spot.at('id'))
      return {
        entry: content,
        duties: content.duties.flatMap((duty, i) => resolveDuty(resolver, duty, requirements, spot.at('duties', i))),
      }
    }),
  )
}

function resolveDuty(
  resolver: Resolver,
  { requirement, records, shows }: RegisterFile['duties'][number],
  requirements: ReadonlySet<string>,
  spot: Spot,
): PlannedRegister['duties'][number][] {
  if (!requirements.has(requirement))
    resolver.report(
      'unknown-requirement',
      spot.at('requirement'),
      [requirement],
      closestName(requirement, requirements),
    )
  const scope = resolver.scope(records, spot.at('records'))
  const facts = shows.flatMap((name, i) => {
    const place = spot.at('shows', i)
    const fact = resolver.fact(name, place)
    if (!fact || !scope) return []
    if (fact.kind === 'given' && fact.scope === scope) return [fact]
    resolver.report('type-mismatch', place, [
      `只能列出“${scope.label.zh}”记录中填报的事实，“${name}”不是`,
      `only given facts of a ${scope.label.en} can be shown, and "${name}" is none`,
    ])
    return []
  })
  return scope ? [{ requirement, records: scope, shows: facts }] : []
}
