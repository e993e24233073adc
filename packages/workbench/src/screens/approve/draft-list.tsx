import { addressOf } from '../../address.ts'
import { useMoment } from '../../parts/use-moment.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { usePerson } from '../../parts/use-person.ts'
import { listDrafts, type Draft } from '../../state/drafts.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'

/** The drafts of a pack, those that wait for approval first. */
export function DraftList({ pack }: { pack: string }) {
  const work = useWork()
  const words = useRevisionWords()
  const { loading } = useWords()
  const { found } = useLoading(() => listDrafts(pack), [pack, work.token.value])
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} refused={words.notDone} />
  if (found.value.length === 0) return <p class="empty">{words.approvals.none}</p>
  const isWaiting = ({ status }: Draft) => status === 'submitted'
  return (
    <>
      <p class="notice">{words.approvals.choose}</p>
      <DraftTable title={words.approvals.waiting} drafts={found.value.filter(isWaiting)} />
      <DraftTable title={words.approvals.others} drafts={found.value.filter((draft) => !isWaiting(draft))} />
    </>
  )
}

function DraftTable({ title, drafts }: { title: string; drafts: readonly Draft[] }) {
  const words = useRevisionWords()
  const momentOf = useMoment()
  const { listed } = useWords()
  const personName = usePerson()
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.approvals.summary}</th>
            <th scope="col">{words.approvals.state}</th>
            <th scope="col">{words.approvals.authors}</th>
            <th scope="col">{words.approvals.changedAt}</th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(({ id, summary, status, authors, changedAt, rejection }) => (
            <tr key={id}>
              <th scope="row">
                <a href={addressOf('approve', { draft: id })}>{summary}</a>
                {rejection && <small>{words.approvals.rejected(personName(rejection.by), rejection.reason)}</small>}
              </th>
              <td>{status === 'open' && rejection ? words.approvals.sentBack : words.approvals.status[status]}</td>
              <td>{authors.map(personName).join(listed)}</td>
              <td class="day">{momentOf(changedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
