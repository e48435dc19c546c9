import { definedBy, indefinite, years } from '../draft.ts'
import { code, date, oneOf, optional, someOf, table, text } from '../field.ts'
import { anyone, elsewhere, principal, representative, site } from '../fields.ts'

/** 药品监督管理 */
export const medicineTypes = definedBy('drugs', 1, [
  {
    name: '药品经营许可证（零售）',
    nameEn: 'Drug Retail Licence',
    kind: 'licence',
    applicant: 'pharmacy',
    layout: 'permit',
    number: '浙DB{area}{year}{serial:4}',
    validity: years(5),
    retention: 'D30',
    onePerHolder: true,
    weight: 15,
    fields: {
      mode: oneOf('经营方式', 'Mode', '零售|零售（连锁）'),
      scope: someOf(
        '经营范围',
        'Scope',
        '处方药|甲类非处方药|乙类非处方药|中药饮片|中成药|化学药|抗生素制剂|生化药品|生物制品（除血液制品）',
        7,
      ),
      legalRepresentative: representative,
      qualityManager: anyone('质量负责人', 'Quality manager'),
      address: site('经营地址', 'Address'),
      warehouse: optional(elsewhere('仓库地址', 'Warehouse')),
    },
  },
  {
    name: '第三类医疗器械经营许可证',
    nameEn: 'Licence to Trade in Class III Medical Devices',
    kind: 'licence',
    applicant: 'pharmacy',
    layout: 'permit',
    number: '浙云械经营许{year}{serial:4}号',
    validity: years(5),
    retention: 'D30',
    onePerHolder: true,
    weight: 6,
    fields: {
      mode: oneOf('经营方式', 'Mode', '批发|零售|批零兼营'),
      legalRepresentative: representative,
      principal,
      qualityManager: anyone('质量负责人', 'Quality manager'),
      premises: site('经营场所', 'Premises'),
      store: elsewhere('库房地址', 'Store'),
      classes: table('经营范围', 'Scope', [1, 10], {
        catalogue: oneOf('分类目录', 'Catalogue', '2002年分类目录|2017年分类目录'),
        code: code(
          '类代号',
          'Class',
          '68\\d{2}|[012]\\d',
          '6815|6821|6822|6840|6845|6846|6854|6863|6866|6877|02|03|06|08|14|16|22',
        ),
        limit: optional(text('限制', 'Limit', 100, '体外诊断试剂除外|不含植入类|仅限隐形眼镜及护理用液'), 2),
      }),
    },
  },
  {
    name: '第二类医疗器械经营备案凭证',
    nameEn: 'Record of Trade in Class II Medical Devices',
    kind: 'licence',
    applicant: 'pharmacy',
    layout: 'registration-form',
    number: '浙云械经营备{year}{serial:4}号',
    validity: indefinite,
    retention: 'D10',
    onePerHolder: true,
    weight: 12,
    fields: {
      mode: oneOf('经营方式', 'Mode', '批发|零售|批零兼营|为其他生产经营企业提供贮存、配送服务'),
      legalRepresentative: representative,
      premises: site('经营场所', 'Premises'),
      store: optional(elsewhere('库房地址', 'Store')),
      scope: text(
        '经营范围',
        'Scope',
        2_000,
        '2002年分类目录：6801，6803，6820，6826，6827，6841，6854，6857，6864，6866；2017年分类目录：02，07，08，09，14，18，20|2017年分类目录：07，14，16，17，18，19，20，22（体外诊断试剂除外）',
      ),
      recordedBy: text('备案部门', 'Recorded by', 100, (s) => s.authority),
      recordedOn: date('备案日期', 'Recorded on', (s) => s.on),
    },
  },
])
