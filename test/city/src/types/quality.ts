import { displayDate } from '@licencevault/licence'
import { between, definedBy, indefinite, years } from '../draft.ts'
import { code, date, list, oneOf, optional, table, text } from '../field.ts'
import { anyone, daysAfter, daysBefore, firm, site } from '../fields.ts'
import { firmName } from '../samples/firms.ts'

/** 市场监督管理: equipment, measurement and products */
export const qualityTypes = definedBy('market', 101, [
  {
    name: '特种设备使用登记证',
    nameEn: 'Registration for Use of Special Equipment',
    kind: 'licence',
    applicant: 'factory',
    layout: 'registration-form',
    number: '特{area}浙Y{serial:5}（{year}）',
    validity: indefinite,
    retention: 'D30',
    issuers: ['market', 'marketTingnan', 'marketWanghu', 'marketQinglan'],
    weight: 60,
    fields: {
      equipmentKind: oneOf(
        '设备种类',
        'Kind of equipment',
        '锅炉|压力容器|电梯|起重机械|客运索道|大型游乐设施|场（厂）内专用机动车辆|压力管道',
      ),
      equipmentCategory: text(
        '设备品种',
        'Variety',
        60,
        '曳引驱动乘客电梯|自动扶梯|叉车|承压蒸汽锅炉|固定式压力容器|桥式起重机|门座式起重机',
      ),
      equipmentCode: code(
        '设备代码',
        'Equipment code',
        '[1-9]\\d{16,19}',
        (_, r) => `${r.between(1, 9)}${r.digits(16)}`,
      ),
      productNumber: text('产品编号', 'Product number', 40, (_, r) => `YL${r.digits(8)}`),
      internalNumber: optional(
        text('单位内编号', 'Internal number', 40, (_, r) => `${r.between(1, 60)}#`),
        2,
      ),
      user: text('使用单位', 'User', 200, (s) => s.firm.name),
      place: site('设备使用地点', 'Place of use'),
      nextInspection: daysAfter('下次检验日期', 'Next inspection', 700),
    },
  },
  {
    name: '特种设备安全管理和作业人员证',
    nameEn: 'Certificate of Special Equipment Personnel',
    kind: 'licence',
    applicant: 'person',
    layout: 'practitioner',
    number: '{holder}',
    validity: years(4),
    retention: 'D10',
    onePerHolder: true,
    weight: 30,
    fields: {
      items: table('作业项目', 'Items', [1, 6], {
        code: oneOf('作业项目代号', 'Item code', 'A|G1|G2|G3|R1|R2|R3|T|Q1|Q2|Y1|Y2|Y3|N1|N2|F1|F2'),
        approvedOn: daysBefore('批准日期', 'Approved on', 20),
        until: date('有效期至', 'Valid until', (s) => s.until ?? s.on),
      }),
      employer: optional(firm('聘用单位', 'Employer', 'factory'), 3),
    },
  },
  {
    name: '检验检测机构资质认定证书',
    nameEn: 'Accreditation of an Inspection Body (CMA)',
    kind: 'licence',
    applicant: 'laboratory',
    layout: 'qualification',
    number: '{year}11{serial:6}',
    validity: years(6),
    retention: 'D30',
    onePerHolder: true,
    weight: 3,
    fields: {
      address: site('机构地址', 'Address'),
      mark: code('CMA编号', 'CMA mark', '\\d{11}[A-Z]?', (_, r) => r.digits(11)),
      abilities: table('能力附表', 'Abilities', [2, 20], {
        object: text(
          '检测对象',
          'Object',
          80,
          '生活饮用水|地表水|环境空气|土壤和沉积物|水泥|钢筋混凝土用钢|食品|建筑防水材料',
        ),
        parameter: text(
          '项目/参数',
          'Parameter',
          80,
          'pH值|化学需氧量|氨氮|总磷|铅|镉|抗压强度|屈服强度|菌落总数|二氧化硫残留量',
        ),
        method: text(
          '依据的标准',
          'Standard',
          120,
          'GB/T 5750.4-2023|HJ 828-2017|HJ 535-2009|GB/T 17671-2021|GB/T 228.1-2021|GB 4789.2-2022|GB 5009.12-2023',
        ),
        limit: optional(text('限制范围', 'Limit', 80, '只用：稀释倍数法|不做现场采样'), 2),
      }),
      signatory: anyone('授权签字人', 'Authorised signatory'),
    },
  },
  {
    name: '工业产品生产许可证',
    nameEn: 'Industrial Product Manufacturing Licence',
    kind: 'licence',
    applicant: 'factory',
    layout: 'permit',
    number: '（浙）XK16-{year}-{serial:5}',
    validity: between({ years: 1 }, { years: 5 }),
    retention: 'D30',
    issuers: ['approvals'],
    weight: 3,
    fields: {
      product: oneOf(
        '产品名称',
        'Product',
        '危险化学品|危险化学品包装物、容器|水泥|电线电缆|建筑用钢筋|化肥|直接接触食品的材料等相关产品',
      ),
      domicile: site('住所', 'Domicile'),
      productionAddress: site('生产地址', 'Place of production'),
      inspection: oneOf('检验方式', 'Inspection', '自检|委托检验'),
      details: list('产品明细', 'Details', 1, 6, [
        '工业盐酸：含量≥31.0%',
        '通用硅酸盐水泥：P·O 42.5、P·O 52.5',
        '热轧带肋钢筋：HRB400E，公称直径6 mm～40 mm',
        '复合膜袋：非复合膜袋、复合膜袋、编织袋',
        '闭口钢桶：Ⅱ类、Ⅲ类',
        '架空绝缘电缆：额定电压10 kV及以下',
      ]),
      group: optional(
        text('集团公司', 'Group', 200, (_, r) => firmName(r, 'factory')),
        2,
      ),
      firstIssued: optional(
        text('首次发证日期', 'First issued', 40, (s) => displayDate(s.firm.founded)),
        2,
      ),
    },
  },
])
