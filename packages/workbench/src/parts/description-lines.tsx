import type { Line } from '@tiaoli/authoring'

/** Sentences of the rules in words, with those below them. */
export function DescriptionLines({ lines }: { lines: readonly Line[] }) {
  return (
    <ul>
      {lines.map(({ text, below }, i) => (
        <li key={i}>
          {text}
          {below.length > 0 && <DescriptionLines lines={below} />}
        </li>
      ))}
    </ul>
  )
}
