import { dateKey } from './number-text.ts'
import { dateIn, type DateOrder } from './read-date.ts'

/** From when, and to when; `to` is null for one that goes on, and undefined where nothing is said of its end. */
export interface Period {
  readonly from: string
  readonly to: string | null | undefined
}

const BETWEEN = /[-‐‑‒–—―─~至到]+/g
const GOES_ON = /^(?:今|现在|目前|present|now)$/i

/** A date, or two with a stroke or 至 between them, of which the second is not before the first; undefined for anything else. */
export function readPeriod(written: string, order?: DateOrder): Period | undefined {
  const text = dateKey(written)
    ?.replace(/^[自从]/, '')
    .replace(/止$/, '')
  if (text === undefined) return undefined
  const begun = dateIn(text.replace(/起$/, ''), order)?.value
  if (begun !== undefined) return { from: begun, to: undefined }
  const found = [...text.matchAll(BETWEEN)].flatMap(({ 0: between, index }) => {
    const from = dateIn(text.slice(0, index).replace(/起$/, ''), order)?.value
    const end = text.slice(index + between.length)
    const to = GOES_ON.test(end) ? null : dateIn(end, order)?.value
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  const [period, ...others] = found
  if (!period || others.length > 0) return undefined
  return period.to !== null && isBefore(period.to, period.from) ? undefined : period
}

/** A year may be after a month in it. */
function isBefore(one: string, other: string): boolean {
  return one < other && !other.startsWith(one)
}
