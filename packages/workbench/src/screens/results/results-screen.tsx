import { addressOf } from '../../address.ts'
import { MARKS, rowsOf, type Picture, type Row } from '../../engine/picture.ts'
import { isFound } from '../../parts/is-found.ts'
import { writtenRows } from '../../parts/ledger-choice.ts'
import { nameOf } from '../../parts/name-of.ts'
import { WithPicture } from '../../parts/with-picture.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { NarrowedTo } from './narrowed-to.tsx'
import { Contradictions } from './contradictions.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { GroupTable } from './group-table.tsx'
import { MarkTotals } from './mark-totals.tsx'
import { filtered } from './narrowing.ts'
import { Picked } from './picking.tsx'
import { RequirementTable } from './requirement-table.tsx'
import { RowTable } from './row-table.tsx'

const VIEWS = ['rows', 'requirements', 'groups'] as const
type View = (typeof VIEWS)[number]

export function ResultsScreen() {
  const work = useWork()
  const words = useWords()
  const picture = work.evaluation.picture.value
  if (picture.state === 'ready') return <Results picture={picture.value} />
  return (
    <main>
      <h1>{words.screens.results}</h1>
      <WithPicture>{() => null}</WithPicture>
    </main>
  )
}

function Results({ picture }: { picture: Picture }) {
  const {
    address,
    searches: { ofRows, ofRequirements, onlyOpen, picked },
    ledgers: { names: given },
  } = useWork()
  const words = useWords()
  const text = useText()
  const { seen } = address.value
  const view = VIEWS.find((name) => name === seen['view']) ?? 'rows'
  const mark = MARKS.find((name) => name === seen['mark'])
  const rows = rowsOf(picture.groups)
  const chosen = rows.find(({ unit }) => unit.key === seen['row'])
  // What the rows are narrowed to leaves a record that has none of it whole.
  const ofRow = mark && chosen?.counts[mark] ? mark : undefined
  const requirement = picture.requirements.find(({ id }) => id === seen['requirement'])
  const { group } = seen
  const sought = ofRows.value
  const isSought = ({ unit }: Row) => isFound(sought, [unit.id, unit.name, nameOf(unit, given.value, text)])
  const groups = filtered(picture, {
    mark,
    requirement,
    group,
    isSought: view === 'rows' && sought ? isSought : undefined,
  })
  const papersOf = picked.value.size > 0 ? { rows: writtenRows([...picked.value]) } : { row: seen['row'] }
  const names: Record<View, string> = {
    rows: words.results.views.rows(text(picture.rowLabel)),
    requirements: words.results.views.requirements,
    groups: words.results.views.groups(text(picture.groupLabel)),
  }
  return (
    <>
      <main class="results">
        <h1>{words.screens.results}</h1>
        <MarkTotals picture={picture} requirement={requirement} chosen={mark} seen={seen} />
        {picture.notices.map((notice, i) => (
          <p key={i} class="notice">
            {text(notice)}
          </p>
        ))}
        <Contradictions of={picture.contradictions} />
        <div class="bar">
          <div class="views" role="group">
            {VIEWS.map((name) => (
              <a
                key={name}
                href={addressOf('results', { ...seen, view: name })}
                aria-current={name === view ? 'true' : undefined}
              >
                {names[name]}
              </a>
            ))}
          </div>
          {view === 'requirements' && <SearchField name={words.results.searchRequirement} sought={ofRequirements} />}
          {view === 'rows' && <SearchField name={words.results.search(text(picture.rowLabel))} sought={ofRows} />}
          {view === 'rows' && (
            <label>
              <input
                type="checkbox"
                checked={onlyOpen.value}
                onChange={({ currentTarget }) => (onlyOpen.value = currentTarget.checked)}
              />
              {words.results.onlyOpen}
            </label>
          )}
          {view === 'rows' && <Picked />}
          <a class="primary" href={addressOf('papers', papersOf)}>
            {words.results.paper}
          </a>
        </div>
        <NarrowedTo picture={picture} requirement={requirement} seen={seen} />
        {view === 'requirements' ? (
          <RequirementTable picture={picture} mark={mark} requirement={requirement} seen={seen} />
        ) : view === 'groups' ? (
          <GroupTable picture={picture} groups={groups} requirement={requirement} seen={seen} />
        ) : (
          <RowTable picture={picture} groups={groups} onlyOpen={onlyOpen.value} seen={seen} />
        )}
      </main>
      <FindingsPanel picture={picture} row={chosen} mark={MARKS.find((name) => name === seen['only']) ?? ofRow} />
    </>
  )
}
