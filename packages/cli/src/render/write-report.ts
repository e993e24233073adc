import { documentName } from '@tiaoli/authoring'
import type { Finding, Report, Status, Text } from '@tiaoli/engine'
import { isToBeChecked, STATUS_TOTALS, TO_BE_CHECKED, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { table } from '../terminal/table.ts'
import { bearerText } from './bearer-text.ts'
import { citationLines } from './citation-lines.ts'
import { conflictLine } from './conflict-line.ts'
import { findingLines } from './finding-lines.ts'
import { statusMark } from './status-mark.ts'
import { subjectTitle } from './subject-title.ts'

/** The statuses that call for action; the others are only counted. */
const IS_ACTIONABLE: Record<Status, boolean> = {
  met: false,
  met_late: true,
  not_met: true,
  pending: true,
  exempted: false,
  review: true,
  not_applicable: false,
  calculated: false,
  unknown: false,
}

interface ReportOptions {
  by: 'subject' | 'requirement'
  /** The user selected the findings, so all of them are listed. */
  selected: boolean
}

/** A report for people: the findings that call for action, grouped, then the count of each status. */
export async function writeReport(
  context: Context,
  plan: Plan,
  report: Report<'findings'>,
  { by, selected }: ReportOptions,
): Promise<void> {
  const { out, texts, language } = context
  const { receipt } = report
  const profile = receipt.profile === undefined ? undefined : plan.profiles.get(receipt.profile)
  await out.line(out.paint('bold', documentName(plan)[language]))
  await out.line(texts.report.basis(receipt.asOf, profile?.entry.label[language], receipt.version))
  for (const { text } of report.notices) await out.line(out.paint('yellow', text[language]))
  const listed = selected ? report.findings : report.findings.filter(({ status }) => IS_ACTIONABLE[status])
  for (const [title, findings] of groups(context, plan, listed, by)) {
    await out.line(`\n${out.paint('bold', title)}`)
    const source = (finding: Finding) => [
      ...citationLines(context, plan, finding.citations),
      bearerText(context, finding),
    ]
    // The findings of one requirement have the same source.
    if (by === 'requirement') for (const line of source(findings[0]!)) await out.line(`  ${line}`)
    for (const finding of findings) {
      const own = by === 'subject' ? source(finding) : []
      await out.line(findingLines(context, plan, finding, headline(context, plan, finding, by), own).join('\n'))
    }
  }
  for (const conflict of report.conflicts) await out.line(`\n${conflictLine(context, plan, conflict)}`)
  await out.line(`\n${out.paint('bold', texts.report.summary)}`)
  await out.line(
    table(
      out,
      totals(report).map(([status, of, words, count]) => [`${statusMark(out, of)} ${words[language]}`, status, count]),
      { numbers: [2], indent: 2 },
    ),
  )
  const hidden = report.findings.length - listed.length
  if (hidden > 0) await out.line(out.paint('dim', texts.report.hidden(hidden)))
}

/** How many findings have each status; those of what is not met that are to be checked first are told apart. */
function totals({
  summary,
  findings,
}: Report<'findings'>): [status: Status, mark: Status, words: Text, count: number][] {
  const toCheck = findings.filter(isToBeChecked).length
  return (Object.entries(summary) as [Status, number][])
    .flatMap(([status, count]): ReturnType<typeof totals> =>
      status === 'not_met'
        ? [
            [status, status, STATUS_TOTALS[status], count - toCheck],
            [status, 'unknown', TO_BE_CHECKED, toCheck],
          ]
        : [[status, status, STATUS_TOTALS[status], count]],
    )
    .filter(([, , , count]) => count > 0)
}

function headline(context: Context, plan: Plan, finding: Finding, by: ReportOptions['by']): string {
  const year = finding.period === undefined ? '' : ` ${finding.period}`
  return by === 'requirement'
    ? `${subjectTitle(context, plan, finding.subject)}${year}`
    : `${finding.title[context.language]}${year} ${context.out.paint('dim', `[${finding.requirement}]`)}`
}

/** Groups in order of their first finding. */
function groups(
  context: Context,
  plan: Plan,
  findings: readonly Finding[],
  by: ReportOptions['by'],
): Map<string, Finding[]> {
  const grouped = new Map<string, Finding[]>()
  const sorted = by === 'requirement' ? findings : inLedgerOrder(findings)
  for (const finding of sorted) {
    const title =
      by === 'requirement'
        ? `${finding.title[context.language]} [${finding.requirement}]`
        : subjectTitle(context, plan, finding.subject)
    const group = grouped.get(title)
    if (group) group.push(finding)
    else grouped.set(title, [finding])
  }
  return grouped
}

/** Parent records before their children, each list in its order. */
function inLedgerOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.subject.pointer.localeCompare(b.subject.pointer, 'en', { numeric: true }))
}
