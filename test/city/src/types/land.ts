import { between, definedBy, indefinite, years } from '../draft.ts'
import { amount, code, date, eachOf, inTurn, list, oneOf, optional, table, text, whole } from '../field.ts'
import {
  anyone,
  project,
  projectCode,
  projectName,
  projectSite,
  representative,
  site,
  storeys,
  terms,
} from '../fields.ts'

const planners = ['land', 'landQinglan'] as const
const unit = code(
  '不动产单元号',
  'Real estate unit',
  '\\d{12}(GB|JC|JB)\\d{5}[FW]\\d{8}',
  (s) => s.parcel.unit,
)
const location = text('坐落', 'Location', 300, (s) => s.parcel.address)

/** 不动产登记 */
export const estateTypes = definedBy('estate', 1, [
  {
    name: '不动产权证书',
    nameEn: 'Real Estate Ownership Certificate',
    kind: 'licence',
    applicant: 'owners',
    layout: 'estate-book',
    number: '浙（{year}）云汀市不动产权第{serial:7}号',
    validity: between({ years: 20 }, { years: 70 }),
    retention: 'Y',
    weight: 350,
    fields: {
      sharing: oneOf('共有情况', 'Sharing', '单独所有|共同共有|按份共有'),
      location,
      unit,
      rightType: oneOf(
        '权利类型',
        'Kind of right',
        '国有建设用地使用权/房屋所有权|宅基地使用权/房屋所有权|国有建设用地使用权|集体建设用地使用权',
      ),
      rightNature: oneOf(
        '权利性质',
        'Nature of the right',
        '出让/市场化商品房|出让/存量房|划拨/房改房|批准拨用/自建房|划拨/经济适用住房',
      ),
      use: oneOf(
        '用途',
        'Use',
        '城镇住宅用地/住宅|商业用地/商业服务|工业用地/工业|农村宅基地/住宅|城镇住宅用地/车位',
      ),
      landArea: amount('宗地面积（平方米）', 'Land area (m²)', 60, 90_000),
      floorArea: amount('房屋建筑面积（平方米）', 'Floor area (m²)', 40, 420),
      term: text('使用期限', 'Term of use', 120, (s) =>
        s.until === null
          ? '长期'
          : `国有建设用地使用权至${s.until.replace('-', '年').replace('-', '月')}日止`,
      ),
      shares: table('权利其他状况', 'Other particulars', [1, 6], {
        item: eachOf('事项', 'Item', '房屋结构|专有建筑面积|分摊建筑面积|房屋总层数|所在层|竣工时间'),
        value: text('内容', 'Value', 80, inTurn('钢筋混凝土结构|88.62平方米|21.04平方米|18层|11层|2016年')),
      }),
      remarks: optional(
        text(
          '附记',
          'Remarks',
          1_000,
          '业务编号：202600018233；本不动产与车位同时登记|原权证号：云国用（2009）第4-1234号|夫妻双方约定按份共有，各占50%',
        ),
        2,
      ),
    },
  },
  {
    name: '不动产登记证明',
    nameEn: 'Real Estate Registration Certificate',
    kind: 'certificate',
    applicant: 'owners',
    layout: 'estate-book',
    number: '浙（{year}）云汀市不动产证明第{serial:7}号',
    validity: indefinite,
    retention: 'D30',
    weight: 200,
    fields: {
      proves: oneOf(
        '证明权利或事项',
        'Right or matter',
        '抵押权|预购商品房预告登记|预购商品房抵押权预告登记|地役权|居住权|异议登记',
      ),
      obligor: anyone('义务人', 'Obligor'),
      location,
      unit,
      other: list('其他', 'Other', 1, 5, [
        '抵押方式：一般抵押',
        '抵押方式：最高额抵押',
        '担保债权的数额：85.00万元',
        '担保范围：主债权及利息、违约金、实现债权的费用',
        '债务履行期限：自登记之日起三十年',
        '是否存在禁止或限制转让抵押不动产的约定：否',
      ]),
      remarks: optional(text('附记', 'Remarks', 1_000, '不动产权证号详见登记簿|第一顺位抵押'), 2),
    },
  },
])

