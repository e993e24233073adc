import { useEffect, useMemo } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import type { Revisable } from '../../engine/revision-calls.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { DraftOverview } from './draft-overview.tsx'
import { EffectPanel } from '../../parts/revision/effect-panel.tsx'
import { CHANGES, KINDS, type KindOfChange } from './kinds-of-change.tsx'

/** Changes of the rules by forms, with what each does to the ledger that is open. */
export function ReviseScreen() {
  const work = useWork()
  const words = useWords()
  const revision = useMemo(() => new Revision(work), [work])
  const rules = work.inForce.rules.value
  const { seen } = work.address.value
  const { draft: id } = seen
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
  const draft = revision.draft.value
  const canEdit = !draft || draft.status === 'open'
  const kind = KINDS.find((name) => name === seen['kind']) ?? 'value'
  const { on } = seen
  const form = canEdit && on !== undefined ? CHANGES[kind].form({ revision, rules: opening.value }, on) : undefined
  if (form)
    return (
      <>
        <main class="revise" key={`${draft?.id ?? ''} ${kind} ${on ?? ''}`}>
          {form}
        </main>
        <EffectPanel revision={revision} />
      </>
    )
  return (
    <>
      <main class={draft ? 'revise' : 'revise wide'}>
        <h1>{words.screens.revise}</h1>
        {draft && <DraftOverview revision={revision} draft={draft} />}
        {canEdit && <ChooseChange kind={kind} revision={revision} rules={opening.value} />}
      </main>
      {draft && <EffectPanel revision={revision} />}
    </>
  )
}

/** What kind of change, and of what. */
function ChooseChange({ kind, revision, rules }: { kind: KindOfChange; revision: Revision; rules: Revisable }) {
  const words = useRevisionWords()
  const draft = revision.draft.value?.id
  return (
    <>
      <h2>{words.chooseKind}</h2>
      <p class="bar">
        <span class="views">
          {KINDS.map((name) => (
            <a
              key={name}
              href={addressOf('revise', { draft, kind: name, on: CHANGES[name].on })}
              aria-current={name === kind ? 'true' : undefined}
            >
              {words.kinds[name]}
            </a>
          ))}
        </span>
      </p>
      {CHANGES[kind].choose?.({ revision, rules })}
    </>
  )
}
