import type { ProblemPlace } from './problem-error.ts'

/** The place of a file name that no pack can have. */
export function unknownFilePlace(pointer: string): ProblemPlace {
  return {
    pointer,
    code: 'unknown-file',
    detail: { zh: '规则包中不能有这个文件名。', en: 'A pack cannot contain a file of this name.' },
  }
}
