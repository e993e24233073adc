import type { Block } from './dossier-block.ts'
import type { Run } from './marked-words.ts'

const PREFIXES: Record<Block['kind'], string> = { title: '# ', heading: '## ', paragraph: '', item: '- ' }

/** A dossier in Markdown: ~~removed~~ and **added** words. */
export function dossierMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(({ kind, runs }, i) => {
      const isFollowing = kind === 'item' && blocks[i - 1]?.kind === 'item'
      return `${i === 0 || isFollowing ? '' : '\n'}${PREFIXES[kind]}${runs.map(inMarkdown).join('')}\n`
    })
    .join('')
}

function inMarkdown({ text, mark }: Run): string {
  const words = text.replaceAll('\n', ' ').replaceAll(/[\\`*_~<>[\]]/g, String.raw`\$&`)
  if (mark === 'added') return `**${words}**`
  return mark === 'removed' ? `~~${words}~~` : words
}
