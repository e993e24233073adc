import type { WorkbookNotice } from '../workbook.ts'

/** What is said of each thing in a file that is left out. */
export const NOTICE_TEXTS = {
  'macros-ignored': {
    zh: '文件含有宏。宏没有运行，只读取了单元格。',
    en: 'The file holds macros. None was run; only the cells were read.',
  },
  'external-links-ignored': {
    zh: '文件引用了其他文件。没有打开这些文件，单元格的值是上次保存时的值。',
    en: 'The file refers to other files. These were not opened: cells have the values of when the file was saved.',
  },
  'text-box-ignored': {
    zh: '这张工作表有文本框，其中的文字没有读，只读取了单元格。有关情况请写在单元格内。',
    en: 'There is a text box on this sheet. Its words are not read, only the cells are: write in cells what matters.',
  },
  'page-header-ignored': {
    zh: '这张工作表的页眉或页脚有文字，没有读，只读取了单元格。有关情况请写在单元格内。',
    en: 'The header or footer of the pages of this sheet has words. They are not read, only the cells are: write in cells what matters.',
  },
} as const satisfies Readonly<Record<WorkbookNotice['code'], WorkbookNotice['text']>>

export function noticeOf(code: WorkbookNotice['code'], sheet?: string): WorkbookNotice {
  return { code, ...(sheet === undefined ? {} : { sheet }), text: NOTICE_TEXTS[code] }
}
