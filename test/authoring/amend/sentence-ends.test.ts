import { expect, it } from 'vitest'
import { alignText } from '../../../packages/authoring/src/amend/align-text.ts'
import { plainText, sentencesIn } from '../../../packages/authoring/src/amend/passages.ts'

function sentences(text: string): string[] {
  const plain = plainText(text)
  return sentencesIn(plain, { from: 0, to: plain.words.length }).map(({ from, to }) => plain.words.slice(from, to))
}

it.each([
  ['1. Kitchens are clean.', '2A. Cooks are trained.'],
  ['See S.O. 4 and No. 12 of 2027.', 'Then reg. 3 applies.'],
  ['Utensils, e.g. knives, are washed.', 'Others, i.e. spoons, etc. are not.'],
  ['The room is that of section 4.', 'Trays are washed within 14.', 'Is it so? “It is.”', 'They are.'],
  ['Signed by J. P. Cole for S.O. No. 4.', 'Kitchens are clean.'],
  ['It is option B.', 'The cook decides.'],
  ['一、厨房清洁。', '见No. 4号文件；', '厨师受训。'],
])('a sentence ends where its marks end it, and not behind a number or a word cut short: %s', (...expected) => {
  expect(sentences(expected.join(' '))).toEqual(
    expected.flatMap((sentence) => (sentence.includes('? ') ? sentence.split(/(?<=\?) /u) : [sentence])),
  )
})

it('a new text keeps its numbers with the sentences that they are of', () => {
  const { added } = alignText(
    ['Kitchens are clean.'],
    'Kitchens are clean.\n2. Cooks are trained. 3. Trays are washed.',
  )
  expect(added.map(({ text }) => text)).toEqual(['2. Cooks are trained.', '3. Trays are washed.'])
})
