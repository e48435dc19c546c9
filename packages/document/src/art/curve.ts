import { cosine, sine } from './turn.ts'

/** Numbers of a drawing in millimetres: three decimals are below what any printer shows. */
export function mm(...values: readonly number[]): string {
  return values
    .map((value) => {
      const rounded = Math.round(value * 1000) / 1000
      return Object.is(rounded, -0) ? '0' : String(rounded)
    })
    .join(' ')
}

/** A sine wave along x: `middle + height · sin(2π (x / period + phase))`. */
export interface Wave {
  readonly from: number
  readonly to: number
  readonly middle: number
  readonly height: number
  readonly period: number
  readonly phase: number
}

/** The wave as Bézier curves, four to a period. */
export function wavePath({ from, to, middle, height, period, phase }: Wave): string {
  const steps = Math.max(1, Math.ceil((4 * (to - from)) / period - 1e-9))
  const step = (to - from) / steps
  const y = (x: number) => middle + height * sine(x / period + phase)
  const slope = (x: number) => ((height * 6.283185307179586) / period) * cosine(x / period + phase)
  let path = `${mm(from, y(from))} m\n`
  for (let index = 0; index < steps; index++) {
    const a = from + index * step
    const b = a + step
    path += `${mm(a + step / 3, y(a) + (slope(a) * step) / 3, b - step / 3, y(b) - (slope(b) * step) / 3, b, y(b))} c\n`
  }
  return path
}

export function circle(x: number, y: number, radius: number): string {
  return ellipse(x, y, radius, radius)
}

export function ellipse(x: number, y: number, rx: number, ry: number): string {
  const kx = 0.5522848 * rx
  const ky = 0.5522848 * ry
  return (
    `${mm(x + rx, y)} m\n` +
    `${mm(x + rx, y + ky, x + kx, y + ry, x, y + ry)} c\n` +
    `${mm(x - kx, y + ry, x - rx, y + ky, x - rx, y)} c\n` +
    `${mm(x - rx, y - ky, x - kx, y - ry, x, y - ry)} c\n` +
    `${mm(x + kx, y - ry, x + rx, y - ky, x + rx, y)} c\nh\n`
  )
}

/** A five-pointed star, one point towards smaller y. */
export function star(x: number, y: number, radius: number): string {
  let path = ''
  for (let corner = 0; corner < 10; corner++) {
    const reach = corner % 2 === 0 ? radius : radius * 0.381966
    path += `${mm(x + reach * sine(corner / 10), y - reach * cosine(corner / 10))} ${corner === 0 ? 'm' : 'l'}\n`
  }
  return `${path}h\n`
}

/** Draws the same `count` times, each turned by the next part of the circle about a point. */
export function turned(x: number, y: number, count: number, drawing: string): string {
  const c = Math.round(cosine(1 / count) * 1e6) / 1e6
  const s = Math.round(sine(1 / count) * 1e6) / 1e6
  return `q 1 0 0 1 ${mm(x, y)} cm\n${`${drawing}${c} ${s} ${-s} ${c} 0 0 cm\n`.repeat(count)}Q\n`
}

/** Keeps a drawing to be used many times and answers the operator that draws it. */
export type Reuse = (drawing: string) => string

/** Draws the same `count` times, each further by a step. */
export function repeated(dx: number, dy: number, count: number, drawing: string): string {
  return `q\n${`${drawing}1 0 0 1 ${mm(dx, dy)} cm\n`.repeat(count)}Q\n`
}
