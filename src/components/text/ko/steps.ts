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

  'headline.inks':
    '{channel}번 채널이 통과시키는 비율은 {a} 막대일 때 {keepsA}, {b} 막대일 때 {keepsB}입니다.',
  'headline.digits':
    '{channel}번 채널이 통과시키는 비율은 이 이미지에서 {keepsA}, 다른 이미지에서 {keepsB}입니다.',

  'step.why.title': '이 깊이의 창은 대부분 막대를 보지 못하지만, 평균에는 막대가 반영됩니다.',
  'step.why.1':
    '숫자 두 개가 두 가지 잉크로 겹쳐 있습니다. 왼쪽 가장자리의 **막대**가 어느 잉크의 숫자를 읽을지 알려 줍니다. [[U]]의 유닛(unit) 하나는 이미지의 창(window) 하나만 보며, 어느 이미지에서나 똑같은 가중치(weight)로 채널(channel)을 섞습니다. 이 깊이의 창은 대부분 막대에 닿지 않습니다.',
  'step.why.2':
    'SE 블록은 이미지 전체의 정보가 각 채널에 영향을 주게 합니다. [[z]]가 맵마다 값 하나로 요약하고, 작은 층 두 개가 그 요약에서 채널마다 게이트(gate) [[s_c]] 하나를 만들며, 게이트가 채널의 크기를 조정합니다. 같은 이미지라도 막대가 바뀌면 게이트가 바뀝니다.',
  'step.why.digits':
    '여기서는 숫자 하나만 읽으며, 답을 정하는 것은 모두 획 안에 있습니다. 획 근처의 유닛이 놓치는 것은 거의 없습니다. 이 첫 위치의 게이트는 가운데 범위에 머물고, 이미지가 바뀌어도 조금만 움직입니다.',
  'step.why.titleDigits': '여기서는 창만으로도 놓치는 것이 거의 없습니다.',
  'step.why.digitsDeep':
    '이 두 번째 위치에서는 많은 게이트가 숫자에 따라 크게 움직입니다. 깊은 층의 게이트는 클래스를 따라가게 되기 때문입니다. 게이트 없이 학습한 신경망도 그만큼 읽으며, 마지막 단계에서 확인할 수 있습니다.',
  'step.why.answerDigitsDeep':
    '여기서는 바뀌는 게이트가 있습니다. 막대와 이미지 B의 눈금을 비교해 보십시오. SE 위치 1에서는 서로 가까이 있습니다.',
  'step.why.titleDeep': '깊은 층의 창은 막대까지 닿습니다.',
  'step.why.deep':
    '스테이지 두 개를 지난 여기서는 [[U]]의 유닛 하나가 대개 막대까지 봅니다. 가중치만으로도 막대를 고려할 수 있는 곳입니다. 그래도 이 위치의 게이트 역시 막대에 따라 바뀝니다.',
  'step.why.digits2':
    '블록은 똑같습니다. [[z]]가 맵마다 값 하나로 요약하고, 작은 층 두 개가 그 요약에서 채널마다 게이트(gate) [[s_c]] 하나를 만들며, 게이트가 채널의 크기를 조정합니다.',
  'step.why.questionDigits': '다른 숫자를 보여 주면 게이트가 많이 바뀔까요?',
  'step.why.answerDigits':
    '아니요, 많이 바뀌지 않습니다. 게이트의 막대와 이미지 B의 눈금을 비교해 보십시오. 서로 가까이 있습니다.',
  'step.why.swap': '막대 잉크 바꾸기',
  'step.why.other': '다음 이미지',
  'step.why.patches': '{channel}번 채널이 반응하는 조각',
  'step.why.patch': '홀드아웃 이미지 {index}번에서 이 채널이 가장 세게 반응하는 조각',
  'step.why.window':
    '테두리: U의 셀 ({h}, {w}) 하나가 {gated, select, yes {직접 보는} other {볼 수 있는}} 전부, {width} × {height} 픽셀입니다. {bar, select, yes {막대에 닿아 있습니다.} no {막대는 들어 있지 않습니다.} other {}}{gated, select, yes { 다만 맵 전체를 요약해 만든 SE 위치 1의 게이트를 거치므로, 이 값은 모든 픽셀에 따라 달라집니다.} other {}}',
  'step.why.question': '막대의 잉크가 바뀌면 가중치도 바뀔까요?',
  'step.why.answer':
    '아니요, 바뀌지 않습니다. 가중치는 어느 이미지에서나 같습니다. 바뀌는 것은 z이고, z를 거쳐 게이트가 바뀝니다.',

  'step.transform.title': '[[F_tr]]: 특성 맵(feature map) [[U]] 만들기',
  'step.transform.1':
    '필터(filter) [[v_c]] 하나가 이 유닛의 입력 [[X]] 위를 미끄러지며 맵 [[u_c]] 하나를 만듭니다. [[U]]의 셀을 하나 골라 보십시오. 그 셀이 X의 채널마다 보는 창, 커널(kernel), 둘을 곱한 값이 아래에 나옵니다.',
  'step.transform.2':
    '합성곱(convolution)과 [[U]] 사이에는 배치 정규화(batch normalization, BN)가 있어 합의 크기를 한 번 더 조정합니다: conv → BN → u.',
  'step.transform.none':
    '블록이 이 위치에 있으면 [[U]] 바로 앞에 합성곱이 없습니다. 게이트는 앞선 연산이 만든 값에 곱해집니다.',
  'step.transform.try': 'U의 셀 하나 고르기',
  'step.transform.where': '{channel}번 채널의 셀 ({h}, {w})',
  'step.transform.inputs': 'X의 입력 채널과 각각의 합 Σ v · x',
  'step.transform.input': '{i}번 입력 채널: 합 {value}',
  'step.transform.window': 'x의 창',
  'step.transform.kernel': '커널 v',
  'step.transform.products': '곱',
  'step.transform.bn':
    'BN: γ (v − μ) / √(σ² + ε) + β = {gamma} · ({value} − {mean}) / √({variance} + {epsilon}) + {beta} = {result}',
  'step.transform.question': 'U의 셀 하나는 이미지를 얼마나 볼까요?',
  'step.transform.answer':
    'SE 위치 1에서는 수용 영역(receptive field), 곧 이미지에 테두리로 표시한 창만 보며, 창 밖에 있는 것은 이 값을 바꿀 수 없습니다. SE 위치 2에서는 더 넓은 창을 직접 보고, 맵 전체를 요약해 만든 SE 위치 1의 게이트를 거쳐 이미지 전체의 영향을 받습니다.',

  'step.squeeze.title': '[[F_sq]]: 맵 하나가 값 하나로',
  'step.squeeze.1':
    '**스퀴즈(squeeze)**는 전역 평균 풀링(global average pooling)입니다. [[z_c]]는 맵 [[u_c]]의 값을 모든 셀에 걸쳐 평균한 것입니다. 값 {places}개가 하나가 됩니다. 어디에 있었는지는 잊으며, [[U]]에는 양수와 음수가 모두 있어 서로 상쇄될 수 있습니다.',
  'step.squeeze.2': 'z는 중요도가 아니라, 다음 두 층이 읽을 요약입니다.',
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
  'step.squeeze.question': '맵의 셀이 모두 위치를 바꾸면 z는 어떻게 될까요?',
  'step.squeeze.answer':
    '그대로입니다. 평균은 값이 어디에 있었는지 모릅니다. (신경망의 나머지 부분은 압니다.)',

  'step.mix.title': '[[F_ex]]의 앞부분: W₁이 모든 채널을 섞습니다',
  'step.mix.1':
    '여기부터 **익사이테이션(excitation, 재조정)**입니다. 은닉 유닛(hidden unit)은 저마다 W₁의 한 행을 따라 [[z]]의 **모든** 채널을 가중합하고 편향(bias)을 더합니다. 0보다 작은 값은 ReLU가 0으로 자릅니다. 은닉 유닛 {reduced, plural, other {#개가}} 채널 {channels}개를 읽습니다. 축소 비율(reduction ratio) r은 채널 수를 나누는 수(여기서는 {r})이며, 병목(bottleneck)의 너비가 아닙니다.',
  'step.mix.dead':
    '{count, plural, =0 {이 이미지에서 0인 은닉 유닛은 없습니다.} other {이 이미지에서 0인 은닉 유닛 번호: {names}.}}',
  'step.mix.deadAlways':
    '{count, plural, other {세어 본 이미지 {pictures}장 모두에서 0이었던 은닉 유닛 번호: {names}.}}',
  'step.mix.r': '축소 비율 r',
  'step.mix.width': 'r = {r}: 은닉 유닛 {reduced}개, W₁과 W₂의 가중치 {weights}개',
  'step.mix.relu': 'ReLU 빼기',
  'step.mix.bias': '편향 빼기',
  'step.mix.question': '은닉 유닛이 0이면 꺼지는 채널이 있을까요?',
  'step.mix.answer':
    '아니요, 은닉 유닛은 모든 채널을 섞은 값입니다. 은닉 유닛이 모두 0이면 게이트는 편향만으로 정해지고, 편향도 없으면 모두 정확히 ½입니다.',

  'step.gate.title': '[[F_ex]]의 뒷부분: W₂와 σ가 게이트를 만듭니다',
  'step.gate.1':
    '은닉 유닛을 W₂ᵀ의 한 열을 따라 가중합하면 채널마다 **로짓(logit)** 하나가 나옵니다. σ가 이것을 0과 1 사이의 값인 게이트 [[s_c]]로 바꿉니다. 채널마다 σ가 따로 있으므로 게이트끼리 경쟁하지 않습니다.',
  'step.gate.2':
    'W₁과 W₂는 가중치이며 어느 이미지에서나 같습니다. 게이트는 [[s]]뿐이고 이미지마다 새로 계산됩니다.',
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
  'step.gate.question': 'σ 대신 softmax를 쓰면 게이트는 어떻게 될까요?',
  'step.gate.answer':
    '합이 1이 되어야 합니다. 채널 하나가 가질 수 있던 값을 모든 채널이 나누어 가지므로 거의 모두 닫힙니다. 채널은 하나만 고르는 대상이 아니므로 σ를 씁니다.',

  'step.scale.title': '[[F_scale]]: 맵마다 게이트를 곱합니다',
  'step.scale.1':
    '**스케일 조정(scale)**입니다. X̃의 모양은 [[U]]와 같으며 없어지는 채널은 없습니다. c번 맵의 모든 셀에 같은 수 [[s_c]]를 곱합니다. σ는 감쇠(attenuate)만 합니다. 게이트가 0.9라고 해서 채널이 더 강해지지는 않으며, 강조는 상대적입니다. 지름길 연결은 블록을 거치지 않습니다: out = ReLU(shortcut + X̃).',
  'step.scale.2': '아래 행은 위 행과 같은 색 눈금으로 그렸습니다. 더 옅어진 맵이 감쇠된 맵입니다.',
  'step.scale.transplant': '다른 막대의 게이트 이식',
  'step.scale.transplantDigits': '다른 이미지의 게이트 이식',
  'step.scale.flip':
    '원래 게이트로 읽은 숫자는 {own} ({ownProbability}), 이식한 게이트로 읽은 숫자는 {now} ({nowProbability})입니다.',
  'step.scale.close': '{channel}번 채널 닫기',
  'step.scale.closing':
    '살펴본 이미지 가운데 {channel}번 채널을 닫을 때 가장 많이 바뀌는 것은 {index}번 이미지입니다. 그때 읽는 숫자: {after}. {before}의 확률: {probabilityBefore} → {probabilityAfter}.',
  'step.scale.showClosing': '그 이미지 보기',
  'step.scale.ones': '모든 게이트 1',
  'step.scale.mean': '모두 평균으로',
  'step.scale.slider': '{channel}번 채널의 게이트',
  'step.scale.undo': '실행 취소',
  'step.scale.reset': '모두 계산된 값으로',
  'step.scale.now': '지금 읽은 숫자는 {now} ({probability})입니다.',
  'step.scale.question': '게이트를 합성곱의 가중치에 미리 곱해 둘 수 있을까요?',
  'step.scale.answer':
    '한 번 곱해 두고 끝낼 수는 없습니다. 게이트는 이미지에 따라 달라집니다. 막대의 잉크를 바꾸면서 게이트를 지켜보십시오.',

  'step.result.title': '블록은 무엇을 바꾸었을까요?',
  'step.result.1':
    '먼저 같은 신경망이 두 이미지를 어떻게 읽는지 비교합니다. 이어지는 비교는 저마다 다른 질문에 답합니다.',
  'step.result.pair': '이미지 A와 이미지 B, 각각의 원래 게이트',
  'step.result.swap': 'A와 B 맞바꾸기',
  'step.result.takeB': 'B로 A 바꾸기',
  'step.result.picture': '이미지',
  'step.result.bar': '막대의 잉크',
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
  'step.result.plainWhat':
    '같은 스텝 수로 학습한 다른 신경망입니다. 차이의 일부는 학습량과 깊이 때문입니다. SE 없이 스텝, 가중치, 스테이지를 늘린 결과는 “활용하기”에 있습니다.',
  'step.result.own': '원래 게이트',
  'step.result.transplanted': '다른 막대의 게이트',
  'step.result.transplantedWhat': '그때 **다른** 숫자로 읽히는 이미지의 비율입니다.',
  'step.result.thisPicture': '이 이미지',
  'step.result.share': '막대대로 읽은 비율',
  'step.result.shareDigits': '바르게 읽은 비율',
  'step.result.of': '{mean} ({least}~{most})',
  'step.result.study':
    '난수 시드 {seeds}개의 평균(최소~최대)입니다. 배치 {batch}장씩 {steps}스텝, 홀드아웃 이미지 {pictures}장을 이 코드로 구했습니다. 게이트는 모든 SE 위치에서 한꺼번에 바꾸었습니다.',
  'step.result.noStudy': '시드별 결과를 불러오는 중입니다.',
  'step.result.plainAnswer': '읽은 숫자 {prediction} ({probability})',
  'step.result.group': '학습 이미지 일부에 대한 평균 게이트',
  'step.result.groupInks': '막대의 잉크별',
  'step.result.groupDigits': '클래스별',
  'step.result.groupSelected': '{channel}번 채널',
  'step.result.question': 'SE의 가치는 어떻게 재야 할까요?',
  'step.result.answer':
    '게이트와 함께 학습한 신경망의 게이트를 바꾸어서는 알 수 없습니다. 그것은 무엇에 의존하는지만 보여 줍니다. SE 없이 같은 스텝으로, 이어서 더 오래, 더 넓고 깊게 학습해 보아야 합니다.',

  'sampleTools.title': '다른 이미지',
  'sampleTools.compose': '이미지 만들기',
  'sampleTools.draw': '숫자 그리기',
  'sampleTools.drawInks': '그린 숫자는 청록색, 겹치는 홀드아웃 숫자는 황색이며 막대는 청록색입니다.',
  'sampleTools.loading': '홀드아웃 숫자를 불러오는 중입니다 …',
}
