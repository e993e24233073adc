import { addressOf } from '../../address.ts'
import { MARKS, type Mark, type Picture, type RequirementCounts } from '../../engine/picture.ts'
import { isFound } from '../../parts/is-found.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { MarkBar } from './mark-bar.tsx'
import { ALL_FINDINGS } from './all-findings.ts'
import { MarkCells, MarkHeads } from './mark-columns.tsx'
import { countsIn, groupsIn } from './narrowing.ts'

interface Shown {
  picture: Picture
  mark: Mark | undefined
  /** The only one that is asked about, if any. */
  requirement: RequirementCounts | undefined
  seen: Readonly<Record<string, string>>
}

/** How each requirement stands over all records, or over those of a group. */
export function RequirementTable({ picture, mark, requirement, seen }: Shown) {
  const { ofRequirements } = useWork().searches
  const words = useWords()
  const text = useText()
  const countsOf = countsIn(groupsIn(picture, seen['group']), picture)
  const shown = (requirement ? [requirement] : picture.requirements)
    .map((one) => ({ ...one, counts: countsOf(one) }))
    .filter(
      ({ title, theme, counts }) =>
        (mark === undefined ? Object.keys(counts).length > 0 : counts[mark] !== undefined) &&
        isFound(ofRequirements.value, [text(title), text(theme)]),
    )
  if (shown.length === 0) return <p class="empty">{words.results.none}</p>
  return (
    <div class="table" tabIndex={0} role="region" aria-label={words.screens.results}>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{words.results.requirement}</th>
            <th scope="col">{words.results.theme}</th>
            <MarkHeads marks={MARKS} />
            <th scope="col" class="bar-head" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, title, theme, counts }) => (
            <tr key={id}>
              <th scope="row" class="title">
                {text(title)}
              </th>
              <td class="theme-name">{text(theme)}</td>
              <MarkCells
                marks={MARKS}
                counts={counts}
                to={(one) =>
                  addressOf('results', {
                    ...seen,
                    ...ALL_FINDINGS,
                    view: 'rows',
                    row: undefined,
                    requirement: id,
                    mark: one,
                  })
                }
              />
              <td>
                <MarkBar counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
