import { composeVin } from '../codes.ts'
import type { Random } from '../random.ts'

export interface Vehicle {
  readonly plate: string
  readonly vin: string
  readonly engine: string
  readonly model: string
  readonly kind: string
}

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const makes = [
  ['小型普通客车', '云岭牌YL6470'],
  ['小型轿车', '岚驰牌LC7150'],
  ['小型轿车', '汀越牌TY7000BEV'],
  ['中型厢式货车', '云岭牌YL5080XXY'],
  ['重型半挂牵引车', '石梁牌SL4250'],
  ['重型自卸货车', '石梁牌SL3310'],
  ['大型普通客车', '望湖牌WH6119'],
] as const

export function vehicleOf(random: Random): Vehicle {
  const letter = () => random.pick([...letters])
  const [kind, model] = random.pick(makes)
  const plate = random.onceIn(4)
    ? `浙YD${random.digits(5)}`
    : `浙Y${random.digits(3)}${letter()}${random.digits(1)}`
  return {
    plate,
    vin: composeVin(
      `LYT${letter()}${random.digits(3)}${letter()}`,
      `${letter()}${letter()}${random.digits(6)}`,
    ),
    engine: `${letter()}${letter()}${random.digits(7)}`,
    model,
    kind,
  }
}
