import type { results as en } from '../../en/series/results.ts'

export const results: Readonly<Record<keyof typeof en, string>> = {
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
  'series.results.profiles': '클래스별 평균 게이트, SE 위치 {number}번',
  'series.results.profilesCue': '단서별 평균 게이트, SE 위치 {number}번',
  'series.results.cue': '단서: {signal}',
  'series.results.profilesWhat':
    '열은 그림의 채널입니다. 두 행의 차이가 가장 큰 것은 테두리를 두른 {channel}번 채널이며, 차이는 {difference}입니다.',
  'series.results.profilesPinned': '음영: 그림에서 선택한 {channel}번 채널입니다.',
  'series.results.spread': '가장 큰 차이',
  'series.results.flat':
    '모든 행이 서로 비슷합니다. 평균 게이트가 집단에 따라 거의 달라지지 않습니다. 그렇다고 게이트가 하는 일이 적다는 뜻은 아니며, 신경망은 게이트에 의존하고 있을 수 있습니다.',

  'series.useful.title': '신경망은 어느 변수를 쓸까요?',
  'series.useful.why':
    '게이트는 **특성 채널**에 딸린 것이고, 특성 채널은 저마다 커널로 모든 변수를 섞습니다. 그래서 변수 하나를 대표하는 게이트는 없습니다. 변수 하나가 얼마나 중요한지 알려면 그 변수를 닫아 봅니다. 곧 그 변수를 0(정규화했다면 그 평균)으로 바꾸고 예측이 얼마나 나빠지는지 봅니다. 그다음 나머지를 모두 닫고 이 변수만으로 얼마나 알 수 있는지 봅니다. 측정한 뒤에는 어느 게이트가 움직이는지 볼 수 있습니다.',
  'series.useful.untrained':
    '아직 학습하지 않은 신경망입니다. 가중치가 무작위이므로 아직 어느 변수도 쓰지 않으며 측정할 것이 없습니다. 먼저 학습하십시오.',
  'series.useful.trains': '학습하는 동안에는 가중치가 계속 바뀝니다. 측정하려면 일시 정지하십시오.',
  'series.useful.measure': '평가용 시계열로 측정',
  'series.useful.busy': '측정하는 중입니다 …',
  'series.useful.stop': '측정 중지',
  'series.useful.variable': '변수',
  'series.useful.used': '찾음',
  'series.useful.closed': '닫았을 때: 교차 엔트로피 증가량, 단위 nat(정확도)',
  'series.useful.alone': '이 변수만 남겼을 때: 무작위 레이블보다 낮은 교차 엔트로피, 단위 nat(정확도)',
  'series.useful.weight': '첫 커널 가중치에서의 비중(게이트로 가중)',
  'series.useful.truth': '클래스 정보를 담음',
  'series.useful.yes': '예',
  'series.useful.no': '아니요',
  'series.useful.found':
    '유용한 변수 {useful}개 중 {found}개를 찾았습니다. {others, plural, =0 {} other {{falsely, plural, =0 {나머지 변수를 유용하다고 잘못 고른 경우는 없습니다.} other {나머지 변수 중 #개를 유용하다고 잘못 골랐습니다.}}}}',
  'series.useful.rule':
    '닫았을 때 평균 교차 엔트로피가 커지는 변수, 또는 이 변수만 남겼을 때 정답 레이블의 교차 엔트로피가 무작위 레이블보다 낮은 변수를 찾은 것으로 셉니다. 차이는 {least} 이상이고 표준오차의 {errors}배보다 커야 합니다. 둘 가운데 하나면 충분하며, 둘 다 봅니다. 여러 변수가 같은 정보를 담으면 하나를 닫아도 예측이 나빠지지 않지만, 저마다 하나만으로도 클래스를 알려 줍니다. 단서는 하나만으로는 아무것도 알려 주지 않지만, 닫으면 예측이 나빠집니다.',
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
  'series.useful.site': 'SE 위치 {number}번',
  'series.useful.channel': '{channel}번 채널: {moved}',
  'series.useful.still': '움직이는 게이트 없음',
  'series.useful.noGates': 'SE가 없는 신경망에는 움직일 게이트가 없습니다.',
  'series.useful.mixed':
    '게이트 하나로 알 수 없는 까닭: 특성 채널은 저마다 모든 변수를 섞고, 각 채널의 게이트는 모든 채널의 평균으로 계산합니다. 그래서 변수 하나를 닫으면 여러 게이트가 움직일 수 있으며, 크게 움직인 게이트도 이 변수만의 게이트는 아닙니다.',

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
  'series.seeds.workerMissing': '학습을 맡은 페이지의 일부를 불러오지 못했습니다',
  'series.seeds.with': 'SE 있음',
  'series.seeds.without': 'SE 없음',
  'series.seeds.seed': '시드',
  'series.seeds.mean': '평균 ± 표준편차',
  'series.seeds.axis': '평가용 데이터 정확도',
  'series.seeds.plot': 'SE가 있을 때와 없을 때의 시드별 정확도. 수치는 표에 있습니다',
  'series.seeds.marks': '점은 학습 한 번, 선은 평균, 띠는 평균에서 양쪽으로 표준편차 하나만큼입니다.',
  'series.seeds.result':
    '시드 {count}개에서 SE 있음 {with}, SE 없음 {without}. {clear, select, with {SE가 있는 신경망이 {difference}%p 앞서며, 이는 두 표준편차의 합보다 큽니다.} without {SE가 없는 신경망이 {difference}%p 앞서며, 이는 두 표준편차의 합보다 큽니다.} other {차이 {difference}%p는 두 표준편차의 합을 넘지 않습니다. 이 결과로는 여기서 SE가 효과가 있다고 할 수 없습니다.}}',
  'series.seeds.table': '시드별 정확도',
}
