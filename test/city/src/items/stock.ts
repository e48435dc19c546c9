import type { Material, Origin } from '@licencevault/archive'
import { licenceTypes } from '../licence-types.ts'

/** A material as the templates name it, still without code and category. */
export type Stock = Omit<Material, 'code' | 'category'>

const byName = new Map(licenceTypes.map((type) => [type.name, type]))

/** The code of a licence type of the city. Throws RangeError if it has none of that name. */
function typeNamed(name: string) {
  const found = byName.get(name)
  if (!found) throw new RangeError(`the city has no licence type ${name}`)
  return found
}

const own = (name: string, nameEn: string, origin: Origin = 'applicant'): Stock => ({ name, nameEn, origin })
/** Satisfied by a licence of one of these types. */
const carried = (name: string, nameEn: string, ...types: readonly string[]): Stock => ({
  name,
  nameEn,
  origin: 'government',
  licenceTypes: types.map((type) => typeNamed(type).code),
})
const fact = (name: string, nameEn: string, source: string): Stock => ({
  name,
  nameEn,
  origin: 'government',
  source,
})
const gap = (name: string, nameEn: string, why: string): Stock => ({
  name,
  nameEn,
  origin: 'government',
  gap: why,
})
const third = (name: string, nameEn: string): Stock => own(name, nameEn, 'third-party')

