/** The reader's own files and the dialog about tables. */
export const ownFiles = {
  'series.own.what':
    'Open a UEA or sktime “.ts” file, an ARFF file or a CSV file, or a _TRAIN and a _TEST file together. The files stay in this browser.',
  'series.own.drop': 'Drop files here',
  'series.own.choose': 'Choose files',
  'series.own.reading': 'Reading {name}: {percent}',
  'series.own.cancel': 'Cancel',
  'series.own.error': 'The file {name} could not be read. {detail}',
  'series.own.ending':
    'The file {name} is of a kind that cannot be opened here: “.ts”, “.arff”, “.csv” and “.tsv” can.',
  'series.own.several':
    'These files are not a pair: {names}. Open one file, or two of one kind called _TRAIN and _TEST.',
  'series.own.changed': 'The file {name} has changed, or is gone, since you chose it. Choose the file again.',
  'series.own.lost':
    'The files could not be read, for a part of the page is missing ({detail}). Are you offline? Try again, or reload the page.',
  'series.own.many':
    '{count} files at once cannot be opened: {names}. Open one data set at a time: a single file, or its _TRAIN and _TEST files together.',
  'series.own.strangers':
    '{train} and {test} belong to different data sets (“{trainSet}” and “{testSet}”). Open the _TRAIN and the _TEST file of one data set.',
  'series.own.formats':
    'These two files are of different formats: {names}. Open the _TRAIN and the _TEST file in the same format.',
  'series.own.errorReading': 'The file that is being read is not affected.',
  'series.own.errorKept': 'What was shown before is unchanged.',
  'series.own.opened':
    '{name}: {count} series, {channels, plural, one {# variable} other {# variables}}, {classes, plural, one {# class} other {# classes}}, up to {length} steps.',
  'series.own.twoFiles': 'Trained on {train}, tested on {test}.',
  'series.own.split': 'One file: {share} of each class is set aside as the test set.',
  'series.own.half':
    'It is one file of a pair. To train and test on the split of the archive, open the _TRAIN and the _TEST file together.',
  'series.own.dropped':
    '{count, plural, one {One series has no label and is left out.} other {# series have no label and are left out.}}',
  'series.own.normalise': 'Normalise',
  'series.own.perVariable': 'each variable, by the training set',
  'series.own.perSeries': 'each series by itself',
  'series.own.asIs': 'not at all',
  'series.own.length': 'Length',
  'series.own.longest': 'the longest: {length}',
  'series.own.tooMuch': '{length} (too long)',
  'series.own.cut': 'The series are cut to {length} of up to {longest} steps.',
  'series.own.most':
    'With this size of network and this many variables the page can compute at most {most} steps per series without long pauses.',
  'series.own.isTooMuch':
    '{length} steps are too many for a network of this size: every answer of the page will take long. Choose a shorter length, or the small network.',
  'series.own.refused': 'The series could not be prepared like this. {detail}',
  'series.own.pad': 'Shorter ones get zeros',
  'series.own.padEnd': 'at the end',
  'series.own.padStart': 'at the start',
  'series.own.missing': 'Missing values',
  'series.own.interpolate': 'interpolated between their neighbours',
  'series.own.zero': 'set to zero',
  'series.own.keep': 'Keep these files in this browser',
  'series.own.forget': 'Forget the kept files',
  'series.own.kept': 'Kept in this browser: {name}.',
  'series.own.openKept': 'Open them',
  'series.own.notKept': 'This browser refuses to keep files.',
  'series.own.none': 'No file is open yet.',

  'series.csv.title': 'How is {name} arranged?',
  'series.csv.layout': 'Layout',
  'series.csv.long': 'one step per row',
  'series.csv.wide': 'one series per row',
  'series.csv.header': 'first row holds column names',
  'series.csv.id': 'Series',
  'series.csv.time': 'Time',
  'series.csv.label': 'Class',
  'series.csv.values': 'Variables',
  'series.csv.role': 'What column {name} holds',
  'series.csv.ignore': 'ignored',
  'series.csv.blocks': 'Variables per row',
  'series.csv.from': 'Show from column',
  'series.csv.range': '{from} to {to}',
  'series.csv.roleRange': 'What columns {name} hold',
  'series.csv.mixed': 'various',
  'series.csv.lacksValues': 'Choose at least one column of variables.',
  'series.csv.lacksId': 'Choose the column that says which series a row belongs to.',
  'series.csv.lacksBlocks':
    '{count, plural, one {# column of values} other {# columns of values}} cannot be divided evenly among {blocks} variables.',
  'series.csv.again': 'Your choices are still here: change them and try again.',
  'series.csv.preview': 'The first rows',
  'series.csv.column': 'Column',
  'series.csv.examples': 'Values',
  'series.csv.read': 'Import',
  'series.csv.cancel': 'Close without importing',

  'series.own.waiting':
    'Open a file, or drop one anywhere on this page. The figure then shows the block at work on your series.',
} as const
