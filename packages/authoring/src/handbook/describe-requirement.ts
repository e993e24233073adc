import { STATUS_WORDS, type Policy, type Text } from '@tiaoli/engine'
import {
  endsWithPlan,
  lastPlannedDay,
  nodesOf,
  prolongationsOf,
  textWithoutRecord,
  type Expression,
  type PartName,
  type Plan,
  type PlannedException,
  type PlannedRequirement,
  type TextTemplate,
  formatDay,
} from '@tiaoli/engine/plan'
import { describeChanges } from './describe-changes.ts'
import { describeCitations } from './describe-citations.ts'
import { describeCondition } from './describe-condition.ts'
import { dayInChinese } from './day-in-chinese.ts'
import { describeExpression } from './describe-expression.ts'
import { parameterLine } from './parameter-line.ts'
import { describeTerm, termsIn } from './describe-terms.ts'
import { descriptionOf, section, type Description, type Section } from './description.ts'
import type { Language } from '@tiaoli/engine/names'
import { inOneLine, line, type Line } from './line.ts'
import { FORCE_LABELS } from './enum-labels.ts'

/** A requirement as rule text; undefined if no requirement has the id. */
export function describeRequirement({ plan }: Policy, id: string, language: Language): Description | undefined {
  const requirement = plan.requirements.find((other) => other.id === id)
  return (
    requirement &&
    descriptionOf(id, textWithoutRecord(plan, requirement.title), requirementSections(plan, requirement), language)
  )
}

function requirementSections(plan: Plan, requirement: PlannedRequirement): Section[] {
  const { entry, notes, figures, problem, remedy, parameters } = requirement
  return [
    section('source', describeCitations(plan, entry)),
    ...Object.values(PARTS).map((describe) => describe(requirement, plan)),
    section('changed', describeChanges(plan, requirement)),
    section(
      'notes',
      notes.map((note) => ({
        text: textWithoutRecord(plan, note.text),
        below: [
          describeCondition(note.when),
          ...ownRemedyLines(plan, note.remedy),
          ...describeCitations(plan, note.entry),
        ],
      })),
    ),
    section(
      'figures',
      figures.map(({ described: { label }, expression: shown }) =>
        shown.kind === 'fact' ? line(label.zh, label.en) : line(label.zh, label.en, [describeExpression(shown)]),
      ),
    ),
    section(
      'metUntil',
      figures.flatMap(({ name, described: { label } }) => (name === entry.metUntil ? [line(label.zh, label.en)] : [])),
    ),
    section('problem', textLines(plan, problem)),
    section('remedy', textLines(plan, remedy)),
    section(
      'parameters',
      parameters.map((parameter) => parameterLine(plan, parameter)),
    ),
    section(
      'laterRules',
      requirement.laterRules.map(({ text, citing }) => ({ text, below: describeCitations(plan, citing) })),
    ),
    section('terms', termsIn(nodesOf(requirement)).map(describeTerm)),
    section('cases', caseLines(plan, requirement.id)),
  ]
}

/** The parts in the order in which they read best. Typed, so that a part that the decision table gains is not missed. */
const PARTS: Record<PartName | 'at', (requirement: PlannedRequirement, plan: Plan) => Section> = {
  inForce: (requirement) => section('scope', scopeLines(requirement)),
  applies: ({ applies }) => section('applies', applies ? [describeCondition(applies)] : []),
  requires: ({ requires }) => section('requires', requires ? [describeCondition(requires)] : [CALCULATION]),
  due: ({ due }) => section('due', expressionLines(due)),
  achievedOn: ({ achievedOn }) => section('achievedOn', expressionLines(achievedOn)),
  at: ({ at }) => section('at', expressionLines(at)),
  unless: ({ unless }, plan) =>
    section(
      'unless',
      unless.map((exception) => exceptionLine(plan, exception)),
    ),
  horizon: (requirement) => section('horizon', horizonLines(requirement)),
}

function horizonLines({ entry, horizon, steps }: PlannedRequirement): Line<Text>[] {
  if (!horizon || !endsWithPlan(entry) || steps.every(({ part }) => part !== 'horizon')) return []
  const { day } = lastPlannedDay(horizon)
  const last = formatDay(Number.isFinite(day) ? day : horizon.day)
  const { zh, en } = horizon.entry.text
  return [
    line(
      `${last} 之后未完成的：需人工研判。${zh}`,
      `not done after ${last}: for a person to judge. ${en}`,
      prolongationsOf(horizon).map((text) => ({ text, below: [] })),
    ),
  ]
}

function expressionLines(expression: Expression | undefined): Line<Text>[] {
  return expression ? [describeExpression(expression)] : []
}

function textLines(plan: Plan, text: TextTemplate | undefined): Line<Text>[] {
  return text ? [{ text: textWithoutRecord(plan, text), below: [] }] : []
}

/** What is to be done where an exception or note holds, in place of the remedy of the requirement. */
function ownRemedyLines(plan: Plan, remedy: TextTemplate | undefined): Line<Text>[] {
  return textLines(plan, remedy).map(({ text }) => line(`整改：${text.zh}`, `remedy: ${text.en}`))
}

function exceptionLine(plan: Plan, { entry, text: template, when, on, remedy }: PlannedException): Line<Text> {
  const status = STATUS_WORDS[entry.status]
  const words = textWithoutRecord(plan, template)
  return line(`${words.zh}（结论：${status.zh}）`, `${words.en} (status: ${status.en})`, [
    describeCondition(when),
    ...expressionLines(on).map(({ text }) => line(`办理日期：${text.zh}`, `came on: ${text.en}`)),
    ...ownRemedyLines(plan, remedy),
    ...describeCitations(plan, entry),
  ])
}

const CALCULATION = line('只作计算，不判定是否符合。', 'A calculation: nothing is judged.')

function scopeLines(requirement: PlannedRequirement): Line<Text>[] {
  const { term, force, subject, dutyBearer, supervisor, firstPeriod } = requirement
  const [from, to] = [term.from, term.to].map((day) => (Number.isFinite(day) ? formatDay(day) : undefined))
  return [
    line(`对象：${subject.label.zh}`, `about: ${subject.label.en}`),
    line(`力度：${FORCE_LABELS[force].zh}`, `force: ${FORCE_LABELS[force].en}`),
    line(`责任主体：${dutyBearer.label.zh}`, `duty bearer: ${dutyBearer.label.en}`),
    ...(supervisor ? [line(`监督主体：${supervisor.label.zh}`, `supervisor: ${supervisor.label.en}`)] : []),
    ...(from ? [line(`自${dayInChinese(from)}起有效`, `in force from ${from}`)] : []),
    ...(to ? [line(`${dayInChinese(to)}以前有效（不含当日）`, `in force before ${to}`)] : []),
    ...(firstPeriod ? [yearlyLine(firstPeriod)] : []),
  ]
}

function yearlyLine(first: Expression): Line<Text> {
  const { zh, en } = inOneLine(describeExpression(first))
  return line(`每年一次，首个年度：${zh}`, `every year from ${en}`)
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
