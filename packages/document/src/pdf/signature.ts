import { textString } from './syntax.ts'

/** Hex digits kept for the CMS: a signature, its chain and a time-stamp fit well. */
const contentsDigits = 2 * 8192

/**
 * The dictionary of a signature yet to be made (ISO 32000-1, 12.8.1; ETSI EN 319 142-1). Who seals
 * overwrites `/M`, `/ByteRange` and `/Contents`, each in its own width; nothing else in the file moves.
 * It certifies the file: no later change is permitted (DocMDP, P = 1).
 */
export function preparedSignature(name: string): string {
  return (
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ' +
    "/M (D:00000000000000+00'00') " +
    '/ByteRange [0000000000 0000000000 0000000000 0000000000] ' +
    `/Contents <${'0'.repeat(contentsDigits)}> ` +
    `/Name ${textString(name)} ` +
    '/Reference [<< /Type /SigRef /TransformMethod /DocMDP ' +
    '/TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>'
  )
}
