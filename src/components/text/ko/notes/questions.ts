import type { questions as en } from '../../en/notes/questions.ts'

export const questions: Readonly<Record<keyof typeof en, string>> = {
  'note.title': '이 단계에서 드는 질문',

  'note.others': '다른 단계의 질문',
  'note.names': 'z, h, a, s는 각각 무엇일까요?',
  'note.names.z': '맵마다 평균 하나: 이 이미지에서 나온 것을 요약한 값 {channels}개',
  'note.names.z.series': '맵마다 평균 하나: 이 시계열에서 나온 것을 요약한 값 {channels}개',
  'note.names.h':
    '은닉값: 모든 평균을 섞은 값 {reduced}개. W₁ z{bias, select, yes { + b₁} other {}}의 음수를 ReLU가 0으로 자릅니다',
  'note.names.a':
    '로짓: 채널마다 값 하나, W₂ h{bias, select, yes { + b₂} other {}}. 크기와 부호에 제한이 없습니다',
  'note.names.s': '게이트: 로짓에 σ를 적용한 0과 1 사이의 값. 맵마다 해당 게이트를 곱합니다',

  'note.place': '블록은 신경망의 어디에 놓일까요?',
  'note.place.text':
    '보통 <shortcut|잔차 유닛>의 맨 끝, 덧셈 바로 앞입니다: out = ReLU(shortcut + s · U). 게이트는 브랜치가 더하는 값만 조정하며, 지름길 연결로 오는 값에는 손대지 않습니다. 이 신경망에서 블록이 있는 유닛: {sites, plural, other {#개}}.',
  'note.place.text.series':
    '처음 두 합성곱의 배치 정규화와 ReLU 다음, 다음 합성곱 앞입니다. 지름길 연결은 없고, 세 번째 합성곱 뒤에는 블록이 없습니다(참조 코드와 같음). 이 신경망에 있는 블록: {sites, plural, other {#개}}.',
  'note.place.paper':
    '논문의 표 14에서는 세 위치의 ImageNet 결과가 비슷합니다(top-1 오류 22.20~22.28%): 덧셈 앞, 유닛 앞, 지름길 연결 위. 덧셈 다음의 ReLU 뒤에 놓으면 더 나쁩니다(22.78%).',
  'unit.alt':
    '잔차 유닛. 브랜치: x, 합성곱, BN과 ReLU, 합성곱, BN, 그리고 U. 블록은 U에서 평균 z를 내고 W₁과 ReLU, W₂와 σ를 거쳐 게이트 s를 만들어 U에 곱합니다. 지름길 연결은 x를 그대로 옮기며, 둘의 합이 ReLU를 지납니다.',
  'unit.shortcut': '지름길 연결',
  'unit.branch': '브랜치',
  'unit.mean': '평균',
  'unit.out': '출력',

  'note.ratio': 'r은 무엇이고, 어떤 값을 써야 할까요?',
  'note.ratio.text':
    '채널 수를 나누는 수입니다. 채널 {channels}개, r = {r}이면 은닉 유닛은 {reduced, plural, other {#개}}입니다. r이 크면 가중치가 줄고 구별할 수 있는 것도 줄어듭니다. 논문의 ImageNet 결과는 r = 2~16에서 비슷하고(top-1 오류 22.25~22.29%), r = 32에서 22.72%입니다(표 10). 16부터 시작하되, 채널이 적은 층에서는 은닉 유닛이 몇 개 남도록 더 작게 잡으십시오.',
  'note.layers': '왜 C × C 행렬 하나가 아니라 두 층일까요?',
  'note.layers.text':
    '두 층의 가중치는 {weights}개, 행렬 하나라면 {square}개입니다. 또 그 사이의 ReLU가 비선형성을 더해, 한 채널 평균의 영향이 다른 채널의 평균에 따라 달라질 수 있게 합니다. ReLU가 없으면 W₂W₁은 랭크가 {reduced} 이하인 행렬 하나입니다. 행렬 하나를 쓰는 방법(eSE)도 있으며 가중치는 C²개입니다.',
  'note.units': '은닉 유닛 {reduced, plural, other {#개}}의 뜻은 무엇일까요?',
  'note.units.bar':
    '누가 정해 준 뜻은 없습니다. 손실을 줄이는 쪽으로 평균들을 섞은 값일 뿐입니다. 이 이미지에서 청록색 띠일 때만 0보다 큰 유닛은 {first, plural, other {#개}}, 황색 띠일 때만 0보다 큰 유닛은 {second, plural, other {#개}}입니다.{counted, select, yes { 홀드아웃 이미지를 띠마다 한 번씩 읽은 {total}번 중 {told}번은 띠가 같으면 켜지는 유닛도 같습니다.} other {}} 시드가 다르면 유닛도 달라집니다.',
  'note.units.bar.series':
    '누가 정해 준 뜻은 없습니다. 손실을 줄이는 쪽으로 평균들을 섞은 값일 뿐입니다. 이 시계열에서 한쪽 단서일 때만 0보다 큰 유닛은 {first, plural, other {#개}}, 다른 단서일 때만 0보다 큰 유닛은 {second, plural, other {#개}}입니다.{counted, select, yes { 평가용 시계열을 단서마다 한 번씩 예측한 {total}번 중 {told}번은 단서가 같으면 켜지는 유닛도 같습니다.} other {}} 시드가 다르면 유닛도 달라집니다.',
  'note.units.single':
    '누가 정해 준 뜻은 없습니다. 손실을 줄이는 쪽으로 평균들을 섞은 값일 뿐입니다. 이 이미지에서 0보다 큰 유닛은 {above, plural, other {#개}}입니다. 시드가 다르면 유닛도 달라집니다.',
  'note.units.single.series':
    '누가 정해 준 뜻은 없습니다. 손실을 줄이는 쪽으로 평균들을 섞은 값일 뿐입니다. 이 시계열에서 0보다 큰 유닛은 {above, plural, other {#개}}입니다. 시드가 다르면 유닛도 달라집니다.',

  'note.flip':
    '{others, select, yes {{channel}번 게이트는 자기 채널의 평균 때문이 아니라면 왜 뒤집힐까요?} other {{channel}번 게이트를 움직이는 것은 무엇일까요?}}',
  'note.flip.text':
    '로짓이 {from}에서 {to}까지 바뀝니다. {channel}번 채널의 평균만 바꾸면 로짓이 {ownPart}만큼, 나머지 평균을 모두 바꾸면 {othersPart}만큼 움직입니다. W₁이 먼저 평균들을 섞으므로 게이트 하나가 모든 채널에 반응합니다. 항별로 본 W₂ · h:',
  'note.flip.unit': '은닉 유닛',
  'note.flip.weight': 'W₂',
  'note.flip.here': '지금의 h',
  'note.flip.there': '다른 쪽의 h',
  'note.flip.change': 'W₂ · h의 변화',
  'note.flip.sum': '로짓의 변화',
  'note.flip.table': '은닉 유닛마다 로짓의 변화에 기여하는 값',

  'note.cost': '블록의 비용은 얼마일까요?',
  'note.cost.text':
    '가중치 {weights}개{biases, plural, =0 {} other {와 편향 {biases}개}}: 이 신경망의 매개변수 {parameters}개 가운데 {share}입니다. 이미지 한 장마다 두 층에서 <multiplyAdd|곱셈-덧셈> {multiplyAdds}번, 평균을 내는 덧셈 {squeezeAdds}번, 게이트를 곱하는 곱셈 {scaleMultiplications}번을 합니다. 신경망의 합성곱과 마지막 층은 {networkMultiplyAdds}번입니다.',
  'note.cost.text.series':
    '가중치 {weights}개{biases, plural, =0 {} other {와 편향 {biases}개}}: 이 신경망의 매개변수 {parameters}개 가운데 {share}입니다. 시계열 하나마다 두 층에서 <multiplyAdd|곱셈-덧셈> {multiplyAdds}번, 평균을 내는 덧셈 {squeezeAdds}번, 게이트를 곱하는 곱셈 {scaleMultiplications}번을 합니다. 신경망의 나머지 층은 {networkMultiplyAdds}번입니다.',
  'note.cost.plain':
    '여기서는 없습니다. 이 신경망은 블록 없이 학습했습니다. 이 위치에 블록을 두면 매개변수 {parameters}개에 더해지는 것은 가중치 {weights}개{biases, plural, =0 {} other {와 편향 {biases}개}}입니다. 곱셈-덧셈은 {networkMultiplyAdds}번에서 {multiplyAdds}번 늘어납니다.',

  'note.important': '게이트가 0.9이면 중요한 채널일까요?',
  'note.important.text':
    '아니요, 이 맵의 10분의 9가 통과한다는 뜻입니다. 결과에 미치는 영향은 맵의 크기, 그 맵을 입력으로 받는 가중치, 나란히 지나가는 지름길 연결에도 달려 있습니다. 게이트의 영향을 알려면 닫아 보고 읽은 숫자를 확인하십시오. 바뀌면 이 이미지에서 의존한다는 뜻이고, 안 바뀌어도 다른 채널이 같은 정보를 담고 있을 수 있습니다.',
  'note.important.text.series':
    '아니요, 이 맵의 10분의 9가 통과한다는 뜻입니다. 결과에 미치는 영향은 맵의 크기와 그 맵을 입력으로 받는 가중치에도 달려 있습니다. 게이트의 영향을 알려면 닫아 보고 예측을 확인하십시오. 바뀌면 이 시계열에서 의존한다는 뜻이고, 안 바뀌어도 다른 채널이 같은 정보를 담고 있을 수 있습니다.',

  'note.code': 'PyTorch로는 어떻게 쓸까요?',
  'note.code.text': '이 위치의 블록:',
  'note.code.hidden': '은닉 유닛',

  'note.worth': 'SE는 언제나 쓸 만할까요?',
  'note.worth.text':
    '아니요, 숫자 하나를 읽는 데이터에서 정확도는 SE가 있으면 {digitsSe}, 없으면 {digitsPlain}이므로 이 학습들에서는 이득이 없습니다. 두 잉크에서는 다른 곳에 있는 정보 하나가 답을 정하며, {steps}스텝 뒤의 정확도는 {inksSe}, SE가 없으면 {inksPlain}{longer, select, yes {, SE 없이 더 깊으면 {inksDeeper}입니다. {longerSteps}스텝이면 {inksSeLonger}, 없으면 {inksPlainLonger}입니다} other {입니다}}. 표는 마지막 단계 아래의 “활용하기”에 있습니다.',
}
