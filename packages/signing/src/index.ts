export {
  type Check,
  type Evidence,
  found,
  type Indication,
  type Outcome,
  passed,
  type ReasonRow,
} from './report.ts'
