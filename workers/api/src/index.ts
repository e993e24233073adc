/**
 * The Cloudflare Worker.
 * @module
 */
import type { Context } from 'hono'
import { createApp } from './app.ts'
import { cloudflarePorts } from './platform/cloudflare-ports.ts'
import type { AppEnv } from './platform/ports.ts'

export default createApp((c: Context<AppEnv>) => cloudflarePorts(c.env as Env, c.executionCtx as ExecutionContext))
