import type { lesson as en } from '../../en/series/lesson.ts'

export const lesson: Readonly<Record<keyof typeof en, string>> = {
  'header.sample.series': '평가용 시계열 #{index}',
  'figure.noSe.series':
    '이 신경망은 SE 없이 학습했습니다. U가 그대로 다음 합성곱으로 넘어가며 게이트는 없습니다.',
  'step.why.window.series':
    '음영: U의 {w}번 시점이 {gated, select, yes {직접 보는} other {볼 수 있는}} 범위, 모두 {width}시점입니다.{gated, select, yes { 다만 시간에 걸친 평균에서 만들어지는 SE 위치 1의 게이트를 거치므로, 이 값은 모든 시점에 따라 달라집니다.} other {}}',
  'ink.name0.series': '신호 1',
  'ink.name1.series': '신호 2',
  'ink.bar0.series': '단서가 신호 1을 가리킴',
  'ink.bar1.series': '단서가 신호 2를 가리킴',

  'step.transform.try.series': 'U의 시점 하나 고르기',
  'step.transform.where.series': '{channel}번 채널의 {w}번 시점',
  'series.taps.caption':
    'x는 X의 창, v는 커널이며, 시간은 오른쪽으로 흐릅니다.{scaled, select, yes { 값은 신경망이 읽는 그대로 정규화된 값입니다.} other {}}',
  'series.taps.padding': '점선은 시계열 밖이며 0으로 셉니다.',
  'series.taps.channel': '채널 {channel}',
  'series.taps.rest': '나머지 채널 {count}개의 합',
  'series.taps.more': '{count}개 더 보기',
  'series.taps.bias': '편향 b',
  'series.taps.total': '합성곱, Σ v · x + b',
  'series.taps.relu': 'ReLU: max(0, {value}) = {result}, U의 값입니다.',

  'step.squeeze.shuffle.series': 'U의 시점 섞기',
  'step.squeeze.brush.series': '{channel}번 채널의 맵을 따라 끌어 구간을 선택해 보십시오.',
  'step.squeeze.brushMap.series':
    '{channel}번 채널의 맵, {map}. 선택한 구간: {left}번 시점부터 {right}번 시점까지.',
  'step.squeeze.columns.series': '시점',
  'step.squeeze.first.columns.series': '첫 시점',
  'step.squeeze.last.columns.series': '마지막 시점',
  'step.squeeze.forgets.series':
    '구간마다 평균이 따로 있지만, z는 맵 전체에 하나뿐인 값입니다. 시점을 섞으면 구간의 평균은 바뀌고 z는 그대로입니다.',
  'step.squeeze.forgetsMax.series':
    '구간마다 최댓값이 따로 있지만, z는 언제 나왔든 맵 전체에서 가장 큰 값입니다.',
  'step.squeeze.region.series': '구간',
  'step.squeeze.places.series': '시점 수 n',
  'step.squeeze.holds.series':
    '{inside, select, yes {맵의 가장 큰 값이 이 구간 안에 있습니다.} other {맵의 가장 큰 값은 이 구간 밖에 있습니다.}}',
  'step.squeeze.parts.series':
    '이 구간의 시점 수는 {places}, 맵의 평균에 기여하는 값은 {part}, 나머지 시점이 기여하는 값은 {rest}입니다.{signs, select, mixed {} other { 합에서 차지하는 비중은 {share}입니다.}}',

  'step.mix.dead.series':
    '{count, plural, =0 {이 시계열에서 0인 은닉 유닛은 없습니다.} other {이 시계열에서 0인 은닉 유닛 번호: {names}.}}',
  'step.mix.deadAlways.series':
    '{count, plural, other {세어 본 시계열 {pictures}개 모두에서 0이었던 은닉 유닛 번호: {names}.}}',
  'step.scale.transplant.series': '다른 단서의 게이트 이식',
  'step.scale.transplantDigits.series': '다른 시계열의 게이트 이식',
  'step.result.pair.series': '시계열 A와 시계열 B, 각각의 원래 게이트',
  'step.result.picture.series': '시계열',
  'step.result.bar.series': '단서가 가리키는 신호',
  'step.result.strip.series': '시계열 {name}의 모든 채널 게이트, 최소 {least}, 최대 {most}',
  'step.result.stripLegend.series':
    '막대: 그 시계열의 게이트(0~1). 눈금: 다른 시계열의 게이트. 음영: {channel}번 채널. 테두리: 차이가 가장 큰 채널.',
  'step.result.frozenWhat.series':
    '평균적인 크기는 같지만 **어느** 시계열에서나 같고, 학습에서 본 적이 없는 게이트입니다. 정확도가 떨어지면 게이트에 의존한다는 뜻입니다.',
  'step.result.thisPicture.series': '이 시계열',
  'step.result.noStudy.series':
    '여러 시계열에 대한 비교: 신경망을 학습한 뒤, 아래쪽의 “SE가 있을 때와 없을 때: 시드별 비교”에서 시드끼리 비교해 보십시오.',
  'step.result.group.series': '학습용 시계열에 대한 평균 게이트',
  'marks.other.series': '시계열 B에서의 같은 값',
  'marks.other0.series': '시계열 B(신호 1)에서의 같은 값',
  'marks.other1.series': '시계열 B(신호 2)에서의 같은 값',
  'marks.rowB0.series': '아래쪽 게이트 행: 시계열 A(신호 1)',
  'marks.rowB1.series': '아래쪽 게이트 행: 시계열 A(신호 2)',
  'rail.other.series': '— 시계열 B',
  'rail.otherBar0.series': '— B: 신호 1',
  'rail.otherBar1.series': '— B: 신호 2',
  'rail.rowB.series': '시계열 B',
  'rail.rowB0.series': '신호 1',
  'rail.rowB1.series': '신호 2',
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
  'histogram.here.series': '이 시계열의 게이트',
  'histogram.pictures.series': '클래스마다 채널별 평균 게이트({step}번째 스텝, 시계열 {count}개)',

  'histogram.warn.nearHalf.series':
    '게이트 대부분이 ½ 근처에 있습니다. 아직 배운 것이 없거나, 이 시계열에는 달라질 까닭이 없을 수 있습니다.',
  'series.matters.little':
    '시드 {count}개에서 평가 정확도의 평균은 SE가 있으면 {withSe}, 없으면 {withoutSe}입니다. 여기서는 SE의 이득이 드러나지 않습니다. 학습에서 본 적이 없는 상태, 곧 게이트를 모두 1로 하면 정확도의 평균은 {ones}입니다. 의존하는 정도는 시드마다 다릅니다.',
  'series.matters.much':
    '시드 {count}개, 최대 {steps}스텝에서 평가 정확도의 평균은 SE가 있으면 {withSe}, 없으면 {withoutSe}입니다. SE 없이 스텝이나 깊이를 늘린 결과는 이 수치에 없습니다.',
  'series.matters.cued': 'SE 유무에 따라 정확도가 달라지는 시계열 보기',

  'series.begins': '{day}부터',
  'output.label.series': '신경망이 예측한 클래스',
  'output.reads.series': '예측',
  'figure.alt.series':
    '블록 그림. {channel}번 채널은 z = {z}, 게이트 s = {s}입니다. 신경망의 예측은 {prediction}, 확률은 {probability}입니다.',
  'figure.altPlain.series':
    'SE 없이 학습한 신경망의 특성 맵. 신경망의 예측은 {prediction}, 확률은 {probability}입니다.',
  'step.scale.flip.series':
    '원래 게이트를 쓸 때의 예측은 {own} ({ownProbability}), 가져온 게이트를 쓸 때의 예측은 {now} ({nowProbability})입니다.',
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
    '화살표 키: 왼쪽과 오른쪽은 채널을, 위와 아래는 행을 고릅니다. Shift와 함께 누르면 시점이나 은닉 유닛이 움직입니다.',
  'step.result.transplanted.series': '다른 단서의 게이트',
  'step.result.transplantedWhat.series': '그때 **다른** 단서가 가리키는 클래스로 예측한 시계열의 비율입니다.',
  'step.result.share.series': '단서대로 예측한 비율',
  'step.result.groupInks.series': '단서별',
  'step.result.study.series':
    '난수 시드 {seeds}개의 평균(최소~최대)입니다. 배치 {batch}개씩 최대 {steps}스텝, 평가용 시계열 {pictures}개를 이 코드로 구했습니다. 게이트는 모든 SE 위치에서 한꺼번에 바꾸었습니다.',
  'step.result.asOther.series': '† 다른 단서대로 예측한 비율.',
}
