import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Calendar, DueItem } from '@tiaoli/calendar'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { useRowOf } from '../../parts/use-row-of.ts'
import { markOf } from '../../engine/picture.ts'
import { subjectName } from '../../parts/name-of.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Whom } from '../../parts/whom.tsx'
import { WithPicture } from '../../parts/with-picture.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, NONE, type Loading } from '../../state/loading.ts'
import { monthOf, MonthStrip } from './month-strip.tsx'

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
  const text = useText()
  const { asOf, profile } = work.evaluation.setting()
  const from = useSignal(asOf)
  const to = useSignal(yearAfter(asOf))
  const calendar = useSignal<Loading<Calendar>>(NONE)
  const asked = { asOf, profile, from: from.value, to: to.value }
  const isReversed = from.value > to.value
  useEffect(() => {
    if (isReversed) return
    calendar.value = { state: 'loading' }
    void loaded(() => work.engine.call('calendar', asked)).then((found) => (calendar.value = found))
  }, [asOf, profile, from.value, to.value, work.ledgers.open.value])
  const save = async () => {
    const made = await loaded(() => work.engine.call('calendarFile', { ...asked, language: work.language.value }))
    if (made.state === 'ready') saveFile(made.value)
    else calendar.value = made
  }
  const found = calendar.value
  return (
    <>
      <p class="bar">
        <label>
          {words.due.from}{' '}
          <input
            type="date"
            value={from.value}
            required
            onChange={({ currentTarget }) => (from.value = currentTarget.value)}
          />
        </label>
        <label>
          {words.due.to}{' '}
          <input
            type="date"
            value={to.value}
            required
            onChange={({ currentTarget }) => (to.value = currentTarget.value)}
          />
        </label>
        <button type="button" disabled={isReversed} onClick={() => void save()}>
          {words.due.save}
        </button>
      </p>
      {isReversed ? (
        <p class="refusal" role="alert">
          {words.due.reversed}
        </p>
      ) : found.state === 'ready' ? (
        <>
          {found.value.notices.map((notice) => (
            <p key={notice.code} class="notice">
              {text(notice.text)}
            </p>
          ))}
          {found.value.items.length === 0 ? (
            <p class="empty">{words.due.none}</p>
          ) : (
            <>
              <MonthStrip items={found.value.items} from={from.value} to={to.value} />
              <DueTable items={found.value.items} />
            </>
          )}
          {found.value.undated.length > 0 && <p class="notice">{words.due.undated(found.value.undated.length)}</p>}
        </>
      ) : (
        <NotReady of={found} waiting={words.judging} />
      )}
    </>
  )
}

/** One row for each duty and day, with all whom it concerns. */
function DueTable({ items }: { items: readonly DueItem[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const rowOf = useRowOf()
  const groups = new Map<string, DueItem[]>()
  for (const item of items) {
    const key = `${item.due} ${item.requirement} ${item.period ?? ''} ${item.status}`
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
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
          const { due, title, period, status, force, dutyBearer, note } = first!
          const whom = group.flatMap(({ subject, requirement }) =>
            subject
              ? [
                  <Whom
                    key={subject.pointer}
                    name={subjectName(subject, work.ledgers.names.value, words)}
                    row={rowOf(subject.pointer)}
                    requirement={requirement}
                  />,
                ]
              : [],
          )
          return (
            <tr key={key} data-month={monthOf(due)}>
              <td class="day">{due}</td>
              <th scope="row">
                {text(title)}
                {period !== undefined && <small>{words.results.year(period)}</small>}
                {note && <small>{text(note)}</small>}
              </th>
              <td>{status && <MarkSign mark={markOf(status, force)} />}</td>
              <td>
                {whom.length > 3 ? (
                  <details>
                    <summary>{words.import.places(whom.length)}</summary>
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

/** The day before the same day of the next year. */
function yearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
