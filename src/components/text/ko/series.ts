import type { series as en } from '../en/series.ts'
import { reader } from './reader.ts'

export const series: Readonly<Record<keyof typeof en, string>> = {
  ...reader,
  'header.sample.series': '평가용 시계열 #{index}',
  'figure.noSe.series': 'SE가 없으면 LSTM-FCN입니다. U가 그대로 다음 합성곱으로 넘어가며 게이트는 없습니다.',
  'step.why.title.series': '커널은 시점 몇 개만 봅니다. 평균은 시계열 전체를 봅니다.',
  'step.why.1.series':
    'MLSTM-FCN은 시계열(time series)을 두 가지로 읽습니다. 하나는 합성곱(convolution) 블록 세 개이고, 다른 하나는 그와 나란한 LSTM입니다. [[U]]의 유닛(unit) 하나는 이웃한 시점 몇 개만 보며, 어느 시계열에서나 똑같은 가중치(weight)를 씁니다. 그래서 반대쪽 끝에서 무슨 일이 일어나는지 알 수 없습니다.',
  'step.why.2.series':
    'SE 블록은 각 **특성 채널(feature channel)**이 시계열 전체에 따라 달라지게 합니다. [[z]]는 맵 하나하나를 시간에 걸쳐 평균한 값이고, 작은 층 두 개가 이 평균들에서 채널마다 게이트(gate) [[s_c]] 하나를 만들며, 게이트가 채널의 크기를 조정합니다. 시계열이 바뀌면 게이트도 바뀝니다. 얼마나 달라지는지는 그것이 신경망에 도움이 되느냐에 달려 있습니다.',
  'step.why.titleDeep.series': '깊은 층의 유닛은 더 많은 시점을 보고, 게이트는 여기서도 전체를 봅니다.',
  'step.why.deep.series':
    '이 두 번째 자리에서 [[U]]의 유닛 하나는 커널 두 개를 거쳐 보므로 더 많은 시점을 직접 봅니다. 게다가 시간에 걸친 평균에서 만들어지는 SE 자리 1의 게이트를 거치므로 이미 시계열 전체에 따라 달라집니다. 블록은 똑같고 채널만 더 많습니다.',
  'step.why.window.series':
    '음영: U의 {w}번 시점이 {gated, select, yes {직접 보는} other {볼 수 있는}} 범위, 모두 {width}시점입니다.{gated, select, yes { 다만 시간에 걸친 평균에서 만들어지는 SE 자리 1의 게이트를 거치므로, 이 값은 모든 시점에 따라 달라집니다.} other {}}',
  'step.why.question.series': '다른 시계열이 들어오면 가중치도 바뀔까요?',
  'step.why.answer.series':
    '아닙니다. 가중치는 어느 시계열에서나 같습니다. 바뀌는 것은 z이고, z를 거쳐 게이트가 바뀝니다.',
  'step.why.other.series': '다른 클래스의 다음 시계열',
  'step.why.swap.series': '단서 바꾸기',
  'headline.digits.series':
    '{channel}번 채널이 통과시키는 비율은 이 시계열에서 {keepsA}, 다른 클래스의 다음 시계열에서 {keepsB}입니다.',
  'headline.inks.series':
    '{channel}번 채널이 통과시키는 비율은 단서가 가리키는 것이 {a}일 때 {keepsA}, {b}일 때 {keepsB}입니다.',
  'ink.name0.series': '신호 1',
  'ink.name1.series': '신호 2',
  'ink.bar0.series': '단서가 신호 1을 가리킴',
  'ink.bar1.series': '단서가 신호 2를 가리킴',

  'step.transform.1.series':
    '필터(filter) [[v_c]] 하나가 시간을 따라 [[X]] 위를 미끄러지며 맵 [[u_c]] 하나를 만듭니다. [[U]]의 시점을 하나 가리켜 보십시오. 그 시점이 X의 채널마다 보는 창, 커널(kernel), 둘을 곱한 값이 아래에 나옵니다. 길이가 짝수인 커널은 오른쪽으로 시점 하나를 더 봅니다.',
  'step.transform.2.series':
    '합성곱과 [[U]] 사이에는 배치 정규화(batch normalization, BN)와 ReLU가 있습니다: conv → BN → ReLU → u. 그래서 여기서는 U가 0보다 작아지지 않습니다.',
  'step.transform.try.series': 'U의 아무 시점이나 가리키기',
  'step.transform.where.series': '{channel}번 채널의 {w}번 시점',
  'step.transform.answer.series':
    'SE 자리 1에서는 수용 영역(receptive field)이라고 하는, 커널 길이만큼의 시점만 보며, 그 밖에 있는 것은 이 값을 바꿀 수 없습니다. SE 자리 2에서는 더 많은 시점을 직접 보고, 시간에 걸친 평균에서 만들어지는 SE 자리 1의 게이트를 거쳐 모든 시점을 봅니다.',
  'series.taps.caption':
    'x는 X의 창, v는 커널이며, 시간은 오른쪽으로 흐릅니다.{scaled, select, yes { 값은 신경망이 읽는 그대로 정규화된 값입니다.} other {}}',
  'series.taps.padding': '점선은 시계열 밖이며 0으로 셉니다.',
  'series.taps.channel': '채널 {channel}',
  'series.taps.rest': '나머지 채널 {count}개의 합',
  'series.taps.more': '{count}개 더 보기',
  'series.taps.bias': '편향 b',
  'series.taps.total': '합성곱, Σ v · x + b',
  'series.taps.relu': 'ReLU: max(0, {value}) = {result}, U의 값입니다.',
  'step.transform.question.series': 'U의 시점 하나는 시계열을 얼마나 볼까요?',

  'step.squeeze.1.series':
    '**스퀴즈(squeeze, 압축)**는 시간 축에 대한 전역 평균 풀링(global average pooling)입니다. [[z_c]]는 맵 [[u_c]]의 값을 시점 {places}개 모두에 걸쳐 평균한 것입니다. 무슨 일이 언제 있었는지는 잊고, 있었다는 사실만 남깁니다.',
  'step.squeeze.shuffle.series': 'U의 시점 섞기',
  'step.squeeze.brush.series': '{channel}번 채널의 맵을 따라 끌어 구간을 잡아 보십시오.',
  'step.squeeze.brushMap.series':
    '{channel}번 채널의 맵, {map}. 잡은 구간: {left}번 시점부터 {right}번 시점까지.',
  'step.squeeze.columns.series': '시점',
  'step.squeeze.first.columns.series': '첫 시점',
  'step.squeeze.last.columns.series': '마지막 시점',
  'step.squeeze.forgets.series':
    '구간마다 평균이 따로 있지만, z는 맵 전체에 하나뿐인 숫자입니다. 시점을 섞으면 구간의 평균은 바뀌고 z는 그대로입니다.',
  'step.squeeze.forgetsMax.series':
    '구간마다 최댓값이 따로 있지만, z는 언제 나왔든 맵 전체에서 가장 큰 값입니다.',
  'step.squeeze.region.series': '구간',
  'step.squeeze.places.series': '시점 수 n',
  'step.squeeze.holds.series':
    '{inside, select, yes {맵의 가장 큰 값이 이 구간 안에 있습니다.} other {맵의 가장 큰 값은 이 구간 밖에 있습니다.}}',
  'step.squeeze.parts.series':
    '이 구간이 차지하는 시점은 {places}, 맵의 평균에 기여하는 값은 {part}, 나머지 시점이 기여하는 값은 {rest}입니다.{signs, select, mixed {} other { 합에서 차지하는 비중은 {share}입니다.}}',
  'step.squeeze.question.series': '맵의 시점이 모두 자리를 바꾸면 z는 어떻게 될까요?',
  'step.squeeze.answer.series': '그대로입니다. 평균은 숫자가 언제 나왔는지 모릅니다. (다음 합성곱은 압니다.)',

  'step.mix.1.series':
    '여기부터 **익사이테이션(excitation, 들뜸)**입니다. 은닉 유닛(hidden unit)은 저마다 W₁의 한 행을 따라 [[z]]의 **모든** 채널을 가중합하고, 0보다 작은 값은 ReLU가 0으로 자릅니다. 논문의 참조 코드에서는 이 층에 편향(bias)이 없습니다. 은닉 유닛 {reduced, plural, other {#개가}} 채널 {channels}개를 읽습니다. 축소 비율(reduction ratio) r = {r} 값은 채널 수를 나누는 수이지 병목(bottleneck)의 너비가 아닙니다.',
  'step.mix.dead.series':
    '{count, plural, =0 {이 시계열에서는 모든 은닉 유닛이 0보다 큽니다.} other {이 시계열에서 0인 은닉 유닛 번호: {names}.}}',
  'step.mix.deadAlways.series':
    '{count, plural, other {세어 본 시계열 {pictures}개 모두에서 0이었던 은닉 유닛 번호: {names}.}}',
  'step.mix.answer.series':
    '아닙니다. 은닉 유닛은 모든 채널을 섞은 값입니다. 여기에는 편향이 없으므로 은닉 유닛이 모두 0이면 게이트는 모두 정확히 ½입니다.',
  'step.gate.2.series':
    'W₁과 W₂는 가중치이며 어느 시계열에서나 같습니다. 게이트는 [[s]]뿐이고 시계열마다 새로 계산됩니다.',
  'step.scale.1.series':
    '**스케일 조정(scale)**입니다. X̃의 모양은 [[U]]와 같으며 없어지는 채널은 없습니다. c번 맵의 모든 시점에 같은 수 [[s_c]]를 곱합니다. σ는 감쇠(attenuate)만 합니다. 게이트가 0.9라고 해서 채널이 더 강해지지는 않으며, 강조는 상대적입니다.',
  'step.scale.2.series': '아래 행은 위 행과 같은 눈금으로 그렸습니다. 더 낮아진 맵이 감쇠된 맵입니다.',
  'step.scale.transplant.series': '다른 단서의 게이트 이식',
  'step.scale.transplantDigits.series': '다른 시계열의 게이트 이식',
  'step.scale.answer.series':
    '한 번 곱해 두고 끝낼 수는 없습니다. 게이트는 시계열에 따라 달라집니다. 다른 시계열로 바꾸면서 게이트를 지켜보십시오.',
  'step.result.1.series':
    '먼저 같은 신경망이 두 시계열을 어떻게 예측하는지 비교합니다. 이어서 서로 혼동하면 안 되는 세 가지를 비교합니다.',
  'step.result.pair.series': '시계열 A와 시계열 B, 각각의 원래 게이트',
  'step.result.picture.series': '시계열',
  'step.result.bar.series': '단서가 가리키는 신호',
  'step.result.strip.series': '시계열 {name}의 모든 채널 게이트, 최소 {least}, 최대 {most}',
  'step.result.stripLegend.series':
    '막대: 그 시계열의 게이트(0–1). 눈금: 다른 시계열의 게이트. 음영: {channel}번 채널. 테두리: 차이가 가장 큰 채널.',
  'step.result.frozenWhat.series':
    '평균적인 크기는 같지만 시계열에 따라 달라지지 않습니다. 잃는 것은 **이** 시계열에 맞춘 게이트의 정보입니다.',
  'step.result.thisPicture.series': '이 시계열',
  'step.result.noStudy.series':
    '여러 시계열에 대한 비교: 신경망을 학습한 뒤, 아래쪽의 “SE가 있을 때와 없을 때: 시드별 비교”에서 시드끼리 비교해 보십시오.',
  'step.result.group.series': '학습용 시계열에 대한 평균 게이트',
  'rail.other.series': '▬ 시계열 B',
  'rail.otherBar0.series': '▬ B: 신호 1',
  'rail.otherBar1.series': '▬ B: 신호 2',
  'train.batchSize.value.series': '시계열 {n}개',
  'train.heldOut.series': '검증 정확도',
  'train.heldOutShort.series': '검증',
  'train.stopAt.value.series': '검증 정확도 {accuracy}',
  'train.phase.done.series': '{step}번째 스텝에서 끝났습니다. 검증 정확도는 {accuracy}입니다.',
  'train.load.data.series': '시계열 내려받기',
  'trouble.dataMissing.what.series': '학습용 시계열을 불러오지 못했습니다.',
  'stored.what.series':
    '지금 보이는 것은 저장된 학습 결과입니다. 난수 시드 {seed}번으로 {steps}스텝 학습했으며 평가 정확도는 {accuracy}입니다. 가중치는 검증용 데이터로 골랐습니다.',
  'chart.heldOut.series': '검증',
  'chart.smoothed.series':
    '“배치” 선은 최근 약 20개 배치의 이동 평균(드롭아웃 포함)이고, “검증(validation)” 점은 학습에 쓰지 않는 검증용 시계열에서 잰 값입니다. 어느 스텝의 가중치를 남길지 이 값으로 정합니다.',
  'chart.latestMeasured.series': '{step}번째 스텝: 배치 {batch}, 검증 {heldOut} ({measured}번째)',
  'chart.latest.series': '{step}번째 스텝: 배치 {batch}, 검증 {heldOut}',
  'chart.summary.series':
    '{step}스텝 학습 후의 {name}: 배치 값은 처음 {first}, 지금 {batch}. 검증 값은 {heldOut}.',
  'histogram.pictures.series': '{step}번째 스텝에서 시계열 {count}개로 센 결과입니다.',

  'histogram.warn.nearHalf.series':
    '게이트 대부분이 ½ 근처에 있습니다. 아직 배운 것이 없거나, 이 시계열에는 블록이 필요하지 않을 수 있습니다.',
  'series.untrained':
    '무작위 초기 가중치이며, 아직 아무것도 학습되지 않았습니다. “학습 시작”을 누르거나 여기에서 바로 학습하십시오.',
  'series.toUntrained': '학습 전 상태로 돌아가기',
  'series.train': '바로 학습',
  'series.alt': '평가용 시계열 #{index}, {name}: 변수 {channels}개, 시점 {length}개.',
  'series.altDrawn': '직접 만든 시계열: 변수 {channels}개, 시점 {length}개.',
  'series.from':
    'MLSTM-FCN을 다룬 글을 보고 오셨다면, 그 글의 신경망이 바로 이것입니다. SE 블록은 똑같고, 높이와 너비 대신 시간이라는 축 하나만 있습니다.',

  'series.fromNetwork': '신경망 전체',
  'series.fromData': '다른 시계열과 내 시계열',
  'series.matters.little':
    '시드 {count}개에서 평가 정확도의 평균은 SE가 있으면 {withSe}, 없으면 {withoutSe}입니다. 이 시계열에는 블록이 거의 필요하지 않습니다. 게이트 값은 서로 다르지만 결과에는 큰 영향이 없습니다.',
  'series.matters.much':
    '시드 {count}개에서 평가 정확도의 평균은 SE가 있으면 {withSe}, 없으면 {withoutSe}입니다. 이 시계열에는 신경망에 블록이 필요합니다.',
  'series.matters.cued': '블록이 필요한 시계열 보기',

  'series.data.title': '시계열',
  'series.data.shown': '화면에 보이는 시계열',
  'series.data.source': '데이터',
  'series.data.weather': '날씨: 시애틀과 뉴욕',
  'series.data.planted': '신호를 심은 합성 데이터',
  'series.data.cued': '단서가 있는 합성 데이터',
  'series.data.gestures': '직접 그리는 제스처',
  'series.data.own': '내 파일',
  'series.data.loading': '시계열을 불러오는 중입니다 …',
  'series.data.parts':
    '학습용(training) {train}개, 검증용(validation) {validation}개, 평가용(test) {test}개의 시계열입니다. 변수 {channels}개, 시점 {length}개, 클래스 {classes}개.',
  'series.weather.what':
    'vega-datasets 패키지에 담긴 2012–2015년의 일별 날씨입니다(NOAA, 퍼블릭 도메인). 시계열 하나는 변수 네 개를 30일 동안 기록한 것입니다. 2012년과 2013년으로 학습하고, 2014년으로 검증하고, 2015년으로 평가합니다. 해를 넘기는 시계열은 없습니다.',
  'series.weather.task': '분류 과제',
  'series.weather.city': '도시',
  'series.weather.citySeason': '도시와 계절',
  'series.variable.precipitation': '강수량',
  'series.variable.temp_max': '최고 기온',
  'series.variable.temp_min': '최저 기온',
  'series.variable.wind': '풍속',
  'series.class.Seattle': '시애틀',
  'series.class.New York': '뉴욕',
  'series.season.winter': '겨울',
  'series.season.spring': '봄',
  'series.season.summer': '여름',
  'series.season.autumn': '가을',
  'series.which': '평가용 시계열',
  'series.previous': '이전',
  'series.next': '다음',
  'series.random': '무작위',
  'series.position': '평가용 시계열 #{index} (전체 {total}개)',
  'series.ofClass': '클래스',
  'series.anyClass': '전체',
  'series.begins': '{day}부터',
  'series.chart': '지금 보이는 시계열의 모든 변수를 시간에 따라 그린 그래프',
  'series.chartTable': '지금 보이는 시계열',
  'series.chartDay': '일',
  'series.chartAtDay': '{step}일',
  'series.chartAtStep': '{step}번 시점',
  'series.chartNone':
    '{wanted}번 평가용 시계열은 없습니다. 0번부터 {last}번까지 있으므로, 대신 {index}번 시계열을 보여 줍니다.',
  'series.step': '시점',
  'series.more': '{count}개 더',
  'series.moreVariables': '변수 {count}개 더',
  'series.chartTaps':
    '사각형: {channel}번 채널의 커널이 각 변수에 곱하는 가중치입니다. 속이 찬 것은 0보다 크고, 속이 비었거나 붉은 것은 0보다 작습니다. 특성 채널은 모든 변수를 섞습니다.',
  'series.normalised':
    '변수별 정규화: (값 − 평균) / 표준편차. 평균과 표준편차는 학습용 데이터에서 구했습니다.',
  'series.normalisedEach': '시계열마다 모든 변수의 평균은 0, 표준편차는 1입니다.',

  'series.net.title': '신경망 전체',
  'series.net.what':
    '두 브랜치가 같은 시계열을 읽습니다. SE 블록이 두 개 있는 합성곱 브랜치는 시간 축에 대한 전역 평균 풀링으로 끝나고, LSTM 브랜치는 마지막 출력 h로 끝납니다. 두 결과를 이어 붙여 완전연결층(softmax)이 클래스를 예측합니다.',
  'series.net.input': 'X',
  'series.net.axes': '변수 × 시점',
  'series.net.lstm': 'LSTM',
  'series.net.lstmUnits': '유닛 {count}개',
  'series.net.lstmReads': '값 {values}개씩 {steps}스텝',
  'series.net.masking': '마스킹',
  'series.net.maskingWhat': '값이 모두 0인 스텝은 건너뜀',
  'series.net.shuffle': '차원 셔플',
  'series.net.shuffleTo': '변수 하나가 한 스텝',
  'series.net.dropout': '드롭아웃',
  'series.net.dropped': '학습할 때 {rate} 비율로 끔',
  'series.net.convBranch': '합성곱 브랜치',
  'series.net.conv': '합성곱 {number}',
  'series.net.convOf': '필터 {filters}개, 커널 {kernel}',
  'series.net.bnRelu': 'BN, ReLU',
  'series.net.noSe': '여기에는 SE 없음(참조 코드와 같음)',
  'series.net.maps': '채널 {count}개',
  'series.net.values': '값 {count}개',
  'series.net.pool': '시간 평균',
  'series.net.concat': '연결(concat)',
  'series.net.concatOf': '값 {lstm} + {convolution}개',
  'series.net.classes': '클래스 {count}개',
  'series.net.dense': '완전연결층, softmax',
  'series.net.open': 'SE 자리 {number}번을 그림에서 열기',
  'series.net.openLstm': 'LSTM의 상태 보기',
  'series.net.size': '크기',
  'series.net.small': '작은 크기: 필터 16, 32, 16개, r = 4',
  'series.net.paper': '논문의 크기: 필터 128, 256, 128개, r = 16',
  'series.net.lstmOn': 'LSTM 브랜치',
  'series.net.shuffleOn': '차원 셔플',
  'series.net.parameters': '매개변수 {count}개',
  'series.net.training':
    '**학습**: Adam(학습률 0.001), 시계열 16개씩의 배치, 드문 클래스에는 더 큰 가중치를 줍니다. 학습 손실이 100에포크 동안 줄지 않으면 학습률을 5분의 1만큼 낮춥니다. 몇 에포크마다 검증용 시계열로 평가하여 가장 좋은 가중치를 남기고, 100에포크와 1,000스텝이 지나도록 더 좋은 것이 나오지 않으면 끝냅니다. 평가용 시계열은 여기에 쓰이지 않습니다. 평가용 시계열로 가중치를 고르면 실제보다 좋아 보이기 때문입니다.',
  'series.net.paperTooMuch': '논문의 크기: 이 길이의 시계열에는 계산이 너무 많음, 먼저 길이를 줄이십시오',
  'series.net.shuffleWhat':
    '참조 코드의 **차원 셔플(dimension shuffle)**을 쓰면 LSTM의 시퀀스 길이는 변수 개수와 같은 {channels}스텝이고, 스텝마다 변수 하나의 값 {length}개를 한꺼번에 받습니다. 쓰지 않으면 시간 순서대로 {length}스텝을 읽습니다. 마스킹(masking)은 값이 모두 0인 스텝을 건너뜁니다. 차원 셔플을 쓰면 값이 없는 변수를, 쓰지 않으면 0으로 패딩한 시점을 건너뛰는 셈입니다.',
  'series.net.names':
    '**MLSTM-FCN**(Karim 외 2018)은 **LSTM-FCN**에 SE 블록을 더한 신경망입니다. SE를 끄면 합성곱 브랜치는 LSTM-FCN의 것과 같습니다. LSTM까지 끄면 **FCN**(Wang 외 2017)만 남습니다.',
  'series.net.mlstmFcn': 'MLSTM-FCN',
  'series.net.lstmFcn': 'LSTM-FCN',
  'series.net.fcn': 'FCN',
  'series.net.fcnSe': 'SE 블록이 있는 FCN',
  'series.net.untrained': '아직 학습하지 않은 신경망입니다. 가중치는 모두 무작위 값입니다.',
  'series.net.noLstm': 'LSTM 브랜치가 없으면 합성곱 브랜치만으로 예측합니다.',

  'series.lstm.title': '스텝별로 본 LSTM',
  'series.lstm.label': 'LSTM의 게이트와 상태: 유닛 {units}개, {steps}스텝',
  'series.lstm.input': '입력 게이트 i',
  'series.lstm.forget': '망각 게이트 f',
  'series.lstm.candidate': '후보 c̃',
  'series.lstm.output': '출력 게이트 o',
  'series.lstm.state': '셀 상태 c',
  'series.lstm.hidden': '출력 h',
  'series.lstm.unit': '유닛',
  'series.lstm.step': '스텝',
  'series.lstm.page': '유닛 {units}개 가운데 {from}번–{to}번입니다. 나머지는 아래에서 번호로 고릅니다.',
  'series.lstm.masked': '값이 모두 0이어서 건너뜀',
  'series.lstm.what':
    'c = f · c + i · c̃, h = o · tanh(c). 마지막 스텝의 h가 다음 층으로 넘어갑니다. 여기 나오는 게이트는 LSTM의 것이며, SE 블록의 게이트는 [[s]]입니다.',

  'series.branches.title': '브랜치별 기여도',
  'series.branches.what':
    '클래스의 로짓(logit)은 편향에 LSTM 브랜치와 합성곱 브랜치의 기여도를 더한 값입니다. 기여도는 완전연결층의 가중합 가운데 그 브랜치에서 온 부분입니다.',
  'series.branches.label': '각 로짓에 대한 브랜치별 기여도',
  'series.branches.bias': '편향',
  'series.branches.lstm': 'LSTM',
  'series.branches.conv': '합성곱',
  'series.branches.sum': '로짓',
  'series.branches.class': '클래스',

  'series.results.title': '결과',
  'series.results.none':
    '신경망을 학습하다가 일시 정지하십시오. 그러면 검증 정확도가 가장 높았던 가중치로 평가용 시계열을 모두 예측합니다.',
  'series.results.pause': '일시 정지하고 평가용 시계열로 평가하기',
  'series.results.busy': '평가용 시계열로 평가하는 중입니다 …',
  'series.results.read': '평가용 시계열로 평가하기',
  'series.results.accuracy': '정확도',
  'series.results.macroF1': '매크로 F1',
  'series.results.chosen':
    '검증 정확도가 가장 높았던({accuracy}) {step}번째 스텝의 가중치입니다. 고르는 데 평가용 데이터는 쓰지 않았습니다.',
  'series.results.now': '{step}번째 스텝의 가중치입니다.',
  'series.results.show': '이 가중치를 그림에서 보기',
  'series.results.confusion': '혼동 행렬(confusion matrix): 행은 정답 클래스, 열은 예측 클래스',
  'series.results.truth': '정답',
  'series.results.predicted': '예측',
  'series.results.sum': '전체',
  'series.results.recall': '재현율',
  'series.results.precision': '정밀도',
  'series.results.cell': '정답 {truth}, 예측 {predicted}: 시계열 수 {count}',
  'series.results.list':
    '{count, plural, =0 {정답이 “{truth}”, 예측이 “{predicted}”인 평가용 시계열이 없습니다.} other {정답이 “{truth}”, 예측이 “{predicted}”인 평가용 시계열 #개:}}',
  'series.results.profiles': '클래스별 평균 게이트, SE 자리 {number}번',
  'series.results.profilesCue': '단서별 평균 게이트, SE 자리 {number}번',
  'series.results.cue': '단서: {signal}',
  'series.results.profilesWhat':
    '열은 그림의 채널입니다. 두 행의 차이가 가장 큰 것은 테두리를 두른 {channel}번 채널이며, 차이는 {difference}입니다.',
  'series.results.profilesPinned': '음영: 그림에서 선택한 {channel}번 채널입니다.',
  'series.results.spread': '가장 큰 차이',
  'series.results.flat':
    '모든 행이 서로 비슷합니다. 게이트가 집단에 따라 거의 달라지지 않으므로, 여기서는 게이트가 이들을 구분하는 데 하는 일이 거의 없습니다.',

  'series.cued.what':
    '합성 데이터이며 변수는 단서, 신호 1, 신호 2의 세 개입니다. 두 신호에는 저마다 느리거나 보통이거나 빠른 진동이 잠깐 나타납니다. 단서에는 두 진동에서 멀리 떨어진 곳에 짧은 펄스가 하나 있어, 어느 신호를 보고 분류해야 하는지 알려 줍니다. 진동 근처의 커널은 단서를 볼 수 없습니다. 그래서 여기서는 게이트가 시계열마다 달라질 까닭이 있습니다.',
  'series.cued.classes': '정답 클래스는 단서가 가리키는 신호의 주파수입니다: 느림, 보통, 빠름.',
  'series.variable.cue': '단서',
  'series.variable.a': '신호 1',
  'series.variable.b': '신호 2',
  'series.class.slow': '느림',
  'series.class.medium': '보통',
  'series.class.fast': '빠름',
  'series.planted.class': '클래스 {number}',
  'series.planted.what':
    '합성 데이터입니다. 어느 변수에 클래스 정보를 담을지 직접 정합니다. 나머지 변수는 비슷해 보이지만 클래스와 독립입니다. 학습한 신경망이 어느 변수를 쓰는지 실제 정답과 비교해 보십시오.',
  'series.planted.signal': '클래스를 나타내는 특성',
  'series.planted.amplitude': '진폭',
  'series.planted.frequency': '주파수',
  'series.planted.timing': '나타나는 시점',
  'series.planted.useful': '클래스 정보를 담은 변수',
  'series.planted.variable': '{number}번 변수',
  'series.planted.channels': '변수 개수',
  'series.planted.noise': '잡음',
  'series.planted.noiseValue': '표준편차 {value}',
  'series.planted.unequal': '길이를 서로 다르게 하고 0으로 패딩',
  'series.planted.needsOne': '변수 하나 이상에는 클래스 정보를 담아야 합니다.',

  'series.useful.title': '신경망은 어느 변수를 쓸까요?',
  'series.useful.why':
    '게이트는 **특성 채널**에 딸린 것이고, 특성 채널은 저마다 커널로 모든 변수를 섞습니다. 그래서 변수 하나를 대표하는 게이트는 없습니다. 변수 하나가 얼마나 중요한지 알려면 그 변수를 닫아 봅니다. 곧 그 변수를 평균(정규화한 뒤에는 0)으로 바꾸고 예측이 얼마나 나빠지는지 봅니다. 그다음 나머지를 모두 닫고 이 변수만으로 얼마나 알 수 있는지 봅니다. 측정한 뒤에는 어느 게이트가 움직이는지 볼 수 있습니다.',
  'series.useful.untrained':
    '아직 학습하지 않은 신경망입니다. 가중치가 무작위이므로 아직 어느 변수도 쓰지 않으며 측정할 것이 없습니다. 먼저 학습하십시오.',
  'series.useful.trains': '학습하는 동안에는 가중치가 계속 바뀝니다. 측정하려면 일시 정지하십시오.',
  'series.useful.measure': '평가용 시계열로 측정',
  'series.useful.busy': '측정하는 중입니다 …',
  'series.useful.stop': '측정 중지',
  'series.useful.variable': '변수',
  'series.useful.used': '찾음',
  'series.useful.closed': '닫았을 때: 교차 엔트로피 증가량(정확도)',
  'series.useful.alone': '이 변수만 남겼을 때: 무작위 레이블보다 낮은 교차 엔트로피(정확도)',
  'series.useful.weight': '첫 커널 가중치에서의 비중(게이트로 가중)',
  'series.useful.truth': '클래스 정보를 담음',
  'series.useful.yes': '예',
  'series.useful.no': '아니요',
  'series.useful.found':
    '유용한 변수 {useful}개 중 {found}개를 찾았습니다. {others, plural, =0 {} other {{falsely, plural, =0 {나머지 변수를 유용하다고 잘못 고른 경우는 없습니다.} other {나머지 변수 중 #개를 유용하다고 잘못 골랐습니다.}}}}',
  'series.useful.rule':
    '닫았을 때 평균 교차 엔트로피가 커지는 변수, 또는 이 변수만 남겼을 때 정답 레이블의 교차 엔트로피가 무작위 레이블보다 낮은 변수를 찾은 것으로 셉니다. 차이는 {least} 이상이고 표준오차의 {errors}배보다 커야 합니다. 두 가지가 모두 필요합니다. 여러 변수가 같은 정보를 담으면 하나를 닫아도 아쉽지 않지만 저마다 홀로 클래스를 알려 줍니다. 단서는 홀로는 아무것도 알려 주지 않지만 닫으면 예측이 나빠집니다.',
  'series.useful.table': '변수별 중요도',
  'series.useful.listed': '변수 {all}개 중 닫았을 때 가장 크게 나빠지는 {count}개입니다.',
  'series.useful.of':
    '변수를 모두 쓸 때 평가용 시계열 {count}개에 대한 정확도는 {accuracy}, 평균 교차 엔트로피는 {loss}입니다({step}번째 스텝의 가중치).',
  'series.useful.sample': '전체 {count}개에서 무작위로 뽑은 시계열입니다.',
  'series.useful.none':
    '이 데이터에서 어느 변수가 중요한지는 알려져 있지 않습니다. 이 표는 신경망이 어느 변수를 쓰는지 보여 줍니다.',
  'series.useful.movesTitle': '“{variable}” 변수를 닫으면 움직이는 게이트',
  'series.useful.moves':
    '평가용 시계열에서 평균한 |Δ[[s]]|가 가장 큰 채널들입니다. 표에서 변수를 고르거나, 채널을 눌러 그림에서 선택하십시오.',
  'series.useful.site': 'SE 자리 {number}번',
  'series.useful.channel': '{channel}번 채널: {moved}',
  'series.useful.still': '움직이는 게이트 없음',
  'series.useful.noGates': 'SE가 없는 신경망에는 움직일 게이트가 없습니다.',
  'series.useful.mixed':
    '게이트 하나로 알 수 없는 까닭: 특성 채널은 저마다 모든 변수를 섞고, 각 채널의 게이트는 모든 채널의 평균으로 계산합니다. 그래서 변수 하나를 닫으면 여러 게이트가 움직이고, 같은 변수를 읽는 채널의 게이트는 함께 움직입니다. 크게 움직인 게이트도 이 변수만의 게이트는 아닙니다.',

  'series.own.what':
    'UEA나 sktime의 “.ts” 파일, ARFF 파일, CSV 파일 가운데 하나를 열거나, _TRAIN 파일과 _TEST 파일을 함께 엽니다. 파일은 이 브라우저 밖으로 나가지 않습니다.',
  'series.own.drop': '여기에 파일 끌어다 놓기',
  'series.own.choose': '파일 선택',
  'series.own.reading': '{name} 읽는 중: {percent}',
  'series.own.cancel': '취소',
  'series.own.error': '{name} 파일을 읽지 못했습니다. {detail}',
  'series.own.ending':
    '{name} 파일은 지원하지 않는 형식입니다. 열 수 있는 확장자: “.ts”, “.arff”, “.csv”, “.tsv”.',
  'series.own.several':
    '서로 짝이 되지 않는 파일입니다: {names}. 파일을 하나만 열거나, 이름에 _TRAIN과 _TEST가 붙은 같은 형식의 파일 두 개를 여십시오.',
  'series.own.lost':
    '페이지의 일부를 불러오지 못해 파일을 읽지 못했습니다({detail}). 인터넷 연결을 확인하고 다시 시도하거나 페이지를 새로 고치십시오.',
  'series.own.many':
    '파일 {count}개를 한꺼번에 열 수는 없습니다: {names}. 데이터 세트를 하나씩 여십시오. 파일 하나를 열거나, 한 데이터 세트의 _TRAIN 파일과 _TEST 파일을 함께 엽니다.',
  'series.own.strangers':
    '{train} 파일과 {test} 파일은 서로 다른 데이터 세트의 파일입니다(“{trainSet}”, “{testSet}”). 같은 데이터 세트의 _TRAIN 파일과 _TEST 파일을 여십시오.',
  'series.own.formats':
    '두 파일의 형식이 다릅니다: {names}. 같은 형식의 _TRAIN 파일과 _TEST 파일을 여십시오.',
  'series.own.errorReading': '읽고 있던 파일은 계속 읽습니다.',
  'series.own.errorKept': '화면에 있던 것은 그대로입니다.',
  'series.own.opened':
    '{name}: 시계열 {count}개, 변수 {channels}개, 클래스 {classes}개, 시점 최대 {length}개.',
  'series.own.twoFiles': '학습용 파일: {train}. 평가용 파일: {test}.',
  'series.own.split': '파일이 하나이므로 클래스마다 {share}씩 평가용 데이터로 떼어 둡니다.',
  'series.own.half':
    '한 쌍 가운데 하나만 열었습니다. 원래 나뉜 대로 학습하고 평가하려면 _TRAIN 파일과 _TEST 파일을 함께 여십시오.',
  'series.own.dropped': '{count, plural, other {레이블이 없는 시계열 #개는 제외했습니다.}}',
  'series.own.normalise': '정규화',
  'series.own.perVariable': '변수별, 학습용 데이터 기준',
  'series.own.perSeries': '시계열별로 따로',
  'series.own.asIs': '하지 않음',
  'series.own.length': '길이',
  'series.own.longest': '가장 긴 시계열에 맞춤: {length}',
  'series.own.tooMuch': '{length} (너무 긺)',
  'series.own.cut': '시계열을 최대 {longest}개 시점 가운데 {length}개만 남기고 잘랐습니다.',
  'series.own.most':
    '이 신경망 크기와 변수 개수로는, 페이지가 오래 멈추지 않으려면 시계열마다 시점이 {most}개를 넘지 않아야 합니다.',
  'series.own.isTooMuch':
    '시점 {length}개는 이 크기의 신경망에는 너무 많아 페이지의 반응이 느려집니다. 길이를 줄이거나 작은 신경망을 고르십시오.',
  'series.own.refused': '시계열을 이렇게 준비할 수 없습니다. {detail}',
  'series.own.pad': '짧은 시계열의 패딩',
  'series.own.padEnd': '뒤쪽에 0',
  'series.own.padStart': '앞쪽에 0',
  'series.own.missing': '결측값',
  'series.own.interpolate': '선형 보간',
  'series.own.zero': '0으로 채움',
  'series.own.keep': '이 브라우저에 파일 보관',
  'series.own.forget': '보관한 파일 지우기',
  'series.own.kept': '이 브라우저에 보관한 파일: {name}.',
  'series.own.openKept': '보관한 파일 열기',
  'series.own.notKept': '이 브라우저에서는 파일을 보관할 수 없습니다.',
  'series.own.none': '아직 연 파일이 없습니다.',

  'series.csv.title': '{name} 파일의 구성',
  'series.csv.layout': '표의 형식',
  'series.csv.long': '한 행에 한 시점',
  'series.csv.wide': '한 행에 한 시계열',
  'series.csv.header': '첫 행에 열 이름이 있음',
  'series.csv.id': '시계열',
  'series.csv.time': '시간',
  'series.csv.label': '클래스',
  'series.csv.values': '변수',
  'series.csv.role': '{name} 열의 역할',
  'series.csv.ignore': '쓰지 않음',
  'series.csv.blocks': '한 행의 변수 개수',
  'series.csv.from': '표시할 첫 열',
  'series.csv.range': '{from}–{to}',
  'series.csv.roleRange': '{name} 열의 역할',
  'series.csv.mixed': '여러 가지',
  'series.csv.lacksValues': '변수로 쓸 열을 하나 이상 고르십시오.',
  'series.csv.lacksId': '각 행이 어느 시계열에 속하는지 알려 주는 열을 고르십시오.',
  'series.csv.lacksBlocks': '값이 있는 열 {count}개를 변수 {blocks}개로 똑같이 나눌 수 없습니다.',
  'series.csv.again': '고른 내용은 그대로 있습니다. 바꾼 뒤 다시 시도하십시오.',
  'series.csv.preview': '처음 몇 행',
  'series.csv.column': '열',
  'series.csv.examples': '값의 예',
  'series.csv.read': '가져오기',
  'series.csv.cancel': '가져오지 않고 닫기',

  'series.gestures.what':
    '마우스, 펜, 손가락으로 제스처를 그립니다. 제스처 하나가 변수 네 개(x, y, 속력, 압력)로 된 시계열이 됩니다. 클래스 이름을 정하고, 클래스마다 다섯 개 이상 기록하여 학습한 뒤, 다시 그려서 어느 클래스로 인식하는지 살펴보십시오.',
  'series.gestures.pointer':
    '그리려면 마우스, 펜, 손가락 같은 포인터가 있어야 합니다. 나머지는 모두 키보드로도 할 수 있습니다. 포인터가 없으면 직접 준비한 파일로 학습하거나, 휴대전화의 움직임을 기록할 수 있습니다.',
  'series.gestures.toOwn': '내 파일 사용',
  'series.gestures.full': '클래스가 {most}개입니다. 더 추가할 수 없습니다.',
  'series.gestures.short': '제스처로 보기에는 너무 짧습니다. 더 길게 그리십시오.',
  'series.gestures.recorded': '{name} 기록됨: {count, plural, other {기록 #개}}.',
  'series.gestures.loading': '준비하는 중…',
  'series.gestures.pause': '학습 일시 정지',
  'series.gestures.goOn': '이어서 학습',
  'series.gestures.step': '{step}스텝, 검증 정확도 {accuracy}.',
  'series.gestures.nowDraw': '이제 그려 보십시오.',
  'series.gestures.trainFirst':
    '이 신경망은 아직 이 기록으로 학습하지 않았습니다. 먼저 학습한 뒤에 그리십시오.',
  'series.gestures.wait': '처음 몇 스텝을 학습할 때까지 기다리십시오.',
  'series.gestures.probabilities': '클래스별 확률',
  'series.gestures.next': '{name} 클래스를 그리십시오. 한 획이 기록 하나입니다.',
  'series.gestures.class': '기록할 클래스',
  'series.gestures.pad': '그리는 곳',
  'series.gestures.hint': '한 획이 기록 하나입니다.',
  'series.gestures.newClass': '새 클래스',
  'series.gestures.add': '추가',
  'series.gestures.remove': '{name} 클래스 지우기',
  'series.gestures.count': '{count, plural, =0 {기록 없음} other {기록 #개}}',
  'series.gestures.removeOne': '{name} 기록 {number}번 지우기',
  'series.gestures.bringBack': '지운 것 되살리기',
  'series.gestures.taken': '같은 이름의 클래스가 있습니다.',
  'series.gestures.clear': '모든 기록 지우기',
  'series.gestures.need': '클래스가 두 개 이상, 클래스마다 기록이 {least}개 이상 있어야 합니다.',
  'series.gestures.train': '이 기록으로 학습',
  'series.gestures.tryIt': '시험해 보기: 그리기',
  'series.gestures.record': '기록',
  'series.gestures.reads': '인식한 제스처: {name} ({probability})',
  'series.gestures.nothing': '아직 그린 것이 없습니다.',
  'series.gestures.motion': '이 기기의 움직임 사용',
  'series.gestures.motionWhy':
    '이 페이지가 동작 센서를 읽어도 되는지 브라우저가 물을 수 있습니다. 센서 값은 기기 밖으로 나가지 않습니다.',
  'series.gestures.motionDenied': '동작 센서 사용이 거부되었습니다. 센서 없이도 그릴 수 있습니다.',
  'series.gestures.motionNone': '이 기기에는 동작 센서가 없습니다.',
  'series.gestures.motionHold': '누른 채 움직이기',
  'series.variable.x': 'x',
  'series.variable.y': 'y',
  'series.variable.speed': '속력',
  'series.variable.pressure': '압력',

  'series.seeds.title': 'SE가 있을 때와 없을 때: 시드별 비교',
  'series.seeds.what':
    '지금 보이는 신경망을 서로 다른 난수 시드(seed)로 SE를 넣어 {count}번, SE를 빼고 {count}번, 한 번에 {steps}스텝씩 백그라운드에서 학습하여 평가용 데이터에 대한 정확도를 비교합니다.',
  'series.seeds.cued': '단서를 쓰는 법은 다른 데이터(1,200스텝)보다 배우는 데 오래 걸립니다.',
  'series.seeds.start': '시작',
  'series.seeds.stop': '중지',
  'series.seeds.goOn': '이어서 하기',
  'series.seeds.again': '처음부터 다시',
  'series.seeds.bar': '전체 학습',
  'series.seeds.progress': '학습 {total}번 중 {run}번째, {steps}스텝 중 {step}스텝',
  'series.seeds.minutes': '약 {minutes}분 남음',
  'series.seeds.finished': '학습 {total}번 중 {count}번이 끝났습니다.',
  'series.seeds.failed':
    '비교가 중단되었습니다: {detail}. {kept, plural, =0 {다시 시도하거나 페이지를 새로 고치십시오.} other {끝난 학습 #번의 결과는 그대로입니다. 이어서 해 보십시오.}}',
  'series.seeds.with': 'SE 있음',
  'series.seeds.without': 'SE 없음',
  'series.seeds.seed': '시드',
  'series.seeds.mean': '평균 ± 표준편차',
  'series.seeds.axis': '평가용 데이터 정확도',
  'series.seeds.plot': 'SE가 있을 때와 없을 때의 시드별 정확도. 수치는 표에 있습니다',
  'series.seeds.marks': '점은 학습 한 번, 선은 평균, 띠는 평균에서 양쪽으로 표준편차만큼입니다.',
  'series.seeds.result':
    '시드 {count}개에서 SE 있음 {with}, SE 없음 {without}. {clear, select, with {SE가 있는 신경망이 {difference}%p 앞서며, 이는 두 표준편차의 합보다 큽니다.} without {SE가 없는 신경망이 {difference}%p 앞서며, 이는 두 표준편차의 합보다 큽니다.} other {차이 {difference}%p는 두 표준편차의 합을 넘지 않습니다. 이 결과로는 여기서 SE가 효과가 있다고 할 수 없습니다.}}',
  'series.seeds.table': '시드별 정확도',
  'output.label.series': '신경망이 예측한 클래스',
  'output.reads.series': '예측',
  'figure.alt.series':
    '블록 그림. {channel}번 채널은 z = {z}, 게이트 s = {s}입니다. 신경망의 예측은 {prediction}, 확률은 {probability}입니다.',
  'figure.altPlain.series':
    'SE 없이 학습한 신경망의 특성 맵. 신경망의 예측은 {prediction}, 확률은 {probability}입니다.',
  'step.scale.flip.series':
    '원래 게이트를 쓸 때의 예측은 {own} ({ownProbability}), 이식한 게이트를 쓸 때의 예측은 {now} ({nowProbability})입니다.',
  'step.scale.now.series': '지금의 예측은 {now} ({probability})입니다.',
  'step.result.wanted.series': '정답 클래스',
  'step.result.reads.series': '예측 클래스',
  'step.result.plainAnswer.series': '예측 {prediction} ({probability})',
  'step.result.largest.series':
    '게이트의 차이가 가장 큰 것은 {channel}번 채널입니다. 시계열 A에서 {a}, 시계열 B에서 {b}, 차이는 {difference}입니다.',
  'histogram.warn.someDead.series': '살펴본 모든 시계열에서 값이 0인 은닉 유닛이 있습니다.',
  'histogram.warn.allDead.series':
    '은닉 유닛이 모두 0입니다. 편향이 없으므로 어떤 시계열에서나 모든 게이트가 정확히 ½입니다.',
  'page.figureHelp.series':
    '화살표 키: 왼쪽과 오른쪽은 채널을, 위와 아래는 단계를 고릅니다. Shift와 함께 누르면 시점이나 은닉 유닛이 움직입니다.',
  'series.asTheyAre': '정규화하지 않았습니다. 값을 그대로 씁니다.',
  'series.own.waiting':
    '파일을 열거나 이 페이지 아무 곳에나 끌어다 놓으십시오. 그러면 여러분의 시계열을 처리하는 블록이 여기에 나타납니다.',
  'series.gestures.waiting':
    '제스처를 몇 개 기록하십시오. 그러면 그 제스처를 처리하는 블록이 여기에 나타납니다.',
  'series.gestures.newClassFirst': '먼저 클래스 이름을 정하십시오.',
  'step.result.transplanted.series': '다른 단서의 게이트',
  'step.result.transplantedWhat.series': '그때 **다른** 단서가 가리키는 클래스로 예측한 시계열의 비율입니다.',
  'step.result.share.series': '단서대로 예측한 비율',
  'step.result.groupInks.series': '단서별',
  'step.result.study.series':
    '난수 시드 {seeds}개의 평균(최소~최대)입니다. 배치 {batch}개씩 최대 {steps}스텝, 평가용 시계열 {pictures}개를 이 코드로 구했습니다. 게이트는 모든 SE 자리에서 한꺼번에 바꾸었습니다.',
}
