import { json } from '@codemirror/lang-json'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { basicSetup } from 'codemirror'

/** Something to be seen at a place of the text; lines and columns count from 1. */
export interface PlacedRemark {
  readonly line: number
  readonly column: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

interface Wanted {
  readonly text: string
  readonly label: string
  /** What the editor itself says, in other words than its own. */
  readonly phrases: Readonly<Record<string, string>>
  readonly onType: (text: string) => void
}

export interface Editor {
  readonly show: (marks: readonly PlacedRemark[]) => void
  readonly close: () => void
}

/**
 * Opens an editor of JSON. It stands in a shadow root: there its styles are style sheets that are handed over, which a
 * page whose own policy allows no inline styles takes.
 */
export function openEditor(host: HTMLElement, { text, label, phrases, onType }: Wanted): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        json(),
        lintGutter(),
        LOOK,
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onType(update.state.doc.toString())
        }),
      ],
    }),
  })
  // Whoever has no mouse scrolls it by itself, too.
  view.scrollDOM.tabIndex = 0
  return {
    show: (marks) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          marks.flatMap((mark) => diagnosticFor(view.state, mark) ?? []),
        ),
      ),
    close: () => view.destroy(),
  }
}

const LOOK = EditorView.theme({
  '&': { height: '62vh', fontSize: '13px', backgroundColor: 'var(--paper)' },
  '.cm-scroller': { overflow: 'auto', fontFamily: 'Consolas, "Courier New", "Noto Sans SC", monospace' },
})

/** None for a place that is there no more: what is seen is of the text a moment ago. */
function diagnosticFor(
  { doc }: EditorState,
  { line, column, severity, message }: PlacedRemark,
): Diagnostic | undefined {
  if (line > doc.lines) return undefined
  const { from, to } = doc.line(line)
  const start = Math.min(from + column - 1, to)
  return { from: start, to, severity, message }
}
