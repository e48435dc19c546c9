export { maxQrLength } from './art/qr.ts'
export { type FontFiles, type Fonts, openFonts } from './font/fonts.ts'
export { maxFontBytes } from './font/truetype.ts'
export { maxPages } from './layout/lay-out.ts'
export type { Page, PlacedText, Run } from './layout/page.ts'
export { maxReceiptBytes, openPress, type Press, rendererVersion } from './press.ts'
export { type RenderOptions, render } from './render.ts'
export type {
  Align,
  Art,
  Block,
  BorderArt,
  Box,
  Cell,
  Face,
  FlowBlock,
  FlowStyle,
  GapItem,
  IssuerItem,
  Item,
  LineArt,
  ParagraphItem,
  PathArt,
  PhotoBlock,
  Point,
  QrBlock,
  RectArt,
  RosetteArt,
  RowItem,
  Seal,
  SealBlock,
  Sheet,
  StarArt,
  TableItem,
  Template,
  TextBlock,
  TextStyle,
  WavesArt,
} from './template.ts'
export { checkTemplate } from './template-check.ts'
export { templateBytes, templateDigest } from './template-digest.ts'
export { templateLimits } from './template-shape.ts'
export type { Extras } from './write-document.ts'
