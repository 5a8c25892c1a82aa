import type { firstScreen as en } from '../../en/series/firstScreen.ts'

export const firstScreen: Readonly<Record<keyof typeof en, string>> = {
  'lead.why.bar.stored.series':
    '{turns, select, yes {같은 신호라도 단서를 바꾸면 다른 클래스로 예측합니다. 바꾸어 보십시오.} other {단서만 바꾸어도 게이트가 달라집니다. 바꾸어 예측을 비교하십시오.}}',
  'lead.why.single.stored.series':
    '다른 시계열에서 ½의 반대쪽으로 가는 게이트: {flips, plural, other {#개}}. 효과는 마지막 단계에서 봅니다.',
  'lead.why.bar.series': '단서를 바꾸면 게이트도 바뀔까요? 바꾸어 비교해 보십시오.',
  'lead.why.single.series': '시계열이 바뀌면 게이트도 바뀔까요? 다음 시계열과 비교해 보십시오.',
  'lead.transform.series': 'U의 시점 하나는 늘 같은 가중치로 시계열의 {width}시점을 직접 봅니다.',
  'lead.squeeze.series': '스퀴즈: 맵 하나가 평균값 하나로 줄어듭니다. 시점을 섞어도 z는 그대로입니다.',
  'lead.mix.series':
    '평균 {channels}개가 값 {reduced}개로 줄어듭니다. 이 시계열에서 0보다 큰 값: {above, plural, other {#개}}.',
  'lead.mix.bar.series':
    '평균 {channels}개 → 값 {reduced}개. {sided, select, yes {이 시계열: 신호 1에만 켜지는 유닛 {first, plural, other {#개}}, 신호 2에만 {second, plural, other {#개}}} other {어느 단서에서나 0보다 큰 유닛 {above, plural, other {#개}}}}.',
  'lead.scale.bar.series':
    '{lends, select, yes {맵마다 게이트를 곱합니다. 다른 단서의 게이트를 쓰면: {own} → {lent}.} other {맵마다 게이트를 곱합니다. 다른 단서의 게이트를 써도 {own} 그대로입니다.}}',
  'lead.scale.single.series':
    '{lends, select, yes {맵마다 게이트를 곱합니다. 다른 시계열의 게이트를 쓰면: {own} → {lent}.} other {맵마다 게이트를 곱합니다. 다른 시계열의 게이트를 써도 {own} 그대로입니다.}}',
  'lead.result.bar.stored.series':
    '{longer, select, yes {정확도 {rightRound}, 고정 {frozenRound}. SE 없이 학습 {plainRound}({longerSteps}스텝 {plainLonger}, SE {seLonger}).} other {정확도 {rightRound}. 게이트 고정 {frozenRound}, SE 없이 학습 {plainRound}. 단서 없이는 절반쯤.}}',
  'lead.result.single.stored.series':
    '정확도: SE 있음 {right}, 없음 {plain}. 이 학습들에서 이득은 보이지 않습니다.',
  'lead.training.bar.series': '두 단서의 게이트 차이는 평균 {apart}입니다. 학습하면 커질까요?',

  'lead.training.single.series': '두 시계열의 게이트 차이는 평균 {apart}입니다. 무엇이 움직일까요?',
  'try.swap.bar.series': '단서 바꾸기',
  'try.swap.single.series': '다음 시계열',
  'try.shuffle.series': '시점 섞기',
  'try.lend.bar.series': '다른 단서의 게이트 쓰기',
  'back.shuffle.series': '시점 되돌리기',

  'text.why.bar.series':
    '합성 데이터입니다. 클래스를 어느 신호로 정할지 **단서**가 알려 줍니다. <se|스퀴즈-익사이테이션(SE) 블록>은 [[U]]의 맵마다 시간 평균([[z]])을 섞어 채널별 게이트([[s]])를 만듭니다. 단서를 바꾸면 **{channels}개 중 {flips}개**가 ½의 반대쪽으로 갑니다.',
  'text.why.single.series':
    '커널은 이웃한 시점 몇 개만 봅니다. <se|스퀴즈-익사이테이션(Squeeze-and-Excitation, SE) 블록>은 [[U]]의 맵마다 시계열 전체의 평균([[z]])을 내고 섞어 채널별 게이트([[s]])를 만든 뒤 맵에 곱합니다.',
  'text.transform.series':
    '필터 [[v_c]] 하나가 맵 [[u_c]] 하나를 만듭니다. [[X]]의 창에 커널을 곱해 더한 뒤 <bn|BN>과 ReLU를 거치므로 [[U]]에는 음수가 없습니다. [[X]]는 이 유닛의 입력(채널 {inputs}개)입니다.{gated, select, yes { SE 위치 1의 게이트를 거쳐 모든 시점이 영향을 줍니다.} other {}}',
  'text.squeeze.series':
    '<squeeze|스퀴즈(squeeze)>는 시간 축의 전역 평균 풀링입니다. [[z_c]]는 순서와 관계없이 맵 [[u_c]]의 시점 {places}개를 평균한 요약이며 중요도가 아닙니다. [[U]]에 음수가 없어 상쇄되지 않습니다. {channel}번 채널: z = {z}.',
  'text.squeeze.max.series':
    '이제 [[z_c]]는 맵 [[u_c]]의 시점 {places}개 중 **가장 큰** 값입니다.{changed, select, yes { 가중치는 평균으로 학습했으므로 처음 보는 값을 받습니다.} other {}} 논문에서 최댓값으로 학습한 결과는 조금 나빴습니다(표 11, 이미지).',
  'text.mix.series':
    '<excitation|익사이테이션(excitation)> 앞부분: W₁({reduced} × {channels}) 행마다 **모든** 평균을 {bias, select, yes {가중합해 편향을 더한} other {가중합한}} 뒤 ReLU가 음수를 자릅니다. 두 시계열 사이 변화({channel}번 채널): z {zMove}, 게이트 {sMove}.{others, select, yes { 다른 채널이 정합니다.} other {}}',
  'text.mix.bar.series':
    '<excitation|익사이테이션(excitation)> 앞부분: W₁({reduced} × {channels}) 행마다 **모든** 평균을 {bias, select, yes {가중합해 편향을 더한} other {가중합한}} 뒤 ReLU가 음수를 자릅니다. 두 단서 사이 변화({channel}번 채널): z {zMove}, 게이트 {sMove}.{others, select, yes { 다른 채널이 정합니다.} other {}}',
  'text.scale.series':
    '맵의 모든 시점에 같은 [[s_c]]를 곱합니다. [[X̃]]의 모양은 [[U]]와 같고, 없어지는 맵도 σ 때문에 더 강해지는 맵도 없습니다. [[X̃]]는 다음 합성곱의 입력이며, 블록을 돌아가는 지름길 연결은 없습니다.',
  'text.result.bar.stored.series':
    '시드 {seeds}개의 평균, 최대 {steps}스텝, 합성 평가용 시계열 {pictures}개. <frozen|고정한 게이트>는 학습에서 본 적이 없으므로, 떨어진 만큼 게이트에 의존한다는 뜻입니다. {longer, select, yes {단서를 무시하면 절반쯤 맞습니다.} other {SE 없이 스텝이나 깊이를 늘린 결과는 여기에 없습니다.}}',
  'text.result.single.stored.series':
    '시드 {seeds}개의 평균, 최대 {steps}스텝, 두 도시의 한 해에서 겹치게 자른 평가용 시계열 {pictures}개. 학습에 없던 고정 {frozen}, 모두 1이면 {ones}: 의존하는 정도는 시드마다 다릅니다. 게이트 없이 학습해도 그만큼 합니다.',
  'text.result.series':
    '평균에 고정한 게이트도, 모두 1인 게이트도 학습에서 본 적이 없습니다. 정확도가 떨어지면 의존한다는 뜻이지 이득이라는 뜻은 아닙니다. 블록의 가치는 SE 없이 같은 스텝으로, 또 스텝, 가중치, 깊이를 늘려 학습해 보아야 압니다.',
  'text.plain.lstmFcn':
    'SE가 없으면 LSTM-FCN입니다. [[U]]가 그대로 다음 합성곱으로 넘어가며 시계열 나머지의 내용에 따라 조정되는 맵은 없습니다.',
  'text.plain.fcn':
    'SE와 LSTM이 모두 없으면 FCN입니다. [[U]]가 그대로 다음 합성곱으로 넘어가며 시계열 나머지의 내용에 따라 조정되는 맵은 없습니다.',

  'ask.why.bar.series': '단서가 바뀌면 가중치도 바뀔까요?',
  'ask.why.single.series': '다른 시계열이 들어오면 가중치도 바뀔까요?',
  'answer.why.series':
    '아니요, 바뀌지 않습니다. 가중치는 어느 시계열에서나 같습니다. 바뀌는 것은 z이고, z를 거쳐 게이트가 바뀝니다.',
  'answer.why.plain.series':
    '아니요, 바뀌지 않습니다. 가중치는 어느 시계열에서나 같습니다. 바뀌는 것은 맵입니다.',
  'ask.transform.series': 'U의 시점 하나가 창 밖의 정보를 알 수 있을까요?',
  'ask.squeeze.series': '맵의 시점이 모두 순서를 바꾸면 z는 어떻게 될까요?',
  'answer.squeeze.series': '그대로입니다. 평균도 최댓값도 값이 언제 나왔는지 모릅니다. 다음 합성곱은 압니다.',
  'answer.scale.series':
    '늘 같은 게이트라면 BN의 γ처럼 곱해 둘 수 있습니다. 이 게이트는 시계열에 따라 달라지므로 그럴 수 없습니다.',
  'reading.bar0.series': '신호 1:',
  'reading.bar1.series': '신호 2:',
  'reading.other.series': '시계열 B:',
}
