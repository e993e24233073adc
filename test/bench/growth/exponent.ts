/** The slope of the regression of log y on log x, over the upper half of the points. */
export function exponentOf(points: readonly (readonly [x: number, y: number])[]): number {
  const upper = points.slice(Math.floor(points.length / 2) - 1).map(([x, y]) => [Math.log(x), Math.log(y)] as const)
  const mean = (place: 0 | 1) => upper.reduce((sum, point) => sum + point[place], 0) / upper.length
  const [x, y] = [mean(0), mean(1)]
  const covariance = upper.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  const variance = upper.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
  return covariance / variance
}
