import { watch } from 'node:fs'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { tell } from '../tell.ts'

/** Editors write a file in several steps. */
const SETTLE_MS = 100

/**
 * Runs something now and whenever a file below the folders that it names changes, until Ctrl-C. What it refuses is told
 * and does not end the watch.
 */
export async function watching(context: Context, run: () => Promise<readonly string[]>): Promise<void> {
  const { out, texts, process } = context
  const attempt = async (): Promise<readonly string[]> => {
    if (out.isTerminal) await out.write('\u001B[2J\u001B[H')
    try {
      return await run()
    } catch (error) {
      await tell(context, error)
      return []
    }
  }
  const wait = async () => {
    if (out.isTerminal) await out.line(out.paint('dim', texts.watching))
  }
  const folders = await attempt()
  if (folders.length === 0) return
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const again = async () => {
    await attempt()
    await wait()
  }
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => (running = running.then(again)), SETTLE_MS)
    }),
  )
  const ended = Promise.withResolvers<void>()
  process.once('SIGINT', ended.resolve)
  process.once('SIGTERM', ended.resolve)
  await wait()
  await ended.promise
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  await running
  context.exitCode = EXIT.ok
}
