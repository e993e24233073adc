import { describe, expect, it } from 'vitest'
import { quotedNumbers } from '../../../packages/authoring/src/lint/wording/quoted-bounds.ts'

const boundsIn = (quote: string) => quotedNumbers(quote).map(({ words, value, side }) => [words, value, side])

describe('the bounds of a quote', () => {
  it.each<[string, string[][]]>([
    ['正式党员三人以上', [['三人以上', '3', 'above']]],
    [
      '三人以上五人以下',
      [
        ['三人以上', '3', 'above'],
        ['五人以下', '5', 'below'],
      ],
    ],
    [
      '超过1万元至10万元的部分，按照2.5%交纳',
      [
        ['超过1万元', '1000000', 'below'],
        ['10万元', '10000000', 'below'],
      ],
    ],
    ['业务总收入不足1000元的', [['不足1000元', '100000', 'above']]],
    ['超过100亿元', [['超过100亿元', '1000000000000', 'below']]],
    ['不超过人民币五十万元', [['不超过人民币五十万元', '50000000', 'below']]],
    [
      '处三万以上五万元以下罚款',
      [
        ['三万以上', '3000000', 'above'],
        ['五万元以下', '5000000', 'below'],
      ],
    ],
    [
      '满三年不满五年',
      [
        ['满三年', '3', 'above'],
        ['不满五年', '5', 'above'],
      ],
    ],
    ['年满18周岁', [['满18周岁', '18', 'above']]],
    ['不得少于十五个工作日', [['少于十五个工作日', '15', 'above']]],
    ['不得超过百分之三十', [['超过百分之三十', '30%', 'below']]],
    ['占比80%以上', [['80%以上', '80%', 'above']]],
    ['50人（含50人）以上', [['50人（含50人）以上', '50', 'above']]],
    ['50人以上（不含50人）', [['50人以上（不含50人）', '50', 'below']]],
    ['一百零五户以内', [['一百零五户以内', '105', 'below']]],
    ['至少两名', [['至少两名', '2', 'above']]],
    ['超过50的', [['超过50', '50', 'below']]],
    ['三分之二以上同意', []],
    ['不满一般要求，超过一定数量，至少一次性缴清，满足三个条件', []],
    ['2018年第三十二号第五条', []],
    ['圆满完成', []],
  ])('%s', (quote, bounds) => {
    expect(boundsIn(quote)).toEqual(bounds)
  })

  it('are also known in other units', () => {
    expect(quotedNumbers('1.5万元以上')[0]).toMatchObject({ value: '1500000', alike: ['15000', '1.5'] })
    expect(quotedNumbers('满三年')[0]).toMatchObject({ value: '3', alike: ['36'] })
    expect(quotedNumbers('两周以内')[0]).toMatchObject({ value: '2', alike: ['14'] })
  })
})
