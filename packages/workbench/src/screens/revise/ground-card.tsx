import { useSignal } from '@preact/signals'
import type { EnteredDocument } from '@tiaoli/authoring'
import type { CitableClause, Named } from '../../engine/revision-calls.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { isFound } from '../../parts/is-found.ts'
import { SearchField } from '../../parts/search-field.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { ChoiceOfWays } from './choice-of-ways.tsx'
import { OptionField } from './option-field.tsx'
import type { TypedGround } from './typed-ground.ts'

interface Shown {
  typed: TypedGround
  /** The ways in which it can be given here. */
  ways: readonly TypedGround['way'][]
  clauses: readonly CitableClause[]
  forces: readonly Named[]
  /** The first day of the change, which is that of its document where nothing else is said. */
  from: string
  onType: (typed: TypedGround) => void
}

/** What a change rests on: a clause that is there, one that is typed in with its document, or an assumption. */
export function GroundCard({ typed, ways, clauses, forces, from, onType }: Shown) {
  const words = useRevisionWords()
  const type = (part: Partial<TypedGround>) => onType({ ...typed, ...part })
  return (
    <section class="card ground">
      <h2>{words.source}</h2>
      <ChoiceOfWays
        name={words.source}
        ways={ways}
        said={words.grounds}
        chosen={typed.way}
        onChoose={(way) => type({ way })}
      />
      {typed.way === 'clause' && (
        <ClauseField clauses={clauses} chosen={typed.clause} onChoose={(clause) => type({ clause })} />
      )}
      {typed.way === 'document' && (
        <DocumentFields
          typed={typed.document}
          forces={forces}
          from={from}
          onType={(part) => type({ document: { ...typed.document, ...part } })}
        />
      )}
      {typed.way === 'assumption' && (
        <label>
          {words.reason}
          <textarea
            rows={2}
            value={typed.reason}
            onInput={({ currentTarget }) => type({ reason: currentTarget.value })}
          />
        </label>
      )}
    </section>
  )
}

function ClauseField({
  clauses,
  chosen,
  onChoose,
}: {
  clauses: readonly CitableClause[]
  chosen: string
  onChoose: (clause: string) => void
}) {
  const words = useRevisionWords()
  const { aside } = useWords()
  const text = useText()
  const search = useSignal('')
  const nameOf = ({ document, place, text: said }: CitableClause) =>
    `${text(place)} ${text(said)}${aside(text(document))}`
  const found = clauses.filter((clause) => clause.id === chosen || isFound(search.value, [nameOf(clause)]))
  const clause = clauses.find(({ id }) => id === chosen)
  return (
    <>
      <SearchField name={words.chooseClause} sought={search} />
      <select aria-label={words.clause} value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="" />
        {found.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      {clause && <q>{text(clause.text)}</q>}
    </>
  )
}

/** In the order in which a document has them. */
const FIELDS = [
  { name: 'title', type: 'text' },
  { name: 'number', type: 'text' },
  { name: 'issuer', type: 'text' },
  { name: 'issuedOn', type: 'date' },
  { name: 'from', type: 'date' },
  { name: 'place', type: 'text' },
] as const

function DocumentFields({
  typed,
  forces,
  from,
  onType,
}: {
  typed: EnteredDocument
  forces: readonly Named[]
  from: string
  onType: (part: Partial<EnteredDocument>) => void
}) {
  const words = useRevisionWords()
  return (
    <div class="document-fields">
      {FIELDS.map(({ name, type }) => (
        <label key={name} class={name}>
          {words.document[name]}
          <TypedInput
            type={type}
            typed={name === 'from' ? typed.from || from : typed[name]}
            onType={(now) => onType({ [name]: now })}
          />
        </label>
      ))}
      <label class="text">
        {words.document.text}
        <textarea rows={3} value={typed.text} onInput={({ currentTarget }) => onType({ text: currentTarget.value })} />
      </label>
      <OptionField
        name={words.document.force}
        options={forces}
        chosen={typed.force}
        none={words.document.forceOfWords}
        onChoose={(force) => onType({ force: force as EnteredDocument['force'] })}
      />
      <p class="notice">{words.documentAbout}</p>
    </div>
  )
}
