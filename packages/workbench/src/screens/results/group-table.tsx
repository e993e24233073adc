import { addressOf } from '../../address.ts'
import { MARKS, NO_GROUP, togetherOf, type Picture } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { kindsIn, nameOf } from '../../parts/name-of.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { MarkBar } from './mark-bar.tsx'

/** How each group stands, in numbers and as a bar. */
export function GroupTable({ picture }: { picture: Picture }) {
  const { names } = useWork()
  const words = useWords()
  const text = useText()
  return (
    <div class="table" tabIndex={0} role="region" aria-label={words.screens.results}>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{text(picture.groupLabel)}</th>
            {MARKS.map((mark) => (
              <th key={mark} scope="col" class="number">
                <MarkSign mark={mark} />
              </th>
            ))}
            <th scope="col" class="bar-head" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {picture.groups.map((group) => {
            const { unit, rows } = group
            const { counts } = togetherOf(group, 0)
            return (
              <tr key={unit?.pointer ?? ''}>
                <th scope="row">{unit ? nameOf(unit, names.value, text) : kindsIn(rows, text)}</th>
                {MARKS.map((mark) => (
                  <td key={mark} class={`number ${mark}`}>
                    {counts[mark] && (
                      <a href={addressOf('results', { view: 'rows', group: unit?.key ?? NO_GROUP, mark })}>
                        {counts[mark]}
                      </a>
                    )}
                  </td>
                ))}
                <td>
                  <MarkBar counts={counts} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
