import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Fault } from '../../engine/revision-calls.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { loaded, LOADING, type Loading } from '../../state/loading.ts'
import type { Revision } from '../../state/revision.ts'
import { useLoading } from '../../state/use-loading.ts'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { EditForm } from './edit-form.tsx'
import type { Editor, PlacedRemark } from './json-editor.ts'
import { useTyped } from './use-typed.ts'

/** A file of the rules as JSON, with what is wrong in it at its place. */
export function JsonForm({ revision, file }: { revision: Revision; file: string }) {
  const work = useWork()
  const { loading } = useWords()
  const changes = revision.changes.value
  const { found } = useLoading(() => work.engine.call('file', { changes, file }), [changes, file])
  if (found.state !== 'ready') return <NotReady of={found} waiting={loading} />
  return <OneFile key={file} revision={revision} file={file} text={found.value} />
}

function OneFile({ revision, file, text }: { revision: Revision; file: string; text: string }) {
  const work = useWork()
  const words = useRevisionWords()
  const { typed, type, forget } = useTyped(`json ${revision.draft.value?.id ?? ''} ${file}`, { text })
  const isChanged = typed.text !== text
  return (
    <EditForm
      revision={revision}
      title={file}
      edit={isChanged ? { kind: 'file', file, text: typed.text } : undefined}
      lacking={[]}
      summary={words.jsonSummary(file)}
      onSaved={forget}
    >
      <JsonEditor
        key={work.language.value}
        revision={revision}
        file={file}
        text={typed.text}
        onType={(now) => type({ text: now })}
      />
    </EditForm>
  )
}

interface Shown {
  revision: Revision
  file: string
  text: string
  onType: (text: string) => void
}

function JsonEditor({ revision, file, text, onType }: Shown) {
  const words = useRevisionWords()
  const { loading } = useWords()
  const said = useText()
  const host = useRef<HTMLDivElement>(null)
  const opening = useSignal<Loading<Editor>>(LOADING)
  useEffect(() => {
    let isGone = false
    let close = () => {}
    const open = async () => {
      const found = await loaded(() => import('./json-editor.ts'))
      if (isGone || !host.current) return
      if (found.state !== 'ready') {
        opening.value = found
        return
      }
      const editor = found.value.openEditor(host.current, { text, label: file, phrases: words.editor, onType })
      close = editor.close
      opening.value = { state: 'ready', value: editor }
    }
    void open()
    return () => {
      isGone = true
      close()
    }
  }, [])
  const opened = opening.value
  const proposal = revision.proposal.value
  const examination = revision.examination.value
  const markOf = (
    { line = 1, column = 1, ofFile: message }: Fault,
    severity: PlacedRemark['severity'],
  ): PlacedRemark => ({
    line,
    column,
    severity,
    message: said(message),
  })
  useEffect(() => {
    const faults = proposal.state === 'ready' ? proposal.value.faults : []
    const lints = examination.state === 'ready' ? examination.value.lints : []
    const isHere = (fault: Fault) => fault.file === file
    if (opened.state !== 'ready') return
    opened.value.show([
      ...faults.filter(isHere).map((fault) => markOf(fault, 'error')),
      ...lints.filter(isHere).map((lint) => markOf(lint, lint.severity === 'warning' ? 'warning' : 'info')),
    ])
  }, [opened, proposal, examination])
  return (
    <>
      <NotReady of={opened} waiting={loading} />
      <div ref={host} class="json-editor" />
    </>
  )
}
