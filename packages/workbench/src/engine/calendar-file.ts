import { calendarOf, icsOf } from '@tiaoli/calendar'
import type { Policy } from '@tiaoli/engine'
import { recordNames, type Paper } from '@tiaoli/office/papers'
import type { AsksOf } from './calls.ts'

/** What falls due, for a calendar program. */
export function calendarFile(policy: Policy, ledger: unknown, asks: AsksOf<'calendarFile'>): Paper {
  const { names, language, ...asked } = asks
  const name = policy.plan.document?.entry.number ?? policy.plan.pack.title[language]
  const nameOf = recordNames({ policy, ledger, names, language })
  const text = icsOf(calendarOf(policy, ledger, asked), { name, language, asOf: asked.asOf, nameOf })
  return {
    name: language === 'zh' ? '到期.ics' : 'due.ics',
    type: 'text/calendar',
    bytes: new TextEncoder().encode(text),
  }
}
