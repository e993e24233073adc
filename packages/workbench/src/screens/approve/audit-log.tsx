import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { momentText } from '../../parts/moment-text.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { listAudit, verifyAudit, type AuditEntry, type Verification } from '../../state/publications.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { loaded, NONE, type Loading } from '../../state/loading.ts'
import type { RevisionWords } from '../../words/revision/revision-words.ts'
import type { Words } from '../../words/words.ts'

interface Entries {
  readonly entries: readonly AuditEntry[]
  readonly next: number | null
}

/** Who did what and when, and whether the log is whole. */
export function AuditLog() {
  const work = useWork()
  const words = useRevisionWords()
  const { loading, roles, people } = useWords()
  const found = useSignal<Loading<Entries>>({ state: 'loading' })
  const verification = useSignal<Loading<Verification>>(NONE)
  useEffect(() => {
    void loaded(() => listAudit()).then((first) => (found.value = first))
  }, [work.token.value])
  const log = found.value
  if (log.state !== 'ready') return <NotReady of={log} waiting={loading} refused={words.notDone} />
  const { entries, next } = log.value
  const older = async () => {
    const page = await loaded(() => listAudit(next!))
    found.value =
      page.state === 'ready'
        ? { state: 'ready', value: { ...page.value, entries: [...entries, ...page.value.entries] } }
        : page
  }
  const verify = async () => {
    verification.value = { state: 'loading' }
    verification.value = await loaded(verifyAudit)
  }
  const verified = verification.value
  return (
    <>
      <p class="bar">
        <button type="button" onClick={() => void verify()}>
          {words.log.verify}
        </button>
        {verified.state === 'ready' ? (
          <span role="status" class={verified.value.intact ? 'intact' : 'refusal'}>
            {verified.value.intact ? words.log.intact(verified.value.rows) : whatIsBroken(verified.value, words)}
          </span>
        ) : (
          <NotReady of={verified} waiting={words.log.verifying} refused={words.notDone} />
        )}
      </p>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.log.at}</th>
            <th scope="col">{words.log.actor}</th>
            <th scope="col">{words.log.what}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td class="day">{momentText(entry.at)}</td>
              <th scope="row">{people[entry.actor] ?? entry.actor}</th>
              <td>
                {words.log.actions[entry.action] ?? entry.action} {about(entry, words, roles, people)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next !== null && (
        <button type="button" onClick={() => void older()}>
          {words.log.older}
        </button>
      )}
    </>
  )
}

/** What an entry tells beside who, when and what. */
function about(
  { pack, detail }: AuditEntry,
  words: RevisionWords,
  names: Words['roles'],
  people: Words['people'],
): string {
  const { version, rollback, reason, summary, cases, files, holder, roles } = detail
  return [
    pack,
    typeof version === 'number' && words.log.version(version),
    rollback === true && words.log.rollback,
    summary,
    reason,
    typeof cases === 'number' && words.log.cases(cases),
    typeof files === 'object' && files !== null && words.log.files(Object.keys(files).length),
    typeof holder === 'string' ? (people[holder] ?? holder) : undefined,
    Array.isArray(roles) && roles.map((role) => names[String(role)] ?? role).join('、'),
  ]
    .filter((part): part is string => typeof part === 'string' && part !== '')
    .join(' · ')
}

function whatIsBroken({ broken }: Verification, { log }: RevisionWords): string {
  return broken?.record === undefined ? log.broken(String(broken?.seq ?? '?')) : log.altered(broken.record)
}
