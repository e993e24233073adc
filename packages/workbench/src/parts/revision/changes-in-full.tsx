import { NotReady } from '../not-ready.tsx'
import type { ToldChanges } from '../../engine/revision-calls.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import type { Revision } from '../../state/revision.ts'
import { DescriptionLines } from '../description-lines.tsx'

/** All that a draft changes, in sentences, and in full what these are about: requirements, documents and cases. */
export function ChangesInFull({ revision, title }: { revision: Revision; title: string }) {
  const {
    language,
    inForce: { rules },
  } = useWork()
  const words = useRevisionWords()
  const draft = revision.draft.value
  const { found } = useLoading(
    () => revision.tell(language.value),
    [draft?.id, draft?.revision, draft?.status, language.value, rules.value, revision.changes.value],
  )
  return (
    <section class="card changes-in-full">
      <h2>{title}</h2>
      {found.state === 'ready' ? <InFull told={found.value} /> : <NotReady of={found} waiting={words.reading} />}
    </section>
  )
}

function InFull({ told: { groups, requirements, documents, cases } }: { told: ToldChanges }) {
  const words = useRevisionWords()
  const { titled } = useWords()
  const text = useText()
  return (
    <>
      {groups.map(({ document, rules }) => (
        <section key={document ? text(document) : ''}>
          {groups.length > 1 && <h3>{document ? titled(text(document)) : words.byNoDocument}</h3>}
          <ul class="sentences">
            {rules.map((rule) => (
              <li key={text(rule)}>{text(rule)}</li>
            ))}
          </ul>
        </section>
      ))}
      {documents.map(({ id, title, particulars, clauses }) => (
        <section key={id} class="told-document">
          <h3>{titled(text(title))}</h3>
          <p>{particulars.map(text).join(words.between)}</p>
          {clauses.map((clause) => (
            <blockquote key={text(clause.text)}>
              {text(clause.place)} <q>{text(clause.text)}</q>
            </blockquote>
          ))}
        </section>
      ))}
      {requirements.map(({ id, title, sections }) => (
        <details key={id}>
          <summary>{words.wholeRule(title)}</summary>
          {sections
            .filter(({ part }) => part !== 'cases')
            .map(({ part, heading, lines }) => (
              <section key={part}>
                <h4>{heading}</h4>
                <DescriptionLines lines={lines} />
              </section>
            ))}
        </details>
      ))}
      {cases.length > 0 && (
        <details>
          <summary>{words.changedCases(cases.length)}</summary>
          <ul class="sentences">
            {cases.map(({ title, before, after }, i) => (
              <li key={i}>
                {text(title)}
                <small>
                  {before && after
                    ? words.caseChanged(text(before), text(after))
                    : after
                      ? words.caseAdded(text(after))
                      : words.caseGone}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
