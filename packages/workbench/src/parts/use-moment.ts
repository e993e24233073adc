import { useWords } from '../state/use-work.ts'

/** Says a moment as the clock on this machine shows it: 2027年1月5日 09:30. */
export function useMoment(): (moment: string | number) => string {
  const { day } = useWords()
  return (moment) => {
    const date = new Date(moment)
    const two = (number: number) => String(number).padStart(2, '0')
    const ofYear = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
    return `${day(ofYear)} ${two(date.getHours())}:${two(date.getMinutes())}`
  }
}
