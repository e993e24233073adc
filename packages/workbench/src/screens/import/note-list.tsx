import type { ReadNote } from '../../engine/calls.ts'
import { placesIn } from '../../engine/place-text.ts'
import { useText, useWords } from '../../state/use-work.ts'

/** So many cells of one note are named at once. */
const NAMED = 12

/** What somebody has to look at, each kind once, with its cells. */
export function NoteList({ notes }: { notes: readonly ReadNote[] }) {
  const words = useWords()
  const text = useText()
  const placeText = placesIn(notes.flatMap(({ places }) => places))
  if (notes.length === 0) return <p class="empty">{words.import.none}</p>
  return (
    <ul class="notes">
      {notes.map(({ code, text: said, places }) => (
        <li key={`${code} ${said.zh}`}>
          {text(said)}
          {places.length > NAMED ? (
            <details>
              <summary>{words.import.places(places.length)}</summary>
              <span class="cells">{places.map(placeText).join(words.listed)}</span>
            </details>
          ) : (
            <span class="cells"> {places.map(placeText).join(words.listed)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
