import type { Fact, Plan, PlannedRequirement, Text } from '@tiaoli/engine'
import { below, nodesOf, STATUS_WORDS, type Node } from '@tiaoli/engine'
import { parametersOf } from '../encoding/parameters.ts'
import { describeCitations } from './describe-citation.ts'
import { describeCondition } from './describe-condition.ts'
import { describeExpression } from './describe-expression.ts'
import { describeParameter } from './describe-parameter.ts'
import { inLanguage, line, type Language, type Line } from './line.ts'
import { FORCES } from './words.ts'

/** Prose in sections; each line may have lines below it, to be shown as a list. */
export interface Description {
  id: string
  title: string
  sections: readonly { part: Part; heading: string; lines: readonly Line[] }[]
}

/** What a section is about, whatever the language of its heading. */
export type Part = keyof typeof HEADINGS

const HEADINGS = {
  source: { zh: '依据', en: 'Source' },
  scope: { zh: '适用范围', en: 'Scope' },
  applies: { zh: '何时适用', en: 'Applies where' },
  requires: { zh: '要求', en: 'Requires' },
  due: { zh: '期限', en: 'Due' },
  achievedOn: { zh: '完成日期', en: 'Done on' },
  at: { zh: '适用何日的规定', en: 'Law of the day' },
  unless: { zh: '例外（依次）', en: 'Exceptions, in this order' },
  notes: { zh: '提示', en: 'Notes' },
  figures: { zh: '列示的数据', en: 'Figures shown' },
  cure: { zh: '整改', en: 'To cure it' },
  parameters: { zh: '参数', en: 'Parameters' },
  terms: { zh: '名词', en: 'Terms' },
  cases: { zh: '用例', en: 'Cases' },
  words: { zh: '原文', en: 'Words' },
  about: { zh: '说明', en: 'About' },
  encodedBy: { zh: '由何编码', en: 'Encoded by' },
  notEncoded: { zh: '未编码的理由', en: 'Why nothing encodes it' },
  values: { zh: '取值', en: 'Values' },
  formula: { zh: '如何得出', en: 'How it is derived' },
  usedBy: { zh: '用于', en: 'Used by' },
} as const satisfies Record<string, Text>

interface Section {
  part: Part
  lines: readonly Line<Text>[]
}

/** A requirement as rule text; undefined where there is none of that id. */
export function describeRequirement(plan: Plan, id: string, language: Language): Description | undefined {
  const requirement = plan.requirements.find((other) => other.id === id)
  return requirement && described(id, requirement.title, sectionsOf(plan, requirement), language)
}

/** Leaves empty sections out. */
export function described(id: string, title: Text, sections: readonly Section[], language: Language): Description {
  return {
    id,
    title: title[language],
    sections: sections
      .filter(({ lines }) => lines.length > 0)
      .map(({ part, lines }) => ({
        part,
        heading: HEADINGS[part][language],
        lines: lines.map((item) => inLanguage(item, language)),
      })),
  }
}

function sectionsOf(plan: Plan, requirement: PlannedRequirement): Section[] {
  const { entry, applies, requires, due, achievedOn, at, unless, notes, figures } = requirement
  const expression = (of: typeof due) => (of ? [describeExpression(of)] : [])
  return [
    section('source', describeCitations(plan, entry)),
    section('scope', aboutOf(plan, requirement)),
    section('applies', applies ? [describeCondition(applies)] : []),
    section('requires', requires ? [describeCondition(requires)] : [CALCULATION]),
    section('due', expression(due)),
    section('achievedOn', expression(achievedOn)),
    section('at', expression(at)),
    section(
      'unless',
      unless.map(({ entry: exception, when, on }) => {
        const status = STATUS_WORDS[exception.status]
        return line(`${exception.text.zh}（结论：${status.zh}）`, `${exception.text.en} (status: ${status.en})`, [
          describeCondition(when),
          ...expression(on).map(({ text }) => line(`办理日期：${text.zh}`, `came on: ${text.en}`)),
          ...describeCitations(plan, exception),
        ])
      }),
    ),
    section(
      'notes',
      notes.map(({ entry: note, when }) =>
        line(note.text.zh, note.text.en, [describeCondition(when), ...describeCitations(plan, note)]),
      ),
    ),
    section(
      'figures',
      figures.map(({ described: { label }, expression: shown }) =>
        shown.kind === 'fact' ? line(label.zh, label.en) : line(label.zh, label.en, [describeExpression(shown)]),
      ),
    ),
    section('cure', entry.cure ? [{ text: entry.cure, below: [] }] : []),
    section(
      'parameters',
      parametersOf(requirement).map((parameter) => describeParameter(plan, parameter)),
    ),
    section('terms', termsIn(nodesOf(requirement)).map(describeTerm)),
    section('cases', casesOf(plan, requirement.id)),
  ]
}

const CALCULATION = line('只作计算，不判定是否符合。', 'A calculation: nothing is judged.')

export function section(part: Part, lines: readonly Line<Text>[]): Section {
  return { part, lines }
}

function aboutOf(plan: Plan, { entry, force, subject }: PlannedRequirement): Line<Text>[] {
  const bearer = plan.bodies.get(entry.dutyBearer)!
  const supervisor = entry.supervisor === undefined ? undefined : plan.bodies.get(entry.supervisor)
  const { from, to } = entry.effective ?? {}
  return [
    line(`对象：${subject.label.zh}`, `about: ${subject.label.en}`),
    line(`力度：${FORCES[force].zh}`, `force: ${FORCES[force].en}`),
    line(`责任主体：${bearer.zh}`, `duty bearer: ${bearer.en}`),
    ...(supervisor ? [line(`监督主体：${supervisor.zh}`, `supervisor: ${supervisor.en}`)] : []),
    ...(from ? [line(`自 ${from} 起有效`, `in force from ${from}`)] : []),
    ...(to ? [line(`至 ${to} 之前有效`, `in force before ${to}`)] : []),
    ...(entry.recurs ? [line('每年一次', 'every year')] : []),
  ]
}

/** The derived facts that are named in conditions and formulas, not those behind them. */
export function termsIn(nodes: readonly Node[]): Extract<Fact, { kind: 'derived' }>[] {
  const facts = nodes.flatMap((node): Fact[] => (node.kind === 'fact' ? [node.fact] : factsBelow(node)))
  return [...new Set(facts)].filter((fact) => fact.kind === 'derived')
}

function factsBelow(node: Node): Fact[] {
  return below(node).flatMap((part) => (part.kind === 'fact' ? [part.fact] : factsBelow(part)))
}

export function describeTerm({ label, formula }: Extract<Fact, { kind: 'derived' }>): Line<Text> {
  return line(`${label.zh}：`, `${label.en}:`, [describeExpression(formula)])
}

/** The cases of the pack that expect something of a requirement. */
export function casesOf(plan: Plan, id: string): Line<Text>[] {
  return plan.cases.flatMap(({ case: item }) => {
    const statuses = item.expect.flatMap(({ requirement, status }) =>
      requirement === id && status ? [STATUS_WORDS[status]] : [],
    )
    if (statuses.length === 0) return []
    const title = item.title ? { zh: ` ${item.title.zh}`, en: ` ${item.title.en}` } : { zh: '', en: '' }
    return [
      line(
        `${item.id}${title.zh}：${statuses.map(({ zh }) => zh).join('、')}（${item.asOf}）`,
        `${item.id}${title.en}: ${statuses.map(({ en }) => en).join(', ')} (${item.asOf})`,
      ),
    ]
  })
}
