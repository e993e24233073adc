import { closestName } from '../errors/closest-name.ts'
import type { PlannedRegister, PlannedRow, PlannedTable } from '../plan/table.ts'
import { isWithin, scopesBelow, type Scope } from '../plan/scope.ts'
import type { RequirementEntry } from '../schema/requirement-schema.ts'
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

/** Of whom a requirement asks, and whether of each year. */
type Asked = Pick<RequirementEntry, 'subject' | 'recurs'>

/** The registers of duties of all packs. */
export function resolveRegisters(
  resolver: Resolver,
  packs: readonly PackFiles[],
  requirements: ReadonlyMap<string, Asked>,
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
  requirements: ReadonlyMap<string, Asked>,
  spot: Spot,
): PlannedRegister['duties'][number][] {
  const asked = requirements.get(requirement)
  if (!asked)
    resolver.report(
      'unknown-requirement',
      spot.at('requirement'),
      [requirement],
      closestName(requirement, requirements.keys()),
    )
  const scope = resolver.scope(records, spot.at('records'))
  if (asked && scope) checkRecords(resolver, scope, asked, spot.at('records'))
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

/** A line of a register is about a subject, and where the duty is yearly about a year: only records of these tell of it. */
function checkRecords(resolver: Resolver, records: Scope, { subject: name, recurs }: Asked, spot: Spot): void {
  const subject = resolver.scopes.get(name)
  if (!subject) return
  const [zh, en] = [`“${subject.label.zh}”（${name}）`, `"${name}"`]
  if (!isWithin(records, subject)) {
    resolver.report('records-of-others', spot, [
      `这项要求的对象是${zh}，“${records.name}”的记录不是它的，也不在它之下`,
      `The requirement is about ${en}, and records of "${records.name}" are neither such nor below one`,
    ])
    return
  }
  const isYearly = scopesBelow(subject, records).some(({ keyed }) => keyed)
  if (isYearly === (recurs !== undefined)) return
  resolver.report('records-of-others', spot, [
    isYearly
      ? `这项要求不按年度，“${records.name}”的记录属于某一年度`
      : `这项要求按年度，“${records.name}”的记录不属于某一年度`,
    isYearly
      ? `The requirement is not yearly, and records of "${records.name}" are of a year`
      : `The requirement is yearly, and records of "${records.name}" are of no year`,
  ])
}
