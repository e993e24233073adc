/**
 * The Cloudflare Worker.
 * @module
 */
import { createApp } from './app.ts'

export default createApp()
