import { DEFAULT_LIMITS, MEBI } from '@tiaoli/engine/plan'

/**
 * Bytes of one file, of all files that are compiled, and of all files with cases and samples; number of files. A text has
 * no more characters than bytes, so a file that is taken is never too long for the engine, whose limits also bound its
 * depth and entries: `packages/engine/src/pack/limits.ts`.
 */
export const PACK_LIMITS = {
  fileBytes: Math.min(MEBI, DEFAULT_LIMITS.fileCharacters),
  ruleBytes: 2 * MEBI,
  packBytes: 4 * MEBI,
  files: 200,
} as const
