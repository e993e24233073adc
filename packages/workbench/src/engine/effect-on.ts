import { compareFindings, type Flip as FoundFlip, type StatusOrAbsent } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { parseDay, textWithoutRecord, timelinesUnder } from '@tiaoli/engine/plan'
import type { DayAndProfile } from './calls.ts'
import { Judging } from './judging.ts'
import { pointerInWords } from './pointer-in-words.ts'
import { withPlace } from './with-place.ts'
import { markOf } from './picture.ts'
import type { Effect, Flip } from './revision-calls.ts'

/** What becomes of the findings on a ledger under other rules: the same that `tiaoli compare` says. */
export function effectOn(before: Policy, after: Policy, ledger: unknown, setting: DayAndProfile): Effect {
  const judging = new Judging()
  const { examples, refused } = compareFindings(before, after, ledger, setting, { examples: Infinity })
  const [first] = refused
  // Profiles and records that one side does not have are asked of the other alone.
  const doubts = (policy: Policy, end: 'from' | 'to') =>
    judging.toCheck(
      policy,
      ledger,
      setting,
      examples.flatMap((flip) => (flip[end] === 'not_met' ? { ...flip, pack: '', status: flip[end] } : [])),
    )
  const [was, is] = [doubts(before, 'from'), doubts(after, 'to')]
  return {
    flips: examples.map((flip) => shownFlip(before, after, flip, setting, { was, is })),
    subjects: new Set(examples.map(({ subject }) => subject.pointer)).size,
    refused: first && {
      sentences: first.problems.map(({ pointer, message }) => ({
        place: undefined,
        text: withPlace(message, pointerInWords(before.plan, pointer)),
      })),
    },
  }
}

type IsToCheck = ReturnType<Judging['toCheck']>

function shownFlip(
  { plan: before }: Policy,
  { plan: after }: Policy,
  flip: FoundFlip,
  setting: DayAndProfile,
  { was, is }: { was: IsToCheck; is: IsToCheck },
): Flip {
  const { requirement: id, subject, period, from, to } = flip
  const [old, now] = [before, after].map((plan) => plan.requirements.find((requirement) => requirement.id === id))
  const plan = now ? after : before
  const timelines = timelinesUnder(plan, plan.profiles.get(setting.profile ?? ''))
  const mark = (status: StatusOrAbsent, force: 'old' | 'now') =>
    status === 'absent'
      ? status
      : markOf(
          status,
          (force === 'old' ? old : now)!.force,
          status === 'not_met' && (force === 'old' ? was : is)({ ...flip, pack: '', status }),
        )
  return {
    subject: {
      pointer: subject.pointer,
      id: subject.id,
      name: subject.name,
      label: plan.scopes.get(subject.scope)!.label,
    },
    requirement: id,
    title: textWithoutRecord(plan, (now ?? old)!.title, { timelines, asOf: parseDay(setting.asOf)! }),
    period,
    from: mark(from, 'old'),
    to: mark(to, 'now'),
  }
}
