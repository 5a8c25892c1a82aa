import type { steps as english } from '../en/steps.ts'

export const steps: Readonly<Record<keyof typeof english, string>> = {
  'steps.label': '설명의 단계',
  'step.back': '이전',
  'step.next': '다음',
  'step.why.name': '왜?',
  'step.transform.name': '변환',
  'step.squeeze.name': '스퀴즈',
  'step.mix.name': '혼합',
  'step.gate.name': '게이트',
  'step.scale.name': '스케일',
  'step.result.name': '결과',
  'try.title': '해 보기',
  'try.more': '더 해 보기',
  'predict.title': '먼저 예상하기',

  'step.why.patches': '{channel}번 채널이 반응하는 조각',
  'step.why.patch': '홀드아웃 이미지 {index}번에서 이 채널이 가장 세게 반응하는 조각',
  'step.why.window':
    '테두리: U의 셀 ({h}, {w}) 하나가 {gated, select, yes {직접 보는} other {볼 수 있는}} 전부, {width} × {height} 픽셀입니다. {bar, select, yes {띠에 닿아 있습니다.} no {띠는 들어 있지 않습니다.} other {}}{gated, select, yes { 다만 맵 전체를 요약해 만든 SE 위치 1의 게이트를 거치므로, 이 값은 모든 픽셀에 따라 달라집니다.} other {}}',

  'step.transform.none':
    '블록이 이 위치에 있으면 [[U]] 바로 앞에 합성곱이 없습니다. 게이트는 앞선 연산이 만든 값에 곱해집니다.',
  'step.transform.try': 'U의 셀 하나 고르기',
  'step.transform.where': '{channel}번 채널의 셀 ({h}, {w})',
  'step.transform.inputs': 'X의 입력 채널과 각각의 합 Σ v · x',
  'step.transform.input': '{i}번 입력 채널: 합 {value}',
  'step.transform.window': '{i}번 채널의 창',
  'step.transform.kernel': '{i}번 채널의 커널',
  'step.transform.products': '곱',
  'step.transform.bn':
    'BN: γ (v − μ) / √(σ² + ε) + β = {gamma} · ({value} − {mean}) / √({variance} + {epsilon}) + {beta} = {result}',

  'step.squeeze.shuffle': 'U의 셀 섞기',
  'step.squeeze.unshuffle': '셀 되돌리기',
  'step.squeeze.delta': 'z의 가장 큰 변화: {delta}',
  'step.squeeze.op': '스퀴즈 방법',
  'step.squeeze.mean': '평균',
  'step.squeeze.max': '최댓값',
  'step.squeeze.trainedForMean': '가중치는 평균으로 학습했습니다.',
  'step.squeeze.brush': '{channel}번 채널의 맵 위를 끌어 직사각형 영역을 선택해 보십시오.',
  'step.squeeze.brushMap':
    '{channel}번 채널의 맵, 셀 {map}개. 선택한 영역: {top}행부터 {bottom}행까지, {left}열부터 {right}열까지.',
  'step.squeeze.rows': '행',
  'step.squeeze.columns': '열',
  'step.squeeze.first.rows': '첫 행',
  'step.squeeze.last.rows': '마지막 행',
  'step.squeeze.first.columns': '첫 열',
  'step.squeeze.last.columns': '마지막 열',
  'step.squeeze.region': '영역',
  'step.squeeze.wholeMap': '맵 전체',
  'step.squeeze.average': 'Σ u / n',
  'step.squeeze.meanOf': '평균',
  'step.squeeze.places': '셀 수 n',
  'step.squeeze.place': '최댓값의 위치',
  'step.squeeze.maxOf': '최댓값',
  'step.squeeze.parts':
    '이 영역의 셀 수는 {places}, 맵의 평균에 기여하는 값은 {part}, 나머지 셀이 기여하는 값은 {rest}입니다.{signs, select, mixed {} other { 합에서 차지하는 비중은 {share}입니다.}}',
  'step.squeeze.holds':
    '{inside, select, yes {맵의 가장 큰 값이 이 영역 안에 있습니다.} other {맵의 가장 큰 값은 이 영역 밖에 있습니다.}}',
  'step.squeeze.forgets':
    '영역마다 평균이 따로 있지만, z는 맵 전체에 하나뿐인 값입니다. 셀을 섞으면 영역의 평균은 바뀌고 z는 그대로입니다.',
  'step.squeeze.forgetsMax': '영역마다 최댓값이 따로 있지만, z는 어디에 있든 맵 전체에서 가장 큰 값입니다.',

  'step.mix.dead':
    '{count, plural, =0 {이 이미지에서 0인 은닉 유닛은 없습니다.} other {이 이미지에서 0인 은닉 유닛 번호: {names}.}}',
  'step.mix.deadAlways':
    '{count, plural, other {세어 본 이미지 {pictures}장 모두에서 0이었던 은닉 유닛 번호: {names}.}}',
  'step.mix.relu': 'ReLU 빼기',
  'step.mix.bias': '편향 빼기',

  'step.gate.fn': '게이트 함수',
  'step.gate.sigmoid': 'σ',
  'step.gate.tanh': 'tanh',
  'step.gate.relu': 'ReLU',
  'step.gate.hardSigmoid': 'hard σ',
  'step.gate.softmax': 'softmax',
  'step.gate.trainedFor':
    '가중치는 σ로 학습했습니다. 다른 함수를 고르면 같은 로짓이 어떤 게이트가 되는지만 볼 수 있습니다.',
  'step.gate.softmaxLine':
    '선: {channel}번 채널의 로짓만 움직일 때 그 게이트의 값입니다. 다른 게이트도 모두 함께 움직입니다.',

  'step.scale.transplant': '다른 띠의 게이트 쓰기',
  'step.scale.transplantDigits': '다른 이미지의 게이트 이식',
  'step.scale.flip':
    '원래 게이트로 읽은 숫자는 {own} ({ownProbability}), 가져온 게이트로 읽은 숫자는 {now} ({nowProbability})입니다.',
  'step.scale.close': '{channel}번 채널 닫기',
  'step.scale.closing':
    '살펴본 이미지 가운데 {channel}번 채널을 닫을 때 가장 많이 바뀌는 것은 {index}번 이미지입니다. 그때 읽는 숫자: {after}. {before}의 확률: {probabilityBefore} → {probabilityAfter}.',
  'step.scale.showClosing': '그 이미지 보기',
  'step.scale.ones': '모든 게이트 1',
  'step.scale.mean': '모두 평균으로',
  'step.scale.slider': '{channel}번 채널의 게이트',
  'step.scale.undo': '실행 취소',
  'step.scale.reset': '모두 원래 값으로',
  'step.scale.now': '지금 읽은 숫자는 {now} ({probability})입니다.',

  'step.result.pair': '이미지 A와 이미지 B, 각각의 원래 게이트',
  'step.result.swap': 'A와 B 맞바꾸기',
  'step.result.takeB': 'B로 A 바꾸기',
  'step.result.picture': '이미지',
  'step.result.bar': '띠의 색',
  'step.result.wanted': '읽어야 할 숫자',
  'step.result.reads': '신경망이 읽은 숫자',
  'step.result.unknown': '알 수 없음',
  'step.result.gateOf': '{channel}번 채널의 게이트',
  'step.result.largest':
    '게이트의 차이가 가장 큰 것은 {channel}번 채널입니다. 이미지 A에서 {a}, 이미지 B에서 {b}, 차이는 {difference}입니다.',
  'step.result.strip': '이미지 {name}의 모든 채널 게이트, 최소 {least}, 최대 {most}',
  'step.result.stripLegend':
    '막대: 그 이미지의 게이트(0~1). 눈금: 다른 이미지의 게이트. 음영: {channel}번 채널. 테두리: 차이가 가장 큰 채널.',
  'step.result.gatesTable': 'A와 B의 게이트',
  'step.result.frozen': '게이트를 평균에 고정',
  'step.result.frozenWhat':
    '평균적인 크기는 같지만 **어느** 이미지에서나 같고, 학습에서 본 적이 없는 게이트입니다. 정확도가 떨어지면 게이트에 의존한다는 뜻입니다.',
  'step.result.ones': '게이트를 모두 1로',
  'step.result.onesWhat':
    '이것도 학습에서 본 적이 없습니다. 정확도가 떨어지면 게이트에 의존한다는 뜻이지, 게이트가 이득이라는 뜻은 아닙니다.',
  'step.result.plain': 'SE 없이 학습',
  'step.result.plainStored': 'SE 없이 저장된 학습',
  'step.result.plainWhat':
    '블록 없이 학습하여 저장한 신경망입니다. 두 잉크에서는 차이의 일부가 학습량과 깊이 때문입니다(“활용하기” 참고). 다른 데이터에서는 재지 않았습니다.',
  'step.result.own': '원래 게이트',
  'step.result.transplanted': '다른 띠의 게이트',
  'step.result.transplantedWhat': '그때 **다른** 숫자로 읽히는 이미지의 비율입니다.',
  'step.result.thisPicture': '이 이미지',
  'step.result.share': '띠대로 읽은 비율',
  'step.result.shareDigits': '바르게 읽은 비율',
  'step.result.asOther': '† 다른 숫자로 읽은 비율.',
  'step.result.everySite': '모든 SE 위치에서 한꺼번에 바꿉니다.',
  'step.result.range': '{least}~{most}',
  'step.result.of': '{mean} ({least}~{most})',
  'step.result.study':
    '난수 시드 {seeds}개의 평균(최소~최대)입니다. 배치 {batch}장씩 {steps}스텝, 홀드아웃 이미지 {pictures}장을 이 코드로 구했습니다. 게이트는 모든 SE 위치에서 한꺼번에 바꾸었습니다.',
  'step.result.ownStudy': '여러 시드의 결과는 저장된 신경망의 것입니다. 지금 보이는 것은 다른 신경망입니다.',
  'step.result.noStudy': '시드별 결과를 불러오는 중입니다.',
  'step.result.plainAnswer': '읽은 숫자 {prediction} ({probability})',
  'step.result.group': '학습 이미지 일부에 대한 평균 게이트',
  'step.result.groupInks': '띠의 색별',
  'step.result.groupDigits': '클래스별',
  'step.result.groupSelected': '{channel}번 채널',

  'sampleTools.title': '다른 이미지',
  'sampleTools.compose': '이미지 만들기',
  'sampleTools.draw': '숫자 그리기',
  'sampleTools.drawInks': '그린 숫자는 청록색, 겹치는 홀드아웃 숫자는 황색이며 띠는 청록색입니다.',
  'sampleTools.loading': '홀드아웃 숫자를 불러오는 중입니다 …',
}
