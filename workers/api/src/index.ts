/**
 * The Cloudflare Worker.
 * @module
 */
import type { Context } from 'hono'
import { createApp } from './app.ts'
import { cloudflarePorts } from './cloudflare.ts'
import type { AppEnv } from './env.ts'

export default createApp((c: Context<AppEnv>) => cloudflarePorts(c.env as Env, c.executionCtx as ExecutionContext))
