/**
 * Fonts by the names that official papers use (GB/T 9704). None is shipped: where one is missing, programs take the
 * other one that is named beside it.
 */
export const FONTS = {
  title: { name: '方正小标宋简体', otherwise: '华文中宋' },
  heading: { name: '黑体', otherwise: 'SimHei' },
  body: { name: '仿宋_GB2312', otherwise: '仿宋' },
  table: { name: '宋体', otherwise: 'SimSun' },
} as const

/** What Latin letters and digits are written in. */
export const LATIN_FONT = 'Times New Roman'

/** Whether a text needs one of the Chinese fonts. */
export function isChineseText(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
