import * as echarts from 'echarts'
import type { Plot } from './part.ts'

const WIDTH = 760
const HEIGHT = 420

/** A plot as SVG text, drawn without a browser. */
export function drawPlot(plot: Plot): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT })
  chart.setOption({
    animation: false,
    backgroundColor: '#fff',
    title: { text: plot.title, left: 'center', textStyle: { fontSize: 15 } },
    ...(plot.bars ? barsOf(plot, plot.bars) : linesOf(plot)),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return `${svg}\n`
}

function linesOf({ x, y, log = false, series = [] }: Plot): object {
  const axis = { type: log ? 'log' : 'value', nameLocation: 'middle' }
  return {
    legend: { bottom: 0 },
    grid: { left: 80, right: 30, top: 50, bottom: 85 },
    xAxis: { ...axis, name: x, nameGap: 28 },
    yAxis: { ...axis, name: y, nameGap: 55, min: log ? undefined : 0 },
    series: series.map(({ name, points }) => ({ type: 'line', name, data: points, symbolSize: 6 })),
  }
}

function barsOf({ x }: Plot, bars: readonly { name: string; value: number }[]): object {
  const upwards = bars.toReversed()
  return {
    grid: { left: 300, right: 60, top: 50, bottom: 50 },
    xAxis: { type: 'log', name: x, nameLocation: 'middle', nameGap: 28 },
    yAxis: { type: 'category', data: upwards.map(({ name }) => name), axisLabel: { width: 280, overflow: 'truncate' } },
    series: [
      {
        type: 'bar',
        data: upwards.map(({ value }) => Number(value.toPrecision(3))),
        label: { show: true, position: 'right' },
      },
    ],
  }
}
