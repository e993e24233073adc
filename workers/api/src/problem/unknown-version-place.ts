import type { ProblemPlace } from './problem-error.ts'

/** The place of a version that the pack does not have. */
export function unknownVersionPlace(pack: string, pointer: string): ProblemPlace {
  return {
    pointer,
    code: 'unknown-version',
    detail: {
      zh: `没有这个版本。现有的版本见 /v1/packs/${pack}/versions。`,
      en: `Unknown version. All versions are listed at /v1/packs/${pack}/versions.`,
    },
  }
}
