import { addressOf } from '../../address.ts'
import { MARKS, type Mark, type Picture } from '../../engine/picture.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { MarkBar } from './mark-bar.tsx'
import { MarkCells, MarkHeads } from './mark-columns.tsx'

interface Shown {
  picture: Picture
  mark: Mark | undefined
  search: string
}

/** How each requirement stands over all records. */
export function RequirementTable({ picture, mark, search }: Shown) {
  const words = useWords()
  const text = useText()
  const shown = picture.requirements.filter(
    ({ title, theme, counts }) =>
      (mark === undefined || counts[mark] !== undefined) &&
      (search === '' || [text(title), text(theme)].some((said) => said.includes(search))),
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
                to={(one) => addressOf('results', { view: 'rows', requirement: id, mark: one })}
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
