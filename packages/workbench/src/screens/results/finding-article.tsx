import { isToBeChecked } from '@tiaoli/engine/plan'
import type { ShownFinding } from '../../engine/calls.ts'
import { markOf } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { useText, useWords } from '../../state/use-work.ts'
import { LackedList } from './lacked-list.tsx'
import { Quotations } from './quotations.tsx'
import { sourceName } from './source-name.ts'

/** One finding as an officer reads it: what is wrong, the clause, why, what is missing, what mends it. */
export function FindingArticle({ finding }: { finding: ShownFinding }) {
  const words = useWords()
  const text = useText()
  const { status, force, title, period, statusText, citations, reasons, lacks, remedy, problem, exception } = finding
  const mark = markOf(status, force, isToBeChecked(finding))
  return (
    <article class={`finding ${mark}`}>
      <h3>
        <MarkSign mark={mark} /> {text(title)}
        {period !== undefined && <small>{words.results.year(period)}</small>}
        <small class={`status ${mark}`}>{text(statusText)}</small>
      </h3>
      {problem && <p class="problem">{text(problem)}</p>}
      {exception && <p>{text(exception.text)}</p>}
      <Quotations citations={citations} />
      {finding.due !== undefined && <p class="due">{words.labelled(words.results.due, words.day(finding.due))}</p>}
      <LackedList lacks={lacks} />
      <Sentences title={words.results.why} texts={reasons.map((reason) => text(reason.text))} isOpen={mark !== 'met'} />
      {remedy && (
        <p class="remedy">
          <b>{words.results.remedy}</b>
          {text(remedy)}
        </p>
      )}
      <Sentences title={words.results.notes} texts={finding.notes.map((note) => text(note.text))} isOpen />
      <Sentences title={words.results.later} texts={(finding.laterRules ?? []).map((rule) => text(rule.text))} isOpen />
      <Sentences
        title={words.results.figures}
        texts={finding.figures.map((figure) => words.labelled(text(figure.label), text(figure.text)))}
        isOpen={false}
      />
      <Sentences
        title={words.results.parameters}
        texts={finding.parameters.map((parameter) => {
          const { citations: from, source, assumed } = parameter
          const named = [...new Set(from.map((citation) => sourceName(citation, words, text)))]
          const origin = words.results.origin({ isRequested: source === 'request', isAssumed: assumed, named })
          return `${words.labelled(text(parameter.label), text(parameter.text))}${origin}`
        })}
        isOpen={false}
      />
      <Sentences title={words.results.whatIf} texts={finding.whatIf.map((what) => text(what.text))} isOpen={false} />
      <footer>
        {words.labelled(words.results.bearer, text(finding.dutyBearer.label))}
        {finding.supervisor && <span>{words.labelled(words.results.supervisor, text(finding.supervisor.label))}</span>}
      </footer>
    </article>
  )
}

/** Sentences under a title, folded away where they are not what one looks for first. */
function Sentences({ title, texts, isOpen }: { title: string; texts: readonly string[]; isOpen: boolean }) {
  if (texts.length === 0) return null
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {texts.map((said, i) => (
          <li key={i}>{said}</li>
        ))}
      </ul>
    </details>
  )
}
