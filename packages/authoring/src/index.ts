/**
 * Tools for people who write rule packs. Pure functions on packs; no files, no clock.
 * @module
 */
export type { Progress } from './progress.ts'
