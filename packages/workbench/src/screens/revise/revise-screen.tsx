import { useEffect, useMemo } from 'preact/hooks'
import { NotReady } from '../../parts/not-ready.tsx'
import { Revision } from '../../state/revision.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { DraftOverview } from './draft-overview.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { ParameterList } from './parameter-list.tsx'
import { ValueForm } from './value-form.tsx'

/** Changes of the rules by forms, with what each does to the ledger that is open. */
export function ReviseScreen() {
  const work = useWork()
  const words = useWords()
  const revision = useMemo(() => new Revision(work), [work])
  const rules = work.rules.value
  const { draft: id, on } = work.address.value.seen
  const version = rules.state === 'ready' ? rules.value.version : undefined
  useEffect(() => {
    // A draft that was just created is open already.
    if (version !== undefined && (id === undefined || revision.draft.value?.id !== id)) void revision.open(id)
  }, [id, version, work.token.value])
  useEffect(() => () => revision.leave(), [revision])
  const opening = revision.opening.value
  if (rules.state !== 'ready' || opening.state !== 'ready')
    return (
      <main class="wide">
        <h1>{words.screens.revise}</h1>
        <NotReady of={rules.state === 'ready' ? opening : rules} waiting={words.loading} />
      </main>
    )
  const { parameters, clauses } = opening.value
  const draft = revision.draft.value
  const canEdit = !draft || draft.status === 'open'
  const parameter = canEdit ? parameters.find((one) => one.id === on) : undefined
  if (parameter)
    return (
      <>
        <main class="revise">
          <ValueForm
            key={`${draft?.id ?? ''} ${parameter.id}`}
            revision={revision}
            parameter={parameter}
            clauses={clauses}
          />
        </main>
        <EffectPanel revision={revision} />
      </>
    )
  return (
    <>
      <main class={draft ? 'revise' : 'revise wide'}>
        <h1>{words.screens.revise}</h1>
        {draft && <DraftOverview revision={revision} draft={draft} />}
        {canEdit && <ParameterList parameters={parameters} draft={draft?.id} />}
      </main>
      {draft && <EffectPanel revision={revision} />}
    </>
  )
}
