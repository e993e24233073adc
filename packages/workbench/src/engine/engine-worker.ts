import { Desk, refusalOf } from './desk.ts'
import type { Request, Response } from './messages.ts'

/** The engine in a thread of its own: the page stays responsive while it works. */
const desk = new Desk()

/** One after another: each rests on the rules and the ledger that the calls before it have opened. */
let last: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  last = last.then(() => answer(data))
})

async function answer({ id, call, asks }: Request): Promise<void> {
  try {
    const ask = desk.answers[call] as (asked: Request['asks']) => unknown
    send({ id, answer: await ask(asks) } as Response)
  } catch (error) {
    const refusal = refusalOf(error)
    send(refusal ? { id, refusal } : { id, fault: error instanceof Error ? error.message : String(error) })
  }
}

function send(response: Response): void {
  self.postMessage(response)
}
