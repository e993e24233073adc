import type { RuleEdit } from '@tiaoli/authoring'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { ChoiceOfWays } from './choice-of-ways.tsx'
import { OptionField } from './option-field.tsx'
import { EditForm } from './edit-form.tsx'
import type { FormOf } from './form-of.ts'
import { GroundCard } from './ground-card.tsx'
import { EMPTY_GROUND, groundLacks, groundOf, isBlank } from './typed-ground.ts'
import { useTyped } from './use-typed.ts'

const WAYS = ['done', 'day', 'least'] as const

type RequirementEdit = Extract<RuleEdit, { kind: 'requirement' }>

const NOTHING = {
  title: '',
  way: 'done' as (typeof WAYS)[number],
  least: '1',
  file: '',
  subject: '',
  like: '',
  dutyBearer: '',
  from: '',
  due: '',
  problem: '',
  remedy: '',
  ground: EMPTY_GROUND,
}

/** A new requirement on a clause: what it asks, of whom, and by when. */
export function RequirementForm({ revision, rules }: Omit<FormOf<unknown>, 'on'>) {
  const words = useRevisionWords()
  const { typed, type, forget } = useTyped(`requirement ${revision.draft.value?.id ?? ''}`, NOTHING)
  const { title, way, file, subject, like, dutyBearer, from, due, problem, remedy } = typed
  const ground = groundOf(typed.ground, from)
  const least = /^[1-9]\d{0,8}$/.test(typed.least.trim()) ? Number(typed.least) : undefined
  const asks: RequirementEdit['asks'] | undefined =
    way === 'done' ? { done: true } : way === 'day' ? { day: true } : least === undefined ? undefined : { least }
  const lacking = [
    ...(isBlank(title) ? [words.requirementTitle] : []),
    ...(asks ? [] : [words.least]),
    ...(isBlank(subject) ? [words.subject] : []),
    ...(isBlank(dutyBearer) ? [words.dutyBearer] : []),
    ...(isBlank(file) ? [words.theme] : []),
    ...(isBlank(from) ? [words.holdsFrom] : []),
  ]
  const edit: RequirementEdit | undefined =
    lacking.length === 0 && asks && ground
      ? {
          kind: 'requirement',
          title,
          file,
          subject,
          dutyBearer,
          like: like === '' ? undefined : like,
          asks,
          from,
          due: due === '' ? undefined : due,
          problem,
          remedy,
          ground,
        }
      : undefined
  return (
    <EditForm
      revision={revision}
      title={words.kinds.requirement}
      about={words.requirementAbout}
      edit={edit}
      lacking={[...groundLacks(typed.ground, from, words), ...lacking]}
      summary={words.requirementSummary(title, from)}
      onSaved={forget}
    >
      <GroundCard
        typed={typed.ground}
        ways={['document', 'clause']}
        clauses={rules.clauses.filter(({ bindsSomebody }) => bindsSomebody)}
        forces={rules.forces}
        from={from}
        onType={(now) => type({ ground: now })}
      />
      <section class="card">
        <h2>{words.asked}</h2>
        <label class="line">
          {words.requirementTitle}
          <TypedInput type="text" typed={title} onType={(now) => type({ title: now })} />
        </label>
        <ChoiceOfWays
          name={words.asked}
          ways={WAYS}
          said={words.asks}
          chosen={way}
          onChoose={(now) => type({ way: now })}
        />
        {way === 'least' && (
          <label class="line">
            {words.least}
            <TypedInput
              type="text"
              isNumber
              class="number"
              typed={typed.least}
              onType={(now) => type({ least: now })}
            />
            {least === undefined && <small class="wrong">{words.leastNumber}</small>}
          </label>
        )}
        <div class="pairs">
          <OptionField
            name={words.subject}
            options={rules.scopes}
            chosen={subject}
            onChoose={(now) => type({ subject: now, like: usualOf(now) })}
          />
          <OptionField
            name={words.concerned}
            none={words.everyRecord}
            options={rules.concerned
              .filter(({ scope }) => scope === subject)
              .map((one) => ({ id: one.like, label: one.label }))}
            chosen={like}
            onChoose={(now) => type({ like: now })}
          />
          <OptionField
            name={words.dutyBearer}
            options={rules.bodies}
            chosen={dutyBearer}
            onChoose={(now) => type({ dutyBearer: now })}
          />
          <OptionField
            name={words.theme}
            options={rules.themes}
            chosen={file}
            onChoose={(now) => type({ file: now })}
          />
          <label class="line">
            {words.holdsFrom}
            <TypedInput type="date" typed={from} onType={(now) => type({ from: now })} />
          </label>
          <label class="line">
            {words.due}
            <TypedInput type="date" typed={due} onType={(now) => type({ due: now })} />
          </label>
          <label class="line">
            {words.problem}
            <TypedInput type="text" typed={problem} onType={(now) => type({ problem: now })} />
          </label>
          <label class="line">
            {words.remedy}
            <TypedInput type="text" typed={remedy} onType={(now) => type({ remedy: now })} />
          </label>
        </div>
        <p class="notice">{words.concernedAbout}</p>
        <p class="notice">{words.casesAbout}</p>
      </section>
    </EditForm>
  )
  /** Whom most requirements of a scope concern: hardly any asks something of a firm that is no more. */
  function usualOf(wanted: string): string {
    return rules.concerned.find(({ scope, isUsual }) => scope === wanted && isUsual)?.like ?? ''
  }
}
