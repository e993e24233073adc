/** No ledger is of a day before. Whoever types 2026 has typed the year 202 on the way. */
const FIRST = '1900-01-01'

/** A field for a day. It is told once it is whole: while a year is being typed, the browser gives those of its first digits. */
export function DayInput({
  day,
  isRequired,
  isLocked,
  onDay,
}: {
  day: string
  isRequired?: boolean
  isLocked?: boolean
  onDay: (day: string) => void
}) {
  return (
    <input
      type="date"
      value={day}
      min={FIRST}
      required={isRequired}
      disabled={isLocked}
      onChange={({ currentTarget: { value } }) => {
        if (value !== day && (value === '' || value >= FIRST)) onDay(value)
      }}
    />
  )
}
