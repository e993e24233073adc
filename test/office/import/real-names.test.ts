import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPerson } from '../../../packages/office/src/person/read-person.ts'
import { plan } from './imported.ts'

/** The hundred most common surnames. */
const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于余叶蒋杜苏魏程吕丁沈任姚' +
    '卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔',
)
const GIVEN = (
  '伟 芳 娜 敏 静 强 磊 洋 军 勇 杰 娟 艳 涛 明 超 霞 刚 辉 鹏 飞 玲 华 波 斌 莉 丹 俊 宁 健 力 鑫 中 前 年 章 法 书 立 ' +
  '满 长 镇 会 师 月 日 则 文 用 收 存 照 线 边 年 上 之 村 乡 约 格 证 季 限 率 信 和 平 时 ' +
  '秀英 桂兰 建华 建国 志强 海燕 春梅 晓东 文杰 浩然 子涵 梓轩 雨欣 宇轩 思远 中华 中平 时雨 年丰 章华 法明 律成 书香 立新 ' +
  '长江 长城 会明 家伟 任重 任远 明理 安定 安全 有为 有余 常青 成立 成全 继先 继承 选民 公平 公正 定邦 建党 党生 支前 ' +
  '卫国 国庆 解放 援朝 胜利 和平 新华 法生 正法 保全 其昌 人杰 人和 学中 德中 建中 执中 允中 守中 致中 一中 中一 中天 ' +
  '员外 兼善 聘卿 组缃 市民 拟古 有限 有期 无忌 无畏 代代 代明 退之 停云 辞修 计划 章程 关山 单行'
).split(' ')

/** What these make is a word as a whole. */
const WORDS = '马上 何时 高中 任满 任上'.split(' ')

test('real names are those of persons, whatever words their letters are in', () => {
  const { names } = plan.imports.get('party-building-forms')!
  const name = fc
    .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN))
    .map(([surname, given]) => surname + given)
    .filter((whole) => !WORDS.includes(whole))
  fc.assert(
    fc.property(name, (whole) => {
      expect(readPerson(whole, ['支部书记'], { words: names! })).toEqual({ name: whole })
    }),
    { numRuns: 4_000 },
  )
})

test.each([...WORDS, '路线', '盖章', '方案', '全面', '单设', '党费', '占比', '江西', '山东省', '班子', '党办'])(
  'and %s is none',
  (word) => {
    const { names } = plan.imports.get('party-building-forms')!
    expect(readPerson(word, ['支部书记'], { words: names! })).toEqual({ fault: 'no-person' })
  },
)
