import type { RuleEdit } from '@tiaoli/authoring'
import type { RevisableRequirement } from '../../engine/revision-calls.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords } from '../../state/use-work.ts'
import { ChoiceOfWays } from './choice-of-ways.tsx'
import { OptionField } from './option-field.tsx'
import { EditForm } from './edit-form.tsx'
import type { FormOf } from './form-of.ts'
import { GroundCard } from './ground-card.tsx'
import { EMPTY_GROUND, groundLacks, groundOf, isBlank } from './typed-ground.ts'
import { useTyped } from './use-typed.ts'

const WAYS = ['question', 'before', 'fact'] as const
const STATUSES = ['exempted', 'pending', 'review'] as const

type ExceptionEdit = Extract<RuleEdit, { kind: 'exception' }>

const NOTHING = {
  way: 'question' as (typeof WAYS)[number],
  question: '',
  before: '',
  fact: '',
  text: '',
  status: 'exempted' as ExceptionEdit['status'],
  ground: EMPTY_GROUND,
}

/** An exception of a requirement: when it holds, what it says, and by what. */
export function ExceptionForm({ revision, rules, on }: FormOf<RevisableRequirement>) {
  const words = useRevisionWords()
  const { results } = useWords()
  const text = useText()
  const { typed, type, forget } = useTyped(`exception ${revision.draft.value?.id ?? ''} ${on.id}`, NOTHING)
  const { way, status } = typed
  const when = whenOf()
  const ground = groundOf(typed.ground, '')
  const edit: ExceptionEdit | undefined =
    when && !isBlank(typed.text)
      ? {
          kind: 'exception',
          requirement: on.id,
          text: typed.text,
          status,
          when,
          ground: ground ?? { assumption: words.reason },
        }
      : undefined
  return (
    <EditForm
      revision={revision}
      title={text(on.label)}
      about={text(on.theme)}
      edit={edit}
      lacking={[
        ...(when ? [] : [words[way]]),
        ...(isBlank(typed.text) ? [words.exceptionText] : []),
        ...groundLacks(typed.ground, '', words),
      ]}
      summary={words.exceptionSummary(text(on.label), typed.text)}
      onSaved={forget}
    >
      {on.exceptions.length > 0 && (
        <section class="card">
          <h2>{words.exceptions}</h2>
          <ul class="sentences">
            {on.exceptions.map((exception) => (
              <li key={text(exception)}>{text(exception)}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="card">
        <h2>{words.kinds.exception}</h2>
        <ChoiceOfWays
          name={words.exceptionWhen}
          ways={WAYS}
          said={words.whens}
          chosen={way}
          onChoose={(now) => type({ way: now })}
        />
        {way === 'question' && (
          <label class="line">
            {words.question}
            <TypedInput type="text" typed={typed.question} onType={(question) => type({ question })} />
          </label>
        )}
        {way === 'before' && (
          <label class="line">
            {words.before}
            <TypedInput type="date" typed={typed.before} onType={(before) => type({ before })} />
          </label>
        )}
        {way === 'fact' && (
          <OptionField
            name={words.fact}
            options={rules.questions.filter(({ scope }) => scope === on.subject)}
            chosen={typed.fact}
            onChoose={(fact) => type({ fact })}
          />
        )}
        <label class="line">
          {words.exceptionText}
          <textarea rows={2} value={typed.text} onInput={({ currentTarget }) => type({ text: currentTarget.value })} />
        </label>
        <label class="line">
          {words.exceptionStatus}
          <select
            value={status}
            onChange={({ currentTarget }) => type({ status: currentTarget.value as ExceptionEdit['status'] })}
          >
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {results.marks[one]}
              </option>
            ))}
          </select>
        </label>
      </section>
      <GroundCard
        typed={typed.ground}
        ways={['document', 'clause']}
        clauses={rules.clauses}
        forces={rules.forces}
        from=""
        onType={(now) => type({ ground: now })}
      />
    </EditForm>
  )

  function whenOf(): ExceptionEdit['when'] | undefined {
    const { question, before, fact } = typed
    if (way === 'question') return question.trim() === '' ? undefined : { question }
    if (way === 'before') return before === '' ? undefined : { before }
    return fact === '' ? undefined : { fact }
  }
}
