import { placesIn } from '../../engine/place-text.ts'
import type { UsedMapping } from '../../engine/calls.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** Offices that filled in forms and are not known, for somebody to say what kind each is. */
export function UnknownOffices({ mapping: { offices, roles } }: { mapping: UsedMapping }) {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const placeText = placesIn(offices.flatMap(({ places }) => places))
  if (offices.length === 0 || roles.length === 0) return null
  return (
    <section class="unknown-offices">
      <h2>{words.import.offices}</h2>
      <p>{words.import.officesAbout}</p>
      {offices.map(({ office, role = '', places }) => (
        <p key={office}>
          <label>
            {office}{' '}
            <select
              value={role}
              onChange={({ currentTarget }) => void work.imports.tellOffice({ office, role: currentTarget.value })}
            >
              <option value="">{words.import.chooseRows}</option>
              {roles.map((one) => (
                <option key={one.role} value={one.role}>
                  {text(one.label)}
                </option>
              ))}
            </select>
          </label>{' '}
          <span class="cells">{places.map(placeText).join(words.listed)}</span>
        </p>
      ))}
    </section>
  )
}
