import { clauseEncodings, type Citer, type ClauseEncoding } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { markdown, table } from './markdown.ts'

/** Clause by clause: its words, what cites it and how many cases expect that, or why nothing does. */
export function clauseTable(policy: Policy): string {
  const clauses = [...clauseEncodings(policy).values()].filter(
    ({ clause }) => clause.document.pack === policy.plan.pack.id,
  )
  const encoded = clauses.filter(({ citers }) => citers.length > 0)
  const open = clauses.filter(({ citers }) => citers.length === 0)
  const indirect = encoded.filter(({ citers }) => citers.every(({ way }) => way !== 'requirement'))
  const without = encoded.filter(({ cases }) => cases === 0)
  const unexplained = open.filter(({ clause }) => !clause.notEncoded)
  return markdown([
    `# Clauses of ${policy.plan.document?.entry.number ?? policy.plan.pack.id} 条款对照表`,
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
      ['Clause 条', 'Place 位置', 'Words 原文', 'Requirements 要求', 'Cases 用例'],
      encoded.map(({ clause, citers, requirements, cases }) => [
        clause.reference,
        clause.place?.zh ?? '',
        clause.text.zh,
        requirements.map((id) => requirementCell(id, citers)).join('<br>'),
        cases,
      ]),
    ),
    '## Not encoded 未编码',
    table(
      ['Clause 条', 'Place 位置', 'Words 原文', '理由', 'Reason'],
      open.map(({ clause: { reference: id, place, text, notEncoded } }) => [
        id,
        place?.zh ?? '',
        text.zh,
        notEncoded?.zh ?? '',
        notEncoded?.en ?? '',
      ]),
    ),
  ])
}

const WAYS: Record<Citer['way'], string> = { requirement: '', exception: '例外', note: '说明', parameter: '参数' }

/** A requirement, and in brackets the other places by which it cites the clause. */
function requirementCell(id: string, citers: ClauseEncoding['citers']): string {
  const ways = new Set(citers.flatMap(({ requirement, way }) => (requirement === id ? [way] : [])))
  if (ways.has('requirement')) return id
  return `${id} (${[...ways].map((way) => WAYS[way]).join(', ')})`
}
