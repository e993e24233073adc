import { STATUS_WORDS, type Status, type Verdict } from '@tiaoli/engine'
import { formatDay, parseDay, type Plan, type PlannedRequirement } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import { inOwnLanguages } from '../scaffold/in-own-languages.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { inOwnWords, ownText } from './entered-document.ts'
import type { AskedRequirement } from './new-requirement.ts'

/** A ledger of a case in which a record is asked, and the record as an expectation names it. */
interface Example {
  ledger: object
  subject: string
  pointer: string
}

/** Cases of a new requirement in a file of their own: what is asked is so, is not so, and is left blank. */
export function casesFor(
  plan: Plan,
  asked: AskedRequirement,
  { id, fact }: { id: string; fact: string },
  like: PlannedRequirement | undefined,
  cases: Plan['cases'],
): Insertion {
  const days = [asked.from, ...(asked.due === undefined ? [] : [dayAfter(asked.due)])]
  const day = days.sort().at(-1)!
  const { ledger, subject, pointer } = exampleLike(plan, like, cases, day) ?? bareExample(plan, asked.subject)
  const place = `${pointer}/${fact.slice(asked.subject.length + 1)}`
  const caseOf = (status: Status, value: unknown) => ({
    id: `${id}-${status.replace('_', '-')}`,
    title: ownText(plan, `${asked.title}（${inOwnWords(plan, STATUS_WORDS[status])}）`),
    asOf: day,
    base: 'example',
    ...(value !== undefined && { set: { [place]: value } }),
    expect: [{ requirement: id, subject, status }],
  })
  const { met, notMet } = valuesOf(asked, day)
  return {
    file: `cases/${id}.json`,
    path: ['cases'],
    value: inOwnLanguages(plan, [caseOf('met', met), caseOf('not_met', notMet), caseOf('unknown', undefined)]),
    blank: { bases: { example: ledger } },
  }
}

/** What is so of a record that does what is asked, and of one that does not. */
function valuesOf({ asks, due }: AskedRequirement, day: string): { met: unknown; notMet: unknown } {
  if ('done' in asks) return { met: true, notMet: false }
  if ('day' in asks) return { met: due ?? day, notMet: null }
  return { met: asks.least, notMet: asks.least - 1 }
}

/** These say that a requirement concerns a record. */
const CONCERNED: ReadonlySet<Status> = new Set(['met', 'not_met', 'met_late', 'pending', 'review'])

/** A case of the pack whose ledger has a record that a requirement concerns on a day. */
function exampleLike(
  plan: Plan,
  like: PlannedRequirement | undefined,
  cases: Plan['cases'],
  day: string,
): Example | undefined {
  if (!like) return undefined
  const policy = policyOf(plan)
  for (const { case: item, ledger } of cases) {
    const isAbout = item.expect.some(({ requirement }) => requirement === like.id)
    if (!isAbout || item.profile !== undefined || item.parameters !== undefined || item.conflicts) continue
    const options = { asOf: day, requirements: [like.id], detail: 'verdicts', notInForce: true } as const
    const findings: readonly Verdict[] = policy.evaluate(ledger, options).findings
    const i = findings.findIndex(({ status }) => CONCERNED.has(status))
    const subject = findings[i]?.subject
    if (!subject) continue
    return {
      ledger: ledger as object,
      subject: like.subject.id ? subject.id : `#${i}`,
      pointer: subject.pointer,
    }
  }
  return undefined
}

/** A ledger of nothing but one record and those around it. */
function bareExample(plan: Plan, name: string): Example {
  let list: Record<string, unknown> = {}
  let [pointer, subject] = ['', '']
  for (let scope = plan.scopes.get(name); scope?.parent; scope = scope.parent) {
    const property = scope.id?.name.slice(scope.name.length + 1)
    subject ||= property === undefined ? '#0' : BARE_ID
    const record = { ...(property !== undefined && { [property]: BARE_ID }), ...list }
    const place = scope.keyed ? BARE_YEAR : '0'
    list = { [scope.list]: scope.keyed ? { [place]: record } : [record] }
    pointer = `/${scope.list}/${place}${pointer}`
  }
  // The ledger itself is the one record of its kind.
  return { ledger: list, subject: subject || '#0', pointer }
}

const BARE_ID = 'X1'
const BARE_YEAR = '2027'

function dayAfter(day: string): string {
  return formatDay((parseDay(day) ?? 0) + 1)
}
