import { useSignal } from '@preact/signals'
import { useMoment } from '../../parts/use-moment.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { usePerson } from '../../parts/use-person.ts'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'
import { listAudit, verifyAudit, type AuditEntry, type Verification } from '../../state/publications.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import type { RevisionWords } from '../../words/revision/revision-words.ts'

interface Entries {
  readonly entries: readonly AuditEntry[]
  readonly next: number | null
}

/** Who did what and when, and whether the log is whole. */
export function AuditLog() {
  const work = useWork()
  const words = useRevisionWords()
  const { loading } = useWords()
  const { found } = useLoading(() => listAudit(), [work.token.value])
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} refused={words.notDone} />
  return (
    <>
      <Verified />
      <EntryList first={found.value} />
    </>
  )
}

/** Verifies the log where somebody asks for it. */
function Verified() {
  const words = useRevisionWords()
  const verification = useSignal<Loading<Verification>>(NONE)
  const verify = async () => {
    verification.value = LOADING
    verification.value = await loaded(verifyAudit)
  }
  const verified = verification.value
  return (
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
  )
}

/** The newest entries, and older ones as somebody asks for them. */
function EntryList({ first }: { first: Entries }) {
  const words = useRevisionWords()
  const momentOf = useMoment()
  const { loading } = useWords()
  const personName = usePerson()
  const about = useAbout()
  const read = useSignal<readonly Entries[]>([])
  const reading = useSignal<Loading<Entries>>(NONE)
  const pages = [first, ...read.value]
  const { next } = pages.at(-1)!
  const readOlder = async (before: number) => {
    reading.value = LOADING
    const page = await loaded(() => listAudit(before))
    reading.value = page
    if (page.state === 'ready') read.value = [...read.value, page.value]
  }
  return (
    <>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.log.at}</th>
            <th scope="col">{words.log.actor}</th>
            <th scope="col">{words.log.what}</th>
          </tr>
        </thead>
        <tbody>
          {pages
            .flatMap(({ entries }) => entries)
            .map((entry) => (
              <tr key={entry.seq}>
                <td class="day">{momentOf(entry.at)}</td>
                <th scope="row">{personName(entry.actor)}</th>
                <td>
                  {words.log.actions[entry.action] ?? entry.action} {about(entry)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <NotReady of={reading.value} waiting={loading} refused={words.notDone} />
      {next !== null && reading.value.state !== 'loading' && (
        <button type="button" onClick={() => void readOlder(next)}>
          {words.log.older}
        </button>
      )}
    </>
  )
}

/** Says what an entry tells beside who, when and what. */
function useAbout(): (entry: AuditEntry) => string {
  const { log } = useRevisionWords()
  const { roles: roleNames, listed } = useWords()
  const packName = usePackName()
  const personName = usePerson()
  return ({ pack, detail: { version, rollback, reason, summary, cases, files, holder, roles } }) =>
    [
      pack === null ? undefined : packName(pack),
      typeof version === 'number' && log.version(version),
      rollback === true && log.rollback,
      summary,
      reason,
      typeof cases === 'number' && log.cases(cases),
      typeof files === 'object' && files !== null && log.files(Object.keys(files).length),
      typeof holder === 'string' && personName(holder),
      Array.isArray(roles) && roles.map((role) => roleNames[String(role)] ?? role).join(listed),
    ]
      .filter((part): part is string => typeof part === 'string' && part !== '')
      .join(' · ')
}

/** What rules are called; those that the page does not go by have no name here. */
function usePackName(): (pack: string) => string {
  const rules = useWork().inForce.rules.value
  const text = useText()
  const packs = rules.state === 'ready' ? rules.value.packs : []
  return (pack) => {
    const found = packs.find(({ id }) => id === pack)
    return found ? text(found.title) : pack
  }
}

function whatIsBroken({ broken }: Verification, { log }: RevisionWords): string {
  return broken?.record === undefined ? log.broken(String(broken?.seq ?? '?')) : log.altered(broken.record)
}
