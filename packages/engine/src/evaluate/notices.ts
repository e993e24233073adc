import type { Session } from '../plan/session.ts'
import { isPlannedFor, type Days, type Horizon, type PlannedDocument } from '../plan/document.ts'
import type { Plan } from '../plan/plan.ts'
import type { Notice } from '../report/report.ts'
import { formatDay, formatDayInChinese, parseDay } from '../values/date.ts'
import type { Text } from '../text/text.ts'
import { changeNotices } from './change-notices.ts'
import { repealNotices } from './repeal-notices.ts'

/** What a reader of a whole report has to know before the findings, and what later documents change until a day. */
export function noticesOf(plan: Plan, session: Session, until: number = session.asOf): Notice[] {
  return [
    ...outsideTerm(plan, session),
    ...changeNotices(plan, until),
    ...repealNotices(plan, until),
    ...pastHorizon(plan, session),
    ...ledgerDayNotice(session),
  ]
}

function outsideTerm({ pack, documents }: Plan, { asOf }: Session): Notice[] {
  const { from, to } = pack.effective ?? {}
  const isInTerm = (from === undefined || asOf >= parseDay(from)!) && (to === undefined || asOf < parseDay(to)!)
  const own = [...documents.values()].filter((document) => document.pack === pack.id)
  if (isInTerm && (own.length === 0 || own.some((document) => holdsOn(document, asOf)))) return []
  return [
    {
      code: 'outside-term',
      text: {
        zh: `评价日期${formatDayInChinese(asOf)}不在文件施行期内：文件的各项规定当日均不适用。`,
        en: `The document is not in force on ${formatDay(asOf)}: none of its provisions applies on that day.`,
      },
    },
  ]
}

function pastHorizon(plan: Plan, { asOf }: Session): Notice[] {
  return plansOver(plan, asOf).flatMap(({ document, horizon }) =>
    holdsOn(document, asOf)
      ? [{ code: 'past-horizon' as const, text: pastPlanText(horizon, asOf, isPartlyChanged(plan, document, asOf)) }]
      : [],
  )
}

function isPartlyChanged({ clauses }: Plan, document: PlannedDocument, day: number): boolean {
  return [...clauses.values()].some(
    (clause) =>
      clause.document === document && clause.endings.some((ending) => ending.how !== 'ends' && ending.day <= day),
  )
}

/** What the pack says of the end of its plan knows of no prolongation. */
function prolongedPlanText(prolonged: Horizon['prolonged']): Text {
  const last = Math.max(...prolonged.map(({ to }) => to)) - 1
  return {
    zh: `文件规划期延长后已于${formatDayInChinese(last)}届满，请先核实现行效力。此后的工作是否继续办理由人工研判；规划期内各年度的要求，仍按原文评价。`,
    en: `The years planned for were prolonged and ended on ${formatDay(last)}: check whether the document is still in force. Whether work goes on after them is for a person to judge; what was asked of the years before is judged by the text.`,
  }
}

/** What the pack says about the end of its plan does not apply to what a later document has restated, such as a deadline. */
function pastPlanText({ entry, prolonged }: Horizon, asOf: number, isChanged: boolean): Text {
  const over = prolonged.filter(({ to }) => to <= asOf)
  const text = over.length > 0 ? prolongedPlanText(over) : entry.text
  if (!isChanged) return text
  return {
    zh: `${text.zh}其后的文件改写或者沿用的内容（包括另定的期限），按其后的文件办理。`,
    en: `${text.en} Anything that a later document restates or continues, such as a later deadline, follows that document.`,
  }
}

/** The documents of a pack whose years are over on a day. A later one that says something else of the years, or the same again, plans for its own. */
export function plansOver(
  { documents, clauses, pack }: Plan,
  day: number,
): { document: PlannedDocument; horizon: Horizon }[] {
  return [...documents.values()].flatMap((document) => {
    const { horizon } = document
    if (document.pack !== pack.id || !horizon || isPlannedFor(horizon, day)) return []
    const saying = (horizon.entry.clauses ?? []).flatMap((reference) => clauses.get(reference) ?? [])
    const isSuperseded = saying.length > 0 && saying.every(({ to }) => day >= to)
    return isSuperseded ? [] : [{ document, horizon }]
  })
}

function holdsOn({ from, to }: Days, day: number): boolean {
  return day >= from && day < to
}

function ledgerDayNotice({ asOf, index }: Session): Notice[] {
  const { ledgerDay } = index.records
  if (ledgerDay === undefined || ledgerDay === asOf) return []
  const later = ledgerDay > asOf
  return [
    {
      code: 'ledger-day',
      text: {
        zh: `台账日期是${formatDayInChinese(ledgerDay)}，情况截至${formatDayInChinese(asOf)}：没有注明日期的事项按台账日期的情况判断。${later ? '截至日的情况可能不同，请核对。' : ''}`,
        en: `The ledger describes ${formatDay(ledgerDay)}; this report is of ${formatDay(asOf)}. Facts without a date are taken as they were on ${formatDay(ledgerDay)}.${later ? ' They may have been otherwise on the day of the report: check that.' : ''}`,
      },
    },
  ]
}

/** Of a year asked for by `periods`: an empty list would not say whether all is well or nothing was asked. */
export function noFindingOn(year: number): Notice {
  return {
    code: 'no-finding-on-year',
    text: {
      zh: `没有${year}年度的结论：每年的要求在该年度尚未起算、当日未生效，或不在所选的要求和主体之内。`,
      en: `No finding is about ${year}: yearly requirements begin later, are not in force, or are not among the requirements and records selected.`,
    },
  }
}
