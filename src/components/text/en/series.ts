import { reader } from './reader.ts'

/**
 * The series network. Keys that end in `.series` stand in for the ones without while it is on show: they say of
 * series what those say of pictures, with no other placeholders. All else is its own.
 */
export const series = {
  ...reader,
  'header.sample.series': 'test series #{index}',
  'figure.noSe.series':
    'Without SE this is LSTM-FCN: U goes on unchanged into the next convolution, there are no gates.',
  'step.why.title.series': 'A kernel sees a few steps. A mean sees the whole series.',
  'step.why.1.series':
    'MLSTM-FCN reads a series in two ways: with three convolutional blocks and, beside them, with an LSTM. One unit of [[U]] sees a few neighbouring steps through weights that are the same for every series. It cannot know what happens at the other end.',
  'step.why.2.series':
    'An SE block makes every **feature channel** depend on the whole series: [[z]] is the mean of every map over time, two small layers turn these means into one gate [[s_c]] per channel, and the gate scales the channel. Another series, other gates; how different they are depends on whether the network has a use for it.',
  'step.why.titleDeep.series': 'Deeper units see more steps; the gates again see them all.',
  'step.why.deep.series':
    'At this second site a unit of [[U]] sees through two kernels, hence more steps directly. Through the gates of SE site 1, which are made of means over time, it depends on the whole series already. The block is the same, with more channels.',
  'step.why.window.series':
    'Shaded: all that step {w} of U {gated, select, yes {sees directly} other {can see}}, {width} steps.{gated, select, yes { Through the gates of SE site 1, which are made of means over time, it depends on all steps.} other {}}',
  'step.why.question.series': 'Another series comes in. Do the weights change?',
  'step.why.answer.series':
    'No. Weights are the same for every series. What changes is z, and through it the gates.',
  'step.why.other.series': 'Next series of another class',
  'step.why.swap.series': 'Swap the cue',
  'headline.digits.series':
    'Channel {channel} keeps {keepsA} here. On the next series of another class: {keepsB}.',
  'headline.inks.series':
    'When the cue says {a}, channel {channel} keeps {keepsA}. When it says {b}: {keepsB}.',
  'ink.name0.series': 'signal 1',
  'ink.name1.series': 'signal 2',
  'ink.bar0.series': 'the cue says signal 1',
  'ink.bar1.series': 'the cue says signal 2',

  'step.transform.1.series':
    'Every map [[u_c]] comes from one filter [[v_c]] that slides over [[X]] along time. Point at a step of [[U]]: below are its window in every channel of X, the kernel, and their products. Kernels of even length see one step more to the right.',
  'step.transform.2.series':
    'Between the convolution and [[U]] stand batch normalisation (BN) and ReLU: conv → BN → ReLU → u. So U is never below zero here.',
  'step.transform.try.series': 'Point at any step of U',
  'step.transform.where.series': 'Step {w} of channel {channel}',
  'step.transform.answer.series':
    'At SE site 1 as many steps as the kernel is long: what lies outside cannot change this value. At site 2 more steps directly, and through the gates of site 1, which are made of means over time, all of them.',
  'series.taps.caption':
    'x: the window of X, v: the kernel, time to the right.{scaled, select, yes { Values are normalised, as the network reads them.} other {}}',
  'series.taps.padding': 'Dashed: beyond the series, counts as 0.',
  'series.taps.channel': 'channel {channel}',
  'series.taps.rest': '{count, plural, one {# more channel} other {# more channels together}}',
  'series.taps.more': '{count, plural, one {Show # more} other {Show # more}}',
  'series.taps.bias': 'bias b',
  'series.taps.total': 'convolution, Σ v · x + b',
  'series.taps.relu': 'ReLU: max(0, {value}) = {result}, the value of U.',
  'step.transform.question.series': 'How much of the series does one step of U see?',

  'step.squeeze.1.series':
    'The **squeeze** is global average pooling over time: [[z_c]] is the mean of map [[u_c]] over all its {places} steps. When something happened is forgotten, that it happened is kept.',
  'step.squeeze.shuffle.series': 'Shuffle the steps of U',
  'step.squeeze.brush.series': 'Drag along the map of channel {channel}',
  'step.squeeze.brushMap.series': 'Map of channel {channel}, {map}. Chosen: steps {left} to {right}.',
  'step.squeeze.columns.series': 'Steps',
  'step.squeeze.first.columns.series': 'First step',
  'step.squeeze.last.columns.series': 'Last step',
  'step.squeeze.forgets.series':
    'A stretch has a mean of its own; z is one number for the whole map. Shuffle the steps: the stretch’s mean changes, z does not.',
  'step.squeeze.forgetsMax.series':
    'A stretch has a maximum of its own; z is the largest value of the whole map, whenever it comes.',
  'step.squeeze.region.series': 'Stretch',
  'step.squeeze.places.series': 'Steps n',
  'step.squeeze.holds.series':
    '{inside, select, yes {The map’s largest value lies in this stretch.} other {The map’s largest value lies outside this stretch.}}',
  'step.squeeze.parts.series':
    '{places} of the steps contribute {part} to the mean of the map, the others {rest}.{signs, select, mixed {} other { That is {share} of the sum.}}',
  'step.squeeze.question.series': 'All steps of a map change places. What happens to z?',
  'step.squeeze.answer.series':
    'Nothing. A mean does not know when its numbers came. (The next convolution does.)',

  'step.mix.1.series':
    'Each hidden unit takes a weighted sum over **all** channels of [[z]] (along its row of W₁), and ReLU cuts what is below zero. The reference code has no biases here. {reduced, plural, one {# hidden unit reads} other {# hidden units read}} {channels} channels: r = {r} is a divisor, not a width.',
  'step.mix.dead.series':
    '{count, plural, =0 {All hidden units are above zero for this series.} one {Hidden unit {names} is 0 for this series.} other {Hidden units {names} are 0 for this series.}}',
  'step.mix.deadAlways.series':
    '{count, plural, one {Unit {names} was 0 for all {pictures} series that were counted.} other {Units {names} were 0 for all {pictures} series that were counted.}}',
  'step.mix.answer.series':
    'No. Hidden units are mixtures of all channels. If all of them are 0, every gate here is exactly ½, since there are no biases.',
  'step.gate.2.series':
    'W₁ and W₂ are weights, the same for every series. Only [[s]] are gates, and they are computed anew for each.',
  'step.scale.1.series':
    'X̃ has the shape of [[U]]: no channel is removed. Every step of map c is multiplied by the same number [[s_c]]. σ only attenuates; a gate of 0.9 makes nothing stronger, emphasis is relative.',
  'step.scale.2.series': 'The lower row has the same scale as the upper one. What is lower was attenuated.',
  'step.scale.transplant.series': 'Give it the other cue’s gates',
  'step.scale.transplantDigits.series': 'Give it the other series’ gates',
  'step.scale.answer.series':
    'Not once and for all: the gates depend on the series. Take another one and watch them.',
  'step.result.1.series':
    'First the same network on two series. Then three comparisons that must not be mixed up.',
  'step.result.pair.series': 'Series A and B, each with its own gates',
  'step.result.picture.series': 'Series',
  'step.result.bar.series': 'The cue says',
  'step.result.strip.series': 'Gates of all channels for series {name}, from {least} to {most}',
  'step.result.stripLegend.series':
    'Bars: gates of the series, 0 to 1. Ticks: those of the other one. Shaded: channel {channel}. Framed: the largest difference.',
  'step.result.frozenWhat.series':
    'Same scale on average, no dependence on the series. What is lost is what the gates say about **this** series.',
  'step.result.thisPicture.series': 'This series',
  'step.result.noStudy.series':
    'For many series: train the network, then compare seeds under “With and without SE, over seeds” further down.',
  'step.result.group.series': 'Mean gates over the training set',
  'rail.other.series': '▬ series B',
  'rail.otherBar0.series': '▬ B: signal 1',
  'rail.otherBar1.series': '▬ B: signal 2',
  'train.batchSize.value.series': '{n} series',
  'train.heldOut.series': 'Validation accuracy',
  'train.heldOutShort.series': 'Validation',
  'train.stopAt.value.series': '{accuracy} on the validation set',
  'train.phase.done.series': 'Done at step {step}: validation accuracy {accuracy}.',
  'train.load.data.series': 'Loading the series',
  'trouble.dataMissing.what.series': 'The series for training could not be loaded.',
  'stored.what.series':
    'You see a stored run: {steps} steps from seed {seed}, test accuracy {accuracy}. Its weights were chosen on the validation set.',
  'chart.heldOut.series': 'validation',
  'chart.smoothed.series':
    '“Batch” is a running mean over about 20 batches, with dropout. “Validation” is measured on series that are never trained on; it decides which weights are kept.',
  'chart.latestMeasured.series': 'step {step}: batch {batch}, validation {heldOut} (at {measured})',
  'chart.latest.series': 'step {step}: batch {batch}, validation {heldOut}',
  'chart.summary.series': '{name} after {step} steps: batch from {first} to {batch}, validation {heldOut}.',
  'histogram.pictures.series': 'Over {count} series at step {step}.',

  'series.untrained':
    'Random initial weights: nothing here has been trained yet. Press play, or train it from here.',
  'series.toUntrained': 'Back to the untrained network',
  'series.train': 'Train it',
  'histogram.warn.nearHalf.series':
    'Most gates lie near ½: they may not have learnt anything yet, or these series do not need the block.',
  'series.alt': 'Test series #{index}, {name}: {channels} variables over {length} steps.',
  'series.altDrawn': 'Your series: {channels} variables over {length} steps.',
  'series.from':
    'You come from the article on MLSTM-FCN. Here is its network: the same SE block, with one axis, time, in place of height and width.',

  'series.fromNetwork': 'The whole network',
  'series.fromData': 'Other series, and your own',
  'series.matters.little':
    'Over {count} seeds, test accuracy is {withSe} with SE and {withoutSe} without: these series hardly need the block. Its gates differ, but little hangs on them.',
  'series.matters.much':
    'Over {count} seeds, test accuracy is {withSe} with SE and {withoutSe} without: on these series the network needs the block.',
  'series.matters.cued': 'Show series that need it',

  'series.data.title': 'The series',
  'series.data.shown': 'The series on show',
  'series.data.source': 'Data',
  'series.data.weather': 'Weather: Seattle and New York',
  'series.data.planted': 'Generated: planted signal',
  'series.data.cued': 'Generated: signals with a cue',
  'series.data.gestures': 'Gestures you draw',
  'series.data.own': 'Your own file',
  'series.data.loading': 'Getting the series …',
  'series.data.parts':
    '{train} series to train on, {validation} to validate, {test} to test. {channels, plural, one {# variable} other {# variables}}, {length, plural, one {# step} other {# steps}}, {classes} classes.',
  'series.weather.what':
    'Daily weather, 2012 to 2015, from the package vega-datasets (NOAA, public domain). A series is 30 days of four variables. Trained on 2012 and 2013, validated on 2014, tested on 2015: no series crosses a year.',
  'series.weather.task': 'Task',
  'series.weather.city': 'which city',
  'series.weather.citySeason': 'which city and season',
  'series.variable.precipitation': 'precipitation',
  'series.variable.temp_max': 'highest temperature',
  'series.variable.temp_min': 'lowest temperature',
  'series.variable.wind': 'wind',
  'series.class.Seattle': 'Seattle',
  'series.class.New York': 'New York',
  'series.season.winter': 'winter',
  'series.season.spring': 'spring',
  'series.season.summer': 'summer',
  'series.season.autumn': 'autumn',
  'series.which': 'Test series',
  'series.previous': 'Previous',
  'series.next': 'Next',
  'series.random': 'Random',
  'series.position': 'Test series #{index} of {total}',
  'series.ofClass': 'Class',
  'series.anyClass': 'any',
  'series.begins': 'from {day}',
  'series.chart': 'All variables of the series on show, over time',
  'series.chartTable': 'the series on show',
  'series.chartDay': 'day',
  'series.chartAtDay': 'day {step}',
  'series.chartAtStep': 'step {step}',
  'series.chartNone':
    'There is no test series #{wanted}: they run from #0 to #{last}. Series #{index} is shown instead.',
  'series.step': 'step',
  'series.more': '{count} more',
  'series.moreVariables': '+ {count, plural, one {# more variable} other {# more variables}}',
  'series.chartTaps':
    'Squares: the kernel weights with which channel {channel} reads each variable, filled above 0, hollow or red below. A feature channel mixes all variables.',
  'series.normalised':
    'Each variable is normalised: (value − mean) / standard deviation, both over the training set.',
  'series.normalisedEach': 'Each variable of each series has mean 0 and standard deviation 1.',

  'series.net.title': 'The whole network',
  'series.net.what':
    'Two branches read the same series. The convolutional branch, with two SE blocks, ends in a mean over time (global average pooling); the LSTM branch ends in its last output h. Both are concatenated, and a dense layer with softmax predicts the class.',
  'series.net.input': 'X',
  'series.net.axes': 'variables × steps',
  'series.net.lstm': 'LSTM',
  'series.net.lstmUnits': '{count, plural, one {# unit} other {# units}}',
  'series.net.lstmReads':
    'reads {steps, plural, one {# step} other {# steps}} of {values, plural, one {# value} other {# values}}',
  'series.net.masking': 'masking',
  'series.net.maskingWhat': 'skips steps that are all 0',
  'series.net.shuffle': 'shuffle',
  'series.net.shuffleTo': 'one step per variable',
  'series.net.dropout': 'dropout',
  'series.net.dropped': '{rate} dropped in training',
  'series.net.convBranch': 'convolution branch',
  'series.net.conv': 'conv {number}',
  'series.net.convOf': '{filters} filters, kernel {kernel}',
  'series.net.bnRelu': 'BN, ReLU',
  'series.net.noSe': 'no SE here, as in the reference code',
  'series.net.maps': '{count} channels',
  'series.net.pool': 'mean over time',
  'series.net.values': '{count, plural, one {# value} other {# values}}',
  'series.net.concat': 'concatenate',
  'series.net.concatOf': '{lstm} + {convolution} values',
  'series.net.dense': 'dense, softmax',
  'series.net.classes': '{count, plural, one {# class} other {# classes}}',
  'series.net.open': 'Open SE site {number} in the figure',
  'series.net.openLstm': 'Show the states of the LSTM',
  'series.net.size': 'Size',
  'series.net.small': 'small: 16, 32, 16 filters, r = 4',
  'series.net.paper': 'paper: 128, 256, 128 filters, r = 16',
  'series.net.lstmOn': 'LSTM branch',
  'series.net.shuffleOn': 'dimension shuffle',
  'series.net.parameters': '{count} parameters',
  'series.net.training':
    '**Training**: Adam at 0.001 on batches of 16 series, rare classes weighted up. The rate falls by a fifth when the training loss has stood still for 100 epochs. Every few epochs the validation set is read; the weights that do best there are kept, and it ends when nothing better has come for 100 epochs and 1,000 steps. The test set has no part in it: weights that are chosen on the test set look better than they are.',
  'series.net.paperTooMuch': 'paper: too much work for series this long; cut them first',
  'series.net.shuffleWhat':
    'With the **dimension shuffle** of the reference code the LSTM reads {channels, plural, one {# step} other {# steps}}, one per variable, each with all {length} values of that variable. Without it, it reads {length} steps in time. Masking skips a step whose values are all 0: with the shuffle an empty variable, without it padded time.',
  'series.net.names':
    '**MLSTM-FCN** (Karim et al. 2018) is **LSTM-FCN** with SE blocks: switch SE off and the convolution branch is that of LSTM-FCN. Switch the LSTM off as well, and what is left is an **FCN** (Wang et al. 2017).',
  'series.net.mlstmFcn': 'MLSTM-FCN',
  'series.net.lstmFcn': 'LSTM-FCN',
  'series.net.fcn': 'FCN',
  'series.net.fcnSe': 'FCN with SE blocks',
  'series.net.untrained': 'This network is not trained yet: all its weights are random.',
  'series.net.noLstm': 'Without the LSTM branch the convolutional branch decides alone.',

  'series.lstm.title': 'The LSTM over its steps',
  'series.lstm.label': 'Gates and states of the LSTM: {units} units, {steps} steps',
  'series.lstm.input': 'input gate i',
  'series.lstm.forget': 'forget gate f',
  'series.lstm.candidate': 'candidate c̃',
  'series.lstm.output': 'output gate o',
  'series.lstm.state': 'cell state c',
  'series.lstm.hidden': 'output h',
  'series.lstm.unit': 'Unit',
  'series.lstm.step': 'Step',
  'series.lstm.page': 'Units {from} to {to} of {units}; choose the others by their number below.',
  'series.lstm.masked': 'skipped: all its values are 0',
  'series.lstm.what':
    'c = f · c + i · c̃, and h = o · tanh(c). The h of the last step goes on. These gates belong to the LSTM; [[s]] are those of the SE blocks.',

  'series.branches.title': 'What each branch contributes',
  'series.branches.what':
    'The logit of a class is the bias plus the contributions of the LSTM branch and of the convolutional branch: what comes from each in the weighted sum of the dense layer.',
  'series.branches.label': 'Contribution of the branches to each logit',
  'series.branches.bias': 'bias',
  'series.branches.lstm': 'LSTM',
  'series.branches.conv': 'convolutions',
  'series.branches.sum': 'logit',
  'series.branches.class': 'class',

  'series.results.title': 'Results',
  'series.results.none':
    'Train the network and pause: it is then evaluated on the test set, with the weights that did best on the validation set.',
  'series.results.pause': 'Pause and evaluate on the test set',
  'series.results.busy': 'Evaluating on the test set …',
  'series.results.read': 'Evaluate on the test set',
  'series.results.accuracy': 'Accuracy',
  'series.results.macroF1': 'Macro-F1',
  'series.results.chosen':
    'Weights of step {step}, the best on the validation set ({accuracy}). The test set had no part in the choice.',
  'series.results.now': 'Weights of step {step}.',
  'series.results.show': 'Show these weights in the figure',
  'series.results.confusion': 'Confusion matrix: rows are the true classes, columns the predicted ones',
  'series.results.truth': 'true',
  'series.results.predicted': 'predicted',
  'series.results.sum': 'all',
  'series.results.recall': 'recall',
  'series.results.precision': 'precision',
  'series.results.cell': '{count} series of “{truth}” predicted as “{predicted}”',
  'series.results.list':
    '{count, plural, =0 {No test series of “{truth}” was predicted as “{predicted}”.} one {One test series of “{truth}” was predicted as “{predicted}”:} other {# test series of “{truth}” were predicted as “{predicted}”:}}',
  'series.results.profiles': 'Mean gates by class, SE site {number}',
  'series.results.profilesCue': 'Mean gates by cue, SE site {number}',
  'series.results.cue': 'cue: {signal}',
  'series.results.profilesWhat':
    'Columns are the channels of the figure. The largest difference between two rows is {difference}, in channel {channel} (framed).',
  'series.results.profilesPinned': 'Shaded: channel {channel}, the one that is selected in the figure.',
  'series.results.spread': 'largest difference',
  'series.results.flat':
    'All rows look alike: the gates hardly differ between these groups, so here they do little to tell them apart.',

  'series.cued.what':
    'Three generated variables: the cue, signal 1 and signal 2. Each signal holds a burst of a slow, a medium or a fast oscillation; one short spike in the cue, far from both bursts, says which signal counts. A kernel near a burst cannot see the cue: here the gates have a reason to differ from series to series.',
  'series.cued.classes':
    'The class is the frequency of the burst in the signal that the cue points to: slow, medium or fast.',
  'series.variable.cue': 'cue',
  'series.variable.a': 'signal 1',
  'series.variable.b': 'signal 2',
  'series.class.slow': 'slow',
  'series.class.medium': 'medium',
  'series.class.fast': 'fast',
  'series.planted.class': 'class {number}',
  'series.planted.what':
    'Generated series. You decide which variables carry the class; the others look alike but are independent of it. Then compare the variables that the network uses with the truth.',
  'series.planted.signal': 'The class is encoded in the',
  'series.planted.amplitude': 'amplitude',
  'series.planted.frequency': 'frequency',
  'series.planted.timing': 'timing',
  'series.planted.useful': 'Variables that carry the class',
  'series.planted.variable': 'variable {number}',
  'series.planted.channels': 'Number of variables',
  'series.planted.noise': 'Noise',
  'series.planted.noiseValue': 'standard deviation {value}',
  'series.planted.unequal': 'unequal lengths, padded with zeros',
  'series.planted.needsOne': 'At least one variable has to carry the class.',

  'series.useful.title': 'Which variables does the network use?',
  'series.useful.why':
    'A gate belongs to a **feature channel**, and every feature channel mixes all variables through its kernel. So no gate stands for a variable. To find out what a variable is worth, close it, that is, set it to its mean (0 after normalisation), and see how much worse the network does; then close all others and see what this one says alone. Afterwards see which gates move.',
  'series.useful.untrained':
    'This network has not been trained. Its weights are random, so it does not use any variable yet and there is nothing to measure. Train it first.',
  'series.useful.trains': 'The weights change while the network trains. Pause it to measure.',
  'series.useful.measure': 'Measure on the test set',
  'series.useful.busy': 'Measuring …',
  'series.useful.stop': 'Stop measuring',
  'series.useful.variable': 'Variable',
  'series.useful.used': 'Found',
  'series.useful.closed': 'Closed: rise of the cross-entropy (accuracy)',
  'series.useful.alone': 'Alone: cross-entropy below random labels (accuracy)',
  'series.useful.weight': 'Share of the first kernels’ weights, scaled by the gates',
  'series.useful.truth': 'Carries the class',
  'series.useful.yes': 'yes',
  'series.useful.no': 'no',
  'series.useful.found':
    'Useful variables found: {found} of {useful}. {others, plural, =0 {} other {{falsely, plural, =0 {None of the others was taken for useful.} one {One of the others was taken for useful.} other {# of the others were taken for useful.}}}}',
  'series.useful.rule':
    'A variable counts as found if closing it raises the mean cross-entropy, or if with this variable alone the cross-entropy is lower for the true labels than for labels at random: by at least {least}, and by more than {errors} standard errors. It takes both: where several variables carry the same, none is missed, yet each tells the class alone; a cue tells nothing alone, yet it is missed.',
  'series.useful.table': 'what each variable is worth',
  'series.useful.listed': 'The {count} of {all} variables whose closing costs most.',
  'series.useful.of':
    'With all variables the accuracy is {accuracy} and the mean cross-entropy {loss} on {count} test series, with the weights of step {step}.',
  'series.useful.sample': 'These series are a random sample of all {count}.',
  'series.useful.none':
    'It is not known which variables matter in these data; the table says which ones the network uses.',
  'series.useful.movesTitle': 'Which gates move when “{variable}” is closed',
  'series.useful.moves':
    'Mean |Δ[[s]]| over the test series, the channels that move most. Choose a variable in the table, or a channel to select it in the figure.',
  'series.useful.site': 'SE site {number}',
  'series.useful.channel': 'channel {channel}: {moved}',
  'series.useful.still': 'no gate moves',
  'series.useful.noGates': 'A network without SE has no gates that could move.',
  'series.useful.mixed':
    'Why no single gate answers for it: each feature channel mixes all variables, and the gates of all channels are computed from all means. So closing one variable moves many gates, those of channels that read the same variables move together, and a gate that moves far is not the gate of this variable alone.',

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

  'series.gestures.what':
    'Draw gestures with mouse, pen or finger. Each becomes a series of four variables: x, y, speed and pressure. Name your classes, record at least five of each, train, then draw and see what is recognised.',
  'series.gestures.pointer':
    'Drawing needs a pointer: mouse, pen or finger. All the rest works with the keyboard too. Without a pointer you can train on files of your own or, on a phone, record its motion.',
  'series.gestures.toOwn': 'Use my own files',
  'series.gestures.full': 'There are {most} classes: no more fit.',
  'series.gestures.short': 'Too short for a gesture. Draw a longer stroke.',
  'series.gestures.recorded':
    '{count, plural, one {Recorded: {name}, # recording.} other {Recorded: {name}, # recordings.}}',
  'series.gestures.loading': 'Getting ready…',
  'series.gestures.pause': 'Pause training',
  'series.gestures.goOn': 'Go on training',
  'series.gestures.step': 'Step {step}, validation accuracy {accuracy}.',
  'series.gestures.nowDraw': 'Now draw.',
  'series.gestures.trainFirst': 'This network has not learnt from these recordings. Train first, then draw.',
  'series.gestures.wait': 'Wait until the first steps are trained.',
  'series.gestures.probabilities': 'Probability of each class',
  'series.gestures.next': 'Draw {name}: one stroke is one recording.',
  'series.gestures.class': 'Record for',
  'series.gestures.pad': 'Drawing area',
  'series.gestures.hint': 'One stroke is one recording.',
  'series.gestures.newClass': 'New class',
  'series.gestures.add': 'Add',
  'series.gestures.remove': 'Remove class {name}',
  'series.gestures.count': '{count, plural, =0 {no recordings} one {# recording} other {# recordings}}',
  'series.gestures.removeOne': 'Remove recording {number} of {name}',
  'series.gestures.bringBack': 'Bring back what was removed',
  'series.gestures.taken': 'There already is a class of this name.',
  'series.gestures.clear': 'Remove all recordings',
  'series.gestures.need': 'At least two classes with {least} recordings each are needed.',
  'series.gestures.train': 'Train on these',
  'series.gestures.tryIt': 'Try it: draw',
  'series.gestures.record': 'Record',
  'series.gestures.reads': 'recognised: {name} ({probability})',
  'series.gestures.nothing': 'Nothing drawn yet.',
  'series.gestures.motion': 'Use the motion of this device',
  'series.gestures.motionWhy':
    'The browser may ask whether this page may read the motion sensors. Nothing leaves the device.',
  'series.gestures.motionDenied': 'Access to the motion sensors was refused. Drawing works without them.',
  'series.gestures.motionNone': 'This device has no motion sensors.',
  'series.gestures.motionHold': 'Hold and move',
  'series.variable.x': 'x',
  'series.variable.y': 'y',
  'series.variable.speed': 'speed',
  'series.variable.pressure': 'pressure',

  'series.seeds.title': 'With and without SE, over seeds',
  'series.seeds.what':
    'Trains the network on show {count} times with SE and {count} times without, from different seeds, {steps} steps each, in the background, and compares the accuracy on the test set.',
  'series.seeds.cued': 'Learning to use the cue takes longer than other data need (1,200 steps).',
  'series.seeds.start': 'Start',
  'series.seeds.stop': 'Stop',
  'series.seeds.goOn': 'Go on',
  'series.seeds.again': 'Start over',
  'series.seeds.bar': 'All runs',
  'series.seeds.progress': 'Run {run} of {total}, step {step} of {steps}',
  'series.seeds.minutes': 'about {minutes} min left',
  'series.seeds.finished': '{count} of {total} runs have finished.',
  'series.seeds.failed':
    'The comparison was broken off: {detail}. {kept, plural, =0 {Try again, or reload the page.} one {The run that has finished is kept; try to go on.} other {The # runs that have finished are kept; try to go on.}}',
  'series.seeds.with': 'with SE',
  'series.seeds.without': 'without SE',
  'series.seeds.seed': 'Seed',
  'series.seeds.mean': 'mean ± standard deviation',
  'series.seeds.axis': 'accuracy on the test set',
  'series.seeds.plot': 'Accuracy by seed, with SE and without; the table has the numbers',
  'series.seeds.marks':
    'A dot is a run, the line their mean, the band one standard deviation to either side.',
  'series.seeds.result':
    'Over {count} seeds: with SE {with}, without {without}. {clear, select, with {The network with SE does better by {difference} percentage points, more than the two standard deviations together.} without {The network without SE does better by {difference} percentage points, more than the two standard deviations together.} other {The difference of {difference} percentage points is within the spread, that is, no larger than the two standard deviations together: these runs do not show that SE matters here.}}',
  'series.seeds.table': 'accuracy by seed',
  'output.label.series': 'What the network predicts',
  'output.reads.series': 'predicts',
  'figure.alt.series':
    'Block figure. Channel {channel}: z = {z}, gate s = {s}. The network predicts {prediction} with {probability}.',
  'figure.altPlain.series':
    'Feature maps of a network without SE. The network predicts {prediction} with {probability}.',
  'step.scale.flip.series':
    'With its own gates the network predicts {own} ({ownProbability}); with the transplanted ones {now} ({nowProbability}).',
  'step.scale.now.series': 'The network now predicts {now} ({probability}).',
  'step.result.wanted.series': 'True class',
  'step.result.reads.series': 'Predicted class',
  'step.result.plainAnswer.series': 'predicts {prediction} ({probability})',
  'step.result.largest.series':
    'The gates differ most in channel {channel}: {a} for A, {b} for B, a difference of {difference}.',
  'histogram.warn.someDead.series': 'Some hidden units are 0 for every series that was looked at.',
  'histogram.warn.allDead.series':
    'All hidden units are 0: without biases every gate is exactly ½, for every series.',
  'page.figureHelp.series':
    'Arrow keys: left and right choose the channel, up and down the stage. With Shift they move the step or the hidden unit.',
  'series.asTheyAre': 'Not normalised: the values are used as they are.',
  'series.own.waiting':
    'Open a file, or drop one anywhere on this page. The figure then shows the block at work on your series.',
  'series.gestures.waiting': 'Record some gestures. The figure then shows the block at work on them.',
  'series.gestures.newClassFirst': 'Name a class first.',
  'step.result.transplanted.series': 'Gates of the other cue',
  'step.result.transplantedWhat.series':
    'Share of series that are then predicted to be of the class that the **other** cue asks for.',
  'step.result.share.series': 'Predicted as the cue says',
  'step.result.groupInks.series': 'by cue',
  'step.result.study.series':
    'Means over {seeds} seeds (least to most), at most {steps} steps of batch {batch}, {pictures} test series, made with this code. Gates are replaced at every SE site at once.',
} as const
