import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useMoment } from '../../parts/use-moment.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { useReturn } from '../../parts/use-return.ts'
import { usePerson } from '../../parts/use-person.ts'
import { mayApprove } from '../../state/drafts.ts'
import { listPublications, listVersions } from '../../state/publications.ts'
import { Review } from '../../state/review.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import type { PublishedRules } from '../../state/rules-in-force.ts'
import { Written } from '../../parts/revision/written.tsx'
import { ReasonField } from './reason-field.tsx'

/**
 * The versions of the rules and their publications, as the service has them by now; who may can publish each again but
 * the one in force.
 */
export function VersionList({ rules: { id, version: shown } }: { rules: PublishedRules }) {
  const work = useWork()
  const words = useRevisionWords()
  const momentOf = useMoment()
  const { loading, listed } = useWords()
  const personName = usePerson()
  const review = useMemo(() => new Review(work), [work])
  const chosen = useSignal<number | undefined>(undefined)
  const reason = useSignal('')
  const { found, again } = useLoading(
    async () => ({
      versions: await listVersions(id),
      publications: await listPublications(id),
      mayPublish: await mayApprove(),
    }),
    [id, shown, work.inForce.version.value, work.token.value],
  )
  useReturn(again)
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} refused={words.notDone} />
  const { versions, publications, mayPublish } = found.value
  const [last] = publications
  const inForce = last?.version ?? shown
  const wasPublished = new Set(publications.map(({ version }) => version))
  const nameOfAct = (version: number) =>
    version < inForce
      ? words.approvals.rollBack
      : wasPublished.has(version)
        ? words.approvals.publishAgain
        : words.approvals.publish
  const restore = async (version: number) => {
    if (!(await review.publish(version, reason.value, last))) return
    chosen.value = undefined
    reason.value = ''
    again()
  }
  return (
    <>
      <Written revision={review} />
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.approvals.views.versions}</th>
            <th scope="col">{words.approvals.summary}</th>
            <th scope="col">{words.approvals.authors}</th>
            <th scope="col">{words.approvals.approver}</th>
            <th scope="col">{words.approvals.createdAt}</th>
            <th scope="col">{words.approvals.state}</th>
            <th scope="col">{words.approvals.act}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, summary, authors, approver, createdAt }) => (
            <tr key={version}>
              <th scope="row">{words.approvals.version(version)}</th>
              <td>{approver === null ? words.approvals.bundled : summary}</td>
              <td>{approver === null ? '' : authors.map(personName).join(listed)}</td>
              <td>{approver === null ? '' : personName(approver)}</td>
              <td class="day">{momentOf(createdAt)}</td>
              <td>
                {version === inForce
                  ? words.approvals.inForce
                  : wasPublished.has(version)
                    ? words.approvals.publishedBefore
                    : words.approvals.notPublished}
              </td>
              <td>
                {version === inForce ? null : chosen.value === version ? (
                  <>
                    <ReasonField reason={reason} />
                    <button
                      type="button"
                      class="primary"
                      disabled={reason.value.trim() === ''}
                      onClick={() => void restore(version)}
                    >
                      {nameOfAct(version)}
                    </button>
                  </>
                ) : (
                  mayPublish && (
                    <button type="button" onClick={() => (chosen.value = version)}>
                      {nameOfAct(version)}
                    </button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="notice">{words.approvals.rollBackAbout}</p>
      <h2>{words.approvals.publications}</h2>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.log.at}</th>
            <th scope="col">{words.approvals.views.versions}</th>
            <th scope="col">{words.log.actor}</th>
            <th scope="col">{words.approvals.reason}</th>
          </tr>
        </thead>
        <tbody>
          {publications.map(({ seq, version, actor, reason: why, at }) => (
            <tr key={seq}>
              <td class="day">{momentOf(at)}</td>
              <th scope="row">{words.approvals.version(version)}</th>
              <td>{personName(actor)}</td>
              <td>{actor === 'service' || actor === 'bundle' ? words.approvals.bundled : why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
