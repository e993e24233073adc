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
  let folders: readonly string[] = []
  const again = async () => {
    if (out.isTerminal) await out.write('\u001B[2J\u001B[H')
    try {
      folders = await run()
    } catch (error) {
      await tell(context, error)
    }
    if (out.isTerminal) await out.line(out.paint('dim', texts.watching))
  }
  await again()
  if (folders.length === 0) return
  const ended = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => (running = running.then(again)), SETTLE_MS)
    }),
  )
  process.once('SIGINT', ended.resolve)
  process.once('SIGTERM', ended.resolve)
  await ended.promise
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  await running
  context.exitCode = EXIT.ok
}
