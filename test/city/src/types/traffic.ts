import { definedBy, indefinite, years, yearsOrEver } from '../draft.ts'
import { code, date, oneOf, optional, someOf, table, text, whole } from '../field.ts'
import { born, daysBefore, home, principal, sex, site } from '../fields.ts'

/** 公安交警 */
export const trafficTypes = definedBy('traffic', 1, [
  {
    name: '机动车驾驶证',
    nameEn: 'Driving Licence',
    kind: 'licence',
    applicant: 'person',
    layout: 'card',
    number: '{holder}',
    validity: yearsOrEver(6, 10),
    retention: 'D30',
    onePerHolder: true,
    weight: 400,
    fields: {
      sex,
      nationality: oneOf('国籍', 'Nationality', '中国'),
      address: home('住址', 'Address'),
      born,
      firstIssued: daysBefore('初次领证日期', 'First issued', 7_000),
      classes: someOf('准驾车型', 'Classes', 'A1|A2|A3|B1|B2|C1|C2|C5|D|E', 2),
      fileNumber: code('档案编号', 'File number', '\\d{12}', (s, r) => s.area + r.digits(6)),
      points: whole('累积记分', 'Penalty points', 0, 11),
      record: optional(
        text(
          '记录',
          'Record',
          120,
          '自愿降低准驾车型|请于每个记分周期结束后三十日内提交身体条件证明|矫正视力',
        ),
        2,
      ),
    },
  },
  {
    name: '机动车行驶证',
    nameEn: 'Vehicle Licence',
    kind: 'licence',
    applicant: 'owner',
    layout: 'vehicle',
    number: '33{year}{serial:7}',
    validity: years(1, 2, 6),
    retention: 'D10',
    weight: 380,
    fields: {
      plate: text('号牌号码', 'Plate', 12, (s) => s.vehicle.plate),
      vehicleType: text('车辆类型', 'Vehicle type', 40, (s) => s.vehicle.kind),
      address: home('住址', 'Address'),
      use: oneOf('使用性质', 'Use', '非营运|货运|公路客运|出租客运|租赁|营转非|校车'),
      model: text('品牌型号', 'Model', 60, (s) => s.vehicle.model),
      vin: code('车辆识别代号', 'VIN', '[A-HJ-NPR-Z0-9]{17}', (s) => s.vehicle.vin),
      engine: text('发动机号码', 'Engine number', 30, (s) => s.vehicle.engine),
      registered: daysBefore('注册日期', 'First registered', 3_600),
      seats: optional(whole('核定载人数', 'Seats', 2, 55), 6),
      totalMass: optional(whole('总质量（千克）', 'Gross mass (kg)', 1_100, 49_000), 3),
      curbMass: whole('整备质量（千克）', 'Unladen mass (kg)', 800, 18_000),
      inspected: date('检验有效期至', 'Inspection valid until', (s) => s.until ?? s.on),
    },
  },
])

/** 消防救援 */
export const fireTypes = definedBy('fire', 1, [
  {
    name: '公众聚集场所投入使用、营业前消防安全检查意见书',
    nameEn: 'Fire Safety Inspection of a Public Venue',
    kind: 'approval',
    applicant: 'hotel',
    layout: 'decision',
    number: '云消安检字〔{year}〕第{serial:4}号',
    validity: indefinite,
    retention: 'D30',
    weight: 14,
    fields: {
      venue: text('场所名称', 'Venue', 200, (s) => s.firm.name),
      address: site('地址', 'Address'),
      fireOfficer: principal,
      use: oneOf(
        '使用性质',
        'Use',
        '宾馆、饭店|商场、集贸市场|歌舞娱乐放映游艺场所|影剧院|体育场馆、会堂|客运车站候车室',
      ),
      floorArea: whole('建筑面积（平方米）', 'Floor area (m²)', 200, 90_000),
      floors: text(
        '所在层数',
        'Floors',
        40,
        '地上一层|地上一至三层|地上二层|地下一层至地上五层|地上六至九层',
      ),
      checks: table('检查情况', 'Findings', [3, 10], {
        item: oneOf(
          '检查项目',
          'Item',
          '消防安全责任制度|安全疏散|火灾自动报警系统|自动喷水灭火系统|室内消火栓|灭火器配置|应急照明和疏散指示标志|防火分隔|电气线路敷设|员工消防培训',
        ),
        result: oneOf('结论', 'Result', '符合|基本符合，已当场整改'),
      }),
      conclusion: oneOf('检查意见', 'Conclusion', '同意投入使用、营业'),
    },
  },
])