/** Everything that the city's items ask an applicant for, by a short key. */
export const stock = {
  form: own('申请书', 'Application form'),
  charter: own('章程', 'Articles'),
  resolution: own('变更决议或者决定', 'Resolution on the change'),
  liquidation: own('清算报告', 'Liquidation report'),
  plan: own('经营场所平面图', 'Plan of the premises'),
  rules: own('管理制度文本', 'Internal rules'),
  quality: own('质量管理制度', 'Quality management rules'),
  statement: own('申请人声明', 'Statement of the applicant'),
  unchanged: own('许可条件未发生变化的声明', 'Statement that the conditions are unchanged'),
  lost: own('遗失声明', 'Statement of loss'),
  reason: own('情况说明', 'Statement of reasons'),
  scheme: own('活动方案', 'Plan of the event'),
  emergency: own('突发事件应急预案', 'Emergency plan'),
  siteContract: own('场地使用协议', 'Agreement on the site'),
  mortgage: own('主债权合同和抵押合同', 'Loan and mortgage contracts'),
  released: own('抵押权消灭证明', 'Proof that the mortgage is extinct'),
  drawings: own('建设项目图件', 'Drawings of the project'),
  design: own('建设工程设计方案', 'Design of the works'),
  funds: own('建设资金落实承诺书', 'Commitment of funds'),
  completion: own('工程竣工验收报告', 'Report on completion'),
  asBuilt: own('竣工图纸', 'As-built drawings'),
  fiveParties: own('五方责任主体验收意见', 'Acceptance by the five parties'),
  warranty: own('工程质量保修书', 'Warranty of the works'),
  pipes: own('排水管网图', 'Plan of the drains'),
  eia: own('环境影响评价文件', 'Environmental impact assessment'),
  publicView: own('公众参与说明', 'Statement on public participation'),
  dischargeForm: own('排污许可证申请表', 'Discharge permit form'),
  commitment: own('承诺书', 'Commitment'),
  waterStudy: own('水资源论证报告书', 'Water resources study'),
  thirdParty: own('与第三者利害关系的说明', 'Statement on interests of third parties'),
  employment: own('聘用证明', 'Certificate of employment'),
  progress: own('工程施工进度证明', 'Certificate of progress'),
  escrow: own('预售资金监管协议', 'Escrow agreement'),
  scopeList: own('申报事项清单', 'List of what is applied for'),
  conformity: third('产品合格证明', 'Certificate of conformity'),
  supervised: third('监督检验证书', 'Certificate of supervised inspection'),
  tested: third('检测（检验）报告', 'Test report'),
  waterTest: third('水质检测报告', 'Water test report'),
  safetyStudy: third('安全评价报告', 'Safety assessment'),
  capital: third('验资报告', 'Capital verification report'),
  checkup: third('体检合格证明', 'Medical certificate'),
  identity: carried('申请人身份证明', 'Identity of the applicant', '居民身份证'),
  household: carried('户口簿', 'Household register', '居民户口簿'),
  business: carried(
    '主体资格证明',
    'Proof of legal personality',
    '营业执照',
    '个体工商户营业执照',
    '民办非企业单位登记证书',
  ),
  premises: carried('场所权属证明', 'Title to the premises', '不动产权证书'),
  title: carried('不动产权属证书', 'Real estate title', '不动产权证书'),
  mortgageProof: carried('不动产登记证明', 'Certificate of registration', '不动产登记证明'),
  marriage: carried('婚姻状况证明', 'Proof of marital status', '结婚证'),
  clinic: carried('医疗机构执业许可证', 'Medical institution licence', '医疗机构执业许可证'),
  staff: carried('执业人员证书', 'Certificates of the staff', '医师执业证书', '护士执业证书'),
  fireAccepted: carried(
    '消防合格证明',
    'Proof of fire safety',
    '特殊建设工程消防验收意见书',
    '公众聚集场所投入使用、营业前消防安全检查意见书',
  ),
  projectApproval: carried('项目批准文件', 'Approval of the project', '企业投资项目核准批复'),
  siteOpinion: carried('用地预审与选址意见书', 'Opinion on the site', '建设项目用地预审与选址意见书'),
  landPermit: carried('建设用地规划许可证', 'Land use permit', '建设用地规划许可证'),
  worksPermit: carried('建设工程规划许可证', 'Planning permit', '建设工程规划许可证'),
  startPermit: carried('建筑工程施工许可证', 'Construction permit', '建筑工程施工许可证'),
  builder: carried('施工企业资质证书', 'Builder’s qualification', '建筑业企业资质证书'),
  builderSafety: carried('安全生产许可证', 'Work safety licence', '建筑施工企业安全生产许可证'),
  safetyStaff: carried('安全生产管理人员证书', 'Safety staff’s certificates', '安全生产管理人员考核合格证书'),
  operators: carried('特种作业人员证书', 'Operators’ certificates', '建筑施工特种作业操作资格证书'),
  constructors: carried('注册建造师证书', 'Constructors’ certificates', '二级建造师注册证书'),
  developer: carried('房地产开发企业资质证书', 'Developer’s qualification', '房地产开发企业资质证书'),
  eiaReply: carried('环评批复文件', 'Reply to the impact assessment', '建设项目环境影响评价文件批复'),
  vehicle: carried('机动车行驶证', 'Vehicle licence', '机动车行驶证'),
  driver: carried('机动车驾驶证', 'Driving licence', '机动车驾驶证'),
  drivers: carried('从业人员资格证', 'Drivers’ qualifications', '机动车驾驶证', '道路运输从业人员从业资格证'),
  haulier: carried('道路运输经营许可证', 'Road transport licence', '道路运输经营许可证'),
  safetyManager: carried('主要负责人资格证明', 'Principal’s qualification', '特种作业操作证'),
  epidemic: carried('动物防疫条件合格证', 'Epidemic prevention certificate', '动物防疫条件合格证'),
  priorPermit: carried('前置许可文件', 'Prior permit', '民办学校办学许可证', '医疗机构执业许可证'),
  disability: carried('残疾人证', 'Disability certificate', '残疾人证'),
  registered: fact('户籍信息', 'Household facts', '人口基础信息库'),
  taxCleared: fact('清税证明', 'Tax clearance', '税务征管系统'),
  deedTax: fact('契税完税信息', 'Deed tax facts', '税务征管系统'),
  netContract: fact('网签合同备案信息', 'Registered sale contract', '房屋交易备案系统'),
  lease: fact('房屋租赁备案信息', 'Registered lease', '房屋租赁备案系统'),
  noRecord: fact('无犯罪记录信息', 'Absence of criminal record', '公安违法犯罪信息库'),
  exam: fact('考试成绩信息', 'Examination results', '行业考试管理系统'),
  insurance: fact('工伤保险参保信息', 'Injury insurance facts', '社会保险信息系统'),
  grant: fact('土地出让合同信息', 'Land grant contract', '土地市场监管系统'),
  drawingsChecked: fact('施工图审查合格信息', 'Approved working drawings', '施工图联审系统'),
  tender: fact('中标通知书或者合同备案信息', 'Award or registered contract', '公共资源交易系统'),
  qualified: fact('执业资格信息', 'Professional qualification', '专业技术人员资格库'),
  changed: fact('变更事实信息', 'Facts of the change', '公共数据平台'),
  vehicleTest: fact('车辆技术检测信息', 'Vehicle test facts', '机动车检验监管系统'),
  homestead: gap('宅基地批准文件', 'Homestead approval', '乡镇宅基地台账尚未入库'),
  health: gap('从业人员健康证明', 'Health certificates of the staff', '体检机构健康证尚未归集'),
  setUp: gap('设置医疗机构批准书', 'Approval to set up an institution', '历史批准书尚未数字化'),
  training: gap('安全培训合格证明', 'Safety training certificate', '培训机构证书尚未归集'),
} as const satisfies Record<string, Stock>

export type StockKey = keyof typeof stock
