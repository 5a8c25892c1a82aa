/** What the lesson says of series, in place of what it says of pictures and besides. */
export const lesson = {
  'header.sample.series': 'test series #{index}',
  'figure.noSe.series':
    'This network was trained without SE: U goes on unchanged into the next convolution, there are no gates.',
  'step.why.title.series': 'A kernel sees a few steps. A mean sees the whole series.',
  'step.why.1.series':
    'One unit of [[U]] sees a few neighbouring steps through weights that are the same for every series. It cannot know what happens at the other end.',
  'step.why.2.series':
    'An SE block makes every **feature channel** depend on the whole series: [[z]] is the mean of every map over time, two small layers turn these means into one gate [[s_c]] per channel, and the gate scales the channel.',
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
    'The **squeeze** is global average pooling over time: [[z_c]] is the mean of map [[u_c]] over all its {places} steps. [[U]] is never below 0 here, so nothing cancels: when something happened is forgotten, that it happened is kept.',
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
    '{count, plural, =0 {No hidden unit is 0 for this series.} one {Hidden unit {names} is 0 for this series.} other {Hidden units {names} are 0 for this series.}}',
  'step.mix.deadAlways.series':
    '{count, plural, one {Unit {names} was 0 for all {pictures} series that were counted.} other {Units {names} were 0 for all {pictures} series that were counted.}}',
  'step.mix.answer.series':
    'No. Hidden units are mixtures of all channels. If all of them are 0, every gate here is exactly ½, since there are no biases.',
  'step.gate.2.series':
    'W₁ and W₂ are weights, the same for every series. Only [[s]] are gates, and they are computed anew for each.',
  'step.scale.1.series':
    'X̃ has the shape of [[U]]: no channel is removed. Every step of map c is multiplied by the same number [[s_c]]. σ only attenuates; a gate of 0.9 makes nothing stronger, emphasis is relative. The next convolution reads X̃.',
  'step.scale.2.series': 'The lower row has the same scale as the upper one. What is lower was attenuated.',
  'step.scale.transplant.series': 'Give it the other cue’s gates',
  'step.scale.transplantDigits.series': 'Give it the other series’ gates',
  'step.scale.answer.series':
    'Not once and for all: the gates depend on the series. Take another one and watch them.',
  'step.result.1.series':
    'First the same network on two series. Then the comparisons, each of which asks a question of its own.',
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

  'histogram.warn.nearHalf.series':
    'Most gates lie near ½: they may not have learnt anything yet, or nothing in these series asks for it.',
  'series.matters.little':
    'Over {count} seeds, test accuracy is {withSe} with SE and {withoutSe} without: SE buys nothing that shows here. The networks trained with it rely on it all the same: with all gates at 1 they reach {ones}.',
  'series.matters.much':
    'Over {count} seeds of at most {steps} steps, test accuracy is {withSe} with SE and {withoutSe} without. Longer or deeper networks without SE were not tried.',
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
  'step.result.share.series': 'Predicted as the cue says',
  'step.result.groupInks.series': 'by cue',
  'step.result.study.series':
    'Means over {seeds} seeds (least to most), at most {steps} steps of batch {batch}, {pictures} test series, made with this code. Gates are replaced at every SE site at once.',
} as const
