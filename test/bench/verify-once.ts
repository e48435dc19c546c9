import { readFileSync } from 'node:fs'
import { openTrust, verifyLicence } from '@licencevault/verify'

/** Verifies one licence and ends: `verify-once.ts FILE.pdf AUTHORITIES.p7m ROOT.der`. */
const [file = '', list = '', root = ''] = process.argv.slice(2)
const at = new Date()
const trust = await openTrust({ authorityList: readFileSync(list), roots: [readFileSync(root)], at })
const { verdict } = await verifyLicence(readFileSync(file), trust, { at })
process.stdout.write(`${verdict}\n`)
