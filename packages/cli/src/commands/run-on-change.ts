import { watch } from 'node:fs'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { reportError } from '../report-error.ts'

/** Editors write a file in several steps. */
const SETTLE_MS = 100

/**
 * Runs a command now and whenever a file in the folders that it returns changes, until Ctrl-C. An error is reported and
 * the watch goes on.
 */
export async function runOnChange(context: Context, run: () => Promise<readonly string[]>): Promise<void> {
  const { out, texts, process } = context
  const runOnce = async (): Promise<readonly string[]> => {
    if (out.isTerminal) await out.write('\u001B[2J\u001B[H')
    try {
      return await run()
    } catch (error) {
      await reportError(context, error)
      return []
    }
  }
  const showWaiting = async () => {
    if (out.isTerminal) await out.line(out.paint('dim', texts.watching))
  }
  const folders = await runOnce()
  if (folders.length === 0) return
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const rerun = async () => {
    await runOnce()
    await showWaiting()
  }
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => (running = running.then(rerun)), SETTLE_MS)
    }),
  )
  const stopped = Promise.withResolvers<void>()
  process.once('SIGINT', stopped.resolve)
  process.once('SIGTERM', stopped.resolve)
  await showWaiting()
  await stopped.promise
  clearTimeout(timer)
  for (const watcher of watchers) watcher.close()
  await running
  context.exitCode = EXIT.ok
}
