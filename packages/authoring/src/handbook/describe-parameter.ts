import type { Policy, Text } from '@tiaoli/engine'
import { textWithoutRecord, type Plan, type PlannedParameter } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import { descriptionOf, section, type Description } from './description.ts'
import { TYPE_LABELS } from './enum-labels.ts'
import { line, type Line } from './line.ts'
import { parameterLines } from './parameter-line.ts'

/** What a parameter is, its values with their sources, and what uses it; undefined if no parameter has the id. */
export function describeParameter({ plan }: Policy, name: string, language: Language): Description | undefined {
  const id = name.replace(/^parameters\./, '')
  const parameter = plan.parameters.get(id)
  return (
    parameter &&
    descriptionOf(
      id,
      parameter.label,
      [
        section('about', aboutLines(parameter)),
        section('values', parameterLines(plan, parameter)),
        section('usedBy', usageLines(plan, parameter)),
      ],
      language,
    )
  )
}

function aboutLines({ type, unit, values }: PlannedParameter): Line<Text>[] {
  const [zh, en] = unit ? [`（${unit.zh}）`, ` (${unit.en})`] : ['', '']
  return [
    line(`类型：${TYPE_LABELS[type].zh}${zh}`, `type: ${TYPE_LABELS[type].en}${en}`),
    ...[...(values ?? [])].map(([value, label]) => line(`${value}：${label.zh}`, `${value}: ${label.en}`)),
  ]
}

function usageLines(plan: Plan, parameter: PlannedParameter): Line<Text>[] {
  return plan.requirements
    .filter(({ parameters }) => parameters.includes(parameter))
    .map(({ id, title: template }) => {
      const title = textWithoutRecord(plan, template)
      return line(`要求 ${id}：${title.zh}`, `requirement ${id}: ${title.en}`)
    })
}
