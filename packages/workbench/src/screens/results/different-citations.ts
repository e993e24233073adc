import type { Citation } from '@tiaoli/engine'

/** Without what reads as another does: paragraphs of one place are told apart by their ids alone. */
export function differentIn(citations: readonly Citation[]): readonly Citation[] {
  const readAs = (citation: Citation) => JSON.stringify({ ...citation, id: undefined, quote: undefined })
  return [...new Map(citations.map((citation) => [`${saidIn(citation)} ${readAs(citation)}`, citation])).values()]
}

/** The words that a citation quotes, by which those that quote the same are told. */
export function saidIn({ quote, sentence }: Citation): string | undefined {
  return (sentence ?? quote)?.zh
}
