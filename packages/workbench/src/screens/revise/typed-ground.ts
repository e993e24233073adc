import type { EnteredDocument, Ground } from '@tiaoli/authoring'

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
export function groundOf({ way, clause, document, reason }: TypedGround, from: string): Ground | undefined {
  if (way === 'clause') return clause === '' ? undefined : { clause }
  if (way === 'assumption') return reason.trim() === '' ? undefined : { assumption: reason }
  const entered = { ...document, from: document.from || from }
  const isComplete = [entered.title, entered.text, entered.from].every((said) => said.trim() !== '')
  return isComplete ? { document: entered } : undefined
}
