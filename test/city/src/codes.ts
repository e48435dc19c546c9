/** The codes that China gives people, bodies and cars, each with its own check character. */

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const vinWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const vinAlphabet = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const vinValues = '12345678123457923456789'

/**
 * 统一社会信用代码 (GB 32100-2015) with both of its check characters.
 *
 * @param prefix registering department and class, two characters, such as `91`
 * @param area division, six digits
 * @param body the first eight characters of the body's own code (GB 11714)
 */
export function composeUscc(prefix: string, area: string, body: string): string {
  const head = prefix + area + body + bodyCheck(body)
  const sum = weigh(head, usccWeights, (c) => usccAlphabet.indexOf(c))
  return head + usccAlphabet.charAt((31 - (sum % 31)) % 31)
}

function bodyCheck(body: string): string {
  const sum = weigh(body, bodyWeights, (c) => Number.parseInt(c, 36))
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** `width` characters of the USCC alphabet for a number. */
export function usccDigits(n: number, width: number): string {
  let text = ''
  for (let rest = n; text.length < width; rest = Math.floor(rest / 31))
    text = usccAlphabet.charAt(rest % 31) + text
  return text
}

/** 公民身份号码 (GB 11643-1999): division, date of birth as `YYYYMMDD`, three digits of sequence, odd for men. */
export function composeResidentId(area: string, born: string, sequence: number): string {
  const head = area + born + String(sequence).padStart(3, '0')
  return head + '10X98765432'.charAt(weigh(head, idWeights, Number) % 11)
}

/** 车辆识别代号 (GB 16735): eight characters before the check and eight after it. */
export function composeVin(before: string, after: string): string {
  const value = (c: string) => (/\d/.test(c) ? Number(c) : Number(vinValues.charAt(vinAlphabet.indexOf(c))))
  const check = weigh(`${before}0${after}`, vinWeights, value) % 11
  return before + (check === 10 ? 'X' : String(check)) + after
}

function weigh(text: string, weights: readonly number[], value: (c: string) => number): number {
  return weights.reduce((sum, weight, i) => sum + weight * value(text.charAt(i)), 0)
}
