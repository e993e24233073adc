import { describe, expect, it, vi } from 'vitest'
import { writtenNumbers } from '../../../packages/authoring/src/lint/wording/written-numbers.ts'

const valuesIn = (text: string) => writtenNumbers(text).map(({ value }) => value)

describe('a number in a Chinese text', () => {
  it.each([
    ['50', '50'],
    ['1.5万', '15000'],
    ['1,000', '1000'],
    ['1，000，000', '1000000'],
    ['１０００', '1000'],
    ['3千', '3000'],
    ['2万亿', '2000000000000'],
    ['1亿2000万', '120000000'],
    ['2.50', '2.5'],
    ['2.5%', '2.5%'],
    ['80％', '80%'],
    ['零', '0'],
    ['两', '2'],
    ['十', '10'],
    ['十五', '15'],
    ['二十', '20'],
    ['五十三', '53'],
    ['一百零五', '105'],
    ['一百一十', '110'],
    ['一百五', '150'],
    ['一千零五十', '1050'],
    ['一万', '10000'],
    ['一万五', '15000'],
    ['一万五千', '15000'],
    ['一万零五十', '10050'],
    ['两亿三千万', '230000000'],
    ['三千万', '30000000'],
    ['贰拾万', '200000'],
    ['二〇一八', '2018'],
    ['百分之五十', '50%'],
    ['百分之二点', '2%'],
    ['千分之五', '0.5%'],
    ['万分之三', '0.03%'],
    ['十分之一', '10%'],
    ['二分之一', '50%'],
    ['四分之三', '75%'],
    ['三分之二', '2/3'],
    ['六分之四', '2/3'],
    ['3分之1', '1/3'],
  ])('%s is %s', (text, value) => {
    expect(valuesIn(text)).toEqual([value])
    expect(valuesIn(`共${text}。`)).toEqual([value])
  })

  it('has its place, and several have theirs', () => {
    expect(writtenNumbers('超过1万元至10万元的部分，按2.5%')).toEqual([
      { from: 2, to: 4, value: '10000' },
      { from: 6, to: 9, value: '100000' },
      { from: 15, to: 19, value: '2.5%' },
    ])
    expect(valuesIn('三人以上五人以下')).toEqual(['3', '5'])
    expect(valuesIn('第十五条第（二）项')).toEqual(['15', '2'])
  })

  it.each(['百姓', '千家万户', '亿', '分之', '无', '1234567890123456', '一'.repeat(40)])('is not in %s', (text) => {
    expect(valuesIn(text)).toEqual([])
  })

  it.each(['一', '1', '十', '1,', '百分之', '万', '一分之', '1万', '零', '1.', '，'])(
    'is found in no more steps than the text has signs: thousands of %s',
    (part) => {
      const [short, long] = [part.repeat(4000), part.repeat(40_000)].map(stepsOf)
      expect(short!).toBeGreaterThanOrEqual(part.length)
      expect(long!).toBeLessThan(short! * 11)
    },
  )
})

/** How often a sign is looked up. */
function stepsOf(text: string): number {
  const lookUp = vi.spyOn(Map.prototype, 'get')
  try {
    writtenNumbers(text)
    return lookUp.mock.calls.length
  } finally {
    lookUp.mockRestore()
  }
}
