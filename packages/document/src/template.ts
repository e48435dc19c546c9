/**
 * How the face of a licence type looks: data only, so that a type brings its own face and a verifier
 * can name it by digest. Lengths are millimetres from the page's upper left corner, text sizes are
 * points, colours are `#rrggbb`.
 *
 * Text may hold placeholders, filled from the statement:
 * `{type}` `{number}` `{identifier}` `{holder}` `{holder.1}` `{holderCode}` `{holderCode.1}`
 * `{authority}` `{authorityCode}` `{issuedOn}` `{from}` `{until}` `{validity}` `{page}` `{pages}`
 * `{fields.NAME}` `{fields.NAME.PART}`; in a table's columns also `{row.NAME}` and `{index}`.
 * A filter may follow: `{fields.founded|date}` writes 2026年11月23日, `|year` `|month` `|day` its parts.
 * What is not in the statement is written as `—`.
 */
export interface Template {
  readonly format: 'licencevault.template/1'
  readonly name: string
  readonly orientation: 'portrait' | 'landscape'
  /** The pages every licence has, in order. */
  readonly sheets: readonly Sheet[]
  /** The page on which whatever did not fit goes on, as often as needed. It has exactly one flow, empty. */
  readonly continuation: Sheet
}

export interface Sheet {
  /** What is drawn first, below all text. */
  readonly art: readonly Art[]
  readonly blocks: readonly Block[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** `[x, y]` in millimetres. */
export type Point = readonly [number, number]

/** Which of the caller's fonts. */
export type Face = 'sans' | 'sans-bold' | 'serif' | 'serif-bold'

/** `spread` sets the characters evenly over the whole width (分散对齐). */
export type Align = 'left' | 'centre' | 'right' | 'justify' | 'spread'

export interface TextStyle {
  readonly face: Face
  /** Points. */
  readonly size: number
  readonly colour: string
  readonly align?: Align
  /** Distance of the lines as a multiple of the size; 1.5 unless given. */
  readonly leading?: number
  /** Extra points between characters. */
  readonly spacing?: number
}

export type Block = TextBlock | FlowBlock | QrBlock | PhotoBlock | SealBlock

/** Text in a fixed place. Too long: smaller down to `minSize`, then `（见附页）` and whole on a further page. */
export interface TextBlock {
  readonly kind: 'text'
  readonly box: Box
  readonly text: string
  readonly style: TextStyle
  readonly valign?: 'top' | 'middle' | 'bottom'
  /** Points; 60 % of the size unless given. */
  readonly minSize?: number
  /** At most so many lines; as many as the box holds unless given. */
  readonly lines?: number
  /** What the text is called where it goes on, and in an error. */
  readonly name?: string
}

/** Rows, tables and paragraphs one below the other; what does not fit goes on on a further page: the
 * longest row first, so that the rows below it keep their place. */
export interface FlowBlock {
  readonly kind: 'flow'
  readonly box: Box
  readonly style: FlowStyle
  readonly items: readonly Item[]
}

export interface FlowStyle {
  readonly label: TextStyle
  readonly value: TextStyle
  /** Width of the labels, millimetres. */
  readonly labelWidth: number
  /** `grid` draws every cell, `lines` a line below each value, `none` nothing. */
  readonly rule: 'grid' | 'lines' | 'none'
  readonly ruleColour?: string
  /** Points; 0.6 unless given. */
  readonly ruleWidth?: number
  /** Ground of the labels' cells in a grid. */
  readonly labelFill?: string
  /** Space inside a cell, millimetres: sideways and up and down. */
  readonly padding: Point
  /** Text may shrink to this part of its size before it goes on on a further page; 0.8 unless given. */
  readonly minScale?: number
  /** Rows grow so that the box is filled, up to this part of their height; 0 unless given. */
  readonly stretch?: number
}

export type Item = RowItem | TableItem | ParagraphItem | GapItem | IssuerItem

export interface RowItem {
  readonly kind: 'row'
  readonly cells: readonly Cell[]
  /** Millimetres. */
  readonly minHeight?: number
  /** Instead of the flow's, if it is larger: a short row stays legible while a long one shrinks. */
  readonly minScale?: number
}

export interface Cell {
  /** Empty: the value has the whole width. */
  readonly label: string
  readonly value: string
  /** Part of the row's width, relative to its sisters; 1 unless given. */
  readonly share?: number
  /** Instead of the flow's. */
  readonly labelWidth?: number
  readonly align?: Align
}

/** One row for each object in the array field. */
export interface TableItem {
  readonly kind: 'table'
  readonly field: string
  readonly title?: string
  readonly columns: readonly {
    readonly title: string
    readonly value: string
    readonly share?: number
    readonly align?: Align
  }[]
  /** As of a row. */
  readonly minScale?: number
}

/** A paragraph; with `each`, one for every element of that array field, as `{row}` with `{index}`. */
export interface ParagraphItem {
  readonly kind: 'paragraph'
  readonly text: string
  readonly each?: string
  /** Instead of the flow's value style. */
  readonly style?: TextStyle
  /** Characters by which the first line is drawn in. */
  readonly indent?: number
}

export interface GapItem {
  readonly kind: 'gap'
  /** Millimetres; vanishes at the end of a page. */
  readonly height: number
}

/** The closing lines of a letter (落款) with the seal over them; never parted. */
export interface IssuerItem {
  readonly kind: 'issuer'
  readonly lines: readonly string[]
  readonly style: TextStyle
  /** Millimetres, at the right end of the flow less `inset`. */
  readonly width: number
  readonly inset?: number
  readonly seal: Seal
}

export interface Seal {
  /** Diameter, millimetres. */
  readonly size: number
  /** The words below the star, such as 电子证照专用章; `—` draws none. */
  readonly words?: string
}

/** Where the authority's seal is drawn. A template has exactly one seal, here or in an issuer item. */
export interface SealBlock extends Seal {
  readonly kind: 'seal'
  readonly centre: Point
}

/** Where the QR code goes; a square is made of the smaller side. Nothing is drawn without a text. */
export interface QrBlock {
  readonly kind: 'qr'
  readonly box: Box
  readonly colour?: string
}

/** A place for a portrait. */
export interface PhotoBlock {
  readonly kind: 'photo'
  readonly box: Box
  readonly text: string
  readonly style: TextStyle
}

export type Art = RectArt | LineArt | BorderArt | WavesArt | RosetteArt | StarArt | PathArt

export interface RectArt {
  readonly kind: 'rect'
  readonly box: Box
  readonly fill?: string
  readonly stroke?: string
  /** Points. */
  readonly width?: number
  /** Of the corners, millimetres. */
  readonly radius?: number
}

export interface LineArt {
  readonly kind: 'line'
  readonly from: Point
  readonly to: Point
  readonly colour: string
  /** Points. */
  readonly width: number
  /** Lengths of dash and gap, points. */
  readonly dash?: readonly [number, number]
}

/** An ornamental band along the inside of a box. */
export interface BorderArt {
  readonly kind: 'border'
  readonly box: Box
  readonly style: 'guilloche' | 'key' | 'scale' | 'rope' | 'leaf'
  /** Breadth of the band, millimetres. */
  readonly size: number
  readonly colour: string
  /** The second colour of the ornament. */
  readonly second?: string
}

/** Fine wavy lines over a box, as on security paper. */
export interface WavesArt {
  readonly kind: 'waves'
  readonly box: Box
  readonly colour: string
  /** Distance of the lines, length and height of a wave, millimetres. */
  readonly gap: number
  readonly period: number
  readonly height: number
}

/** A guilloche rosette. */
export interface RosetteArt {
  readonly kind: 'rosette'
  readonly centre: Point
  readonly radius: number
  readonly petals: number
  readonly colour: string
}

export interface StarArt {
  readonly kind: 'star'
  readonly centre: Point
  readonly radius: number
  readonly colour: string
}

/** A drawing of straight lines and Bézier curves: `M L C Z` and absolute millimetres. */
export interface PathArt {
  readonly kind: 'path'
  readonly d: string
  readonly fill?: string
  readonly stroke?: string
  /** Points. */
  readonly width?: number
}
