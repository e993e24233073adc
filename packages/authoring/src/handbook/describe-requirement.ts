import { STATUS_WORDS, type Policy, type Text } from '@tiaoli/engine'
import { nodesOf, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'
import { describeCitations } from './describe-citations.ts'
import { describeCondition } from './describe-condition.ts'
import { describeExpression } from './describe-expression.ts'
import { describeParameter } from './describe-parameter.ts'
import { describeTerm, termsIn } from './describe-terms.ts'
import { descriptionOf, section, type Description, type Section } from './description.ts'
import type { Language } from '@tiaoli/engine/names'
import { line, type Line } from './line.ts'
import { FORCE_LABELS } from './enum-labels.ts'

/** A requirement as rule text; undefined where there is none of that id. */
export function describeRequirement({ plan }: Policy, id: string, language: Language): Description | undefined {
  const requirement = plan.requirements.find((other) => other.id === id)
  return requirement && descriptionOf(id, requirement.title, requirementSections(plan, requirement), language)
}

function requirementSections(plan: Plan, requirement: PlannedRequirement): Section[] {
  const { entry, applies, requires, due, achievedOn, at, unless, notes, figures } = requirement
  const expression = (of: typeof due) => (of ? [describeExpression(of)] : [])
  return [
    section('source', describeCitations(plan, entry)),
    section('scope', scopeLines(plan, requirement)),
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
    section('remedy', entry.remedy ? [{ text: entry.remedy, below: [] }] : []),
    section(
      'parameters',
      requirement.parameters.map((parameter) => describeParameter(plan, parameter)),
    ),
    section('terms', termsIn(nodesOf(requirement)).map(describeTerm)),
    section('cases', caseLines(plan, requirement.id)),
  ]
}

const CALCULATION = line('只作计算，不判定是否符合。', 'A calculation: nothing is judged.')

function scopeLines(plan: Plan, { entry, force, subject }: PlannedRequirement): Line<Text>[] {
  const bearer = plan.bodies.get(entry.dutyBearer)!
  const supervisor = entry.supervisor === undefined ? undefined : plan.bodies.get(entry.supervisor)
  const { from, to } = entry.effective ?? {}
  return [
    line(`对象：${subject.label.zh}`, `about: ${subject.label.en}`),
    line(`力度：${FORCE_LABELS[force].zh}`, `force: ${FORCE_LABELS[force].en}`),
    line(`责任主体：${bearer.zh}`, `duty bearer: ${bearer.en}`),
    ...(supervisor ? [line(`监督主体：${supervisor.zh}`, `supervisor: ${supervisor.en}`)] : []),
    ...(from ? [line(`自 ${from} 起有效`, `in force from ${from}`)] : []),
    ...(to ? [line(`至 ${to} 之前有效`, `in force before ${to}`)] : []),
    ...(entry.recurs ? [line('每年一次', 'every year')] : []),
  ]
}

/** The cases of the pack that expect something of a requirement. */
function caseLines(plan: Plan, id: string): Line<Text>[] {
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
