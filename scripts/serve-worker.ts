import { dirname, join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'

export interface ServedWorker {
  /** The folder of wrangler.jsonc. */
  root: string
  /** The bundled script. */
  script: string
  /** The folder of the database, as `--persist-to` of wrangler. */
  state: string
  port: number
  /** They replace those of wrangler.jsonc. */
  variables: Readonly<Record<string, string>>
}

/**
 * Serves the Worker to this machine. Not by `wrangler dev`, which opens doors that no token guards: a console for the
 * database and triggers of handlers under /cdn-cgi/, and a debugger.
 *
 * @returns What stops it; when it is done, the ports are closed.
 */
export async function serveWorker({
  root,
  script,
  state,
  port,
  variables,
}: ServedWorker): Promise<() => Promise<void>> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.jsonc'))
  const { modulesRules: _, bindings, ...options } = workerOptions
  const server = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      cf: false, // would be fetched from the internet
      log: new Log(LogLevel.ERROR),
      logRequests: false,
      resourcePersistencePath: join(state, 'v3'), // where wrangler keeps it
      ...options,
      bindings: { ...(bindings as object), ...variables },
      modules: true,
      modulesRoot: dirname(script),
      scriptPath: script,
    }),
  )
  await server.ready
  return () => server.dispose()
}
