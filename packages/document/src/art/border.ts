import { rgb } from '../pdf/syntax.ts'
import type { BorderArt } from '../template.ts'
import { circle, ellipse, mm, type Reuse, repeated, turned, wavePath } from './curve.ts'

/** One unit of an ornament, `length` along the side and `size` deep; y grows inwards. */
type Unit = (length: number, size: number, second: string, first: string) => string

interface Ornament {
  /** Length of a unit as a multiple of the band's breadth. */
  readonly stretch: number
  readonly unit: Unit
  readonly corner: (size: number, first: string, second: string) => string
}

/** Draws an ornamental band along the inside of a box. */
export function drawBorder({ box, style, size, colour, second = colour }: BorderArt, reuse: Reuse): string {
  const ornament = ornaments[style]
  const first = `${rgb(colour)} RG ${rgb(colour)} rg\n`
  const other = `${rgb(second)} RG ${rgb(second)} rg\n`
  const corner = reuse(ornament.corner(size, first, other))
  const side = (turn: string, length: number) => {
    const inner = length - 2 * size
    const count = Math.max(1, Math.round(inner / (size * ornament.stretch)))
    const unit = reuse(ornament.unit(inner / count, size, other, first))
    return `q ${turn} cm\n${corner}q 1 0 0 1 ${mm(size, 0)} cm\n${repeated(inner / count, 0, count, unit)}Q Q\n`
  }
  const { x, y, width, height } = box
  return (
    `q 0.12 w ${first}` +
    side(`1 0 0 1 ${mm(x, y)}`, width) +
    side(`0 1 -1 0 ${mm(x + width, y)}`, height) +
    side(`-1 0 0 -1 ${mm(x + width, y + height)}`, width) +
    side(`0 -1 1 0 ${mm(x, y + height)}`, height) +
    `${first}0.35 w ${mm(x, y, width, height)} re S\n` +
    `${mm(x + size, y + size, width - 2 * size, height - 2 * size)} re S\nQ\n`
  )
}

const strands = (length: number, size: number, count: number, reach: number, offset: number): string => {
  let path = ''
  for (let strand = 0; strand < count; strand++)
    path += wavePath({
      from: 0,
      to: length,
      middle: size / 2,
      height: size * reach,
      period: length,
      phase: offset + strand / count,
    })
  return `${path}S\n`
}

const rosetteCorner = (size: number, first: string, second: string): string =>
  `0.12 w ${second}${turned(size / 2, size / 2, 18, `${circle(size * 0.21, 0, size * 0.21)}S\n`)}` +
  `${first}${turned(size / 2, size / 2, 12, `${ellipse(size * 0.3, 0, size * 0.16, size * 0.07)}S\n`)}` +
  `0.25 w ${mm(size * 0.04, size * 0.04, size * 0.92, size * 0.92)} re S\n0.12 w\n`

const ornaments: Readonly<Record<BorderArt['style'], Ornament>> = {
  guilloche: {
    stretch: 1.6,
    unit: (length, size, second, first) =>
      `0.12 w ${first}${strands(length, size, 6, 0.42, 0)}${second}${strands(length, size, 4, 0.24, 0.125)}`,
    corner: rosetteCorner,
  },
  key: {
    stretch: 1,
    unit: (length, size, _, first) => {
      const at = (x: number, y: number) => mm(x * length, y * size)
      const turns = [
        [0, 0.84],
        [0.84, 0.84],
        [0.84, 0.18],
        [0.2, 0.18],
        [0.2, 0.62],
        [0.6, 0.62],
        [0.6, 0.4],
        [0.42, 0.4],
      ] as const
      const path = turns.map(([x, y], index) => `${at(x, y)} ${index === 0 ? 'm' : 'l'}\n`).join('')
      return `${first}${mm(size * 0.075)} w ${path}S\n${at(0.84, 0.84)} m ${at(1, 0.84)} l S\n`
    },
    corner: (size, first, second) =>
      `${first}${mm(size * 0.075)} w ${mm(size * 0.16, size * 0.16, size * 0.68, size * 0.68)} re S\n${second}${mm(size * 0.34, size * 0.34, size * 0.32, size * 0.32)} re f\n`,
  },
  scale: {
    stretch: 0.8,
    unit: (length, size, second, first) => {
      const arcs = (x: number, y: number) =>
        [0.5, 0.36, 0.22]
          .map((part, index) => {
            const r = part * length
            const k = 0.5522848 * r
            const path = `${mm(x - r, y)} m ${mm(x - r, y - k, x - k, y - r, x, y - r)} c ${mm(x + k, y - r, x + r, y - k, x + r, y)} c S\n`
            return (index === 0 ? first : second) + path
          })
          .join('')
      return `0.14 w ${arcs(length / 2, size * 0.98)}${arcs(0, size * 0.6)}${arcs(length, size * 0.6)}`
    },
    corner: rosetteCorner,
  },
  rope: {
    stretch: 0.6,
    unit: (length, size, second, first) => {
      const bend = (x: number) =>
        `${mm(x, size * 0.88)} m ${mm(x + length * 0.5, size * 0.88, x + length * 0.5, size * 0.12, x + length, size * 0.12)} c S\n`
      return `${first}${mm(size * 0.1)} w ${bend(0)}${second}${mm(size * 0.04)} w ${bend(length * 0.45)}`
    },
    corner: (size, first, second) =>
      `${second}${circle(size / 2, size / 2, size * 0.36)}f\n${first}0.2 w ${circle(size / 2, size / 2, size * 0.45)}S\n`,
  },
  leaf: {
    stretch: 3,
    unit: (length, size, second, first) => {
      const stem = wavePath({
        from: 0,
        to: length,
        middle: size / 2,
        height: size * 0.24,
        period: length,
        phase: 0,
      })
      const leaf = (x: number, y: number, dx: number, dy: number) => {
        const tip = mm((x + dx) * length, (y + dy) * size)
        const one = mm(
          (x + dx * 0.1) * length,
          (y + dy * 1.1) * size,
          (x + dx * 0.8) * length,
          (y + dy * 1.15) * size,
        )
        const two = mm(
          (x + dx * 1.05) * length,
          (y + dy * 0.35) * size,
          (x + dx * 0.45) * length,
          (y - dy * 0.05) * size,
        )
        return `${mm(x * length, y * size)} m ${one} ${tip} c ${two} ${mm(x * length, y * size)} c f\n`
      }
      return (
        `${first}0.22 w ${stem}S\n${second}` +
        leaf(0.25, 0.74, 0.2, -0.46) +
        leaf(0.12, 0.66, -0.12, 0.24) +
        leaf(0.75, 0.26, 0.2, 0.46) +
        leaf(0.62, 0.34, -0.12, -0.24) +
        leaf(0.42, 0.6, 0.14, 0.3) +
        leaf(0.92, 0.4, 0.12, -0.3) +
        `${first}${circle(length * 0.5, size * 0.14, size * 0.06)}f\n${circle(length * 0.02, size * 0.88, size * 0.06)}f\n`
      )
    },
    corner: rosetteCorner,
  },
}
