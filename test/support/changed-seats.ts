import { words, type ToyParts } from './toy-pack.ts'

/** A notice that raises the fewest seats from 3, by what is cited, to 5 in 2026. */
export function changedSeats(by: object): ToyParts {
  return {
    documents: {
      notice: {
        document: { title: words('关于提高座位标准的通知', 'Notice on seats') },
        clauses: [
          { id: 'n1', place: words('第一条', 'Article 1'), text: words('座位不少于5个。', 'Five seats at least.') },
        ],
      },
    },
    parameters: {
      fewestSeats: {
        label: words('座位数下限', 'fewest seats'),
        type: 'integer',
        unit: words('个', 'seats'),
        question: words('几个？', 'How many?'),
        values: [
          { value: 3, to: '2026-01-01', ...by },
          { value: 5, from: '2026-01-01', clauses: ['notice/n1'] },
        ],
      },
    },
  }
}

/** What a requirement asks that goes by that number. */
export const ENOUGH_SEATS = {
  fact: 'kitchen.seats',
  operator: 'greaterThanInclusive',
  value: { fact: 'parameters.fewestSeats' },
}
