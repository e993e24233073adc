import type { Plan, PlannedRequirement } from '@tiaoli/engine'
import { everythingIn, nodesOf } from '../../packages/engine/src/model/walk.ts'
import { markdown, table } from './markdown.ts'

/** How a requirement comes to cite a clause, in the order in which the table names it. */
const WAYS = { clauses: '', exception: '例外', note: '说明', parameter: '参数' } as const
type Way = keyof typeof WAYS

/** Clause by clause: its words, what cites it and how many cases expect that, or why nothing does. */
export function clauseTable(plan: Plan): string {
  const clauses = [...plan.clauses.values()].filter(({ pack }) => pack === plan.pack.id)
  const citing = citationsOf(plan)
  const citersOf = (id: string) => citing.get(id) ?? new Map<string, Set<Way>>()
  const encoded = clauses.filter(({ id }) => citersOf(id).size > 0)
  const open = clauses.filter(({ id }) => citersOf(id).size === 0)
  const indirect = encoded.filter(({ id }) => ![...citersOf(id).values()].some((ways) => ways.has('clauses')))
  const without = encoded.filter(({ id }) => casesFor(plan, citersOf(id)) === 0)
  const unexplained = open.filter(({ notEncoded }) => !notEncoded)
  return markdown([
    `# Clauses of ${plan.pack.documentNumber ?? plan.pack.id} 条款对照表`,
    'Every clause word for word, with the requirements that cite it – themselves, or in brackets through an exception (例外), a note (说明) or a parameter (参数) – and the number of cases of this pack that expect one of those requirements.',
    '## Totals 合计',
    table(
      ['', 'Clauses 条款'],
      [
        ['All 全部', clauses.length],
        ['Encoded: cited by a requirement 已编码', encoded.length],
        [
          '… of these, only through an exception, a note or a parameter 其中仅由例外、说明或者参数引用',
          indirect.length,
        ],
        ['… of these, without a case 其中没有用例', without.length],
        ['Not encoded: cited by none 未编码', open.length],
        ['… of these, without a reason 其中未说明理由', unexplained.length],
      ],
    ),
    '## Encoded 已编码',
    table(
      ['Clause 条', 'Words 原文', 'Requirements 要求', 'Cases 用例'],
      encoded.map(({ id, zh }) => [id, zh, namesOf(citersOf(id)), casesFor(plan, citersOf(id))]),
    ),
    '## Not encoded 未编码',
    table(
      ['Clause 条', 'Words 原文', '理由', 'Reason'],
      open.map(({ id, zh, notEncoded }) => [id, zh, notEncoded?.zh ?? '', notEncoded?.en ?? '']),
    ),
  ])
}

/** For each clause, the requirements that cite it, in the pack's order, and in which ways. */
function citationsOf(plan: Plan): Map<string, Map<string, Set<Way>>> {
  const citing = new Map<string, Map<string, Set<Way>>>()
  for (const requirement of plan.requirements)
    for (const [way, clause] of citedBy(plan, requirement)) {
      const citers = citing.get(clause) ?? new Map<string, Set<Way>>()
      citing.set(clause, citers.set(requirement.id, (citers.get(requirement.id) ?? new Set<Way>()).add(way)))
    }
  return citing
}

function citedBy(plan: Plan, requirement: PlannedRequirement): [Way, string][] {
  const { entry } = requirement
  const parameters = [...everythingIn(nodesOf(requirement))].flatMap((node) =>
    node.kind === 'parameter' ? [node.parameter] : [],
  )
  const values = [...new Set(parameters)].flatMap((parameter) => [
    ...parameter.entry.values,
    ...[...plan.profiles.values()].flatMap(({ timelines }) => timelines.get(parameter)?.values ?? []),
  ])
  const through = (way: Way, citing: readonly { clauses?: string[] | undefined }[]) =>
    citing.flatMap(({ clauses = [] }) => clauses.map((clause): [Way, string] => [way, clause]))
  return [
    ...through('clauses', [entry]),
    ...through('exception', entry.unless ?? []),
    ...through('note', entry.notes ?? []),
    ...through('parameter', values),
  ]
}

function namesOf(citers: ReadonlyMap<string, ReadonlySet<Way>>): string {
  return [...citers]
    .map(([id, ways]) => {
      const indirect = [...ways].filter((way) => way !== 'clauses').map((way) => WAYS[way])
      return ways.has('clauses') ? id : `${id} (${indirect.join(', ')})`
    })
    .join('<br>')
}

function casesFor(plan: Plan, citers: ReadonlyMap<string, unknown>): number {
  return plan.cases.filter((item) => item.case.expect.some(({ requirement }) => citers.has(requirement))).length
}
