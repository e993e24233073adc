import { looksPersonal } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'

describe('an identity number', () => {
  test.each([
    '11010519491231002X',
    '11010519491231002x',
    '身份证：11010519491231002X。',
    "'11010519491231002X",
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002X',
    '110105-19491231-002X',
    '110105491231002',
    '36070019720301XXXX',
    "'36070019881102****",
    '110105********002X',
    '1.10105194912310E+17',
    '110105194912310021',
    '110105194902310021',
    '360702199013450021',
    '990105194912310021',
    '110105491231003',
  ])('is seen in %s', (text) => {
    expect(looksPersonal(text)).toBe('identity-number')
  })

  test.each([
    ['of no province and no day', '990105194913310021'],
    ['of no century and no day', '360702123413450021'],
    ['that is longer', '110105194912310020000'],
    ['within a credit code of a firm', '31110105194912310X'],
    ['of an account', '6222021234567890123'],
  ])('is not seen in a number %s', (_, text) => {
    expect(looksPersonal(text)).toBeUndefined()
  })
})

describe('a mobile number', () => {
  test.each([
    '13907971234',
    '139 0797 1234',
    '139-0797-1234',
    '+8613907971234',
    '电话13907971234（陈）',
    '2014-09 13907971234',
    '1390797XXXX',
    '139****1234',
  ])('is seen in %s', (text) => {
    expect(looksPersonal(text)).toBe('mobile-number')
  })

  test.each([
    '12345678901',
    '139079712345',
    '2019-04-02',
    '12.6',
    '139****12345',
    '1390797XXXXX',
    '江西明远律师事务所',
    '',
    '11（含预备1）',
  ])('is not seen in %j', (text) => {
    expect(looksPersonal(text)).toBeUndefined()
  })
})

describe('a landline', () => {
  test.each([
    '0797-8123456',
    '0797－8123456',
    '（0797）8123456',
    '0797 8123456',
    '07978123456',
    '010-62345678',
    '张甲 0797-8123456',
    '0797-812 3456',
    '0797-8123456-802',
    '+86 797 8123456',
    '0797—8123456转802',
  ])('is seen in %s', (text) => {
    expect(looksPersonal(text)).toBe('telephone-number')
  })

  test.each([
    '8123456',
    '0.7978123456',
    '00797',
    '2019-0312-2345678',
    '2019-03-12 0312',
    '2018-12-05',
    '2018.12.5—2019.12.5',
    '赣州司〔2018〕0797号',
    '赣市办字〔2018〕32号',
    '1,200,500.00',
    '36500.0797',
    '0797',
    '03123',
    '31360000MD0123456X',
    '13607200810123456',
    '2010-05-02 00:00:00',
    '05-20 2018-03-04',
  ])('is not seen in %s', (text) => {
    expect(looksPersonal(text)).toBeUndefined()
  })
})
