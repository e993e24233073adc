import type { Session } from '../plan/evaluation-context.ts'
import type { Notice } from '../report/report.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'

/** What a reader of a whole report has to know before the findings. */
export function noticesOf(session: Session): Notice[] {
  return [...ledgerDayNotice(session)]
}

function ledgerDayNotice({ asOf, index }: Session): Notice[] {
  const { ledgerDay } = index.records
  if (ledgerDay === undefined || ledgerDay === asOf) return []
  const [zh, en] = [formatDayInChinese, formatDay].map((format) => [format(ledgerDay), format(asOf)])
  return [
    {
      code: 'ledger-day',
      text: {
        zh: `台账日期是${zh![0]!}，评价日期是${zh![1]!}：没有注明日期的事项按台账日期的情况判断。`,
        en: `The ledger is as of ${en![0]!}, the evaluation as of ${en![1]!}: what has no date of its own is judged as it was on the day of the ledger.`,
      },
    },
  ]
}
