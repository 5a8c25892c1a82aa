import type { ownFiles as en } from '../../en/series/ownFiles.ts'

export const ownFiles: Readonly<Record<keyof typeof en, string>> = {
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
  'series.own.changed': '{name} 파일은 선택한 뒤에 바뀌었거나 없어졌습니다. 파일을 다시 선택하십시오.',
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
  'series.csv.range': '{from}~{to}',
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

  'series.own.waiting':
    '파일을 열거나 이 페이지 아무 곳에나 끌어다 놓으십시오. 그러면 여러분의 시계열을 처리하는 블록이 여기에 나타납니다.',
}
