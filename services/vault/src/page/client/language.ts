import { type Details, fill, type Words } from '@licencevault/errors'
import { type Language, type WordName, words } from './words.ts'

let language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en'

/** Which of the two the visitor reads. */
export const chosen = (): Language => language

/** Takes the other language and puts the page's own words in it. */
export function switchLanguage(): void {
  language = language === 'zh' ? 'en' : 'zh'
  showOwnWords()
}

/** These words in the visitor's language. */
export const said = (told: Words): string => told[language]

/** The page's own words, filled. */
export const say = (name: WordName, details: Details = {}): string => said(fill(words[name], details))

/** A moment (RFC 3339) as the visitor's clock shows it. */
export const momentSaid = (at: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** Writes the page's own words where the page has a place for them. */
export function showOwnWords(details: Details = {}): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const place of document.querySelectorAll<HTMLElement>('[data-words]')) {
    const name = place.dataset.words
    if (isWordName(name)) place.textContent = say(name, details)
  }
}

const isWordName = (name: string | undefined): name is WordName =>
  name !== undefined && Object.hasOwn(words, name)
