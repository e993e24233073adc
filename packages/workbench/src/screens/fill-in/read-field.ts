import type { Text } from '@tiaoli/engine'
import type { AnswerForm } from '@tiaoli/engine/plan'
import type { Language } from '@tiaoli/engine/names'
import type { OfLedger } from '../../engine/calls.ts'
import { RefusedError, type Engine } from '../../engine/engine.ts'
import type { ReadAnswer } from '../../engine/read-answer.ts'
import { typedCount } from './typed-records.ts'

/** A place of the ledger that is asked for, with the form of its answer. */
export interface Asked {
  readonly fact: string
  readonly pointer: string
  readonly answer: AnswerForm
}

interface Typed extends OfLedger {
  readonly typed: string
  readonly language: Language
  readonly names: Readonly<Record<string, string>>
  readonly isFinished: boolean
  readonly howTo: Text
}

/** Reads what is typed; once it is finished, what the ledger does not take there is refused too. */
export async function readField(
  engine: Engine,
  { fact, pointer, answer }: Asked,
  { ledger, typed, language, names, isFinished, howTo }: Typed,
): Promise<ReadAnswer | undefined> {
  if (typed.trim() === '') return undefined
  if (answer.kind === 'records') {
    const records = typedCount(typed)
    return records ? { ...records, said: { zh: typed, en: typed } } : { refusal: howTo }
  }
  try {
    const where = isFinished ? pointer : undefined
    return await engine.call('readAnswer', { ledger, fact, typed, language, names, pointer: where })
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    const sentences = error.refusal.sentences.map(({ text }) => text)
    return { refusal: { zh: sentences.map(({ zh }) => zh).join(''), en: sentences.map(({ en }) => en).join(' ') } }
  }
}
