/** What is wrong inside a font file; whoever opened it names the font and throws `font-damaged`. */
export class Damage extends RangeError {
  readonly zh: string

  constructor(en: string, zh: string) {
    super(en)
    this.zh = zh
  }
}
