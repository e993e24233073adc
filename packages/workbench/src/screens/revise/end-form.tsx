import type { RevisableRequirement } from '../../engine/revision-calls.ts'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText } from '../../state/use-work.ts'
import { EditForm } from './edit-form.tsx'
import type { FormOf } from './form-of.ts'
import { GroundCard } from './ground-card.tsx'
import { EMPTY_GROUND, groundLacks, groundOf } from './typed-ground.ts'
import { useTyped } from './use-typed.ts'

const NOTHING = { from: '', ground: EMPTY_GROUND }

/** The end of a requirement from a day on, by a clause. */
export function EndForm({ revision, rules, on: { id, label, theme } }: FormOf<RevisableRequirement>) {
  const words = useRevisionWords()
  const text = useText()
  const { typed, type, forget } = useTyped(`end ${revision.draft.value?.id ?? ''} ${id}`, NOTHING)
  const { from } = typed
  const ground = groundOf(typed.ground, from)
  return (
    <EditForm
      revision={revision}
      title={text(label)}
      about={text(theme)}
      edit={from === '' || !ground ? undefined : { kind: 'end', requirement: id, from, ground }}
      lacking={[...(from === '' ? [words.endsOn] : []), ...groundLacks(typed.ground, from, words)]}
      summary={words.endSummary(text(label), from)}
      onSaved={forget}
    >
      <section class="card">
        <h2>{words.kinds.end}</h2>
        <label class="line">
          {words.endsOn}
          <TypedInput type="date" typed={from} onType={(now) => type({ from: now })} />
        </label>
        <p class="notice">{words.endAbout}</p>
      </section>
      <GroundCard
        typed={typed.ground}
        ways={['document', 'clause']}
        clauses={rules.clauses.filter(({ isOwn }) => isOwn)}
        forces={rules.forces}
        from={from}
        onType={(now) => type({ ground: now })}
      />
    </EditForm>
  )
}
