import type { reader as en } from '../en/reader.ts'

export const reader: Readonly<Record<keyof typeof en, string>> = {
  'reader.atLine': '{line}번째 줄: {words}',
  'reader.inFile': '{file}: {words}',
  'reader.nothing': '(없음)',

  'reader.manyBytes': '파일이 너무 큽니다. 최대 {most}바이트까지 열 수 있습니다.',
  'reader.manySeries': '시계열이 너무 많습니다. 최대 {most}개까지 열 수 있습니다.',
  'reader.manyChannels': '변수가 너무 많습니다. 최대 {most}개까지 열 수 있습니다.',
  'reader.longSeries': '시계열이 너무 깁니다. 시점 {most}개까지 열 수 있습니다.',
  'reader.manyClasses': '클래스가 너무 많습니다. 최대 {most}개까지 열 수 있습니다.',
  'reader.manyValues': '값이 너무 많습니다. 모든 시계열을 합쳐 최대 {most}개까지 열 수 있습니다.',
  'reader.longName': '이름이 {length}자입니다. 최대 {most}자까지 쓸 수 있습니다.',

  'reader.zip':
    'ZIP 압축 파일이나 스프레드시트(.xlsx)입니다. 압축을 풀거나 표를 CSV로 저장한 뒤 그 파일을 여십시오.',
  'reader.gzip': 'gzip 압축 파일입니다. 압축을 풀고 안에 든 파일을 여십시오.',
  'reader.oldSpreadsheet': '스프레드시트(.xls)입니다. 표를 CSV로 저장한 뒤 그 파일을 여십시오.',
  'reader.pdf': 'PDF 문서입니다. ARFF, CSV, “.ts” 형식의 데이터 파일을 여십시오.',
  'reader.numpy':
    'NumPy 배열(.npy) 파일입니다. numpy.savetxt 함수로 구분 기호를 “,”로 하여 한 행에 한 시계열씩 CSV로 저장하십시오.',
  'reader.matlab': 'MATLAB 파일(.mat)입니다. writematrix 함수로 행렬을 CSV로 저장하십시오.',
  'reader.hdf5': 'HDF5 파일입니다. 안에 있는 표를 먼저 CSV로 저장하십시오.',
  'reader.parquet': 'Parquet 또는 Arrow 파일입니다. pandas의 to_csv 같은 함수로 CSV로 저장하십시오.',
  'reader.sqlite': 'SQLite 데이터베이스입니다. 표를 먼저 CSV로 내보내십시오.',
  'reader.zeroByte':
    '텍스트가 아니거나 인코딩을 알 수 없습니다. {position} 위치에 0바이트가 있습니다. UTF-8로 저장하십시오(스프레드시트에서는 “CSV UTF-8”).',
  'reader.encoding':
    '텍스트의 인코딩을 알 수 없습니다. UTF-8로 저장하십시오(스프레드시트에서는 “CSV UTF-8”).',
  'reader.classTwice': '같은 클래스가 두 번 나옵니다: {name}. 클래스 이름은 서로 달라야 합니다.',
  'reader.noLabel': '레이블이 없습니다. 다음 클래스 가운데 하나여야 합니다: {classes}.',
  'reader.unknownLabel': '{label} 레이블은 다음 클래스 가운데 없습니다: {classes}.',
  'reader.noSeries': '파일에 시계열이 없습니다.',
  'reader.noData': '시계열이 나오기 전에 파일이 끝났습니다. @data 줄과 그 뒤의 시계열이 없습니다.',
  'reader.emptySeries': '값이 없는 시계열이 있습니다. 시점이 하나 이상 있어야 합니다.',
  'reader.notNumber': '수가 아닌 값이 있습니다: {found}. 결측값은 물음표로 씁니다.',
  'reader.emptyValue': '값이 비어 있습니다. 결측값은 물음표로 씁니다.',
  'reader.tooLarge': '너무 큰 수가 있습니다: {found}. 수는 ±3.4e38 안에 있어야 합니다.',
  'reader.dimensionsBefore': '이 시계열에는 변수가 {found}개 있지만, 앞의 시계열에는 {expected}개 있습니다.',
  'reader.dimensionsHead':
    '이 시계열에는 변수가 {found}개 있지만, 파일 머리에는 {expected}개라고 되어 있습니다.',

  'reader.lengthBefore':
    '변수 하나에 값이 {found}개 있지만 앞에서는 {expected}개였습니다. 파일 머리에는 @equalLength true라고 되어 있습니다.',
  'reader.lengthHead': '변수 하나에 값이 {found}개 있지만, 파일 머리의 @seriesLength 값은 {expected}입니다.',
  'reader.lengthsDiffer':
    '한 시계열의 변수들에 값이 {first}개와 {other}개 있지만, 파일 머리에는 @equalLength true라고 되어 있습니다.',
  'reader.lineWithoutLabel':
    '레이블이 없습니다. 파일 머리에 @classLabel true라고 되어 있으므로 값 뒤에 쌍점(:)과 클래스를 써야 합니다.',
  'reader.missingValue': '결측값이 있지만, 파일 머리에는 @missing false라고 되어 있습니다.',
  'reader.beforeHead':
    '@data 앞에 쓸 수 없는 것이 있습니다: {found}. 그곳에는 주석과 @키워드만 쓸 수 있습니다.',
  'reader.keywordTwice': '같은 키워드가 두 번 나옵니다: {keyword}.',
  'reader.manyKeywords': '@data 앞에 키워드가 {most}개 넘게 있습니다.',
  'reader.regression':
    '회귀 문제입니다(@targetLabel true). 여기서는 @classLabel true와 클래스가 있는 분류 문제만 학습할 수 있습니다.',
  'reader.noClassLabel': '@data 앞에 @classLabel이 없습니다. true와 클래스, 또는 false를 써야 합니다.',
  'reader.notTruth': '{keyword}의 값이 {found}입니다. true나 false만 쓸 수 있습니다.',
  'reader.notWhole': '{keyword}의 값이 {found}입니다. 1 이상의 정수를 써야 합니다.',
  'reader.univariate': '파일 머리에 @dimensions {found}, @univariate true라고 함께 되어 있습니다.',
  'reader.classLabel': '@classLabel의 값이 {found}입니다. true와 클래스, 또는 false를 써야 합니다.',
  'reader.classLabelEmpty': '@classLabel true 뒤에 클래스가 없습니다.',
  'reader.notPair': '시각과 값의 쌍이 아닙니다: {found}. (0.5,1.2)처럼 써야 합니다.',
  'reader.stamp': '시각이 아닙니다: {found}. 수나 2024-05-01 10:00:00 같은 날짜여야 합니다.',
  'reader.stampNumber': '시각을 앞에서처럼 수로 써야 합니다: {found}.',
  'reader.stampDate': '시각을 앞에서처럼 날짜로 써야 합니다: {found}.',
  'reader.timeTwice': '한 변수 안에 같은 시각이 두 번 나옵니다.',

  'reader.timesHead':
    '이 시계열에는 서로 다른 시각이 {found}개 있지만, 파일 머리에 적힌 스텝은 {expected}개입니다. 모든 변수의 시각이 같아야 합니다.',
  'reader.sparseRow': '중괄호로 시작하는 희소 행입니다. 모든 값을 쉼표로 구분하여 쓰십시오.',
  'reader.notQuoted': '따옴표로 묶은 시계열과 클래스가 있어야 할 곳에 다른 것이 있습니다: {found}.',
  'reader.fewSteps': '표의 {dimension}번째 행에 값이 {found}개 있지만, 수치 속성은 {expected}개입니다.',
  'reader.manySteps': '표의 {dimension}번째 행의 값이 수치 속성의 개수({expected}개)보다 많습니다.',
  'reader.fewRowValues': '시계열에 값이 {found}개 있지만, 수치 속성은 {expected}개입니다.',
  'reader.manyRowValues': '시계열의 값이 수치 속성의 개수({expected}개)보다 많습니다.',
  'reader.notSeparator': '쉼표나 다음 행 앞의 \\n이 있어야 할 곳에 다른 것이 있습니다: {found}.',
  'reader.noClass': '쉼표와 클래스가 있어야 할 곳에 없습니다. 있는 것: {found}.',
  'reader.behindClass': '클래스 뒤에 다른 것이 있습니다: {found}. 줄은 클래스에서 끝나야 합니다.',
  'reader.notKeyword':
    '파일 머리에 쓸 수 없는 것이 있습니다: {found}. 주석, @relation, @attribute, @end, @data만 쓸 수 있습니다.',
  'reader.openRelation': '@data 앞에서 관계형 속성을 닫지 않았습니다. @end {name} 줄이 있어야 합니다.',
  'reader.noNumeric': '수치 속성이 없습니다. 시점마다 하나씩 있어야 합니다.',
  'reader.noClasses': '클래스를 중괄호 안에 나열한 속성이 없습니다. 회귀 문제는 여기서 학습할 수 없습니다.',
  'reader.behindClasses': '클래스 뒤에 {name} 속성이 있습니다. 클래스는 마지막에 와야 합니다.',
  'reader.classesInside': '관계형 속성 안에 클래스가 있습니다. 그 앞에서 @end로 닫으십시오.',
  'reader.otherRelation':
    '관계형 속성이 둘이거나 수치 속성 뒤에 있습니다. 관계형 속성은 하나만 읽을 수 있습니다.',
  'reader.behindEnd': '@end 뒤에 수치 속성이 있습니다. 그 뒤에는 클래스만 올 수 있습니다.',
  'reader.attributeType':
    '읽을 수 없는 유형입니다: {found}. numeric, relational, 또는 중괄호로 묶은 클래스 목록이어야 합니다.',
  'reader.endAlone': '@end 앞에 관계형 속성이 없습니다.',
  'reader.endName': '@end 뒤의 이름이 {found}입니다. {expected} 속성을 닫아야 합니다.',
  'reader.emptyClass': '이름이 없는 클래스가 있습니다.',
  'reader.notBrace': '클래스 목록에서 쉼표나 닫는 중괄호가 있어야 할 곳에 다른 것이 있습니다: {found}.',
  'reader.openQuote': '따옴표가 열렸지만 이 줄에서 닫히지 않았습니다.',

  'reader.notCell': '수가 아닌 칸이 있습니다: {found}. 값이 없으면 칸을 비워 둘 수 있습니다.',
  'reader.fewCells': '이 행에는 칸이 {found}개 있지만, {least}개 이상 있어야 합니다.',
  'reader.manyCells': '이 행에는 칸이 {found}개 있지만, 머리글에는 {expected}개 있습니다.',
  'reader.noVariable': '어느 변수의 값인지 알려 주지 않는 행이 있습니다.',
  'reader.windowSteps': '창의 길이와 간격은 1 이상의 정수여야 합니다. 지금 값: {found}.',
  'reader.noValueColumn': '변수로 고른 열이 없습니다.',
  'reader.noId': '이 행이 어느 시계열에 속하는지 적혀 있지 않습니다.',
  'reader.otherLabel': '{label} 클래스는 같은 시계열의 앞 행과 다릅니다.',
  'reader.timeNumber': '시각을 첫 행에서처럼 수로 써야 합니다: {found}.',
  'reader.timeDate': '시각을 첫 행에서처럼 날짜로 써야 합니다: {found}.',
  'reader.columnPosition': '{column} 위치에는 열이 없습니다.',
  'reader.noColumn': '{name} 열이 없습니다. 있는 열: {names}.',
  'reader.noHeader': '{name} 열이 없습니다. 표에 머리글이 없습니다.',
  'reader.columnTwice': '{column}번째 열이 두 가지로 쓰였습니다.',
  'reader.delimiter': '열을 구분하는 문자로 쓸 수 없습니다: {found}. 따옴표가 아닌 문자 하나여야 합니다.',
  'reader.noRows': '표가 비어 있습니다.',
  'reader.strayQuote':
    '칸 중간에 따옴표가 있습니다. 따옴표는 칸 전체를 감싸야 하며, 안에서는 두 번 써야 합니다.',
  'reader.longCells': '이 줄은 {characters}자입니다. 수와 이름이라기에는 너무 깁니다.',
  'reader.variableCount': '변수의 개수가 될 수 없습니다: {found}. 1 이상의 정수여야 합니다.',
  'reader.columnBlocks': '값이 든 열이 {columns}개여서 변수 {variables}개에 똑같이 나눌 수 없습니다.',

  'reader.zipDamaged':
    'ZIP 압축 파일이 손상되었습니다. 다시 내려받거나 다시 압축하십시오. 안에 든 파일을 직접 열어도 됩니다.',
  'reader.zipLocked': '암호가 걸린 파일입니다. 암호로 압축을 풀고 안에 든 파일을 여십시오.',
  'reader.zipMethod': '여기서 풀 수 없는 방식으로 압축되어 있습니다. 압축을 풀고 안에 든 파일을 여십시오.',
  'reader.zipMany':
    '압축 파일에 파일이 {most}개 넘게 들어 있습니다. 압축을 풀고 한 데이터 세트의 파일만 여십시오.',
  'reader.otherColumns': '열이 {found}입니다. {first} 파일의 열은 {expected}입니다.',
  'reader.otherWidth': '열이 {found}개 있지만, {first} 파일에는 {expected}개 있습니다.',
  'reader.otherRows': '행이 {found}개 있지만, {first} 파일에는 {expected}개 있습니다.',
  'reader.labelFiles':
    '레이블 파일에 데이터 파일의 이름이 없습니다. “walk/01.csv,walking”처럼 파일마다 한 행이 있어야 합니다.',
  'reader.labelRows':
    '레이블이 {found}개 있지만, {data} 파일에는 행이 {rows}개 있습니다. 행마다 레이블이 하나씩 있거나 두 파일에 같은 열이 있어야 합니다.',

  'reader.otherChannels': '평가용 파일에는 변수가 {found}개 있지만, 학습용 파일에는 {expected}개 있습니다.',
  'reader.otherVariable':
    '{number}번째 변수의 이름이 평가용 파일에서는 {found}, 학습용 파일에서는 {expected}입니다.',
  'reader.otherClass': '평가용 파일의 {name} 클래스가 학습용 파일의 클래스 가운데 없습니다: {classes}.',

  'reader.oneClass': '레이블이 있는 시계열이 모두 한 클래스입니다. 클래스가 두 개 이상 있어야 합니다.',
  'reader.noValidation':
    '레이블이 있는 시계열이 두 개 이상인 클래스가 없습니다. 학습에 하나, 검증에 하나가 있어야 합니다.',
  'reader.noTest':
    '레이블이 있는 시계열이 세 개 이상인 클래스가 없습니다. 학습, 검증, 평가에 하나씩 있어야 합니다.',
  'reader.testUnlabelled': '평가용 파일에 레이블이 있는 시계열이 없습니다.',
  'reader.testChannels': '평가용 파일에는 변수가 {found}개 있지만, 학습용 파일에는 {expected}개 있습니다.',
  'reader.testClass': '평가용 파일의 {name} 클래스가 학습용 파일의 클래스 가운데 없습니다.',
  'reader.fewClasses': '클래스가 {found}개뿐입니다. 두 개 이상 있어야 합니다.',
  'reader.classesBeyond': '클래스가 {found}개입니다. 최대 {most}개까지 구별할 수 있습니다.',
  'reader.share': '검증과 평가의 비율은 0과 1 사이여야 합니다.',
  'reader.hugeValue':
    '{variable} 변수에 신경망이 쓰기에 너무 큰 값이 있습니다: {value}. 값을 정규화하십시오.',
  'reader.outlier':
    '{variable} 변수에 학습용 데이터의 값(평균 {mean})과 너무 동떨어져 신경망이 계산할 수 없는 값이 있습니다: {value}. 파일에서 고치거나 결측값으로 표시하십시오.',
  'reader.lengthRange': '시점 {found}개의 길이는 쓸 수 없습니다. 1~{most}여야 합니다.',
  'reader.note.rowsAreSteps': '각 표의 행은 스텝으로, 열은 변수로 읽었습니다. 변수: {names}.',
  'reader.note.rowsAreVariables': '각 표의 행은 변수로, 열 {steps}개는 스텝으로 읽었습니다.',
  'reader.note.linesAbove': '표 위의 줄 {count}개는 읽지 않았습니다.',
  'reader.note.headRows': '이름 행 외에 단위나 열 묶음을 적은 행 {count}개는 값으로 읽지 않았습니다.',
  'reader.note.columnsAreSteps': '각 행을 변수 하나의 시계열로, 열을 스텝으로 읽었습니다. 열: {names}.',
  'reader.note.timesUnread': '시각을 숫자나 날짜로 읽을 수 없어 행의 순서는 파일 그대로입니다.',
  'reader.note.timesTwice':
    '같은 시계열의 다른 행과 시각이 같은 행이 {count}개 있습니다. 이 행들은 파일의 순서를 따릅니다.',
  'reader.note.rowsLeft': '구간 끝에서 창 하나를 채우지 못한 행 {count}개는 쓰지 않습니다.',
  'reader.note.otherEncoding':
    '파일이 UTF-8 텍스트가 아니어서 다음 인코딩으로 읽었습니다: {encoding}. 이름이 깨져 보이면 UTF-8로 저장하십시오.',
}
