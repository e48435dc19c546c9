import type { StatusAnswer } from '../status-answer.ts'
import { element } from './dom.ts'
import { momentSaid, said, say } from './language.ts'
import { card, type Tone } from './show-report.ts'

/** How long the vault may take, in milliseconds. */
const patience = 15_000

/** What came of asking: the answer, or that none came. */
export type Asked = StatusAnswer | 'unanswered'

/** The box in which the visitor may ask for the current status. Nothing is sent before the click. */
export function statusBox(identifier: string, onAnswer: (asked: Asked) => void): HTMLElement {
  const button = element('button', { type: 'button' }, say('statusButton'))
  button.addEventListener('click', async () => {
    button.disabled = true
    button.textContent = say('statusAsking')
    onAnswer(await ask(identifier))
  })
  return element(
    'section',
    { class: 'status' },
    element('h3', {}, say('statusTitle')),
    element('p', {}, say('statusAsk')),
    button,
  )
}

/** How good the news is. */
export function toneOf(asked: Asked): Tone {
  if (asked === 'unanswered' || asked.inForce === 'undetermined') return 'doubt'
  return asked.inForce === 'yes' ? 'good' : 'bad'
}

/** The answer as a card. */
export function showAnswer(asked: Asked): HTMLElement {
  if (asked === 'unanswered') return card('doubt', say('statusTitle'), say('statusFailed'))
  const { name, summary, remedy, at } = asked
  const lines = [said(summary), said(remedy), say('statusAt', { at: momentSaid(at) })]
  return card(toneOf(asked), `${say('statusTitle')}: ${said(name)}`, ...lines)
}

async function ask(identifier: string): Promise<Asked> {
  try {
    const response = await fetch('/status', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ identifier }),
      signal: AbortSignal.timeout(patience),
    })
    return response.ok ? ((await response.json()) as StatusAnswer) : 'unanswered'
  } catch {
    return 'unanswered'
  }
}
