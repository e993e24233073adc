import type { Counts, Mark } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'

/** The heads of columns that count marks. */
export function MarkHeads({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark) => (
        <th key={mark} scope="col" class="number">
          <MarkSign mark={mark} />
        </th>
      ))}
    </>
  )
}

interface Shown {
  marks: readonly Mark[]
  counts: Counts | undefined
  /** Where a number leads; undefined where it leads nowhere. */
  to: ((mark: Mark) => string) | undefined
  /** Whether there is another way there for those who use the keyboard. */
  isAside?: boolean
}

/** How often there is each mark, in columns; each number leads to what it counts. */
export function MarkCells({ marks, counts, to, isAside = false }: Shown) {
  return (
    <>
      {marks.map((mark) => {
        const count = counts?.[mark]
        return (
          <td key={mark} class={`number ${mark}`}>
            {count && to ? (
              <a href={to(mark)} {...(isAside && { tabIndex: -1 })}>
                {count}
              </a>
            ) : (
              count
            )}
          </td>
        )
      })}
    </>
  )
}
