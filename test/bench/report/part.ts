/** A table with a heading row; numbers are formatted already. */
export interface Table {
  heading: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A line of a plot. */
export interface Series {
  name: string
  points: readonly (readonly [x: number, y: number])[]
}

export interface Plot {
  /** Name of the SVG file, without its ending. */
  file: string
  title: string
  x: string
  y: string
  /** Both axes logarithmic, so that a power of x is a straight line. */
  log?: boolean
  /** Bars by name instead of lines over numbers. */
  bars?: readonly { name: string; value: number }[]
  series?: readonly Series[]
}

/** What a part of the benchmark found, ready to be shown; `data` holds the bare numbers. */
export interface PartReport {
  title: string
  /** What was measured and how, and what follows; one paragraph each. */
  text: readonly string[]
  tables: readonly { title: string; table: Table }[]
  plots: readonly Plot[]
  data: unknown
}

/** Three significant digits. */
export function short(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}

/** `1.23 ×` */
export function times(ratio: number): string {
  return `${short(ratio)} ×`
}
