import type { Citation } from '@tiaoli/engine'
import { useText, useWords } from '../../state/use-work.ts'

/** The words of a clause, with where they stand and how sure we are of them. */
export function Quotation({ citation }: { citation: Citation }) {
  const words = useWords()
  const text = useText()
  const { kind, quote, sentence, document, place, title, article, evidenceLabel, ended, amends } = citation
  const source = [document && `《${text(document.title)}》`, title && text(title)].find(Boolean)
  return (
    <blockquote class={kind}>
      {(sentence ?? quote) && <p>{text((sentence ?? quote)!)}</p>}
      <cite>
        {[source, place && text(place), article && text(article), evidenceLabel && text(evidenceLabel)]
          .filter(Boolean)
          .join(' ')}
        {amends?.place && ` → ${text(amends.place)}`}
        {ended?.map(({ on, by }) => (
          <span key={by.id}>
            {' '}
            {words.results.evidence} {text(by.document.title)} {on}
          </span>
        ))}
      </cite>
    </blockquote>
  )
}
