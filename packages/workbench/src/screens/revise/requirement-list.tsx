import { addressOf } from '../../address.ts'
import type { RevisableRequirement } from '../../engine/revision-calls.ts'
import { isFound } from '../../parts/is-found.ts'
import { SearchField } from '../../parts/search-field.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

interface Shown {
  requirements: readonly RevisableRequirement[]
  draft: string | undefined
  kind: 'end' | 'exception'
}

/** The requirements that can be changed so, to be searched by their words. */
export function RequirementList({ requirements, draft, kind }: Shown) {
  const search = useWork().searches.requirements
  const words = useRevisionWords()
  const { results } = useWords()
  const text = useText()
  const shown = requirements.filter(({ label, theme }) => isFound(search.value, [text(label), text(theme)]))
  return (
    <section>
      <p class="bar">
        <SearchField name={words.searchRequirement} sought={search} />
      </p>
      {shown.length === 0 ? (
        <p class="empty">{results.none}</p>
      ) : (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{results.requirement}</th>
              <th scope="col">{results.theme}</th>
              <th scope="col">{words.exceptions}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, theme, exceptions, from }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={addressOf('revise', { draft, kind, on: id })}>{text(label)}</a>
                  {from && <small>{words.usedPack(text(from))}</small>}
                </th>
                <td>{text(theme)}</td>
                <td>{exceptions.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
