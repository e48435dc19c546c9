import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Fonts, openFonts } from './font/fonts.ts'

const require = createRequire(import.meta.url)
const file = (family: string, path: string) =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-${family}/${path}.ttf`))

/**
 * Noto Sans SC and Noto Serif SC (SIL OFL 1.1) from npm: all of 通用规范汉字表 and of CJK Extension A, in
 * Noto Sans but for its last ten characters. Reads four files of 10 to 15 MB; call it once and keep the
 * answer.
 *
 * @param fallbacks TrueType files asked for the characters that Noto lacks, such as HanaMinB
 */
export function notoFonts(fallbacks: readonly Uint8Array[] = []): Fonts {
  return openFonts({
    regular: file('sans-sc', '400Regular/NotoSansSC_400Regular'),
    bold: file('sans-sc', '700Bold/NotoSansSC_700Bold'),
    serif: file('serif-sc', '400Regular/NotoSerifSC_400Regular'),
    serifBold: file('serif-sc', '700Bold/NotoSerifSC_700Bold'),
    fallbacks,
  })
}
