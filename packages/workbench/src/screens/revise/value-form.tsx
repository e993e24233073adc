import type { RevisableParameter, RevisableValue } from '../../engine/revision-calls.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { EditForm } from './edit-form.tsx'
import type { FormOf } from './form-of.ts'
import { GroundCard } from './ground-card.tsx'
import { EMPTY_GROUND, groundLacks, groundOf, type TypedGround } from './typed-ground.ts'
import { useTyped } from './use-typed.ts'
import { useTypedValue } from './use-typed-value.ts'
import { ValueField } from './value-field.tsx'

const NOTHING = { value: '', from: '', ground: EMPTY_GROUND }

/** Another value of a parameter: which, from which day on, and by what. */
export function ValueForm({ revision, rules, on }: FormOf<RevisableParameter>) {
  const { id, label, question, values, usedBy, form } = on
  const words = useRevisionWords()
  const { titled } = useWords()
  const text = useText()
  const { typed, type, forget } = useTyped(`value ${revision.draft.value?.id ?? ''} ${id}`, NOTHING)
  const { value, from } = typed
  const { given, refusal } = useTypedValue(on, value, revision.changes.value)
  const ground = groundOf(typed.ground, from)
  const old = values.find(({ to }) => to === undefined)
  const change = [old && text(old.text), given?.said ?? ''].filter(Boolean).join(' → ')
  return (
    <EditForm
      revision={revision}
      title={text(label)}
      about={question && text(question)}
      // What it does is shown as soon as there is a value; what it rests on may still be typed.
      edit={
        given === undefined || from === ''
          ? undefined
          : { kind: 'value', parameter: id, value: given.value, from, ground: ground ?? { assumption: words.reason } }
      }
      lacking={[
        ...(given === undefined ? [words.newValue] : []),
        ...(from === '' ? [words.holdsFrom] : []),
        ...groundLacks(typed.ground, from, words),
      ]}
      summary={words.proposedSummary(text(label), change, from)}
      onSaved={forget}
    >
      <section class="card">
        <h2>{words.values}</h2>
        <table class="values">
          <thead>
            <tr>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((one, i) => (
              <ValueRow
                key={i}
                value={one}
                onCorrect={
                  revision.draft.value && one.from !== undefined
                    ? () =>
                        type({
                          from: one.from!,
                          ...(one.clause !== undefined && {
                            ground: { ...typed.ground, way: 'clause' as const, clause: one.clause },
                          }),
                        })
                    : undefined
                }
              />
            ))}
            <tr class="new">
              <td>
                <ValueField
                  name={words.newValue}
                  form={form}
                  typed={value}
                  refusal={refusal}
                  onType={(now) => type({ value: now })}
                />
              </td>
              <td>
                <TypedInput type="date" name={words.from} typed={from} onType={(now) => type({ from: now })} />
                {given !== undefined && from === '' && <small class="wrong">{words.fillFrom}</small>}
              </td>
              <td>{words.always}</td>
              <td>{sourceInWords(typed.ground) || words.always}</td>
            </tr>
          </tbody>
        </table>
        <p class="notice">{words.allProfiles}</p>
      </section>
      <GroundCard
        typed={typed.ground}
        ways={['document', 'clause', 'assumption']}
        clauses={rules.clauses}
        forces={rules.forces}
        from={from}
        onType={(now) => type({ ground: now })}
      />
      <section class="card">
        <h2>{words.uses}</h2>
        <ul class="sentences">
          {usedBy.map((requirement) => (
            <li key={requirement.id}>{text(requirement.label)}</li>
          ))}
        </ul>
      </section>
    </EditForm>
  )

  function sourceInWords({ way, clause, document, reason }: TypedGround): string {
    if (way === 'assumption') return reason
    if (way === 'document') return [document.title && titled(document.title), document.place].join('')
    const cited = rules.clauses.find((one) => one.id === clause)
    return cited ? `${titled(text(cited.document))}${text(cited.place)}` : ''
  }
}

interface ValueShown {
  value: RevisableValue
  /** Where it may be of the draft: begins to type another from the same day on. */
  onCorrect: (() => void) | undefined
}

function ValueRow({ value: { text: shown, from, to, sources, profile, isDraft }, onCorrect }: ValueShown) {
  const words = useRevisionWords()
  const { day } = useWords()
  const text = useText()
  return (
    <tr>
      <td>
        {text(shown)}
        {onCorrect && (
          <>
            {' '}
            <button type="button" class="plain" onClick={onCorrect}>
              {words.correctValue}
            </button>
          </>
        )}
        {isDraft && <small>{words.steps.draft}</small>}
        {profile && <small>{words.underProfile(text(profile))}</small>}
      </td>
      <td>{from === undefined ? words.always : day(from)}</td>
      <td>{to === undefined ? words.always : words.lastDay(to)}</td>
      <td>
        {sources.map((source) => (
          <small key={text(source)}>{text(source)}</small>
        ))}
      </td>
    </tr>
  )
}
