import { addressOf } from '../../address.ts'
import { MARKS, NO_GROUP, togetherOf, type Group, type Picture, type RequirementCounts } from '../../engine/picture.ts'
import { kindsIn, nameOf } from '../../parts/name-of.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { MarkBar } from './mark-bar.tsx'
import { MarkCells, MarkHeads } from './mark-columns.tsx'
import { countsIn } from './narrowing.ts'

interface Shown {
  picture: Picture
  /** As they are narrowed to some rows. */
  groups: readonly Group[]
  requirement: RequirementCounts | undefined
  seen: Readonly<Record<string, string>>
}

/** How each group stands, in numbers and as a bar. */
export function GroupTable({ picture, groups, requirement, seen }: Shown) {
  const {
    ledgers: { names },
  } = useWork()
  const words = useWords()
  const text = useText()
  return (
    <div class="table" tabIndex={0} role="region" aria-label={words.screens.results}>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{text(picture.groupLabel)}</th>
            <MarkHeads marks={MARKS} />
            <th scope="col" class="bar-head" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const { unit, rows } = group
            const counts = requirement ? countsIn([group], picture)(requirement) : togetherOf(group, 0).counts
            return (
              <tr key={unit?.pointer ?? ''}>
                <th scope="row">{unit ? nameOf(unit, names.value, text) : kindsIn(rows, text)}</th>
                <MarkCells
                  marks={MARKS}
                  counts={counts}
                  to={(mark) =>
                    addressOf('results', {
                      ...seen,
                      view: 'rows',
                      row: undefined,
                      group: unit?.key ?? NO_GROUP,
                      mark,
                    })
                  }
                />
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
