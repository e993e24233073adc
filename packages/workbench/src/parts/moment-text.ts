/** A moment as the clock on this machine shows it: 2027-01-05 09:30. */
export function momentText(moment: string | number): string {
  const date = new Date(moment)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
