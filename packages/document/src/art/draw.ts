import type { Words } from '@licencevault/errors'
import { points } from '../layout/page.ts'
import { rgb } from '../pdf/syntax.ts'
import type { Art, PathArt, RectArt, RosetteArt, WavesArt } from '../template.ts'
import { drawBorder } from './border.ts'
import { circle, mm, type Reuse, repeated, star, turned, wavePath } from './curve.ts'

/** A drawing and the parts it uses by the names `A0`, `A1` …. */
export interface Drawing {
  readonly content: string
  readonly parts: readonly string[]
}

/** Draws a sheet's art in millimetres from the upper left corner. */
export function drawArt(art: readonly Art[], pageHeight: number): Drawing {
  if (art.length === 0) return { content: '', parts: [] }
  const parts: string[] = []
  const reuse = (drawing: string): string => {
    const known = parts.indexOf(drawing)
    return `/A${known < 0 ? parts.push(drawing) - 1 : known} Do
`
  }
  const scale = Math.round(points * 100000) / 100000
  const drawn = art.map((one) => draw(one, reuse)).join('')
  return {
    content: `q ${scale} 0 0 -${scale} 0 ${pageHeight} cm 1 J 1 j
${drawn}Q
`,
    parts,
  }
}

function draw(art: Art, reuse: Reuse): string {
  switch (art.kind) {
    case 'rect':
      return rect(art)
    case 'line':
      return `q ${stroke(art.colour, art.width)}${art.dash ? `0 J [${mm(art.dash[0] / points, art.dash[1] / points)}] 0 d ` : ''}${mm(...art.from)} m ${mm(...art.to)} l S Q\n`
    case 'border':
      return drawBorder(art, reuse)
    case 'waves':
      return waves(art, reuse)
    case 'rosette':
      return rosette(art)
    case 'star':
      return `q ${rgb(art.colour)} rg\n${star(...art.centre, art.radius)}f Q\n`
    case 'path':
      return freePath(art)
  }
}

function stroke(colour: string, width: number): string {
  return `${rgb(colour)} RG ${mm(width / points)} w `
}

function painted(art: {
  fill?: string | undefined
  stroke?: string | undefined
  width?: number | undefined
}) {
  const before = `${art.fill ? `${rgb(art.fill)} rg ` : ''}${art.stroke ? stroke(art.stroke, art.width ?? 0.6) : ''}`
  return { before, after: art.fill && art.stroke ? 'B' : art.fill ? 'f' : art.stroke ? 'S' : 'n' }
}

function rect(art: RectArt): string {
  const { before, after } = painted(art)
  const { x, y, width: w, height: h } = art.box
  const r = Math.min(art.radius ?? 0, w / 2, h / 2)
  const k = r * 0.4477152
  const path =
    r === 0
      ? `${mm(x, y, w, h)} re\n`
      : `${mm(x + r, y)} m ${mm(x + w - r, y)} l ${mm(x + w - k, y, x + w, y + k, x + w, y + r)} c\n` +
        `${mm(x + w, y + h - r)} l ${mm(x + w, y + h - k, x + w - k, y + h, x + w - r, y + h)} c\n` +
        `${mm(x + r, y + h)} l ${mm(x + k, y + h, x, y + h - k, x, y + h - r)} c\n` +
        `${mm(x, y + r)} l ${mm(x, y + k, x + k, y, x + r, y)} c h\n`
  return `q ${before}\n${path}${after} Q\n`
}

/** Two families of lines, half a wave apart, clipped to the box. */
function waves({ box, colour, gap, period, height }: WavesArt, reuse: Reuse): string {
  const count = Math.ceil(box.height / gap) + 2
  const line = (phase: number) =>
    `${wavePath({ from: box.x, to: box.x + box.width, middle: box.y - height, height, period, phase })}S\n`
  return (
    `q ${mm(box.x, box.y, box.width, box.height)} re W n ${stroke(colour, 0.3)}\n` +
    `${repeated(0, gap, count, reuse(`${line(0)}${line(0.5)}`))}Q\n`
  )
}

function rosette({ centre, radius, petals, colour }: RosetteArt): string {
  const [x, y] = centre
  const ring = (part: number, count: number) => {
    const r = (radius * part) / 2
    return turned(x, y, count, `${circle(r, 0, r)}S\n`)
  }
  return `q ${stroke(colour, 0.3)}\n${ring(1, petals)}${ring(0.62, petals)}${ring(0.3, Math.ceil(petals / 2))}Q\n`
}

function freePath(art: PathArt): string {
  const { before, after } = painted(art)
  return `q ${before}\n${readPath(art.d)}${after} Q\n`
}

const operators: Readonly<Record<string, { readonly count: number; readonly name: string }>> = {
  M: { count: 2, name: 'm' },
  L: { count: 2, name: 'l' },
  C: { count: 6, name: 'c' },
  Z: { count: 0, name: 'h' },
}

/** The commands of a path, each with its values as they are written. */
function commandsOf(d: string) {
  return [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].map(([whole, letter = '', rest = '']) => ({
    whole,
    letter,
    values: rest.split(/[\s,]+/).filter((part) => part !== ''),
  }))
}

/** What is wrong with a path, if anything. */
export function pathFault(d: string): Words | undefined {
  for (const { whole, letter, values } of commandsOf(d)) {
    const operator = operators[letter]
    if (!operator) return { en: `the path has the command ${letter}`, zh: `路径中有不支持的命令 ${letter}` }
    const right =
      operator.count === 0 ? values.length === 0 : values.length > 0 && values.length % operator.count === 0
    if (!right || values.some((value) => !/^-?\d+(\.\d+)?$/.test(value)))
      return { en: `the path is wrong at “${whole}”`, zh: `路径在“${whole}”处有误` }
  }
  return d.trim().startsWith('M')
    ? undefined
    : { en: 'the path does not start with M', zh: '路径应以 M 开头' }
}

function readPath(d: string): string {
  let out = ''
  for (const { letter, values } of commandsOf(d)) {
    const operator = operators[letter]
    if (!operator) continue
    if (operator.count === 0) out += 'h\n'
    for (let at = 0; at < values.length; at += operator.count) {
      const name = letter === 'M' && at > 0 ? 'l' : operator.name
      out += `${mm(...values.slice(at, at + operator.count).map(Number))} ${name}\n`
    }
  }
  return out
}
