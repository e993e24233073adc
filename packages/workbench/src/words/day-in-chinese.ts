/** 2027-01-05 as 2027年1月5日, and 2027-01 as 2027年1月; what is no day stays as it is. */
export function dayInChinese(day: string): string {
  return day.replace(/^(\d{4})-(\d{2})(?:-(\d{2}))?$/, (_, year: string, month: string, ofMonth?: string) =>
    [`${year}年`, `${Number(month)}月`, ofMonth === undefined ? '' : `${Number(ofMonth)}日`].join(''),
  )
}
