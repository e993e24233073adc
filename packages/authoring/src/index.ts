/**
 * Tools for people who write rule packs. Pure functions on packs; no files, no clock.
 * @module
 */
export { encodingOf, type Citer, type ClauseEncoding, type Way } from './encoding/encoding-of.ts'
export {
  lintPack,
  LINTS,
  type LintCode,
  type LintFinding,
  type LintOptions,
  type LintReport,
} from './lint/lint-pack.ts'
export type { Progress } from './progress.ts'
