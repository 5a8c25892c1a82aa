/** What the lesson says of series, in place of what it says of pictures and besides. */
export const lesson = {
  'header.sample.series': 'test series #{index}',
  'figure.noSe.series':
    'This network was trained without SE: U goes on unchanged into the next convolution, there are no gates.',
  'step.why.window.series':
    'Shaded: all that step {w} of U {gated, select, yes {sees directly} other {can see}}, {width} steps.{gated, select, yes { Through the gates of SE site 1, which are made of means over time, it depends on all steps.} other {}}',
  'ink.name0.series': 'signal 1',
  'ink.name1.series': 'signal 2',
  'ink.bar0.series': 'the cue says signal 1',
  'ink.bar1.series': 'the cue says signal 2',

  'step.transform.try.series': 'Point at any step of U',
  'step.transform.where.series': 'Step {w} of channel {channel}',
  'series.taps.caption':
    'x: the window of X, v: the kernel, time to the right.{scaled, select, yes { Values are normalised, as the network reads them.} other {}}',
  'series.taps.padding': 'Dashed: beyond the series, counts as 0.',
  'series.taps.channel': 'channel {channel}',
  'series.taps.rest': '{count, plural, one {# more channel} other {# more channels together}}',
  'series.taps.more': '{count, plural, one {Show # more} other {Show # more}}',
  'series.taps.bias': 'bias b',
  'series.taps.total': 'convolution, Σ v · x + b',
  'series.taps.relu': 'ReLU: max(0, {value}) = {result}, the value of U.',

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

  'step.mix.dead.series':
    '{count, plural, =0 {No hidden unit is 0 for this series.} one {Hidden unit {names} is 0 for this series.} other {Hidden units {names} are 0 for this series.}}',
  'step.mix.deadAlways.series':
    '{count, plural, one {Unit {names} was 0 for all {pictures} series that were counted.} other {Units {names} were 0 for all {pictures} series that were counted.}}',
  'step.scale.transplant.series': 'Give it the other cue’s gates',
  'step.scale.transplantDigits.series': 'Give it the other series’ gates',
  'step.result.pair.series': 'Series A and B, each with its own gates',
  'step.result.picture.series': 'Series',
  'step.result.bar.series': 'The cue says',
  'step.result.strip.series': 'Gates of all channels for series {name}, from {least} to {most}',
  'step.result.stripLegend.series':
    'Bars: gates of the series, 0 to 1. Ticks: those of the other one. Shaded: channel {channel}. Framed: the largest difference.',
  'step.result.frozenWhat.series':
    'As large on average, but the same for **every** series, and never seen in training. A drop shows that the network relies on its gates.',
  'step.result.thisPicture.series': 'This series',
  'step.result.noStudy.series':
    'For many series: train the network, then compare seeds under “With and without SE, over seeds” further down.',
  'step.result.group.series': 'Mean gates over the training set',
  'marks.other.series': 'the same value for series B',
  'marks.other0.series': 'the same value for series B, signal 1',
  'marks.other1.series': 'the same value for series B, signal 2',
  'marks.rowB0.series': 'lower row of gates: series A, signal 1',
  'marks.rowB1.series': 'lower row of gates: series A, signal 2',
  'rail.other.series': '— series B',
  'rail.otherBar0.series': '— B: signal 1',
  'rail.otherBar1.series': '— B: signal 2',
  'rail.rowB.series': 'series B',
  'rail.rowB0.series': 'signal 1',
  'rail.rowB1.series': 'signal 2',
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
  'histogram.here.series': 'Gates of this series',
  'histogram.pictures.series': 'Each channel’s mean gate for each class, over {count} series at step {step}.',

  'histogram.warn.nearHalf.series':
    'Most gates lie near ½: they may not have learnt anything yet, or nothing in these series asks for it.',
  'series.matters.little':
    'Over {count} seeds, test accuracy is {withSe} with SE and {withoutSe} without: SE buys nothing that shows here. With all gates at 1, which training never saw, the networks trained with it reach {ones} on average; how far they rely on them differs from seed to seed.',
  'series.matters.much':
    'Over {count} seeds of at most {steps} steps, test accuracy is {withSe} with SE and {withoutSe} without. More steps or depth without SE are not in these figures.',
  'series.matters.cued': 'Show series on which SE makes a difference',

  'series.begins': 'from {day}',
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
  'step.result.transplanted.series': 'Gates of the other cue',
  'step.result.transplantedWhat.series':
    'Share of series that are then predicted to be of the class that the **other** cue asks for.',
  'step.result.share.series': 'As the cue says',
  'step.result.groupInks.series': 'by cue',
  'step.result.study.series':
    'Means over {seeds} seeds (least to most), at most {steps} steps of batch {batch}, {pictures} test series, made with this code. Gates are replaced at every SE site at once.',
  'step.result.asOther.series': '† predicted as the other cue says.',
} as const
