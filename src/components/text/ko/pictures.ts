import type { pictures as english } from '../en/pictures.ts'

export const pictures: Readonly<Record<keyof typeof english, string>> = {
  'picture.alt.digit': '손으로 쓴 숫자 {digit} 이미지입니다.',
  'picture.alt.inks':
    '손글씨 숫자 두 개가 겹쳐 있습니다. 청록색 잉크의 숫자는 {first}, 황색 잉크의 숫자는 {second}입니다. 왼쪽 가장자리의 띠는 {ink} 잉크입니다.',
  'picture.alt.drawn': '직접 그린 숫자를 신경망이 받는 28 × 28 픽셀로 나타낸 이미지입니다.',
  'picture.alt.window': '테두리는 셀 하나가 보는 부분입니다.',
  'picture.ink.0': '청록색',
  'picture.ink.1': '황색',

  'samples.title': '이미지 선택',
  'samples.previous': '이전 이미지',
  'samples.next': '다음 이미지',
  'samples.random': '무작위 이미지',
  'samples.position': '홀드아웃 이미지 {total}장 중 {index}번',
  'samples.label': '정답 숫자 {label}',
  'samples.thumb': '{index}번 이미지, 정답 숫자 {label}',

  'composer.title': '이미지 구성',
  'composer.first': '청록색 잉크의 숫자',
  'composer.second': '황색 잉크의 숫자',
  'composer.digit': '숫자 {digit}',
  'composer.otherHand': '다른 사람의 글씨',
  'composer.otherHand.of': '다른 사람의 글씨: {what}',
  'composer.bar': '띠의 색: 어느 숫자를 읽을지 알려 줍니다',
  'composer.reads': '읽을 숫자: {digit}.',
  'composer.same': '두 잉크의 숫자가 모두 {digit}이므로 띠를 바꾸어도 정답은 같습니다.',

  'draw.title': '숫자 그리기',
  'draw.pad': '그리는 곳',
  'draw.hint': '마우스, 펜, 손가락으로 0부터 9까지의 숫자 하나를 그립니다.',
  'draw.alternative': '그릴 수 없을 때는 저장된 이미지를 선택합니다.',
  'draw.undo': '획 취소',
  'draw.clear': '모두 지우기',
  'draw.result':
    '신경망이 받는 이미지: 20 × 20 픽셀 크기로 맞춘 뒤 무게 중심을 28 × 28 픽셀의 가운데에 놓습니다.',
  'draw.empty': '아직 그린 것이 없습니다.',
  'draw.strokes': '{count, plural, =0 {그린 획이 없습니다.} other {획 #개를 그렸습니다.}}',
}
