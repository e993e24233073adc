import { addressOf } from '../../address.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { AuditLog } from './audit-log.tsx'
import { DraftList } from './draft-list.tsx'
import { DraftReview } from './draft-review.tsx'
import { VersionList } from './version-list.tsx'

const VIEWS = ['drafts', 'versions', 'log'] as const

/** Drafts to decide on, versions to publish, and who did what. */
export function ApproveScreen() {
  const work = useWork()
  const words = useRevisionWords()
  const { screens, loading } = useWords()
  const rules = work.inForce.rules.value
  const { seen } = work.address.value
  const view = VIEWS.find((name) => name === seen['view']) ?? 'drafts'
  const { draft } = seen
  if (rules.state !== 'ready')
    return (
      <main class="wide">
        <h1>{screens.approve}</h1>
        <NotReady of={rules} waiting={loading} />
      </main>
    )
  if (draft !== undefined) return <DraftReview key={draft} id={draft} rules={rules.value} />
  return (
    <main class="wide">
      <h1>{screens.approve}</h1>
      <p class="bar">
        <span class="views">
          {VIEWS.map((name) => (
            <a key={name} href={addressOf('approve', { view: name })} aria-current={name === view ? 'true' : undefined}>
              {words.approvals.views[name]}
            </a>
          ))}
        </span>
      </p>
      {view === 'drafts' && <DraftList pack={rules.value.id} />}
      {view === 'versions' && <VersionList rules={rules.value} />}
      {view === 'log' && <AuditLog />}
    </main>
  )
}
