import type { Citation } from '@tiaoli/engine'
import { useText, useWords } from '../../state/use-work.ts'
import { differentIn, saidIn } from './different-citations.ts'
import { sourceName } from './source-name.ts'

/** The words of clauses, those that several of them share once, with where they stand and how sure we are of them. */
export function Quotations({ citations }: { citations: readonly Citation[] }) {
  const shown = differentIn(citations)
  const said = shown.map(saidIn)
  return (
    <>
      {shown.map((citation, i) => (
        <Quotation key={i} citation={citation} isRepeated={said.indexOf(said[i]) < i} />
      ))}
    </>
  )
}

function Quotation({ citation, isRepeated }: { citation: Citation; isRepeated: boolean }) {
  const words = useWords()
  const text = useText()
  const { kind, quote, sentence, evidenceLabel, ended, amends, gives = [], givesNoMore = [] } = citation
  return (
    <blockquote class={kind}>
      {!isRepeated && (sentence ?? quote) && <p>{text((sentence ?? quote)!)}</p>}
      <cite>
        {sourceName(citation, words, text)}
        {evidenceLabel && words.aside(text(evidenceLabel))}
        {amends?.place && ` → ${text(amends.place)}`}
        {ended?.map(({ on, by }) => (
          <span key={by.id}>
            {' '}
            {words.results.evidence} {text(by.document.title)} {on}
          </span>
        ))}
      </cite>
      {[...gives, ...givesNoMore].map((number) => (
        <p key={number.parameter} class="given">
          {text(number.text)}
        </p>
      ))}
    </blockquote>
  )
}
