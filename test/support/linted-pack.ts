import { initPack } from '@tiaoli/authoring'

/** A pack that loads with lints of several kinds, one of which compares its clauses with the document. */
export function lintedPack(): { files: Record<string, string>; document: string } {
  const files = { ...initPack({ id: 'linted' }) }
  const facts = JSON.parse(files['facts.json']!) as { given: object }
  const given = { ...facts.given, 'firm.rooms': { type: 'integer', label: { zh: '房间数', en: 'rooms' } } }
  return {
    files: {
      ...files,
      'facts.json': JSON.stringify({ ...facts, given }),
      'lint.json': JSON.stringify({ off: [{ code: 'full-stop', at: 'a1', reason: { zh: '无', en: 'none' } }] }),
    },
    document: '律师事务所应当报告。',
  }
}
