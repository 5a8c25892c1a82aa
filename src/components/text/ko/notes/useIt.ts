import type { useIt as en } from '../../en/notes/useIt.ts'

export const useIt: Readonly<Record<keyof typeof en, string>> = {
  'use.title': '활용하기',
  'use.where': '어디에 둘까요',
  'use.where.text':
    '잔차 유닛마다 맨 끝, 덧셈 앞에 둡니다. 지름길 연결이 없는 신경망에서는 합성곱의 BN과 ReLU 다음에 둡니다. 가중치의 대부분은 채널이 많은 뒤쪽 스테이지의 블록에 있습니다: 편향이 없을 때 (2/r) Σ N C²개(식 5). r = 16부터 시작하고, 채널이 적으면 은닉 유닛이 몇 개 남도록 더 작게 잡으십시오.',
  'use.cost': '이 블록의 비용',
  'use.worth': '쓸 필요가 없을 때',
  'use.worth.text':
    '숫자 하나를 읽을 때처럼 블록 없이도 그만큼 하면({digitsSe}, 없이 {digitsPlain}) 가중치만 늘어납니다. 셀의 창 밖에 답을 정하는 것이 있다면 그것을 가져올 다른 방법도 따져 보십시오{controls, select, yes {. 두 잉크에서 {steps}스텝일 때의 차이 {gap}%p가 {longerSteps}스텝에서는 {gapLonger}%p이고, 더 깊은 SE 없는 신경망과의 차이는 {gapDeeper}%p입니다} other {}}.',
  'use.table': 'SE가 있을 때와 없을 때의 홀드아웃 정확도',
  'use.table.what': '신경망',
  'use.table.seBare': 'SE 있음',
  'use.table.plainBare': 'SE 없음',
  'use.table.wider': 'SE 없음, 더 넓게: 가중치 {weights}개 (SE 있음: {seWeights}개)',
  'use.table.deeper': 'SE 없음, 스테이지 {stages}개: 가중치 {weights}개',
  'use.table.seLonger': 'SE 있음, {steps}스텝',
  'use.table.plainLonger': 'SE 없음, {steps}스텝',
  'use.table.perBar': 'SE 있음, 띠 색별로 고정한 게이트',
  'use.table.frozen': 'SE 있음, 평균에 고정한 게이트',
  'use.table.frozenAt': 'SE 있음, SE 위치 {site}에서만 고정한 게이트',
  'use.table.ones': 'SE 있음, 게이트를 모두 1로',
  'use.table.cell': '{mean} ({least}~{most})',
  'use.table.caption':
    '평균(최소~최대). 숫자: 시드 {digitsSeeds}개, {digitsSteps}스텝. 두 잉크: 시드 {inksSeeds}개, {inksSteps}스텝{controls, select, yes {, 비교 실험은 시드 {controlSeeds}개} other {}}. 홀드아웃 이미지 {pictures}장, 배치 {batch}장. 이 코드로 만든 수치입니다.',
  'use.table.reliance':
    '게이트를 바꾼 행은 학습된 신경망이 무엇에 의존하는지를 보여 줄 뿐, 블록의 가치를 보여 주지 않습니다.',
  'use.code': '코드',
  'use.limits': '이 실험들로 알 수 없는 것',
  'use.limits.1':
    '두 잉크는 만들어 낸 과제이며, 띠의 색이라는 정보 하나가 답을 정합니다. 띠를 무시하면 절반쯤 맞습니다.',
  'use.limits.2':
    '28 × 28 픽셀 이미지를 읽는 두 스테이지짜리 작은 신경망이므로, 자연 이미지에 대해서는 아무것도 알 수 없습니다. 그 결과는 논문에 있습니다(출처 참고).',
  'use.limits.3': '홀드아웃 이미지 한 벌, 적은 수의 시드, SE가 있을 때에 맞춘 스텝 수로 얻은 결과입니다.',
  'use.limits.4':
    '두 잉크와 단서가 있는 시계열에서 처음 보이는 표본과 채널은 찾아서 고른 것입니다. 평균이 아니라 효과가 가장 뚜렷한 경우입니다.{turns, select, yes { 홀드아웃 이미지를 띠마다 한 번씩 읽은 {turnedOf}번 가운데 평균 게이트를 쓸 때와 다른 띠의 게이트를 쓸 때 모두 다른 쪽 숫자로 읽히는 것은 {turned}번입니다.} other {}}',
}
