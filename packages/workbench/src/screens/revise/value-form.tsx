import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RuleEdit } from '@tiaoli/authoring'
import { addressOf } from '../../address.ts'
import type { CitableClause, RevisableParameter, RevisableValue } from '../../engine/revision-calls.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { keepForm, readForm } from '../../state/preferences.ts'
import type { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWork } from '../../state/use-work.ts'
import { DraftSteps } from './draft-steps.tsx'
import { GroundFields } from './ground-fields.tsx'
import { EMPTY_GROUND, groundOf, type TypedGround } from './typed-ground.ts'
import { useTypedValue, ValueField } from './value-field.tsx'
import { Written } from './written.tsx'

interface Shown {
  revision: Revision
  parameter: RevisableParameter
  clauses: readonly CitableClause[]
}

interface Typed {
  readonly value: string
  readonly from: string
  readonly ground: TypedGround
  /** None as long as the one that the form proposes fits. */
  readonly summary: string | undefined
}

const NOTHING: Typed = { value: '', from: '', ground: EMPTY_GROUND, summary: undefined }

/** Another value of a parameter: which, from which day on, and by what. */
export function ValueForm({ revision, parameter, clauses }: Shown) {
  const work = useWork()
  const words = useRevisionWords()
  const text = useText()
  const draft = revision.draft.value
  const name = `value ${draft?.id ?? ''} ${parameter.id}`
  const typed = useSignal<Typed>((readForm(name) as Typed | undefined) ?? NOTHING)
  const type = (part: Partial<Typed>) => {
    typed.value = { ...typed.value, ...part }
    keepForm(name, typed.value)
  }
  const { id, label, question, values, usedBy, form } = parameter
  const { value, from, ground: typedGround } = typed.value
  const given = useTypedValue(form, value)
  const ground = groundOf(typedGround, from)
  const { asOf, profile } = work.setting()
  // What it does is shown as soon as there is a value; what it rests on may still be typed.
  const edit: RuleEdit | undefined =
    given === undefined || from === ''
      ? undefined
      : { kind: 'value', parameter: id, value: given, from, ground: ground ?? { assumption: words.reason } }
  useEffect(() => {
    void revision.propose(edit)
  }, [JSON.stringify(edit), asOf, profile, work.ledger.value])
  const canSave = edit !== undefined && ground !== undefined
  const summary = typed.value.summary ?? proposedSummary()
  const save = async () => {
    if (!(await revision.save(summary))) return
    keepForm(name, undefined)
    location.hash = addressOf('revise', { draft: revision.draft.value!.id })
  }
  function proposedSummary(): string {
    const old = values.find(({ to }) => to === undefined)
    return words.proposedSummary(text(label), [old && text(old.text), value].filter(Boolean).join(' → '), from)
  }
  function sourceInWords({ way, clause, document, reason }: TypedGround): string {
    if (way === 'assumption') return reason
    if (way === 'document') return [document.title && `《${document.title}》`, document.place].join('')
    const cited = clauses.find((one) => one.id === clause)
    return cited ? `《${text(cited.document)}》${text(cited.place)}` : ''
  }
  const proposal = revision.proposal.value
  return (
    <>
      <h1>{text(label)}</h1>
      <p class="notice">
        {question && `${text(question)} `}
        <a href={addressOf('revise', { draft: draft?.id })}>{words.another}</a>
      </p>
      <DraftSteps draft={draft} decisions={revision.decisions.value} />
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
              <ValueRow key={i} value={one} />
            ))}
            <tr class="new">
              <td>
                <ValueField name={words.newValue} form={form} typed={value} onType={(now) => type({ value: now })} />
              </td>
              <td>
                <TypedInput type="date" name={words.from} typed={from} onType={(now) => type({ from: now })} />
              </td>
              <td>{words.always}</td>
              <td>{sourceInWords(typedGround) || words.always}</td>
            </tr>
          </tbody>
        </table>
        <p class="notice">{words.allProfiles}</p>
      </section>
      <section class="card">
        <h2>{words.source}</h2>
        <GroundFields
          typed={typedGround}
          clauses={clauses}
          from={from}
          onType={(part) => type({ ground: { ...typedGround, ...part } })}
        />
      </section>
      {proposal.state === 'ready' && edit && (
        <section class="card">
          <h2>{words.texts}</h2>
          {proposal.value.texts.length === 0 ? (
            <p class="empty">{words.noTexts}</p>
          ) : (
            <ul class="sentences">
              {proposal.value.texts.map(({ before, after }) => (
                <ChangedWords key={text(after)} before={text(before)} after={text(after)} />
              ))}
            </ul>
          )}
        </section>
      )}
      <section class="card">
        <h2>{words.uses}</h2>
        <ul class="sentences">
          {usedBy.map((requirement) => (
            <li key={requirement.id}>{text(requirement.title)}</li>
          ))}
        </ul>
      </section>
      {!draft && (
        <label class="summary-field">
          {words.summary}
          <textarea rows={2} value={summary} onInput={({ currentTarget }) => type({ summary: currentTarget.value })} />
        </label>
      )}
      <Written revision={revision} />
      <p class="actions">
        <button
          type="button"
          class="primary"
          disabled={!canSave || revision.isComputing.value || proposal.state !== 'ready'}
          onClick={() => void save()}
        >
          {words.save}
        </button>
        {!canSave && <span class="notice">{words.needsSource}</span>}
      </p>
    </>
  )
}

function ValueRow({ value: { text: shown, from, to, sources, profile } }: { value: RevisableValue }) {
  const words = useRevisionWords()
  const text = useText()
  return (
    <tr>
      <td>
        {text(shown)}
        {profile && <small>{words.underProfile(text(profile))}</small>}
      </td>
      <td>{from ?? words.always}</td>
      <td>{to === undefined ? words.always : words.lastDay(to)}</td>
      <td>
        {sources.map((source) => (
          <small key={text(source)}>{text(source)}</small>
        ))}
      </td>
    </tr>
  )
}

/** The words as they will read, with what is new in them. */
function ChangedWords({ before, after }: { before: string; after: string }) {
  let start = 0
  while (start < after.length && before[start] === after[start]) start++
  let end = 0
  while (end < after.length - start && end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return (
    <li>
      {after.slice(0, start)}
      <mark>{after.slice(start, after.length - end)}</mark>
      {after.slice(after.length - end)}
    </li>
  )
}
