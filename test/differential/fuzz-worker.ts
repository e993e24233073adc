import { parentPort } from 'node:worker_threads'
import type { Outcome, RunOptions } from './property.ts'
import { PROPERTIES } from './properties.ts'

/** A property to try, as `fuzz.ts` hands it to a thread. */
export interface Task {
  name: string
  wanted: number
  options: RunOptions
}

/** What a thread says of it: how far it is, and at last how it went. */
export type News = { tried: number } | { outcome: Outcome }

const port = parentPort!
port.on('message', ({ name, wanted, options }: Task) => {
  const say = (news: News) => port.postMessage(news)
  const { run } = PROPERTIES.find((property) => property.name === name)!
  void run(wanted, { ...options, onProgress: (tried) => say({ tried }) }).then((outcome) => say({ outcome }))
})
