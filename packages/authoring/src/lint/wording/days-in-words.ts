/** A day in Chinese prose; the last of a month or a year where that is what it says. */
export interface WrittenDay {
  words: string
  /** `YYYY-MM-DD` */
  value: string
  /** Where the words end. */
  to: number
}

/** 2018年12月底, 2019年年底, 2018年底, 2018年6月15日. */
const DAY = /(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日|年?底)/g

export function daysIn(text: string): WrittenDay[] {
  return [...text.matchAll(DAY)].map(({ 0: words, index, groups = {} }) => {
    const { year, month = '12', day } = groups
    const last = day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
    const value = `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`
    return { words, value, to: index + words.length }
  })
}
