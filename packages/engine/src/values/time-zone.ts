const MILLISECONDS_PER_DAY = 86_400_000
const MILLISECONDS_PER_SECOND = 1000
const OFFSET = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/

/** Making a formatter takes a thousand times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Days since 1970-01-01 of the calendar day on which a moment (milliseconds since 1970) falls in an IANA time zone. */
export function dayInZone(moment: number, timeZone: string): number {
  return Math.floor((moment + offsetOf(moment, timeZone)) / MILLISECONDS_PER_DAY)
}

/** Whether the runtime knows an IANA time zone of that name. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** Milliseconds to add to universal time. Summer time and local mean time make it differ from day to day. */
function offsetOf(moment: number, timeZone: string): number {
  const part = formatterOf(timeZone)
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = OFFSET.exec(part?.value ?? '') ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return (sign === '-' ? -offset : offset) * MILLISECONDS_PER_SECOND
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
