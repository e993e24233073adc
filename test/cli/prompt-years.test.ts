import { describe, expect, it } from 'vitest'
import type { NextQuestion } from '@tiaoli/engine/plan'
import { promptQuestion, type Prompts } from '../../packages/cli/src/prompts/prompt-question.ts'
import { zh } from '../../packages/cli/src/texts/zh.ts'

const none = { zh: '该年度各项工作均未开展', en: 'nothing was done in that year' }

/** Answers what is prompted, one after the other: a text, the place of a choice, or whether it is sure. */
async function answered(answer: object, ...replies: (string | number | boolean)[]) {
  const said: string[] = []
  const next = (message: string): unknown => {
    said.push(message)
    if (replies.length === 0) throw new Error(`nobody answers ${message}`)
    return replies.shift()
  }
  const prompts: unknown = {
    text: async ({
      placeholder,
      validate,
    }: {
      placeholder: string
      validate: (typed: string) => string | undefined
    }) => {
      const typed = next(placeholder) as string
      const wrong = validate(typed)
      if (wrong !== undefined) throw new Error(wrong)
      return typed
    },
    select: async ({ options }: { options: { value: unknown; label: string }[] }) =>
      options[next(options.map(({ label }) => label).join('｜')) as number]!.value,
    confirm: async ({ message }: { message: string }) => next(message),
  }
  const question = { fact: 'year', answer: { kind: 'records', scope: 'year', ...answer } } as unknown as NextQuestion
  const context = { texts: zh, language: 'zh' } as Parameters<typeof promptQuestion>[0]
  const { signal } = new AbortController()
  const value = await promptQuestion(context, question, '年度', signal, prompts as Prompts)
  return { value, said, left: replies.length }
}

describe('a list of years that is not given', () => {
  const form = { keyed: true, none }

  it('is not denied as a whole: the sign for nothing is refused, and the prompt asks for years', async () => {
    await expect(answered(form, '-')).rejects.toThrow(zh.ask.notFitting)
  })

  it.each([
    ['2019 2020', 1, { value: { 2019: {}, 2020: {} } }],
    ['2019，2020', 0, 'skip'],
  ])('has records of the years that are named: %s', async (typed, choice, value) => {
    expect((await answered(form, typed, choice)).value).toEqual(value)
  })

  it.each([
    [true, { value: { 2019: null } }],
    [false, 'skip'],
  ])('has nothing of the years that are named, once that is confirmed: %s', async (isSure, value) => {
    const { said, ...rest } = await answered(form, '2019', 2, isSure)
    expect(rest).toEqual({ value, left: 0 })
    expect(said.at(-1)).toBe('确认 2019 年没有可填的：该年度各项工作均未开展')
  })

  it('without a word for nothing is only asked for its years', async () => {
    expect((await answered({ keyed: true }, '2019')).value).toEqual({ value: { 2019: {} } })
  })
})

describe('the record of one year', () => {
  it.each([
    [[1], { value: {} }],
    [[2, true], { value: null }],
    [[2, false], 'skip'],
    [[0], 'skip'],
  ])('is there, or not once that is confirmed: %j', async (replies, value) => {
    expect(await answered({ year: 2019, none }, ...replies)).toMatchObject({ value, left: 0 })
  })
})
