import { type Finding, type Plan, type Report, type Status, STATUS_WORDS } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { table } from '../terminal/table.ts'
import { citationLines, findingLines } from './finding.ts'
import { statusMark } from './status.ts'
import { subjectTitle } from './subject.ts'

/** What an officer has to look at; the rest is counted. */
const TO_DO: ReadonlySet<Status> = new Set<Status>(['not_met', 'met_late', 'pending', 'review'])

interface ReportOptions {
  by: 'subject' | 'requirement'
  /** The findings were chosen by the caller, so all are listed. */
  chosen: boolean
}

/** A report for people: the findings to act on, grouped, then how many there are of each status. */
export async function writeReport(
  context: Context,
  plan: Plan,
  report: Report<'findings'>,
  { by, chosen }: ReportOptions,
): Promise<void> {
  const { out, texts, language } = context
  const { receipt } = report
  await out.line(texts.report.head(receipt.pack, receipt.version, receipt.asOf, receipt.profile))
  const listed = chosen ? report.findings : report.findings.filter(({ status }) => TO_DO.has(status))
  for (const [title, findings] of groups(context, plan, listed, by)) {
    await out.line(`\n${out.paint('bold', title)}`)
    // Findings of one requirement rest on the same words, which are said once.
    if (by === 'requirement') for (const line of citationLines(context, findings[0]!)) await out.line(`  ${line}`)
    for (const finding of findings) {
      const cited = by === 'subject' ? citationLines(context, finding) : []
      await out.line(findingLines(context, finding, headline(context, plan, finding, by), cited).join('\n'))
    }
  }
  for (const { subject, text, facts } of report.conflicts)
    await out.line(
      `\n${out.paint('yellow', texts.report.conflict)} ${subjectTitle(context, plan.scopes, subject)}: ${text[language]} [${facts.join(', ')}]`,
    )
  const counted = Object.entries(report.summary).filter(([, count]) => count > 0) as [Status, number][]
  await out.line(`\n${out.paint('bold', texts.report.summary)}`)
  await out.line(
    table(
      out,
      counted.map(([status, count]) => [`${statusMark(out, status)} ${STATUS_WORDS[status][language]}`, status, count]),
      { numbers: [2], indent: 2 },
    ),
  )
  const hidden = report.findings.length - listed.length
  if (hidden > 0) await out.line(out.paint('dim', texts.report.hidden(hidden)))
}

function headline(context: Context, plan: Plan, finding: Finding, by: ReportOptions['by']): string {
  const year = finding.period === undefined ? '' : ` ${finding.period}`
  return by === 'requirement'
    ? `${subjectTitle(context, plan.scopes, finding.subject)}${year}`
    : `${finding.title[context.language]}${year} ${context.out.paint('dim', `[${finding.requirement}]`)}`
}

/** Groups in the order in which they are first met. */
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
        : subjectTitle(context, plan.scopes, finding.subject)
    const group = grouped.get(title)
    if (group) group.push(finding)
    else grouped.set(title, [finding])
  }
  return grouped
}

/** Records below others follow them, each list in its order. */
function inLedgerOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.subject.pointer.localeCompare(b.subject.pointer, 'en', { numeric: true }))
}
