import type { Text } from '@tiaoli/engine'
import { inLanguage } from '../http/select-language.ts'

/** Characters that are gathered before they are sent, while more input is at hand. */
const PIECE = 65_536

/** What answers lines, one by one; undefined once there is nothing more to answer. */
export interface AnswerSource {
  next(): Promise<object | undefined>
  /** Whether the next answer is made without waiting for the caller to send more. */
  isAtHand(): boolean
  cancel(): Promise<void>
}

/** The same answers with their texts in one language. */
export function answersIn(language: keyof Text, source: AnswerSource): AnswerSource {
  return {
    async next() {
      const answer = await source.next()
      return answer && (inLanguage(answer, language) as object)
    },
    isAtHand: () => source.isAtHand(),
    cancel: () => source.cancel(),
  }
}

/**
 * Answers as bytes, a line each, after `first`: made as fast as they are taken and no faster, and never held back
 * while the caller, who may be waiting for them, sends nothing.
 */
export function answerLines(first: readonly object[], source: AnswerSource): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = first.map(lineOf).join('')
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        let isEnded = false
        while (piece === '' || (piece.length < PIECE && source.isAtHand())) {
          const answer = await source.next()
          isEnded = answer === undefined
          if (answer === undefined) break
          piece += lineOf(answer)
        }
        if (piece !== '') controller.enqueue(encoder.encode(piece))
        piece = ''
        if (isEnded) controller.close()
      },
      cancel: () => source.cancel(),
    },
    { highWaterMark: 0 },
  )
}

function lineOf(answer: object): string {
  return `${JSON.stringify(answer)}\n`
}
