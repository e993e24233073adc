import { addTo } from '@tiaoli/engine/plan'
import type { NoticeAlignment, Remark } from './align-notice.ts'
import type { Order } from './clause-states.ts'
import type { StandingClause } from './standing-clauses.ts'

/** What a sentence of a notice does to an earlier clause. */
export interface OrderedChange {
  readonly how: 'continues' | 'replaces' | 'ends'
  /** The earlier clause, or sentences of the notice that changed it on an earlier day. */
  readonly of: string | readonly number[]
  /** What the earlier clause reads from then on. */
  readonly reads?: string
  /** The first day, where it is a later one than that of the notice. */
  readonly from?: string
  /** The earlier clause that it puts into force again. */
  readonly again?: Pick<StandingClause, 'force' | 'bearer' | 'testability'>
}

export interface OrderedChanges {
  /** By where the sentence begins. */
  readonly changes: ReadonlyMap<number, readonly OrderedChange[]>
  /** What only a person can put in order. */
  readonly remarks: readonly Remark[]
}

const HOW: Record<Order['fate'], OrderedChange['how']> = {
  moved: 'continues',
  renamed: 'continues',
  repunctuated: 'continues',
  reworded: 'replaces',
  split: 'replaces',
  merged: 'replaces',
  dropped: 'ends',
}

/** The orders of one day on what one reference stands for. */
interface Step {
  readonly day: string
  readonly how: OrderedChange['how']
  readonly sentences: readonly number[]
}

/**
 * What the sentences of a notice do to clauses. Several may change one: on one day they do it together, and on a later
 * day one of them changes what the earlier one has put in its place.
 */
export function orderedChanges(
  clauses: readonly StandingClause[],
  notice: NoticeAlignment,
  from: string,
): OrderedChanges {
  const changes = new Map<number, OrderedChange[]>()
  const remarks: Remark[] = []
  const remark = (about: Remark['about'], sentences: readonly number[]) => {
    for (const { at, text } of notice.sentences)
      if (sentences.includes(at) && !remarks.some((other) => other.about === about && other.at === at))
        remarks.push({ about, at, text })
  }
  const dayOf = (at: number) => dayOfSentence(notice, at, from)
  const ordersOn = new Map<string, Order[][]>()
  for (const [i, { orders }] of notice.clauses.entries())
    for (const reference of clauses[i]!.references) addTo(ordersOn, reference, [...orders])
  const touched = (at: number) =>
    [...ordersOn].flatMap(([reference, own]) => (own.flat().some((order) => order.at === at) ? [reference] : []))
  const changedLater = new Set(clauses.flatMap(({ isChangedLater, references }) => (isChangedLater ? references : [])))
  for (const [reference, own] of ordersOn) {
    const sentences = sorted(own.flat().map(({ at }) => at))
    if (sentences.length === 0) continue
    const steps = stepsOf(own, sentences, dayOf)
    const isInOrder = steps.every(({ day }, k) => k === 0 || day > steps[k - 1]!.day)
    const isAlone = steps.slice(0, -1).every((step) => step.sentences.every((at) => touched(at).length === 1))
    const unclear = sentences.filter(
      (at) => notice.sentences.find((sentence) => sentence.at === at)?.ordersFrom === 'unclear',
    )
    if (changedLater.has(reference)) remark('changed-later', sentences)
    else if (unclear.length > 0) {
      remark('day-unclear', unclear)
      remark(
        'days-differ',
        sentences.filter((at) => !unclear.includes(at)),
      )
    } else if (!isInOrder || !isAlone) remark('days-differ', sentences)
    else {
      if (own.length > 1 && own.some((orders) => orders.length === 0)) remark('says-more', sentences)
      for (const [k, { day, how, sentences: doing }] of steps.entries()) {
        const before = steps[k - 1]?.sentences
        const later = day > from ? { from: day } : {}
        // The words between two days are not known.
        const reads = k === steps.length - 1 && how !== 'ends' ? wordsNow(clauses, notice, reference) : undefined
        for (const at of doing) {
          if (at === notice.ends && before === undefined) continue
          changes.set(at, [
            ...(changes.get(at) ?? []),
            { how, of: before ?? reference, ...(reads === undefined ? {} : { reads }), ...later },
          ])
        }
      }
    }
  }
  return { changes, remarks }
}

/** What all clauses say together that one reference stands for. */
function wordsNow(clauses: readonly StandingClause[], notice: NoticeAlignment, reference: string): string {
  const words = clauses.flatMap(({ references, text }, i) => {
    const { orders, passages } = notice.clauses[i]!
    if (!references.includes(reference)) return []
    return [orders.length > 0 ? passages.map((passage) => passage.text).join('') : text.zh]
  })
  return [...new Set(words)].join('')
}

/** The day of what a sentence orders: the one that it gives, where that is later, or else that of its document. */
export function dayOfSentence({ sentences }: Pick<NoticeAlignment, 'sentences'>, at: number, from: string): string {
  const { starts = [], ordersFrom = starts } = sentences.find((sentence) => sentence.at === at) ?? {}
  const [start, ...others] = ordersFrom === 'unclear' ? [] : ordersFrom
  return others.length === 0 && start?.day !== undefined && start.day > from ? start.day : from
}

function stepsOf(own: readonly (readonly Order[])[], sentences: readonly number[], dayOf: (at: number) => string) {
  const steps: Step[] = []
  const days: { day: string; sentences: number[] }[] = []
  for (const at of sentences) {
    const day = dayOf(at)
    const last = days.at(-1)
    if (last?.day === day) last.sentences.push(at)
    else days.push({ day, sentences: [at] })
  }
  for (const { day, sentences: together } of days) {
    const each = own.map((orders) => orders.filter(({ at }) => together.includes(at)))
    const hows = new Set(each.map(howOf))
    const [only] = hows
    if (hows.size === 1 && only === 'ends')
      steps.push({
        day,
        how: only,
        sentences: sorted(each.flat().flatMap(({ at, fate }) => (fate === 'dropped' ? [at] : []))),
      })
    else steps.push({ day, how: hows.size === 1 && only ? only : 'replaces', sentences: together })
  }
  return steps
}

/** How orders of one day together change a clause; undefined where none is of it. */
function howOf(orders: readonly Order[]): OrderedChange['how'] | undefined {
  const last = orders.at(-1)
  if (!last) return undefined
  if (last.fate === 'dropped') return 'ends'
  return orders.every(({ fate }) => HOW[fate] === 'continues') ? 'continues' : 'replaces'
}

function sorted(places: readonly number[]): number[] {
  return [...new Set(places)].sort((a, b) => a - b)
}
