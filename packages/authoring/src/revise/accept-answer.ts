import type { PackSource } from '@tiaoli/engine'
import { checkCases, type CaseFailure, type Plan } from '@tiaoli/engine/plan'
import { policyOf } from '@tiaoli/engine/runtime'
import type { LoadedPack } from '../load-or-throw.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { textsWithEntries, type FileTexts } from '../scaffold/insert-entries.ts'
import { inOwnWords } from './entered-document.ts'

/** The answer that changed rules give to a case, taken as what it expects, and why. */
export interface AcceptedAnswer {
  /** The file of the case. */
  file: string
  id: string
  reason: string
}

type Case = Plan['cases'][number]['case']

/** Has a case of the pack expect what is found. The reason stands with its title, for readers of the cases. */
export async function acceptAnswer(
  source: PackSource,
  { plan }: LoadedPack,
  { file, id, reason }: AcceptedAnswer,
): Promise<FileTexts> {
  const found = plan.cases.find((one) => one.file === file && one.case.id === id)
  const place = plan.cases.filter((one) => one.file === file).findIndex((one) => one.case.id === id)
  if (!found || reason.trim() === '') throw new ScaffoldError('no-text', file)
  const policy = policyOf(plan)
  const [result] = await checkCases({ ...plan, cases: [found] }, (ledger, options) => policy.evaluate(ledger, options))
  const expect = found.case.expect.map((expected) => accepted(expected, failuresOf(expected, result!.failures)))
  const [first] = plan.reading
  const title = found.case.title ? inOwnWords(plan, found.case.title) : id
  const added = first?.sentences === 'en' ? ` (changed: ${reason.trim()})` : `（改：${reason.trim()}）`
  return textsWithEntries(source, [
    { file, path: ['cases', place, 'expect'], value: expect },
    { file, path: ['cases', place, 'title', first?.tag ?? 'zh'], value: `${title}${added}` },
  ])
}

function failuresOf(
  { requirement, subject, period }: Case['expect'][number],
  failures: readonly CaseFailure[],
): readonly CaseFailure[] {
  return failures.filter(
    (failure) => failure.requirement === requirement && failure.subject === subject && failure.period === period,
  )
}

/** What depends on the status is no longer expected where that is another. */
function accepted(expected: Case['expect'][number], failures: readonly CaseFailure[]): Case['expect'][number] {
  if (failures.length === 0) return expected
  const { requirement, subject, period } = expected
  const named = { requirement, ...(subject !== undefined && { subject }), ...(period !== undefined && { period }) }
  if (failures.some(({ field, actual }) => field === 'subject' && String(actual).startsWith('0 ')))
    return { ...named, absent: true }
  const status = failures.find(({ field }) => field === 'status' || field === 'absent')
  if (status) return { ...named, status: status.actual as NonNullable<Case['expect'][number]['status']> }
  const others = failures.filter(({ field }) => PLAIN.has(field)).map(({ field, actual }) => [field, actual])
  const figures = changedIn(expected.figures, 'figures.', failures)
  return {
    ...expected,
    ...Object.fromEntries(others),
    ...(figures && { figures }),
    ...notesOf(expected, failures),
  } as Case['expect'][number]
}

const PLAIN: ReadonlySet<string> = new Set(['possible', 'unknownReasons', 'missing', 'daysLate', 'due'])

function changedIn(
  named: Readonly<Record<string, unknown>> | undefined,
  before: string,
  failures: readonly CaseFailure[],
): Record<string, unknown> | undefined {
  const changed = failures.filter(({ field }) => field.startsWith(before))
  if (!named || changed.length === 0) return undefined
  return { ...named, ...Object.fromEntries(changed.map(({ field, actual }) => [field.slice(before.length), actual])) }
}

function notesOf(
  { notes = [], notesAbsent = [] }: Case['expect'][number],
  failures: readonly CaseFailure[],
): Pick<Case['expect'][number], 'notes' | 'notesAbsent'> {
  const changed = failures.filter(({ field }) => field.startsWith('notes.'))
  if (changed.length === 0) return {}
  const shown = new Set(notes)
  const absent = new Set(notesAbsent)
  for (const { field, actual } of changed) {
    const note = field.slice('notes.'.length)
    const [to, from] = actual === true ? [shown, absent] : [absent, shown]
    from.delete(note)
    to.add(note)
  }
  return {
    ...(shown.size > 0 ? { notes: [...shown] } : {}),
    ...(absent.size > 0 ? { notesAbsent: [...absent] } : {}),
  }
}
