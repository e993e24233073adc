import { ProblemError } from '../problem/problem-error.ts'
import type { Files } from './pack-files.ts'

/** Throws a problem where the files are not those of the pack in whose name they come. */
export function refuseOtherPack(pack: string, files: Files): void {
  const text = files['pack.json']
  if (text === undefined)
    throw new ProblemError('invalid-request', [
      {
        pointer: '/files/pack.json',
        code: 'missing',
        detail: { zh: '新规则包须有 pack.json。', en: 'A new pack needs pack.json.' },
      },
    ])
  if (idOf(text) !== pack)
    throw new ProblemError('invalid-request', [
      {
        pointer: '/files/pack.json',
        code: 'other-pack',
        detail: {
          zh: 'pack.json 中的 id 须与地址中的规则包相同。',
          en: 'The id in pack.json must be that of the pack in the address.',
        },
      },
    ])
}

function idOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { id?: unknown } | null)?.id
  } catch {
    return undefined
  }
}
