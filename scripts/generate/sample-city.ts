import type { Finding, Policy, Status } from '@tiaoli/engine'
import { STATUS_TOTALS, type Shown } from '@tiaoli/engine/plan'
import { markdown, table } from './markdown.ts'

const DATES = ['2018-12-31', '2019-01-01', '2019-12-31', '2021-01-01']

const NAMES = Object.keys(STATUS_TOTALS) as Status[]

/** The sample city on four days: how many findings of each status, requirement by requirement. */
export function sampleCity(policy: Policy, ledger: unknown): string {
  const { pack, requirements, profiles } = policy.plan
  const profile = profiles.get(pack.defaultProfile ?? '')?.entry
  const reports = DATES.map((asOf) => ({ asOf, ...policy.evaluate(ledger, { asOf, detail: 'findings' }) }))
  return markdown([
    '# The sample city of 79 firms 样例城市（79 家律所）',
    `The invented ledger \`rules/${pack.id}/samples/city-of-79.json\`, the same for every date, under the profile ${profile ? `${profile.id}（${profile.label.zh}）` : 'of the pack'}. A finding is one requirement for one subject, and one year where the duty is yearly.`,
    '## Coverage 覆盖率',
    'From the figures of the requirement `stage-one-coverage`.',
    table(
      [
        'As of 评价日期',
        'Firms 律所',
        'Party organizations 党的组织',
        'Rate 党的组织覆盖率',
        'Organizations or Party work 党的组织和党的工作',
        'Rate 党的组织和党的工作覆盖率',
      ],
      reports.map(({ asOf, findings }) => [asOf, ...coverageOf(findings)]),
    ),
    ...reports.flatMap(({ asOf, findings, summary }) => {
      const rows = requirements.flatMap(({ id }) => {
        const own = findings.filter(({ requirement }) => requirement === id)
        const counts = NAMES.map((name) => own.filter(({ status }) => status === name).length)
        return own[0] ? [[`${own[0].title.zh}<br>\`${id}\``, ...counts]] : []
      })
      const silent = requirements.filter(({ id }) => !findings.some(({ requirement }) => requirement === id))
      return [
        `## As of 评价日期 ${asOf}`,
        table(
          ['Requirement 要求', ...NAMES.map((name) => `${name} ${STATUS_TOTALS[name].zh}`)],
          [...rows, ['All 合计', ...NAMES.map((name) => summary[name])]],
        ),
        ...(silent.length > 0
          ? [`Without a finding on this day 当日没有结果: ${silent.map(({ id }) => `\`${id}\``).join(', ')}.`]
          : []),
      ]
    }),
  ])
}

function coverageOf(findings: readonly Finding[]): Exclude<Shown, boolean | null>[] {
  const figures = findings.find(({ requirement }) => requirement === 'stage-one-coverage')?.figures ?? []
  return ['firms', 'organizationCovered', 'organizationRate', 'workCovered', 'workRate'].map((name) => {
    const value = figures.find((figure) => figure.name === name)?.value
    if (value === undefined || value === null) return '–'
    return typeof value === 'boolean' ? String(value) : value
  })
}
