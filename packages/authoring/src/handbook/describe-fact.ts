import type { Policy, Text } from '@tiaoli/engine'
import { everythingIn, nodesOf, shownBy, textWithoutRecord, type Fact, type Node, type Plan } from '@tiaoli/engine/plan'
import { describeExpression } from './describe-expression.ts'
import { describeTerm, termsIn } from './describe-terms.ts'
import { descriptionOf, section, type Description } from './description.ts'
import type { Language } from '@tiaoli/engine/names'
import { line, type Line } from './line.ts'
import { TYPE_LABELS } from './enum-labels.ts'

/** What a fact is, how it is obtained, what null means, and what uses it; undefined if no fact has the name. */
export function describeFact({ plan }: Policy, name: string, language: Language): Description | undefined {
  const fact = plan.facts.get(name)
  if (!fact) return undefined
  const formula = fact.kind === 'derived' ? [describeExpression(fact.formula)] : []
  const terms = fact.kind === 'derived' ? termsIn([fact.formula]) : []
  return descriptionOf(
    name,
    fact.label,
    [
      section('about', factLines(fact)),
      section('values', valueLines(fact)),
      section('formula', formula),
      section('terms', terms.map(describeTerm)),
      section('usedBy', usageLines(plan, fact)),
    ],
    language,
  )
}

function factLines(fact: Fact): Line<Text>[] {
  const { scope, type, unit, none } = fact
  const given = fact.kind === 'given'
  return [
    line(given ? '由台账填写' : '由其他事实得出', given ? 'given by the ledger' : 'derived from other facts'),
    line(`范围：${scope.label.zh}`, `of: ${scope.label.en}`),
    line(
      `类型：${TYPE_LABELS[type].zh}${unit ? `（${unit.zh}）` : ''}`,
      `type: ${TYPE_LABELS[type].en}${unit ? ` (${unit.en})` : ''}`,
    ),
    ...(given && none ? [line(`填 null 表示：${none.zh}`, `null means: ${none.en}`)] : []),
    ...(given && !none
      ? [line('不知道就不要填写；不能填 null', 'leave it out if it is not known; null is refused')]
      : []),
    ...(given ? boundLines(fact) : []),
  ]
}

function boundLines({ min, max, equals }: Extract<Fact, { kind: 'given' }>): Line<Text>[] {
  return [
    { bound: min, zh: '不少于', en: 'at least' },
    { bound: max, zh: '不超过', en: 'at most' },
    { bound: equals, zh: '等于', en: 'equal to' },
  ].flatMap(({ bound, zh, en }) => {
    if (!bound) return []
    const { text } = describeExpression(bound)
    return [line(`${zh}${text.zh}`, `${en} ${text.en}`)]
  })
}

function valueLines({ values }: Fact): Line<Text>[] {
  return [...(values ?? [])].map(([value, label]) => line(`${value}：${label.zh}`, `${value}: ${label.en}`))
}

/** Derived facts that name it, and requirements and checks that depend on it, through whatever lies between. */
function usageLines(plan: Plan, fact: Fact): Line<Text>[] {
  const uses = (nodes: readonly Node[], through = true) =>
    [...everythingIn(nodes, (node) => through || node.kind !== 'fact')].some(
      (node) => node.kind === 'fact' && node.fact === fact,
    )
  return [
    ...[...plan.facts.values()].flatMap((other) =>
      other.kind === 'derived' && uses([other.formula], false)
        ? [line(`事实 ${other.name}：${other.label.zh}`, `fact ${other.name}: ${other.label.en}`)]
        : [],
    ),
    ...plan.requirements.flatMap((requirement) => {
      if (!uses([...nodesOf(requirement), ...shownBy(requirement)])) return []
      const title = textWithoutRecord(plan, requirement.title)
      return [line(`要求 ${requirement.id}：${title.zh}`, `requirement ${requirement.id}: ${title.en}`)]
    }),
    ...plan.checks.flatMap((check) => {
      if (!('unique' in check ? check.unique === fact : uses([check.holds]))) return []
      const text = textWithoutRecord(plan, check.text)
      return [line(`检查 ${check.entry.id}：${text.zh}`, `check ${check.entry.id}: ${text.en}`)]
    }),
  ]
}
