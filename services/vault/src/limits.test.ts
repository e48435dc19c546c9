import { describe, expect, it } from 'vitest'
import { openGate } from './limits.ts'

const limits = { messageBytes: 1, callsAtOnce: 2, callsPerSecond: 4, stallSeconds: 1, callSeconds: 1 }

describe('the gate', () => {
  it('lets so many calls of an application in at once, and others beside them', () => {
    const gate = openGate(limits, () => 0)
    const leave = gate.enter('a')
    gate.enter('a')
    expect(() => gate.enter('a')).toThrow('calls-too-many')
    gate.enter('b')
    leave()
    leave()
    gate.enter('a')
    expect(() => gate.enter('a')).toThrow('calls-too-many')
  })

  it('lets so many begin in a second, and more as time goes on', () => {
    let now = 0
    const gate = openGate(limits, () => now)
    const call = () => gate.enter('a')()
    for (let n = 0; n < 4; n++) call()
    expect(call).toThrow('calls-too-fast')
    now = 250
    call()
    expect(call).toThrow('calls-too-fast')
    now = 10_000
    for (let n = 0; n < 4; n++) call()
    expect(call).toThrow('calls-too-fast')
  })
})
