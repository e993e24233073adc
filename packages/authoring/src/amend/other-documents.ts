import type { Text } from '@tiaoli/engine'
import { parseDay, type Plan, type PlannedDocument } from '@tiaoli/engine/plan'
import { endingsOfDocument } from './align-whole.ts'
import { DocumentNames, NAME, namesOfDocument } from './document-names.ts'
import type { Passage } from './align-text.ts'

/** Another document of the pack that a new text names: a notice that it repeals, or that it has to be laid beside itself. */
export interface NamedDocument {
  readonly id: string
  readonly title: Text
  readonly number?: string
  /** The sentence that ends it as a whole; the draft has that. */
  readonly repealed?: Passage
}

/**
 * The documents of the pack that a new text names beside the one that it is laid beside, as far as they hold on its day.
 * What it orders of one as a whole can be done; what it orders of its clauses has to be read with these.
 */
export function otherDocuments(
  { documents }: Plan,
  amended: PlannedDocument,
  sentences: readonly Passage[],
  from: string,
): NamedDocument[] {
  const day = parseDay(from) ?? Infinity
  const text = sentences.map((sentence) => sentence.text).join('\n')
  return [...documents.values()].flatMap((other): NamedDocument[] => {
    if (other === amended || other.from > day || other.to <= day) return []
    const called = new DocumentNames(namesOfDocument(other), text)
    if (!sentences.some((sentence) => called.named(sentence.text).includes(NAME))) return []
    const ends = endingsOfDocument(
      sentences.map((sentence) => sentence.text),
      called,
    )
    const repealed = sentences.find((_, i) => ends[i])
    const { title, number } = other.entry
    return [
      {
        id: other.id,
        title,
        ...(number === undefined ? {} : { number }),
        ...(repealed ? { repealed: { at: repealed.at, text: repealed.text } } : {}),
      },
    ]
  })
}
