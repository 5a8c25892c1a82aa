/**
 * What is wrong with a reader's file: what was found, and what should be there. The codes are those of
 * model/data/dataErrors.ts; pieces of the file come with their quotes.
 */
export const reader = {
  'reader.atLine': 'Line {line}: {words}',
  'reader.inFile': '{file}: {words}',
  'reader.nothing': 'nothing',

  'reader.manyBytes': 'The file is too large: at most {most} bytes can be opened here.',
  'reader.manySeries': 'There are too many series: at most {most} can be opened here.',
  'reader.manyChannels': 'There are too many variables: at most {most} can be opened here.',
  'reader.longSeries': 'A series is too long: at most {most} steps can be opened here.',
  'reader.manyClasses': 'There are too many classes: at most {most} can be opened here.',
  'reader.manyValues': 'There are too many values: at most {most} in all series together can be opened here.',
  'reader.longName': 'A name has {length} characters: at most {most} are allowed.',

  'reader.zip':
    'This is a ZIP archive or a spreadsheet (.xlsx). Unpack it, or save the table as CSV, and open that file.',
  'reader.gzip': 'This is a gzip archive. Unpack it and open the file inside.',
  'reader.oldSpreadsheet': 'This is a spreadsheet (.xls). Save the table as CSV and open that file.',
  'reader.pdf': 'This is a PDF document. Open the data themselves, as an ARFF, CSV or “.ts” file.',
  'reader.numpy':
    'This is a NumPy array (.npy). Save it as CSV, a series in each row, with numpy.savetxt and the delimiter “,”.',
  'reader.matlab': 'This is a MATLAB file (.mat). Save the matrix as CSV with writematrix.',
  'reader.hdf5': 'This is an HDF5 file. Save the table in it as CSV first.',
  'reader.parquet': 'This is a Parquet or Arrow file. Save it as CSV, in pandas with to_csv.',
  'reader.sqlite': 'This is a SQLite database. Export the table as CSV first.',
  'reader.zeroByte':
    'This is no text, or its encoding is not known: there is a zero byte at position {position}. Save it as UTF-8 (in a spreadsheet, as “CSV UTF-8”).',
  'reader.encoding':
    'The encoding of this text is not known. Save it as UTF-8 (in a spreadsheet, as “CSV UTF-8”).',
  'reader.classTwice': 'The class {name} is listed twice. Classes need different names.',
  'reader.noLabel': 'The label is missing. It should be one of the classes: {classes}.',
  'reader.unknownLabel': 'The label {label} is none of the classes: {classes}.',
  'reader.noSeries': 'There is no series in the file.',
  'reader.noData': 'The file ends before the series: a line @data and series after it are missing.',
  'reader.emptySeries': 'A series has no values: it needs at least one step.',
  'reader.notNumber': '{found} is not a number. A question mark stands for a missing value.',
  'reader.emptyValue': 'A value is empty. A question mark stands for a missing value.',
  'reader.tooLarge': '{found} is too large: numbers must lie within ±3.4e38.',
  'reader.dimensionsBefore': 'This series has {found} variables, but those before it have {expected}.',
  'reader.dimensionsHead': 'This series has {found} variables, but the head of the file says {expected}.',

  'reader.lengthBefore':
    'A variable has {found} values, but those before it have {expected}, and the head says @equalLength true.',
  'reader.lengthHead': 'A variable has {found} values, but the head says @seriesLength {expected}.',
  'reader.lengthsDiffer':
    'Variables of one series have {first} and {other} values, but the head says @equalLength true.',
  'reader.lineWithoutLabel':
    'The label is missing. The head says @classLabel true, so a series is its values, a colon and its class.',
  'reader.missingValue': 'A value is missing, but the head says @missing false.',
  'reader.beforeHead': '{found} comes before @data, where only comments and @keywords may be.',
  'reader.keywordTwice': '{keyword} occurs twice.',
  'reader.manyKeywords': 'There are more than {most} keywords before @data.',
  'reader.regression':
    'This is a regression problem (@targetLabel true). Only classification, with @classLabel true and the classes, can be trained here.',
  'reader.noClassLabel': '@classLabel is missing before @data. It should say true and the classes, or false.',
  'reader.notTruth': '{keyword} is followed by {found}: it must be true or false.',
  'reader.notWhole': '{keyword} is followed by {found}: it must be a whole number from 1.',
  'reader.univariate': 'The head says @dimensions {found}, but also @univariate true.',
  'reader.classLabel': '@classLabel is followed by {found}: it must be true and the classes, or false.',
  'reader.classLabelEmpty': '@classLabel true is not followed by any classes.',
  'reader.notPair': '{found} is no pair of time and value, such as (0.5,1.2).',
  'reader.stamp': '{found} is no time: neither a number nor a date such as 2024-05-01 10:00:00.',
  'reader.stampNumber': '{found} is no number, as the times before it are.',
  'reader.stampDate': '{found} is no date, as the times before it are.',
  'reader.timeTwice': 'The same time occurs twice within a variable.',

  'reader.timesHead':
    'This series has values at {found} different times, but the head says that it has {expected} steps. All variables need the same times.',
  'reader.sparseRow': 'The row is sparse: it begins with a brace. Write all values, separated by commas.',
  'reader.notQuoted': 'A series in quotes and its class are missing: {found} is there instead.',
  'reader.fewSteps':
    'Row {dimension} of the table has {found} values, but there are {expected} numeric attributes.',
  'reader.manySteps':
    'Row {dimension} of the table has more values than the {expected} that the numeric attributes allow.',
  'reader.fewRowValues': 'The series has {found} values, but there are {expected} numeric attributes.',
  'reader.manyRowValues': 'The series has more values than the {expected} that the numeric attributes allow.',
  'reader.notSeparator': '{found} follows a value: only a comma, or \\n before the next row, can.',
  'reader.noClass': 'A comma and the class are missing: {found} is there instead.',
  'reader.behindClass': '{found} follows the class: the line must end there.',
  'reader.notKeyword':
    '{found} is in the head, where only comments, @relation, @attribute, @end and @data may be.',
  'reader.openRelation': 'The relational attribute is not closed with @end {name} before @data.',
  'reader.noNumeric': 'There is no numeric attribute: a series needs one for every step.',
  'reader.noClasses': 'No attribute lists the classes in braces. Regression problems cannot be trained here.',
  'reader.behindClasses': 'The attribute {name} follows the classes: these must come last.',
  'reader.classesInside': 'The classes are inside the relational attribute. Close it with @end before them.',
  'reader.otherRelation':
    'There is a second relational attribute, or one after numeric ones. Only one is read.',
  'reader.behindEnd': 'A numeric attribute follows @end: only the classes may follow there.',
  'reader.attributeType':
    '{found} is no type that can be read here: numeric, relational, or classes in braces.',
  'reader.endAlone': '@end has no relational attribute before it.',
  'reader.endName': '@end {found} does not match the relational attribute {expected}.',
  'reader.emptyClass': 'A class has no name.',
  'reader.notBrace':
    'The list of classes goes on with {found}: only a comma or a closing brace may follow there.',
  'reader.openQuote': 'A quote is opened, but not closed on this line.',

  'reader.notCell': '{found} is not a number. A cell may be empty where a value is missing.',
  'reader.fewCells': 'This row has {found} cells, but at least {least} are needed.',
  'reader.manyCells': 'This row has {found} cells, but the header has {expected}.',
  'reader.noVariable': 'A row does not say which variable it is of.',
  'reader.windowSteps': 'Windows of {found} rows are impossible: choose a whole number from 1.',
  'reader.noValueColumn': 'No column is chosen as a variable.',
  'reader.noId': 'This row does not say which series it belongs to.',
  'reader.otherLabel': 'The class {label} differs from that of the rows above of the same series.',
  'reader.timeNumber': '{found} is no time: in the first row it is a number.',
  'reader.timeDate': '{found} is no time: in the first row it is a date.',
  'reader.columnPosition': 'There is no column at position {column}.',
  'reader.noColumn': 'There is no column {name}. The columns are: {names}.',
  'reader.noHeader': 'There is no column {name}: the table has no header.',
  'reader.columnTwice': 'Column {column} is used for two things.',
  'reader.delimiter': '{found} cannot separate columns: it must be one character, and no quote.',
  'reader.noRows': 'The table is empty.',
  'reader.strayQuote':
    'A quote is in the middle of a cell. Quotes go around the whole cell, and are doubled inside.',
  'reader.longCells': 'This line has {characters} characters: too many for numbers and names.',
  'reader.variableCount': '{found} is no number of variables: it must be a whole number from 1.',
  'reader.columnBlocks':
    'There are {columns} columns of values: they cannot be divided evenly among {variables} variables.',

  'reader.zipDamaged': 'The ZIP archive is damaged. Download or pack it again, or open the files inside.',
  'reader.zipLocked':
    'The file is encrypted. Unpack the archive with its password, and open the files inside.',
  'reader.zipMethod':
    'The archive is packed in a way that cannot be unpacked here. Unpack it, and open the files inside.',
  'reader.zipMany':
    'There are more than {most} files in the archive. Unpack it, and open the files of one data set.',
  'reader.otherColumns': 'The columns are {found}, but in {first} they are {expected}.',
  'reader.otherWidth': 'There are {found} columns, but {expected} in {first}.',
  'reader.otherRows': 'There are {found} rows, but {expected} in {first}.',
  'reader.labelFiles':
    'This file of labels names none of the files. It should have a row for each, such as “walk/01.csv,walking”.',
  'reader.labelRows':
    'There are {found} labels, but {rows} rows in {data}. There should be a label for each row, or a column that both files have.',

  'reader.otherChannels': 'The test file has {found} variables, but the training file has {expected}.',
  'reader.otherVariable':
    'Variable {number} is called {found} in the test file, but {expected} in the training file.',
  'reader.otherClass': 'The class {name} of the test file is not one of the training file: {classes}.',

  'reader.oneClass': 'All labelled series are of one class: at least two classes are needed.',
  'reader.noValidation':
    'No class has two labelled series: one to learn from and one for validation are needed.',
  'reader.noTest':
    'No class has three labelled series: one to learn from, one for validation and one for the test are needed.',
  'reader.testUnlabelled': 'The test file has no labelled series.',
  'reader.testChannels': 'The test file has {found} variables, but the training file has {expected}.',
  'reader.testClass': 'The class {name} of the test file is not one of the training file.',
  'reader.fewClasses': 'There are too few classes ({found}): at least two are needed.',
  'reader.classesBeyond': 'There are {found} classes: at most {most} can be told apart here.',
  'reader.share': 'The shares for validation and test must lie between 0 and 1.',
  'reader.hugeValue':
    'Variable {variable}: the value {value} is too large for a network. Have the values normalised.',
  'reader.outlier':
    'Variable {variable}: the value {value} is so far from those of the training part (mean {mean}) that no network can compute with it. Correct it in the file, or mark it as missing.',
  'reader.lengthRange': 'A length of {found} steps cannot be used: it must be 1 to {most}.',
  'reader.note.rowsAreSteps':
    'The rows of each table were read as steps, and its columns as variables: {names}.',
  'reader.note.rowsAreVariables':
    'The rows of each table were read as variables, and its {steps} columns as steps.',
  'reader.note.linesAbove': 'Lines above the table that were not read: {count}.',
  'reader.note.headRows':
    'Rows beside the row of names (units, groups of columns) that were not read as values: {count}.',
  'reader.note.columnsAreSteps':
    'Each row was read as one series of one variable, and its columns as steps: {names}.',
  'reader.note.timesUnread':
    'The times could not be read as numbers or dates, so the rows keep the order of the file.',
  'reader.note.timesTwice':
    'Rows that have the same time as another row of their series: {count}. They keep the order of the file.',
  'reader.note.rowsLeft':
    'Rows at the ends of stretches that fill no whole window, and are not used: {count}.',
  'reader.note.otherEncoding':
    'The text of the file is no UTF-8; it was read as {encoding}. If names look wrong, save the file as UTF-8.',
} as const
