import { MEBI } from '@tiaoli/engine/plan'

/** Bytes of one file, of all files that are compiled, and of all files with cases and samples; number of files. */
export const PACK_LIMITS = {
  fileBytes: MEBI,
  ruleBytes: MEBI,
  packBytes: 4 * MEBI,
  files: 200,
} as const
