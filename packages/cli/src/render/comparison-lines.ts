import type { FindingsComparison, RuleChange, StatusOrAbsent } from '@tiaoli/authoring'
import { STATUS_TOTALS, textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { statusOfRequirement } from './status-of-requirement.ts'
import { subjectTitle } from './subject-title.ts'

const SIGNS = { added: ['+', 'green'], removed: ['-', 'red'], changed: ['~', 'yellow'] } as const

/** The changed rules, one per line. */
export function ruleChangeLines({ out, texts, language }: Context, changes: readonly RuleChange[]): string[] {
  if (changes.length === 0) return [texts.compare.sameRules]
  return changes.map(({ change, text }) => {
    const [sign, style] = SIGNS[change]
    return `${out.paint(style, sign)} ${text[language]}`
  })
}

/** The findings that flip, counted by requirement and transition, with examples. */
export function flipLines(
  context: Context,
  plan: Plan,
  heading: string,
  comparison: FindingsComparison,
  showing?: Parameters<typeof textWithoutRecord>[2],
): string[] {
  const { out, texts, language } = context
  const requirementsById = new Map(plan.requirements.map((requirement) => [requirement.id, requirement]))
  const titleOf = (id: string) => {
    const requirement = requirementsById.get(id)
    return requirement && textWithoutRecord(plan, requirement.title, showing)[language]
  }
  const inWords = (requirement: string, status: StatusOrAbsent) => {
    if (status === 'absent') return texts.compare.absent
    const asked = requirementsById.get(requirement)
    return (asked ? statusOfRequirement(plan, asked, status) : STATUS_TOTALS[status])[language]
  }
  const { compared, flipped, requirements, examples, refused } = comparison
  return [
    out.paint('bold', texts.compare.flipped(heading, flipped, compared)),
    ...requirements.flatMap(({ requirement, transitions }) => [
      `  ${titleOf(requirement) ?? requirement} ${out.paint('dim', `[${requirement}]`)}`,
      ...transitions.flatMap(({ from, to, count }) => [
        `    ${inWords(requirement, from)} → ${inWords(requirement, to)}${texts.finding.colon}${count}`,
        ...examples
          .filter((example) => example.requirement === requirement && example.from === from && example.to === to)
          .map(({ subject, period, case: name }) => {
            const details = [...(period === undefined ? [] : [period]), ...(name === undefined ? [] : [name])]
            return `      ${out.paint('dim', [subjectTitle(context, plan, subject), ...details].join(' '))}`
          }),
      ]),
    ]),
    ...refused.flatMap(({ pack, case: name, problems }) =>
      problems.map(
        ({ pointer, message }) =>
          `  ${out.paint('red', texts.compare.refused[pack])} ${name === undefined ? '' : `${name} `}${pointer} ${message[language]}`,
      ),
    ),
  ]
}
