import type { DraftedType } from './draft.ts'
import { builderTypes } from './types/builders.ts'
import { buildingTypes, streetTypes } from './types/building.ts'
import { emergencyTypes, environmentTypes } from './types/environment.ts'
import { farmingTypes, forestryTypes } from './types/farming.ts'
import { healthTypes } from './types/health.ts'
import { estateTypes, landTypes } from './types/land.ts'
import { marketTypes } from './types/market.ts'
import { medicineTypes } from './types/medicines.ts'
import { policeTypes } from './types/police.ts'
import { qualityTypes } from './types/quality.ts'
import {
  civilTypes,
  cultureTypes,
  developmentTypes,
  disabledTypes,
  educationTypes,
  labourTypes,
} from './types/society.ts'
import { fireTypes, trafficTypes } from './types/traffic.ts'
import { portTypes, transportTypes } from './types/transport.ts'
import { waterTypes } from './types/water.ts'

/** All type tables of the city, one after the other. */
export const drafts: readonly DraftedType[] = [
  ...marketTypes,
  ...qualityTypes,
  ...medicineTypes,
  ...healthTypes,
  ...policeTypes,
  ...trafficTypes,
  ...fireTypes,
  ...estateTypes,
  ...landTypes,
  ...buildingTypes,
  ...builderTypes,
  ...streetTypes,
  ...transportTypes,
  ...portTypes,
  ...environmentTypes,
  ...emergencyTypes,
  ...waterTypes,
  ...forestryTypes,
  ...farmingTypes,
  ...educationTypes,
  ...civilTypes,
  ...labourTypes,
  ...disabledTypes,
  ...cultureTypes,
  ...developmentTypes,
]
