import { openTrust, type Trust, verifyLicence, verifyQr } from '@licencevault/verify'
import { type Asked, showAnswer, statusBox, toneOf } from './ask-status.ts'
import { byId, element } from './dom.ts'
import { chosen, momentSaid, say, showOwnWords, switchLanguage } from './language.ts'
import { type AnyReport, card, showDetails, showVerdict } from './show-report.ts'
import type { WordName } from './words.ts'

/** The largest file that is read, in bytes: as large as the reader of PDF files takes. */
const mostBytes = 64 * 1024 * 1024
const sizes = { most: mostBytes / 1024 / 1024 }

/** What is shown now, kept so that it can be told again in the other language. */
type Shown =
  | { readonly report: AnyReport; readonly asked?: Asked }
  | { readonly trouble: WordName }
  | undefined

const result = byId('result', HTMLElement)
const toggle = byId('language', HTMLButtonElement)
const file = byId('file', HTMLInputElement)
let shown: Shown
let trust: Promise<Trust> | undefined

toggle.addEventListener('click', () => {
  switchLanguage()
  showAll()
})
file.addEventListener('change', () => checkFile(file.files?.[0]))
addEventListener('hashchange', checkCode)
for (const name of ['dragover', 'dragleave', 'drop'] as const) {
  document.addEventListener(name, (event) => {
    event.preventDefault()
    document.body.classList.toggle('over', name === 'dragover')
    if (name === 'drop') void checkFile(event.dataTransfer?.files[0])
  })
}
showAll()
await checkCode()

async function checkFile(chosenFile: File | undefined): Promise<void> {
  if (!chosenFile) return
  if (chosenFile.size > mostBytes) {
    show({ trouble: 'tooLarge' })
    return
  }
  const bytes = new Uint8Array(await chosenFile.arrayBuffer())
  await judge((believed, at) => verifyLicence(bytes, believed, { at }))
}

/** The code's claim is in the fragment of the address, which browsers send to nobody. */
async function checkCode(): Promise<void> {
  if (location.hash.length > 1) await judge((believed, at) => verifyQr(location.href, believed, { at }))
}

async function judge(verify: (believed: Trust, at: Date) => Promise<AnyReport>): Promise<void> {
  if (!isSecureContext) {
    show({ trouble: 'insecure' })
    return
  }
  result.replaceChildren(element('p', {}, say('reading')))
  try {
    trust ??= loadTrust()
    const believed = await trust
    show({ report: await verify(believed, new Date()) })
  } catch {
    trust = undefined
    show({ trouble: 'trustFailed' })
  }
}

async function loadTrust(): Promise<Trust> {
  const [authorityList, roots] = await Promise.all([load('/authorities.p7m'), load('/roots.pem')])
  return openTrust({ authorityList, roots: [new TextDecoder().decode(roots)], at: new Date() })
}

async function load(path: string): Promise<Uint8Array> {
  const response = await fetch(path, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

function show(next: Shown): void {
  shown = next
  showAll()
  result.focus({ preventScroll: true })
  result.scrollIntoView({ behavior: 'smooth', block: 'start' })
}

function showAll(): void {
  showOwnWords(sizes)
  toggle.textContent = chosen() === 'zh' ? 'English' : '中文'
  toggle.lang = chosen() === 'zh' ? 'en' : 'zh-CN'
  result.replaceChildren(...contents())
  byId('trust', HTMLElement).textContent = shown && 'report' in shown ? trustLine(shown.report) : ''
}

function trustLine({ trust: { sequence, issuedAt, nextUpdate } }: AnyReport): string {
  const times = { issuedAt: momentSaid(issuedAt), nextUpdate: momentSaid(nextUpdate) }
  return say('trust', { sequence, ...times })
}

function contents(): readonly HTMLElement[] {
  if (!shown) return []
  if ('trouble' in shown) return [card('doubt', say(shown.trouble, sizes))]
  const { report, asked } = shown
  // A licence that is genuine and revoked must not stand under a green card.
  const verdict = asked && toneOf(asked) === 'bad' ? showVerdict(report, 'doubt') : showVerdict(report)
  return [...(asked ? [showAnswer(asked)] : []), verdict, ...askAbout(report), ...showDetails(report)]
}

function askAbout(report: AnyReport): readonly HTMLElement[] {
  const identifier =
    'code' in report ? report.code?.identifier : 'licence' in report ? report.licence?.identifier : undefined
  if (identifier === undefined || report.genuine !== 'yes') return []
  return [statusBox(identifier, (asked) => show({ report, asked }))]
}
