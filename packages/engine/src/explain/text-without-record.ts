import type { Text } from '../text/text.ts'
import type { Plan } from '../plan/plan.ts'
import { fillTemplate, type Placeholder, type TextTemplate } from '../plan/text-template.ts'
import { entryAt, type TimelineEntry } from '../plan/timeline.ts'
import { timelinesUnder } from '../plan/timelines-under.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { NOT_SET } from '../values/value.ts'
import { inWords } from './show.ts'

type Timelines = readonly (readonly TimelineEntry[])[]

/** The values that a text shows where no record is at hand. */
interface Showing {
  /** Those of every parameter over time, by the parameter’s index; without them those of the default profile. */
  readonly timelines?: Timelines
  /** The day whose values are shown; without it all are, with their days. */
  readonly asOf?: number
}

/** A text where no record is at hand: parameters with their values, and what only a record has by its name. */
export function textWithoutRecord(plan: Plan, template: TextTemplate, { timelines, asOf }: Showing = {}): Text {
  const { fixed, placeholders } = template
  if (fixed) return fixed
  const values = timelines ?? timelinesUnder(plan, plan.profiles.get(plan.pack.defaultProfile ?? ''))
  return fillTemplate(
    template,
    placeholders.map((placeholder) => wordsFor(placeholder, values, asOf)),
  )
}

function wordsFor(placeholder: Placeholder, timelines: Timelines, day: number | undefined): Text {
  const { expression, described } = placeholder
  if (expression.kind !== 'parameter') return { zh: `〔${described.label.zh}〕`, en: `[${described.label.en}]` }
  const timeline = timelines[expression.parameter.index]!
  if (day !== undefined) return inWords(described, entryAt(timeline, day)?.value ?? NOT_SET)
  const [first, ...later] = timeline
  const now = inWords(described, first?.value ?? NOT_SET)
  if (later.length === 0) return now
  const changes = later.map(({ from, value }) => ({ from, words: inWords(described, value) }))
  return {
    zh: `${now.zh}（${changes.map(({ from, words }) => `${formatDayInChinese(from)}起为${words.zh}`).join('，')}）`,
    en: `${now.en} (${changes.map(({ from, words }) => `${words.en} from ${formatDay(from)}`).join(', ')})`,
  }
}
