import { amend, type Dossier } from '@tiaoli/authoring'
import { compiledPack, readPack } from '../../load-packs.ts'

export const GANZHOU = 'ganzhou-2018-32'

/** What a notice of 2027 does to the document of Ganzhou. */
export function noticeOf2027(...lines: string[]): Dossier {
  return amend(readPack(GANZHOU), compiledPack(GANZHOU), {
    id: 'notice',
    from: '2027-01-01',
    reading: 'notice',
    text: lines.join('\n'),
  })
}
