/**
 * Sine and cosine of a turn (1 is the whole circle), by series with additions and multiplications
 * only: `Math.sin` may answer differently on another engine, and a page must not.
 */
export function sine(turns: number): number {
  const rest = turns - Math.floor(turns)
  const half = rest >= 0.5
  const within = half ? rest - 0.5 : rest
  const value = series((within > 0.25 ? 0.5 - within : within) * 6.283185307179586)
  return half ? -value : value
}

export function cosine(turns: number): number {
  return sine(turns + 0.25)
}

/** Taylor's series, good to 1e-11 up to a quarter turn. */
function series(x: number): number {
  const square = x * x
  let term = x
  let sum = x
  for (let n = 2; n < 18; n += 2) {
    term = (-term * square) / (n * (n + 1))
    sum += term
  }
  return sum
}
