import { citationName } from '@tiaoli/authoring'
import type { Text } from '@tiaoli/engine'
import {
  cite,
  formatDay,
  formatDayInChinese,
  groupedBy,
  inWords,
  timelinesUnder,
  type DatedValue,
  type Plan,
  type PlannedParameter,
} from '@tiaoli/engine/plan'

/** A number before and after: one line for all profiles under which the same is new, whatever it was under each. */
export function numberInWords(before: Plan, after: Plan, id: string): Text[] {
  const parameter = after.parameters.get(id)
  if (!parameter) return []
  const underProfiles = changesUnder(before, after, id, [...after.profiles.keys()])
  // Nobody judges without a profile where there are some.
  const changes = underProfiles.length > 0 ? underProfiles : changesUnder(before, after, id, [undefined])
  const sources = sourcesOf(before, after, parameter)
  return [...groupedBy(changes, ({ added }) => added.zh).values()].map((alike) => {
    const told = (said: Text, these: readonly ChangeUnder[]) => {
      const names = under(after, profilesOf(these))
      return { zh: `${said.zh}${names.zh}`, en: `${said.en}${names.en}` }
    }
    const label = told(parameter.label, alike)
    const [first, ...others] = [...groupedBy(alike, ({ was }) => was.zh).values()]
    const { was, is, added } = first![0]!
    const [old, now] =
      others.length === 0 ? [was, is] : [listed([first!, ...others].map((these) => told(these[0]!.was, these))), added]
    return {
      zh: `${label.zh}：${old.zh} → ${now.zh}${sources.zh}`,
      en: `${label.en}: ${old.en} → ${now.en}${sources.en}`,
    }
  })
}

interface ChangeUnder {
  readonly profile: string | undefined
  readonly was: Text
  readonly is: Text
  /** What it was not before. */
  readonly added: Text
}

function changesUnder(
  before: Plan,
  after: Plan,
  id: string,
  profiles: readonly (string | undefined)[],
): readonly ChangeUnder[] {
  return profiles.flatMap((profile) => {
    const [was, is] = [overTime(before, id, profile), overTime(after, id, profile)]
    const old = new Set(was.map(({ zh }) => zh))
    const added = is.filter(({ zh }) => !old.has(zh))
    const change = { profile, was: listed(was), is: listed(is), added: listed(added.length > 0 ? added : is) }
    return change.was.zh === change.is.zh ? [] : change
  })
}

function profilesOf(changes: readonly ChangeUnder[]): string[] {
  return changes.flatMap(({ profile }) => profile ?? [])
}

function listed(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('，'), en: texts.map(({ en }) => en).join(', ') }
}

/** Which profiles, where it is not all. */
function under({ profiles }: Plan, these: readonly string[]): Text {
  if (these.length === 0 || these.length === profiles.size) return { zh: '', en: '' }
  const labels = these.map((id) => profiles.get(id)!.entry.label)
  return {
    zh: `（口径${labels.map(({ zh }) => `“${zh}”`).join('')}）`,
    en: ` (${labels.map(({ en }) => `“${en}”`).join(', ')})`,
  }
}

/** What a number is from when on, the earliest first. */
function overTime(plan: Plan, id: string, profile: string | undefined): readonly Text[] {
  const parameter = plan.parameters.get(id)
  const timeline = parameter && timelinesUnder(plan, plan.profiles.get(profile ?? ''))[parameter.index]
  if (!timeline || timeline.length === 0) return [{ zh: '未设定', en: 'not set' }]
  return timeline.map(({ from, value }) => {
    const words = inWords(parameter, value)
    return from === -Infinity
      ? words
      : { zh: `${formatDayInChinese(from)}起${words.zh}`, en: `${words.en} from ${formatDay(from)}` }
  })
}

/** The values that a number did not have before. */
export function addedValues(before: Plan, after: Plan, id: string): DatedValue[] {
  const valuesIn = (plan: Plan): DatedValue[] => {
    const own = plan.parameters.get(id)
    const inProfiles = [...plan.profiles.values()].flatMap(({ timelines }) => (own && timelines.get(own)?.values) ?? [])
    return [...(own?.entry.values ?? []), ...inProfiles]
  }
  const known = new Set(valuesIn(before).map(keyOf))
  return valuesIn(after).filter((value) => !known.has(keyOf(value)))
}

/** What new values rest on. */
function sourcesOf(before: Plan, after: Plan, { name }: PlannedParameter): Text {
  const added = addedValues(before, after, name.replace(/^parameters\./, ''))
  const names = added.flatMap((value) => cite(after, value, undefined).map((citation) => citationName(after, citation)))
  const assumed = added.flatMap(({ assumption }) => assumption ?? [])
  const all = [...new Map([...names, ...assumed].map((text) => [text.zh, text])).values()]
  if (all.length === 0) return { zh: '', en: '' }
  return {
    zh: `（依据：${all.map(({ zh }) => zh).join('、')}）`,
    en: ` (source: ${all.map(({ en }) => en).join(', ')})`,
  }
}

function keyOf({ value, clauses, basis, assumption }: DatedValue): string {
  return JSON.stringify([value, clauses, basis, assumption])
}
