import { addressOf } from '../../address.ts'
import { NO_GROUP, type Picture, type RequirementCounts } from '../../engine/picture.ts'
import { nameOf } from '../../parts/name-of.ts'
import { NotInLedger } from '../../parts/not-in-ledger.tsx'
import { useText, useWords, useWork } from '../../state/use-work.ts'

interface Shown {
  picture: Picture
  requirement: RequirementCounts | undefined
  seen: Readonly<Record<string, string>>
}

/** What the rows are narrowed to, each with a way back. */
export function NarrowedTo({ picture, requirement, seen }: Shown) {
  const {
    ledgers: { names },
  } = useWork()
  const words = useWords()
  const text = useText()
  const { group: key } = seen
  const group = key === undefined ? undefined : picture.groups.find(({ unit }) => unit?.key === key)?.unit
  const ofNone = key === NO_GROUP ? words.results.ungrouped(text(picture.groupLabel)) : undefined
  const chosen = [
    ...(requirement ? [{ name: 'requirement', said: text(requirement.title) }] : []),
    ...(group ? [{ name: 'group', said: nameOf(group, names.value, text) }] : []),
    ...(ofNone === undefined ? [] : [{ name: 'group', said: ofNone }]),
  ]
  if (key !== undefined && !group && ofNone === undefined) return <NotInLedger name={key} />
  if (chosen.length === 0) return null
  return (
    <ul class="narrowed">
      {chosen.map(({ name, said }) => (
        <li key={name}>
          {said} <a href={addressOf('results', { ...seen, [name]: undefined })}>{words.results.showAll}</a>
        </li>
      ))}
    </ul>
  )
}
