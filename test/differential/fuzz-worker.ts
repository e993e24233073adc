import { parentPort, workerData } from 'node:worker_threads'
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

const { name, wanted, options } = workerData as Task
const say = (news: News) => parentPort!.postMessage(news, [])
const { run } = PROPERTIES.find((property) => property.name === name)!
say({ outcome: await run(wanted, { ...options, onProgress: (tried) => say({ tried }) }) })
