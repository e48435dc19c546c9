import { pathFault } from './art/draw.ts'
import { placeholderFault } from './layout/placeholders.ts'
import { kinds, list, number, object, oneOf, type Shape, text, whole } from './shape.ts'

/** Limits of a template: a face is a page or two, not a program. */
export const templateLimits = {
  sheets: 10,
  /** Blocks of a sheet, items of a flow, pieces of art. */
  parts: 200,
  /** Characters of one text or path. */
  text: 4000,
} as const

const parts = templateLimits.parts
const colour = text(7, (value) =>
  /^#[0-9a-f]{6}$/.test(value)
    ? undefined
    : { en: 'it is not a colour as #rrggbb', zh: '应为 #rrggbb 形式的颜色' },
)
const words = text(templateLimits.text, (value) => placeholderFault(value, false))
const rowWords = text(templateLimits.text, (value) => placeholderFault(value, true))
const plain = text(200, (value) =>
  /[{}]/.test(value) ? { en: 'a label holds no placeholder', zh: '栏目名称中不得有占位符' } : undefined,
)
const fieldName = text(200, (value) =>
  /^[^{}|.]+$/.test(value) ? undefined : { en: 'it is not the name of a field', zh: '不是字段名' },
)
/** Millimetres on the page, and sizes of things on it. */
const place = number(-50, 350)
const length = number(0.1, 350)
const stroke = number(0.05, 20)
const align = oneOf('left', 'centre', 'right', 'justify', 'spread')
const box = object({ x: place, y: place, width: length, height: length })

const point: Shape = list(place, 2, 2)
const style = object({
  face: oneOf('sans', 'sans-bold', 'serif', 'serif-bold'),
  size: number(3, 100),
  colour,
  'align?': align,
  'leading?': number(1, 4),
  'spacing?': number(0, 50),
})
const sealMembers = { size: number(15, 60), 'words?': plain }

const flowStyle = object({
  label: style,
  value: style,
  labelWidth: length,
  rule: oneOf('grid', 'lines', 'none'),
  'ruleColour?': colour,
  'ruleWidth?': stroke,
  'labelFill?': colour,
  padding: list(number(0, 20), 2, 2),
  'minScale?': number(0.3, 1),
  'stretch?': number(0, 3),
})

const cell = object({
  label: plain,
  value: words,
  'share?': number(0.1, 100),
  'labelWidth?': length,
  'align?': align,
})

const column = object({ title: plain, value: rowWords, 'share?': number(0.1, 100), 'align?': align })

const item = kinds({
  row: object({
    kind: oneOf('row'),
    cells: list(cell, 8, 1),
    'minHeight?': length,
    'minScale?': number(0.3, 1),
  }),
  table: object({
    kind: oneOf('table'),
    field: fieldName,
    'title?': plain,
    columns: list(column, 20, 1),
    'minScale?': number(0.3, 1),
  }),
  paragraph: object({
    kind: oneOf('paragraph'),
    text: rowWords,
    'each?': fieldName,
    'style?': style,
    'indent?': number(0, 20),
  }),
  gap: object({ kind: oneOf('gap'), height: length }),
  issuer: object({
    kind: oneOf('issuer'),
    lines: list(words, 6, 1),
    style,
    width: length,
    'inset?': number(0, 200),
    seal: object(sealMembers),
  }),
})

const block = kinds({
  text: object({
    kind: oneOf('text'),
    box,
    text: words,
    style,
    'valign?': oneOf('top', 'middle', 'bottom'),
    'minSize?': number(3, 100),
    'lines?': whole(1, 100),
    'name?': plain,
  }),
  flow: object({ kind: oneOf('flow'), box, style: flowStyle, items: list(item, parts) }),
  qr: object({ kind: oneOf('qr'), box, 'colour?': colour }),
  photo: object({ kind: oneOf('photo'), box, text: plain, style }),
  seal: object({ kind: oneOf('seal'), centre: point, ...sealMembers }),
})

const art = kinds({
  rect: object({
    kind: oneOf('rect'),
    box,
    'fill?': colour,
    'stroke?': colour,
    'width?': stroke,
    'radius?': number(0, 100),
  }),
  line: object({
    kind: oneOf('line'),
    from: point,
    to: point,
    colour,
    width: stroke,
    'dash?': list(stroke, 2, 2),
  }),
  border: object({
    kind: oneOf('border'),
    box,
    style: oneOf('guilloche', 'key', 'scale', 'rope', 'leaf'),
    size: number(2, 40),
    colour,
    'second?': colour,
  }),
  waves: object({
    kind: oneOf('waves'),
    box,
    colour,
    gap: number(1, 100),
    period: number(4, 300),
    height: number(0.1, 50),
  }),
  rosette: object({
    kind: oneOf('rosette'),
    centre: point,
    radius: number(1, 150),
    petals: whole(3, 120),
    colour,
  }),
  star: object({ kind: oneOf('star'), centre: point, radius: number(0.5, 100), colour }),
  path: object({
    kind: oneOf('path'),
    d: text(templateLimits.text, pathFault),
    'fill?': colour,
    'stroke?': colour,
    'width?': stroke,
  }),
})

const sheet = object({ art: list(art, parts), blocks: list(block, parts) })

export const templateShape = object({
  format: oneOf('licencevault.template/1'),
  name: text(100),
  orientation: oneOf('portrait', 'landscape'),
  sheets: list(sheet, templateLimits.sheets, 1),
  continuation: sheet,
})
