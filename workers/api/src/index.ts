/**
 * The Cloudflare Worker.
 * @module
 */
import type { Context } from 'hono'
import { createApp } from './app.ts'
import { sendCheckpoint } from './audit/send-checkpoint.ts'
import type { AppEnv } from './http/app-env.ts'
import { CloudflarePlatform } from './platform/cloudflare-platform.ts'

const platform = new CloudflarePlatform()
const app = createApp((c: Context<AppEnv>) => platform.ports(c.env as Env, c.executionCtx as ExecutionContext))

export default {
  fetch: app.fetch,
  /** Sends what could not be sent when it was written. */
  async scheduled(_, env, context) {
    const ports = platform.ports(env, context)
    const { sql, checkpointPlace: place } = ports
    if (place && !(await sendCheckpoint(sql, place))) ports.log({ event: 'checkpoint-not-kept' })
  },
} satisfies ExportedHandler<Env>
