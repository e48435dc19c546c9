import type { Words } from '@licencevault/errors'

/** The formats that are told apart, each with the endings that its names may have. */
export const formats = {
  ofd: { name: { en: 'OFD (GB/T 33190)', zh: 'OFD 版式文档' }, media: 'application/ofd', endings: ['ofd'] },
  pdf: { name: { en: 'PDF', zh: 'PDF 文档' }, media: 'application/pdf', endings: ['pdf'] },
  xml: { name: { en: 'XML', zh: 'XML 文档' }, media: 'application/xml', endings: ['xml'] },
  text: {
    name: { en: 'plain text', zh: '纯文本' },
    media: 'text/plain',
    endings: ['txt', 'csv', 'json', 'log'],
  },
  jpeg: { name: { en: 'JPEG image', zh: 'JPEG 图像' }, media: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  tiff: { name: { en: 'TIFF image', zh: 'TIFF 图像' }, media: 'image/tiff', endings: ['tif', 'tiff'] },
  png: { name: { en: 'PNG image', zh: 'PNG 图像' }, media: 'image/png', endings: ['png'] },
  zip: { name: { en: 'ZIP archive', zh: 'ZIP 压缩包' }, media: 'application/zip', endings: ['zip'] },
  other: { name: { en: 'another format', zh: '其他格式' }, media: 'application/octet-stream', endings: [] },
} as const satisfies Record<string, { name: Words; media: string; endings: readonly string[] }>

export type FormatName = keyof typeof formats

/** What service-item records are kept in by practice; configurable, as the standard's table was not at hand. */
export const acceptedFormats: readonly FormatName[] = ['ofd', 'pdf', 'xml', 'text', 'jpeg', 'tiff', 'png']

/** What a file is by its content, and what stands in the way of reading it in a hundred years. */
export interface Identified {
  readonly format: FormatName
  /** As the identifying library calls it, or our own table's. */
  readonly media: string
  /** The ending of its name belongs to another format, or to none that is known here. */
  readonly contradictsName: boolean
  /** Of a ZIP file; whether a PDF is, its reader tells. */
  readonly encrypted: boolean
  /** A ZIP file whose table of contents cannot be read. */
  readonly broken?: true
  readonly bomb: boolean
}
