import { Desk } from './desk.ts'
import type { Cancellation, Request, Response } from './messages.ts'

/** The engine in a thread of its own: the page stays responsive while it works. */
const desk = new Desk()

/** One after another: each rests on the rules and the ledger that the calls before it have opened. */
let last: Promise<void> = Promise.resolve()

/** What was asked and not answered yet. */
const waiting = new Map<number, AbortController>()

self.addEventListener('message', ({ data }: MessageEvent<Request | Cancellation>) => {
  if ('cancel' in data) return waiting.get(data.cancel)?.abort()
  const controller = new AbortController()
  waiting.set(data.id, controller)
  last = last.then(() => answer(data, controller.signal)).finally(() => waiting.delete(data.id))
})

async function answer({ id, call, asks }: Request, signal: AbortSignal): Promise<void> {
  // What was cancelled meanwhile has been told so.
  await new Promise((resume) => setTimeout(resume))
  if (signal.aborted) return
  try {
    const ask = desk.answers[call] as (asked: Request['asks'], signal: AbortSignal) => unknown
    send({ id, answer: await ask(asks, signal) } as Response)
  } catch (error) {
    if (signal.aborted) return
    // What would tell it in words may be out of reach too.
    const refusal = await desk.refusalOf(error).catch(() => undefined)
    send(refusal ? { id, refusal } : { id, fault: error instanceof Error ? error.message : String(error) })
  }
}

function send(response: Response): void {
  self.postMessage(response)
}
