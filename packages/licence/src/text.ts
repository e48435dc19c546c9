import { type Finding, finding } from './finding.ts'

/**
 * Text that may stand in a licence: Unicode NFC without control characters, line breaks, private-use
 * characters, noncharacters, lone surrogates, and invisible characters that hide or reorder what a
 * reader sees. The list is written out rather than taken from Unicode properties, so that every runtime,
 * whatever its Unicode version, accepts exactly the same texts.
 */
export function checkText(text: string, path: string): Finding[] {
  if (PLAIN.test(text)) return []
  const refused = REFUSED.exec(text)
  if (refused) return [finding('text-character', path, { codePoint: nameOf(refused[0]) })]
  return text === text.normalize('NFC') ? [] : [finding('text-not-nfc', path)]
}

/** The way a code point is written, `U+202E`. */
export function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

// Nearly every text: these are allowed and in NFC whatever stands beside them.
const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/

const REFUSED = new RegExp(
  [
    '[\\u0000-\\u001f\\u007f-\\u009f]', // control characters
    '[\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]', // invisible
    '[\\u{e0000}-\\u{e007f}]', // tags
    '[\\ud800-\\udfff]', // lone surrogates, with the flag u
    '[\\ue000-\\uf8ff\\u{f0000}-\\u{10ffff}]', // private use
    '[\\ufdd0-\\ufdef]', // noncharacters
    `[${Array.from({ length: 17 }, (_, plane) => {
      const base = plane * 0x10000
      return `\\u{${(base + 0xfffe).toString(16)}}\\u{${(base + 0xffff).toString(16)}}`
    }).join('')}]`,
    '\\ufffd', // the mark of a broken decoding
  ].join('|'),
  'u',
)
