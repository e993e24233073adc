import { addressOf } from '../../address.ts'
import type { DocumentClauses, ShownClause } from '../../engine/calls.ts'
import { MARKS, type Mark, type RequirementCounts } from '../../engine/picture.ts'
import { isFound } from '../../parts/is-found.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { NotReady } from '../../parts/not-ready.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { useLoading } from '../../state/use-loading.ts'
import { RequirementPanel } from './requirement-panel.tsx'

/** The documents clause by clause, with what encodes each and how the ledger stands on it. */
export function PolicyScreen() {
  const work = useWork()
  const { clauses: search } = work.searches
  const words = useWords()
  const chosen = work.address.value.seen['requirement']
  const isReady = work.inForce.rules.value.state === 'ready'
  return (
    <>
      <main class="policy-screen">
        <h1>{words.screens.policy}</h1>
        <p class="bar">
          <SearchField name={words.policy.search} sought={search} />
        </p>
        {isReady ? <Clauses /> : <NotReady of={work.inForce.rules.value} waiting={words.loading} />}
      </main>
      {isReady && chosen !== undefined && <RequirementPanel key={chosen} requirement={chosen} />}
    </>
  )
}

function Clauses() {
  const work = useWork()
  const words = useWords()
  const { found } = useLoading(() => work.engine.call('clauses', {}), [work.inForce.rules.value])
  if (found.state !== 'ready') return <NotReady of={found} waiting={words.loading} />
  return <Documents documents={found.value} />
}

function Documents({ documents }: { documents: readonly DocumentClauses[] }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const picture = work.evaluation.picture.value
  const chosen = work.address.value.seen['requirement']
  const known = new Map(
    picture.state === 'ready' ? picture.value.requirements.map((requirement) => [requirement.id, requirement]) : [],
  )
  const fits = ({ text: said, place, requirements, id }: ShownClause) =>
    isFound(work.searches.clauses.value, [text(said), text(place), id, ...requirements.map(({ title }) => text(title))])
  const shown = documents.map((document) => ({
    ...document,
    clauses: document.clauses.filter(fits),
    all: document.clauses,
  }))
  if (shown.every(({ clauses }) => clauses.length === 0)) return <p class="empty">{words.policy.none}</p>
  return (
    <>
      {shown.map(({ id, title, number, clauses, all }) => (
        <section key={id}>
          <h2>
            {text(title)} {number && <small>{number}</small>}
          </h2>
          <p class="notice">
            {words.policy.counts(all.filter(({ requirements }) => requirements.length > 0).length, all.length)}
          </p>
          {clauses.length > 0 && (
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{words.results.evidence}</th>
                  <th scope="col">{words.policy.clause}</th>
                  <th scope="col">{words.policy.requirements}</th>
                </tr>
              </thead>
              <tbody>
                {clauses.map((clause) => (
                  <tr key={clause.id} class={clause.requirements.length > 0 ? 'encoded' : 'not-encoded'}>
                    <td class="place">{text(clause.place)}</td>
                    <td class="clause" lang="zh-CN">
                      {text(clause.text)}
                    </td>
                    <td>
                      {clause.notEncoded && clause.requirements.length === 0 && (
                        <small>
                          {words.policy.notEncoded}
                          {text(clause.notEncoded)}
                        </small>
                      )}
                      <ul class="encoding">
                        {clause.requirements.map(({ id: requirement, title: said }) => (
                          <li key={requirement}>
                            <Standing requirement={known.get(requirement)} />
                            <a
                              href={addressOf('policy', { requirement })}
                              aria-current={requirement === chosen ? 'true' : undefined}
                            >
                              {text(said)}
                            </a>
                          </li>
                        ))}
                      </ul>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  )
}

/** How the ledger stands on a requirement: each mark that says so, the gravest first, leading to the records. */
function Standing({ requirement }: { requirement: RequirementCounts | undefined }) {
  if (!requirement) return null
  const marks = MARKS.filter((one) => requirement.counts[one])
  const telling = marks.filter((one) => one !== 'not_applicable')
  return (
    <>
      {(telling.length > 0 ? telling : marks).map((mark) => (
        <a key={mark} href={addressOf('results', { view: 'rows', requirement: requirement.id, mark: shownMark(mark) })}>
          <MarkSign mark={mark} count={requirement.counts[mark] ?? 0} />
        </a>
      ))}
    </>
  )
}

function shownMark(mark: Mark): string | undefined {
  return mark === 'not_applicable' ? undefined : mark
}
