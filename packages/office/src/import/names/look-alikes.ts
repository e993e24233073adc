/** Letters that are taken for each other when names are written. */
const LOOK_ALIKES =
  '己已巳 未末 土士 日曰 人入 千干 天夭 治冶 候侯 辨辩辫 赢嬴羸 崇祟 折拆 亨享 刺剌 戊戌戍 毫豪 徒徙 住往 圆园 帐账 暖暧 博搏 拨拔 宜宣 王玉 吴昊 凤风 仓仑'

const LIKE = new Map(
  LOOK_ALIKES.split(' ').flatMap((letters) =>
    Array.from(letters).map((letter): [string, string] => [letter, letters[0]!]),
  ),
)

/** A text in which of letters that look alike one stands for all. */
export function withoutLookAlikes(text: string): string {
  return Array.from(text, (letter) => LIKE.get(letter) ?? letter).join('')
}
