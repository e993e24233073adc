import { pathOf, type Plan, type RecordReference } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** A record for people: its kind, its name or id, and its place in the ledger. */
export function subjectTitle(context: Context, plan: Plan, subject: RecordReference): string {
  const { name, pointer } = subject
  const title = titleOf(context, plan, subject)
  if (pointer === '') return context.texts.wholeLedger(title)
  if (name === undefined) return `${title} (${pointer})`
  return subject.id === pointer ? title : `${title} (${subject.id})`
}

/** What has neither name nor id is called by the records that it is in, the ids that it is known by, and its number. */
function titleOf(context: Context, plan: Plan, subject: RecordReference): string {
  const { language, texts } = context
  const { scope: kind, id, name, knownAs, within = [], pointer } = subject
  const scope = plan.scopes.get(kind)
  const label = scope?.label[language] ?? kind
  if (pointer === '') return label
  if (name !== undefined || id !== pointer) return `${label} ${name ?? id}`
  const last = pathOf(pointer).at(-1)!
  const own = scope?.keyed ? `${label} ${last}` : texts.recordNumber(label, Number(last) + 1, knownAs)
  return texts.recordWithin([...within.map((above) => titleOf(context, plan, above)), own])
}
