import type { Run } from './marked-words.ts'

/** A part of a dossier, whatever it is written in. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item'
  readonly runs: readonly Run[]
}

export function heading(text: string): Block {
  return { kind: 'heading', runs: [{ text }] }
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] }
}

export function item(text: string): Block {
  return { kind: 'item', runs: [{ text }] }
}

export function blocksUnder(title: string, items: readonly Block[]): Block[] {
  return items.length > 0 ? [heading(title), ...items] : []
}
