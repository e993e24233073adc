import type { Text } from '@tiaoli/engine'

const WHY: Text = {
  zh: '格式较旧、设有密码、过大或已损坏。请用 Word 或 WPS 文字打开，另存为 .docx',
  en: 'it is in an older format, protected, too large or damaged. Open it in Word or WPS and save it as .docx',
}

/** What is no Word file as it is needed, why that may be, what to do, and what else would do. */
export function noWordFile(needed: Text, orElse: Text = { zh: '', en: '' }): Text {
  return { zh: `这不是${needed.zh}：${WHY.zh}${orElse.zh}。`, en: `This is not ${needed.en}: ${WHY.en}${orElse.en}.` }
}
