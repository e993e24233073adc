import { addressOf } from '../address.ts'

interface Shown {
  name: string
  /** What the address calls its row; none where it has none. */
  row: string | undefined
  /** The requirement to whose findings it leads; none for all. */
  requirement?: string
}

/** A record that something concerns, leading to its findings. */
export function Whom({ name, row, requirement }: Shown) {
  return row === undefined ? <span>{name}</span> : <a href={addressOf('results', { row, requirement })}>{name}</a>
}
