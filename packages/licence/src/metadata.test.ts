import { describe, expect, it } from 'vitest'
import { changed, foodLicence, foodStatement } from '../testing/sample.ts'
import { holderCodeTypes, metadata } from './index.ts'

describe('metadata of GB/T 36903', () => {
  it('has the short names of an OFD file', () => {
    expect(metadata(foodStatement, foodLicence).pinyin).toEqual({
      ZZMC: '食品经营许可证',
      ZZLXMC: '食品经营许可证',
      ZZLXDM: '11339900MB9X00023D004',
      ZZBH: 'JY13399000000042',
      ZZBS: foodStatement.identifier,
      ZZBFJG: '云汀市市场监督管理局',
      ZZBFJGDM: '11339900MB9X00023D',
      ZZBFRQ: '2026年11月23日',
      CZZT: ['云汀市春风小吃店有限公司'],
      CZZTDM: ['91339900MA9X00011U'],
      CZZTDMLX: ['统一社会信用代码'],
      CZZTDMLXDM: ['001'],
      ZZYXQQSRQ: '2026年11月23日',
      ZZYXQJZRQ: '2031年11月22日',
      KZ_business: '餐饮服务经营者',
      KZ_capital: '1000000.00',
      KZ_inspected: '2026年11月20日',
      KZ_items: '["热食类食品制售","冷食类食品制售"]',
      KZ_manager: '{"name":"张三","phone":"05000000000"}',
      KZ_online: '否',
      KZ_place: '云汀市汀南区春晖路1号',
      KZ_seats: '48',
    })
  })

  it('has the English names, the face fields apart', () => {
    const { extendInfo, ...rest } = metadata(foodStatement, foodLicence).english
    expect(rest).toMatchObject({
      certificateName: '食品经营许可证',
      certificateNumber: 'JY13399000000042',
      certificateHolderTypeCode: ['001'],
      certificateExpiringDate: '2031年11月22日',
      certificateVersion: '001',
      certificateAreaCode: '339900',
      certificateDefineAuthorityName: '云汀市市场监督管理局',
      certificateDefineAuthorityCode: '11339900MB9X00023D',
    })
    expect(extendInfo).toMatchObject({ inspected: '2026年11月20日', seats: '48' })
    expect(Object.keys(extendInfo)).toHaveLength(8)
  })

  it('is made without the type too: then dates of the face stay as they are', () => {
    const { pinyin, english } = metadata(foodStatement)
    expect(pinyin.KZ_inspected).toBe('2026-11-20')
    expect(english.certificateDefineAuthorityName).toBeUndefined()
  })

  it('writes 长期, and lists every holder', () => {
    const [first] = foodStatement.holders
    const second = { name: '张三', code: '11010519491231002X', codeType: '111' }
    const { pinyin } = metadata(
      changed(changed(foodStatement, '/validity/until', null), '/holders', [first, second]),
    )
    expect(pinyin.ZZYXQJZRQ).toBe('长期')
    expect(pinyin.CZZT).toEqual(['云汀市春风小吃店有限公司', '张三'])
    expect(pinyin.CZZTDMLX).toEqual([holderCodeTypes['001'].name.zh, '公民身份号码'])
  })
})
