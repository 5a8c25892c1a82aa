import type { lesson as english } from '../en/lesson.ts'

export const lesson: Readonly<Record<keyof typeof english, string>> = {
  'lead.why.bar.stored':
    '{turns, select, yes {두 숫자가 겹쳐 있습니다. 띠의 색을 바꾸면 신경망이 다른 쪽을 읽습니다.} other {띠의 색만 바꾸어도 게이트가 달라집니다. 읽은 숫자를 비교하십시오.}}',
  'lead.why.single.stored':
    '답은 모두 획 안에 있습니다. 다른 숫자에서 ½의 반대편으로 가는 게이트: {flips, plural, other {#개}}.',
  'lead.why.bar': '띠의 색을 바꾸면 게이트도 바뀔까요? 바꾸어 비교해 보십시오.',
  'lead.why.single': '이미지가 바뀌면 게이트도 바뀔까요? 다음 이미지와 비교해 보십시오.',
  'lead.transform':
    'U의 셀 하나는 {cut, select, yes {끝이 잘린 } other {}}{width} × {height} 픽셀을 직접 봅니다.{bar, select, no { 띠는 그 밖에 있습니다.} yes { 띠 일부가 들어옵니다.} other {}}',
  'lead.squeeze': '스퀴즈: 맵 하나가 평균값 하나로 줄어듭니다. 셀을 섞어도 z는 그대로입니다.',
  'lead.squeeze.shuffled': '맵의 셀을 모두 섞었습니다. {channel}번 채널의 z는 그대로 {z}입니다.',
  'lead.squeeze.max':
    '최댓값 스퀴즈: 맵마다 가장 큰 값만 남습니다.{changed, select, yes { W₁은 평균으로 학습했습니다.} other {}}',
  'lead.mix':
    '평균 {channels}개가 값 {reduced}개로 줄어듭니다. 이 이미지에서 0보다 큰 값: {above, plural, other {#개}}.',
  'lead.mix.bar':
    '평균 {channels}개 → 값 {reduced}개. {sided, select, yes {이 이미지: 청록색에만 켜지는 유닛 {first, plural, other {#개}}, 황색에만 {second, plural, other {#개}}} other {어느 띠에서나 0보다 큰 유닛 {above, plural, other {#개}}}}.',
  'lead.mix.noRelu': 'ReLU를 빼면 두 층이 한 층과 같습니다. 은닉값 {reduced}개 중 음수 {below}개도 쓰입니다.',
  'lead.gate': '채널마다 0과 1 사이의 게이트가 따로 있습니다. softmax로 바꾸면 경쟁합니다.',
  'lead.gate.softmax':
    'softmax: 게이트 {channels}개의 합이 1입니다. 최대 {largest}{changed, select, yes { (전에는 {before})} other {}}.',
  'lead.gate.tanh':
    'tanh의 범위는 −1에서 1까지입니다. 맵의 부호를 뒤집는 게이트: {negative, plural, other {#개}}.',
  'lead.gate.relu':
    'ReLU에는 위쪽 끝이 없습니다. 1보다 큰 게이트 {over, plural, other {#개}}, 0인 게이트 {shut, plural, other {#개}}.',
  'lead.gate.hardSigmoid':
    'hard σ는 잘린 직선입니다. 게이트 {channels}개 중 {ends}개가 정확히 0이나 1입니다.',
  'lead.scale.bar':
    '{lends, select, yes {맵마다 게이트를 곱합니다. 이 위치에 다른 띠의 게이트를 쓰면: {own} → {lent}.} other {맵마다 게이트를 곱합니다. 다른 띠의 게이트를 써도 {own} 그대로입니다.}}',
  'lead.scale.single':
    '{lends, select, yes {맵마다 게이트를 곱합니다. 다른 이미지의 게이트를 쓰면: {own} → {lent}.} other {맵마다 게이트를 곱합니다. 다른 이미지의 게이트를 써도 {own} 그대로입니다.}}',
  'lead.result.bar.stored':
    '{longer, select, yes {정확도 {rightRound}, 고정 {frozenRound}. SE 없이 학습 {plainRound}({longerSteps}스텝 {plainLonger}, SE {seLonger}).} other {정확도 {rightRound}. 게이트를 고정하면 {frozenRound}, 같은 스텝으로 SE 없이 학습하면 {plainRound}.}}',
  'lead.result.single.stored': '정확도: SE 있음 {right}, 없음 {plain}. 이 학습들에서 이득은 보이지 않습니다.',
  'lead.result': '두 질문을 구별하십시오: 게이트를 바꾸면? SE 없이 학습하면?',
  'lead.training.bar': '두 띠의 게이트 차이는 평균 {apart}입니다. 학습하면 커질까요?',
  'lead.training.single': '두 이미지의 게이트 차이는 평균 {apart}입니다. 무엇이 움직일까요?',
  'lead.training.plain': 'SE 없이 학습하므로 게이트가 없습니다. 손실과 정확도를 보십시오.',
  'lead.plain': 'SE 없이 학습했습니다. U가 그대로 지나가며 게이트는 없습니다.',

  'try.swap.bar': '띠 색 바꾸기',
  'try.swap.single': '다음 이미지',
  'try.window': '창 옮기기',
  'try.shuffle': '셀 섞기',
  'try.softmax': 'σ 대신 softmax',
  'try.sigmoid': 'σ로 바꾸기',
  'try.lend.bar': '{other} 띠의 게이트 쓰기',
  'try.lend.single': '다른 이미지의 게이트 쓰기',
  'try.hold': '평균 게이트로 바꾸기',
  'try.withSe': 'SE 있는 신경망 보기',
  'back.shuffle': '셀 되돌리기',
  'back.mean': '평균으로 되돌리기',
  'back.mix': '학습된 대로 되돌리기',
  'back.sigmoid': 'σ로 되돌리기',
  'back.lend': '원래 게이트로 되돌리기',

  'text.why.bar':
    '인위적 과제: **띠**와 같은 색 숫자를 읽습니다. 띠는 창 {places}개 중 {cells}개에 걸립니다. <se|스퀴즈-익사이테이션(SE) 블록>은 [[U]] 맵 평균([[z]])을 섞어 채널별 게이트([[s]])를 만듭니다. 띠를 바꾸면 **{channels}개 중 {flips}개**가 ½ 반대쪽으로 갑니다.',
  'text.why.single':
    '숫자 하나뿐이고 답은 획 안에 있습니다. <se|스퀴즈-익사이테이션(Squeeze-and-Excitation, SE) 블록>은 [[U]]의 맵마다 평균([[z]])을 내고 섞어 채널별 게이트([[s]])를 만든 뒤 맵에 곱합니다.',
  'text.transform':
    '필터 [[v_c]]의 커널을 [[X]]의 창에 곱해 더한 뒤 <bn|배치 정규화>하면 맵 [[u_c]]입니다. [[X]]는 이미지가 아니라 유닛의 입력(맵 {inputs}개)입니다.{bar, select, none {} other { 셀 {places}개 중 {cells}개의 창에 띠가 걸립니다.}}{gated, select, yes { SE 위치 1의 게이트를 거쳐 모든 픽셀이 영향을 줍니다.} other {}}',
  'text.squeeze':
    '<squeeze|스퀴즈(squeeze)>는 전역 평균 풀링입니다. [[z_c]]는 위치와 관계없이 맵 [[u_c]]의 셀 {places}개를 평균한 요약이며 중요도가 아닙니다.{signed, select, yes { [[U]]에는 음수도 있어 상쇄될 수 있습니다. {channel}번 채널: z = {z}, |u|의 평균 {magnitude}.} other {}}',
  'text.squeeze.max':
    '이제 [[z_c]]는 맵 [[u_c]]의 셀 {places}개 중 **가장 큰** 값이며, 강한 셀 하나가 정합니다.{changed, select, yes { 가중치는 평균으로 학습했으므로 처음 보는 값을 받습니다.} other {}} 논문에서 최댓값으로 학습한 결과는 조금 나빴습니다(표 11).',
  'text.mix':
    '<excitation|익사이테이션(excitation)> 앞부분: W₁({reduced} × {channels}) 행마다 **모든** 평균을 {bias, select, yes {가중합해 편향을 더한} other {가중합한}} 뒤 ReLU가 음수를 자릅니다. 두 이미지 사이 변화({channel}번 채널): z {zMove}, 게이트 {sMove}.{others, select, yes { 다른 채널 때문입니다.} other {}}',
  'text.mix.bar':
    '<excitation|익사이테이션(excitation)> 앞부분: W₁({reduced} × {channels}) 행마다 **모든** {bias, select, yes {평균의 가중합에 편향을 더하고} other {평균을 가중합하고}} ReLU가 음수를 자릅니다. 띠를 바꾸면 {channel}번 z는 {zMove}, 게이트는 {sMove}만큼 변합니다.{others, select, yes { 다른 채널 때문입니다.} other {}}',
  'text.mix.noRelu':
    'ReLU가 없으면 W₂와 W₁은 <rank|랭크>가 {reduced} 이하인 **한** 행렬 W₂W₁과 같고, 로짓은 평균들의 가중합{bias, select, yes {에 상수를 더한 값} other {}}입니다. 0으로 잘리던 값도 부호대로 쓰입니다.{changed, select, yes { 가중치는 ReLU가 있는 채로 학습했습니다.} other {}}',
  'text.mix.noBias':
    '편향이 없으면 모든 합이 0에서 시작합니다. 은닉값 {reduced}개가 모두 0이면 로짓도 모두 0이고 σ의 게이트는 ½입니다. 논문의 식 3에는 편향이 없습니다.{changed, select, yes { 이 가중치는 편향이 있는 채로 학습했습니다.} other {}}',
  'text.gate':
    '뒷부분: W₂({channels} × {reduced})가 은닉값을 {bias, select, yes {가중합하고 편향을 더해} other {가중합해}} 채널별 <logit|로짓(logit)>을 만들고, σ가 0과 1 사이의 게이트 [[s_c]]로 바꿉니다. 채널마다 σ가 따로 있어 합이 1일 필요가 없습니다. 게이트의 합: {sum}.',
  'text.gate.softmax':
    'softmax는 지수를 모두의 합으로 나누므로 게이트 {channels}개의 합이 1입니다. 하나가 커지면 나머지는 작아집니다. 채널은 하나만 고르는 대상이 아니므로 σ를 씁니다.{changed, select, yes { 가중치는 σ로 학습했고, 같은 로짓에 함수만 바꾸었습니다.} other {}}',
  'text.gate.tanh':
    'tanh는 로짓을 −1과 1 사이로 보냅니다. 로짓 0의 게이트는 ½이 아니라 0이고, 음수 게이트는 맵의 부호를 뒤집습니다. 논문에서는 tanh로 학습하면 σ보다 나빴습니다(표 12).{changed, select, yes { 이 가중치는 σ로 학습했습니다.} other {}}',
  'text.gate.relu':
    'ReLU는 음수를 0으로 자르고 위쪽은 열려 있어 증폭도 합니다. 0인 게이트로는 기울기가 전해지지 않습니다. 논문에서는 SE가 없을 때보다 나빴습니다(표 10, 12).{changed, select, yes { 이 가중치는 σ로 학습했습니다.} other {}}',
  'text.gate.hardSigmoid':
    'hard σ, relu6(a + 3) / 6은 직선으로 만든 σ로, 계산이 가벼워 MobileNetV3에 쓰입니다. 로짓이 ±3을 벗어나면 정확히 0이나 1이고 기울기가 없습니다.{changed, select, yes { 이 가중치는 σ로 학습했습니다.} other {}}',
  'text.scale':
    '맵의 모든 셀에 같은 [[s_c]]를 곱합니다. [[X̃]]의 모양은 [[U]]와 같고, 사라지는 맵은 없고 σ는 값을 키우지 못합니다.{place, select, pre { 이 유닛의 합성곱이 [[X̃]]를 읽고, <shortcut|지름길 연결>은 블록을 지나지 않습니다.} post { <shortcut|지름길 연결>은 블록 앞에서 더했으므로 닫힌 게이트는 그것도 막습니다.} identity { 여기서는 <shortcut|지름길 연결>에 게이트를 곱하고 브랜치를 더합니다.} other { 그 뒤 <shortcut|지름길 연결>: out = ReLU(shortcut + s · U). 닫힌 게이트는 브랜치의 그 맵만 막습니다.}}',
  'text.result.bar.stored':
    '{longer, select, yes {<frozen|고정한 게이트>는 학습에 없었고, 띠를 무시하면 절반쯤. 비슷한 크기로 더 깊으면 SE 없이 {steps}스텝에 {deeper}. 띠별 고정 게이트: {perBar}{oneBit, select, yes {. 읽기에는 거의 띠 정보만 쓰입니다} other {}}. 인위적 과제, 시드 {seeds}개(비교 {controlSeeds}개).} other {시드 {seeds}개의 평균, {steps}스텝, 홀드아웃 이미지 {pictures}장. <frozen|고정한 게이트>는 학습에서 본 적이 없으므로, 떨어진 만큼 게이트에 의존한다는 뜻입니다. SE 없이 스텝, 가중치, 깊이를 늘린 결과는 여기에 없습니다.}}',
  'text.result.single.stored':
    '시드 {seeds}개의 평균, {steps}스텝, 홀드아웃 이미지 {pictures}장. 고정하면 {frozen}: 이미지마다 달라지는 데에는 거의 의존하지 않습니다. 학습에 없던 모두 1이면 {ones}: 크기에는 의존합니다. 게이트 없이 학습해도 비슷합니다.',
  'text.result':
    '평균에 고정한 게이트도, 모두 1인 게이트도 학습에서 본 적이 없습니다. 정확도가 떨어지면 의존한다는 뜻이지 이득이라는 뜻은 아닙니다. 블록의 가치는 SE 없이 같은 스텝으로, 또 스텝, 가중치, 깊이를 늘려 학습해 보아야 압니다.',
  'text.training':
    'σ라면 처음 게이트가 ½ 둘레에 있어 맵이 절반쯤으로 줄어듭니다. 한 줄이 기록된 스텝, 한 열이 채널입니다. 손실이 W₁과 W₂를 다른 가중치와 함께 움직이며, 게이트의 뜻을 정해 주는 것은 없습니다.',
  'text.training.plain':
    '스텝마다 이미지 한 배치의 손실이 줄어드는 쪽으로 가중치를 움직입니다. 이미지 나머지의 내용에 따라 조정되는 맵은 없습니다.',
  'text.plain':
    '블록 없이 학습한 신경망입니다. [[U]]가 그대로 지름길 연결에 더해지며, 이미지 나머지의 내용에 따라 조정되는 맵은 없습니다. 얼마나 잘 읽는지는 마지막 단계에서 {bar, select, none {} other {스텝과 깊이를 늘린 결과와 함께 }}볼 수 있습니다.',

  'ask.why.bar': '띠의 색이 바뀌면 가중치도 바뀔까요?',
  'ask.why.single': '다른 이미지가 들어오면 가중치도 바뀔까요?',
  'answer.why':
    '아니요, 바뀌지 않습니다. 가중치는 어느 이미지에서나 같습니다. 바뀌는 것은 z이고, z를 거쳐 게이트가 바뀝니다.',
  'answer.why.plain': '아니요, 바뀌지 않습니다. 가중치는 어느 이미지에서나 같습니다. 바뀌는 것은 맵입니다.',
  'ask.transform': '셀의 값에 창 밖의 정보가 반영될까요?',
  'answer.transform':
    '{gated, select, yes {커널로는 반영되지 않습니다. 다만 맵 전체로 만든 SE 위치 1의 게이트가 셀이 보는 값에 이미 곱해져 있습니다.} other {아니요, 창 밖에 있는 것은 이 값을 바꾸지 못합니다. 블록이 그것을 게이트로 가져옵니다.}}',
  'answer.transform.plain': '아니요, 창 밖에 있는 것은 이 값을 바꾸지 못합니다. 뒤의 층에서야 함께 쓰입니다.',
  'ask.squeeze': '맵의 셀이 모두 위치를 바꾸면 z는 어떻게 될까요?',
  'answer.squeeze':
    '그대로입니다. 평균도 최댓값도 값의 위치와 관계가 없습니다. 블록 다음의 층에서는 위치가 중요합니다.',
  'ask.mix': '은닉 유닛이 0이면 꺼지는 채널이 있을까요?',
  'answer.mix':
    '아니요, 은닉 유닛은 저마다 모든 채널을 섞습니다. 모두 0이면 편향만으로 게이트가 정해지고, 편향도 없으면 σ는 모두 ½로 만듭니다.',
  'ask.gate': 'σ 대신 softmax를 쓰면 게이트는 어떻게 될까요?',
  'answer.gate':
    '합이 1이 되어야 하므로 하나가 커진 만큼 나머지의 합이 작아집니다. 채널이 {channels}개면 평균은 1/{channels}이지만 하나는 클 수 있습니다.',
  'ask.scale': '게이트를 합성곱의 가중치에 미리 곱해 둘 수 있을까요?',
  'answer.scale':
    '늘 같은 게이트라면 BN의 γ처럼 곱해 둘 수 있습니다. 이 게이트는 이미지에 따라 달라지므로 그럴 수 없습니다.',
  'ask.result': '블록의 가치는 어떻게 재야 할까요?',
  'answer.result':
    '블록 없이 같은 스텝으로 학습하고, 스텝과 가중치와 깊이를 늘려서도 학습해 봅니다. 학습된 신경망의 게이트를 바꾸면 무엇에 의존하는지만 알 수 있습니다.',
  'ask.training': '게이트의 뜻을 정해 주는 것이 있을까요?',
  'answer.training':
    '아니요, 손실만 따집니다. 필터와 게이트와 출력이 함께 제 역할을 찾으므로 시드가 다르면 역할도 달라집니다.',

  'glossary.button': '용어집',
}
