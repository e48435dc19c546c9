/**
 * Where a line may break around a character. 行首禁则 and 行末禁则 after GB/T 15834 and common practice;
 * letters and digits of other scripts keep together as words.
 */
export interface BreakClass {
  readonly space: boolean
  /** Never begins a line. */
  readonly neverFirst: boolean
  /** Never ends a line. */
  readonly neverLast: boolean
  /** Belongs to a word with its neighbours. */
  readonly word: boolean
}

const neverFirst = new Set('，。、；：？！）》】〕〗〉」』”’…—～·％‰℃°,.;:?!)]}%々ー')
const neverLast = new Set('（《【〔〖〈「『“‘([{￥＄$＃#№')
const inWord = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}'’.\-_/@&+=:?#%~,]/u

export function breakClass(codePoint: number): BreakClass {
  const character = String.fromCodePoint(codePoint)
  return {
    space: codePoint === 0x20 || codePoint === 0x3000,
    neverFirst: neverFirst.has(character),
    neverLast: neverLast.has(character),
    word: inWord.test(character),
  }
}