/** 自然资源和规划 */
export const landTypes = definedBy('land', 1, [
  {
    name: '建设项目用地预审与选址意见书',
    nameEn: 'Site Selection and Land Use Preliminary Opinion',
    kind: 'approval',
    applicant: 'developer',
    layout: 'plan-permit',
    number: '用字第{area}{year}{serial:5}号',
    validity: years(3),
    retention: 'Y',
    issuers: planners,
    weight: 8,
    fields: {
      projectName,
      projectCode,
      basis: oneOf(
        '项目建设依据',
        'Basis',
        '国民经济和社会发展规划|国土空间总体规划|专项规划|项目建议书批复',
      ),
      location: projectSite('拟选位置', 'Proposed location'),
      landArea: text(
        '拟用地面积',
        'Proposed land',
        200,
        '总面积3.2156公顷（农用地1.8803公顷，其中耕地0.6611公顷；建设用地1.3353公顷）|总面积0.8420公顷（均为建设用地）',
      ),
      scale: text('拟建设规模', 'Proposed scale', 500, (s) => s.project.content),
      drawings: optional(
        text('附图及附件名称', 'Annexes', 300, '用地范围图一份|项目用地边界拐点坐标表（2000国家大地坐标系）'),
        4,
      ),
    },
  },
  {
    name: '建设用地规划许可证',
    nameEn: 'Construction Land Use Planning Permit',
    kind: 'licence',
    applicant: 'developer',
    layout: 'plan-permit',
    number: '地字第{area}{year}{serial:5}号',
    validity: indefinite,
    retention: 'Y',
    issuers: planners,
    weight: 8,
    fields: {
      projectName,
      approvedBy: oneOf('批准用地机关', 'Land approved by', '云汀市人民政府|青岚县人民政府|浙江省人民政府'),
      approvalNumber: text(
        '批准用地文号',
        'Land approval number',
        60,
        (s, r) => `云政土字〔${s.on.slice(0, 4)}〕${r.between(1, 160)}号`,
      ),
      location: projectSite('用地位置', 'Location'),
      landArea: amount('用地面积（平方米）', 'Land area (m²)', 1_000, 200_000),
      landUse: text(
        '土地用途',
        'Land use',
        80,
        '二类城镇住宅用地|商业用地|一类工业用地|教育用地|城镇村道路用地|排水用地',
      ),
      scale: text(
        '建设规模',
        'Scale',
        300,
        '容积率1.0—2.2，建筑密度≤30%，绿地率≥30%|容积率≥1.5，建筑密度≥40%，绿地率≤15%',
      ),
      acquisition: oneOf('土地取得方式', 'Acquisition', '出让|划拨|租赁'),
      annexes: list('附图及附件', 'Annexes', 1, 3, [
        '用地红线图',
        '规划条件',
        '国有建设用地使用权出让合同',
        '供地方案批复',
      ]),
    },
  },
  {
    name: '建设工程规划许可证',
    nameEn: 'Construction Project Planning Permit',
    kind: 'licence',
    applicant: 'developer',
    layout: 'plan-permit',
    number: '建字第{area}{year}{serial:5}号',
    validity: years(1),
    retention: 'Y',
    issuers: planners,
    weight: 10,
    fields: {
      projectName,
      location: projectSite('建设位置', 'Location'),
      scale: table('建设规模', 'Scale', [1, 12], {
        building: text(
          '建筑物',
          'Building',
          60,
          '1#住宅楼|2#住宅楼|3#住宅楼|配电房|门卫|地下车库|综合楼|厂房一|厂房二',
        ),
        floorArea: amount('建筑面积（平方米）', 'Floor area (m²)', 20, 32_000),
        storeys,
        height: amount('高度（米）', 'Height (m)', 3, 99, 1),
      }),
      annexes: list('附图及附件', 'Annexes', 1, 4, [
        '总平面图',
        '单体建筑平、立、剖面图',
        '日照分析报告',
        '建设工程规划审批意见表',
        '灰线检验册',
      ]),
    },
  },
  {
    name: '乡村建设规划许可证',
    nameEn: 'Rural Construction Planning Permit',
    kind: 'licence',
    applicant: 'person',
    layout: 'plan-permit',
    number: '乡字第{area}{year}{serial:5}号',
    validity: years(1),
    retention: 'Y',
    issuers: ['yunlingTown'],
    weight: 25,
    fields: {
      projectName: oneOf(
        '建设项目名称',
        'Project',
        '农村村民个人建房（新建）|农村村民个人建房（拆后重建）|农村村民个人建房（改建）',
      ),
      location: text('建设位置', 'Location', 200, (s) => s.parcel.village),
      homestead: amount('宅基地面积（平方米）', 'Homestead (m²)', 70, 140),
      footprint: amount('占地面积（平方米）', 'Footprint (m²)', 60, 125),
      floorArea: amount('建筑面积（平方米）', 'Floor area (m²)', 120, 375),
      storeys: whole('层数', 'Storeys', 1, 4),
      bounds: text(
        '四至',
        'Bounds',
        200,
        '东至村道，南至自留地，西至邻房，北至山脚|东至邻房，南至机耕路，西至水渠，北至空地',
      ),
    },
  },
  {
    name: '采矿许可证',
    nameEn: 'Mining Licence',
    kind: 'licence',
    applicant: 'mine',
    layout: 'permit',
    number: 'C{area}{year}017110{serial:7}',
    validity: between({ years: 10 }, { years: 30 }),
    retention: 'Y',
    weight: 1,
    fields: {
      legalRepresentative: representative,
      address: site('地址', 'Address'),
      mine: project('矿山名称', 'Mine'),
      mineral: oneOf('开采矿种', 'Mineral', '石灰岩|建筑用凝灰岩|萤石|叶蜡石|高岭土|矿泉水|地热'),
      method: oneOf('开采方式', 'Method', '露天开采|地下开采|露天/地下开采'),
      scale: text('生产规模', 'Scale', 40, '100.00万吨/年|35.00万立方米/年|8.00万吨/年|5.00万立方米/年'),
      area: amount('矿区面积（平方公里）', 'Area (km²)', 0, 6, 4),
      depth: text('开采深度', 'Depth', 60, '由+420米至+180米标高|由+96米至-40米标高'),
      corners: table('矿区范围拐点坐标', 'Corner points', [4, 24], {
        x: code(
          'X（CGCS2000）',
          'X (CGCS2000)',
          '\\d{7}\\.\\d{2}',
          (_, r) => `32${r.digits(5)}.${r.digits(2)}`,
        ),
        y: code(
          'Y（CGCS2000）',
          'Y (CGCS2000)',
          '\\d{8}\\.\\d{2}',
          (_, r) => `404${r.digits(5)}.${r.digits(2)}`,
        ),
      }),
      conditions: terms('开采要求', 'Conditions', [
        '开采应当符合经批准的矿产资源开发利用方案。',
        '严格落实矿山地质环境保护与土地复垦方案，边开采、边治理。',
        '按时填报矿产资源统计基础表。',
        '不得超层越界开采。',
        '采矿许可证期满需延续的，应当在届满三十日前提出申请。',
      ]),
      firstIssued: date('首次发证日期', 'First issued', (s) => s.firm.founded),
    },
  },
])
