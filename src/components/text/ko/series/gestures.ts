import type { gestures as en } from '../../en/series/gestures.ts'

export const gestures: Readonly<Record<keyof typeof en, string>> = {
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
  'series.gestures.motionHold': '누른 채로 기기 움직이기',
  'series.gestures.waiting':
    '제스처를 몇 개 기록하십시오. 그러면 그 제스처를 처리하는 블록이 여기에 나타납니다.',
  'series.gestures.newClassFirst': '먼저 클래스 이름을 정하십시오.',
}
