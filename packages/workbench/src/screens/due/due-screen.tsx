import { groupedBy, isToBeChecked } from '@tiaoli/engine/plan'
import { useSignal } from '@preact/signals'
import type { DueItem, DueSpan } from '@tiaoli/calendar'
import type { Text } from '@tiaoli/engine'
import type { Calls } from '../../engine/calls.ts'
import { DayInput } from '../../parts/day-input.tsx'
import { addressOf } from '../../address.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { useApart } from '../../parts/use-apart.ts'
import { useRowOf } from '../../parts/use-row-of.ts'
import { markOf } from '../../engine/picture.ts'
import { subjectName } from '../../parts/name-of.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Whom } from '../../parts/whom.tsx'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'
import { useLoading } from '../../state/use-loading.ts'
import { monthOf, MonthStrip } from './month-strip.tsx'
import { yearAfter } from './year-after.ts'

/** What falls due, by day and duty. */
export function DueScreen() {
  const words = useWords()
  return (
    <main class="due">
      <h1>{words.screens.due}</h1>
      <WithPicture>{() => <Due />}</WithPicture>
    </main>
  )
}

function Due() {
  const work = useWork()
  const words = useWords()
  const setting = work.evaluation.setting()
  const { asOf } = setting
  const from = useSignal(asOf)
  const to = useSignal(yearAfter(asOf))
  const saving = useSignal<Loading<void>>(NONE)
  const asked = { ...setting, from: from.value, to: to.value }
  const fault =
    from.value === '' || to.value === '' ? words.due.noDay : from.value > to.value ? words.due.reversed : undefined
  const save = async () => {
    saving.value = LOADING
    saving.value = await loaded(async () =>
      saveFile(
        await work.engine.call('calendarFile', {
          ...asked,
          names: work.ledgers.names.value,
          language: work.language.value,
        }),
      ),
    )
  }
  return (
    <>
      <p class="bar">
        <label>
          {words.due.from} <DayInput day={from.value} isRequired onDay={(day) => (from.value = day)} />
        </label>
        <label>
          {words.due.to} <DayInput day={to.value} isRequired onDay={(day) => (to.value = day)} />
        </label>
        <button type="button" disabled={fault !== undefined} onClick={() => void save()}>
          {words.due.save}
        </button>
      </p>
      <NotReady of={saving.value} waiting={words.loading} />
      {fault !== undefined ? (
        <p class="refusal" role="alert">
          {fault}
        </p>
      ) : (
        <DueBetween key={JSON.stringify(asked)} asked={asked} />
      )}
    </>
  )
}

function DueBetween({ asked }: { asked: Calls['calendar']['asks'] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const { found } = useLoading(() => work.engine.call('calendar', asked), [work.evaluation.picture.value])
  if (found.state !== 'ready') return <NotReady of={found} waiting={words.judging} />
  const { items: dated, spans, notices, undated } = found.value
  const items = inTurn(dated, spans, words.day, text)
  return (
    <>
      {notices.map((notice) => (
        <p key={notice.code} class="notice">
          {text(notice.text)}
        </p>
      ))}
      {items.length === 0 ? (
        <p class="empty">{words.due.none}</p>
      ) : (
        <>
          <MonthStrip items={items} from={asked.from} to={asked.to} />
          <DueTable items={items} />
        </>
      )}
      <p class="notice">{words.due.earlier}</p>
      <Undated requirements={undated} />
    </>
  )
}

/** Requirements whose last day is not known, each with the findings that say why. */
function Undated({ requirements }: { requirements: readonly string[] }) {
  const { evaluation } = useWork()
  const words = useWords()
  const text = useText()
  const picture = evaluation.picture.value
  if (requirements.length === 0 || picture.state !== 'ready') return null
  const titles = new Map(picture.value.requirements.map(({ id, title }) => [id, text(title)]))
  return (
    <>
      <p class="notice">{words.due.undated(requirements.length)}</p>
      <ul class="undated">
        {requirements.map((requirement) => (
          <li key={requirement}>
            <a href={addressOf('results', { view: 'rows', requirement })}>{titles.get(requirement) ?? requirement}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What falls due, with the day as it is told; one of which the month is known stands at the first day that it can be. */
type ShownDue = DueItem & { readonly shown: string }

function inTurn(
  items: readonly DueItem[],
  spans: readonly DueSpan[],
  day: (day: string) => string,
  text: (said: Text) => string,
): ShownDue[] {
  return [
    ...items.map((item) => ({ ...item, shown: day(item.due) })),
    ...spans.map(({ earliest, days, ...item }) => ({ ...item, due: earliest, shown: text(days) })),
  ].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

/** One row for each duty and day, with all whom it concerns. */
function DueTable({ items }: { items: readonly ShownDue[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const rowOf = useRowOf()
  const apart = useApart()
  const groups = groupedBy(items, ({ shown, requirement, period = '', status, restsOnLaterDay = '' }) =>
    [shown, requirement, period, status, restsOnLaterDay].join(' '),
  )
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{words.due.day}</th>
          <th scope="col">{words.due.duty}</th>
          <th scope="col">{words.due.state}</th>
          <th scope="col">{words.fillIn.subject}</th>
          <th scope="col">{words.due.bearer}</th>
        </tr>
      </thead>
      <tbody>
        {[...groups].map(([key, group]) => {
          const [first] = group
          const { due, shown, title, period, status, force, dutyBearer, note } = first!
          const toCheck = status !== undefined && isToBeChecked({ ...first!, status })
          const whom = group.flatMap(({ subject, requirement }) =>
            subject
              ? [
                  <Whom
                    key={subject.pointer}
                    name={subjectName(subject, work.ledgers.names.value, words, apart)}
                    row={rowOf(subject.pointer)}
                    requirement={requirement}
                  />,
                ]
              : [],
          )
          return (
            <tr key={key} data-month={monthOf(due)}>
              <td class="day">{shown}</td>
              <th scope="row">
                {text(title)}
                {period !== undefined && <small>{words.results.year(period)}</small>}
                {note && <small>{text(note)}</small>}
              </th>
              <td>{status && <MarkSign mark={markOf(status, force, toCheck)} />}</td>
              <td>
                {whom.length > 3 ? (
                  <details>
                    <summary>{words.due.whom(whom.length)}</summary>
                    <span class="whom">{whom}</span>
                  </details>
                ) : (
                  <span class="whom">{whom}</span>
                )}
              </td>
              <td>{text(dutyBearer)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
