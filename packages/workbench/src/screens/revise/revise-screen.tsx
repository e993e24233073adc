import { useEffect, useMemo } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import type { Revisable } from '../../engine/revision-calls.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { Revision } from '../../state/revision.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useWords, useWork } from '../../state/use-work.ts'
import { DraftOverview } from './draft-overview.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { EndForm } from './end-form.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { FileList, JsonForm } from './json-form.tsx'
import { ParameterList } from './parameter-list.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { RequirementList } from './requirement-list.tsx'
import { ValueForm } from './value-form.tsx'
import { WordsForm } from './words-form.tsx'

const KINDS = ['value', 'requirement', 'end', 'exception', 'words', 'json'] as const
type Kind = (typeof KINDS)[number]

/** Changes of the rules by forms, with what each does to the ledger that is open. */
export function ReviseScreen() {
  const work = useWork()
  const words = useWords()
  const revision = useMemo(() => new Revision(work), [work])
  const rules = work.rules.value
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
  const form = canEdit ? formFor(kind, seen['on'], revision, opening.value) : undefined
  if (form)
    return (
      <>
        <main class="revise" key={`${draft?.id ?? ''} ${kind} ${seen['on'] ?? ''}`}>
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

/** The form for a change; undefined as long as it is not chosen what is changed. */
function formFor(kind: Kind, on: string | undefined, revision: Revision, rules: Revisable) {
  const form = { revision, rules }
  if (kind === 'requirement' && on !== undefined) return <RequirementForm {...form} />
  if (kind === 'words' && on !== undefined) return <WordsForm revision={revision} />
  if (kind === 'json' && on !== undefined) return <JsonForm revision={revision} file={on} />
  if (kind === 'value') {
    const parameter = rules.parameters.find(({ id }) => id === on)
    return parameter && <ValueForm {...form} on={parameter} />
  }
  const requirement = rules.requirements.find(({ id }) => id === on)
  if (!requirement) return undefined
  return kind === 'end' ? <EndForm {...form} on={requirement} /> : <ExceptionForm {...form} on={requirement} />
}

/** What kind of change, and of what. */
function ChooseChange({ kind, revision, rules }: { kind: Kind; revision: Revision; rules: Revisable }) {
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
              href={addressOf('revise', { draft, kind: name, on: name === 'requirement' ? 'new' : undefined })}
              aria-current={name === kind ? 'true' : undefined}
            >
              {words.kinds[name]}
            </a>
          ))}
        </span>
      </p>
      {kind === 'value' && <ParameterList parameters={rules.parameters} draft={draft} />}
      {kind === 'end' && <RequirementList kind={kind} requirements={rules.requirements} draft={draft} />}
      {kind === 'exception' && (
        <RequirementList kind={kind} requirements={rules.requirements.filter(({ from }) => !from)} draft={draft} />
      )}
      {kind === 'words' && <WordsForm revision={revision} />}
      {kind === 'json' && <FileList revision={revision} />}
    </>
  )
}
