import type { Found } from '../font/fonts.ts'
import type { Art, Box, Point, Seal } from '../template.ts'

/** Millimetres to points. */
export const points = 72 / 25.4

/** A box on a page, points from its upper left corner. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A template's box, in points. */
export function areaOf({ x, y, width, height }: Box): Area {
  return { x: x * points, y: y * points, width: width * points, height: height * points }
}

/** Characters on one baseline. */
export interface Run {
  readonly x: number
  /** Of the baseline, from the top. */
  readonly y: number
  readonly size: number
  readonly spacing: number
  readonly colour: string
  readonly characters: readonly Found[]
}

/** A rectangle or a line that belongs to the text. */
export type Mark =
  | { readonly kind: 'fill'; readonly area: Area; readonly colour: string }
  | { readonly kind: 'frame'; readonly area: Area; readonly colour: string; readonly width: number }
  | {
      readonly kind: 'rule'
      readonly x: number
      readonly y: number
      readonly length: number
      readonly colour: string
      readonly width: number
    }

/** What stands where: for tests, for tools that mark a field, and to prove that nothing was cut. */
export interface PlacedText extends Area {
  /** What the text is called: its label or name. */
  readonly name: string
  readonly text: string
}

/** One page before it is drawn. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly art: readonly Art[]
  /** Text and marks that are the same for every licence of the template. */
  readonly fixed: Layer
  readonly filled: Layer
  readonly texts: PlacedText[]
  readonly seals: { readonly centre: Point; readonly seal: Seal }[]
  readonly qr: { readonly area: Area; readonly colour: string }[]
}

export interface Layer {
  readonly marks: Mark[]
  readonly runs: Run[]
}

export function emptyLayer(): Layer {
  return { marks: [], runs: [] }
}
