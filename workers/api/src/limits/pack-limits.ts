/** Bytes of one file, of all files that are compiled, and of all files with cases and samples; number of files. */
export const PACK_LIMITS = {
  fileBytes: 1024 * 1024,
  ruleBytes: 1024 * 1024,
  packBytes: 4 * 1024 * 1024,
  files: 200,
} as const
