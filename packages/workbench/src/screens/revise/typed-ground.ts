import type { EnteredDocument, Ground } from '@tiaoli/authoring'
import type { RevisionWords } from '../../words/revision/revision-words.ts'

/** What is typed as the source of a change, in each of the ways in which it can be given. */
export interface TypedGround {
  readonly way: 'clause' | 'document' | 'assumption'
  readonly clause: string
  readonly document: EnteredDocument
  readonly reason: string
}

export const EMPTY_GROUND: TypedGround = {
  way: 'document',
  clause: '',
  document: { title: '', issuer: '', number: '', issuedOn: '', from: '', place: '', text: '', force: '' },
  reason: '',
}

/** The source if it is complete. A document is in force from the first day of the change where nothing else is said. */
export function groundOf(typed: TypedGround, from: string): Ground | undefined {
  const { way, clause, document, reason } = typed
  if (partsLacking(typed, from).length > 0) return undefined
  if (way === 'clause') return { clause }
  return way === 'assumption' ? { assumption: reason } : { document: { ...document, from: document.from || from } }
}

/** What has to be filled in before the source is complete, as its fields are called. */
export function groundLacks(typed: TypedGround, from: string, words: RevisionWords): string[] {
  const called = { clause: words.clause, reason: words.reason, ...words.document }
  return partsLacking(typed, from).map((part) => called[part])
}

type GroundPart = 'clause' | 'reason' | 'title' | 'from' | 'text'

function partsLacking({ way, clause, document, reason }: TypedGround, from: string): GroundPart[] {
  const asked = {
    clause: { clause },
    assumption: { reason },
    document: { title: document.title, from: document.from || from, text: document.text },
  }[way]
  return (Object.entries(asked) as [GroundPart, string][]).flatMap(([part, said]) => (isBlank(said) ? part : []))
}

export function isBlank(said: string): boolean {
  return said.trim() === ''
}
