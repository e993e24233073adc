/**
 * The Cloudflare Worker.
 * @module
 */
import type { Context } from 'hono'
import { createApp } from './app.ts'
import type { AppEnv } from './http/app-env.ts'
import { CloudflarePlatform } from './platform/cloudflare-platform.ts'

const platform = new CloudflarePlatform()

export default createApp((c: Context<AppEnv>) => platform.ports(c.env as Env, c.executionCtx as ExecutionContext))
