import type { Context } from 'hono'
import { MAX_BODY_BYTES, MAX_BODY_SECONDS } from '../limits/body-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'
import { received } from './received.ts'

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Reads the body of a request whose caller is known and goes on with it. Refuses a body that is too large, one for which
 * there is no room beside those of other requests until they are answered, and one that does not come to its end.
 */
export async function withBody(c: Context<AppEnv>, goOn: (body: Bytes) => Promise<void>): Promise<void> {
  const room = c.get('bodyRoom')
  const { rateKey } = c.get('caller')
  let taken = 0
  const take = (bytes: number) => {
    if (!room.take(rateKey, bytes)) throw overloaded()
    taken += bytes
  }
  try {
    await goOn(await received(inTime(c, read(c, take))))
  } finally {
    room.giveBack(rateKey, taken)
  }
}

/** A body of known length is not opened: an opened body is read as a stream, which costs as much as parsing it. */
async function read(c: Context<AppEnv>, take: (bytes: number) => void): Promise<Bytes> {
  const length = c.req.header('content-length')
  const { body } = c.req.raw
  if (length === undefined || c.req.header('transfer-encoding') !== undefined)
    return body ? readStream(body, take) : new Uint8Array()
  if (Number(length) > MAX_BODY_BYTES) throw new ProblemError('body-too-large')
  take(Number(length))
  return new Uint8Array(await c.req.arrayBuffer())
}

async function readStream(body: ReadableStream<Uint8Array>, take: (bytes: number) => void): Promise<Bytes> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.byteLength
    if (length > MAX_BODY_BYTES) throw new ProblemError('body-too-large')
    take(part.byteLength)
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** What is being read, while it does not take too long: the room that it has is wanted by others. */
async function inTime<T>(c: Context<AppEnv>, reading: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => {
    reject(new ProblemError('incomplete-body'))
    c.req.raw.body?.cancel().catch(() => {})
  }, MAX_BODY_SECONDS * 1000)
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

function overloaded(): ProblemError {
  return new ProblemError('overloaded', [], { headers: { 'retry-after': '2' } })
}
