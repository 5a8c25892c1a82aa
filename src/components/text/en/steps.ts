/** The lesson: text and tries of the steps. [[z]] is a symbol in its colour, **…** emphasis. */
export const steps = {
  'steps.label': 'Steps through the block',
  'step.back': 'Back',
  'step.next': 'Next',
  'step.why.name': 'Why?',
  'step.transform.name': 'Transform',
  'step.squeeze.name': 'Squeeze',
  'step.mix.name': 'Mix',
  'step.gate.name': 'Gate',
  'step.scale.name': 'Scale',
  'step.result.name': 'Result',
  'try.title': 'Try',
  'try.more': 'More to try',
  'predict.title': 'Predict, then see',

  'step.why.patches': 'What channel {channel} answers to',
  'step.why.patch': 'Patch of held-out picture {index} that excites the channel most',
  'step.why.window':
    'Outlined: all that cell ({h}, {w}) of U {gated, select, yes {sees directly} other {can see}}, {width} × {height} pixels. {bar, select, yes {It touches the bar.} no {The bar is not in it.} other {}}{gated, select, yes { Through the gates of SE site 1, which sum up whole maps, it depends on all pixels.} other {}}',

  'step.transform.none':
    'With this placement no convolution stands directly before [[U]]: the gates multiply what an earlier operation made.',
  'step.transform.try': 'Point at any cell of U',
  'step.transform.where': 'Cell ({h}, {w}) of channel {channel}',
  'step.transform.inputs': 'Input channels of X; the sum of each, Σ v · x',
  'step.transform.input': 'Input channel {i}: sum {value}',
  'step.transform.window': 'window, channel {i}',
  'step.transform.kernel': 'kernel, channel {i}',
  'step.transform.products': 'products',
  'step.transform.bn':
    'BN: γ (v − μ) / √(σ² + ε) + β = {gamma} · ({value} − {mean}) / √({variance} + {epsilon}) + {beta} = {result}',

  'step.squeeze.shuffle': 'Shuffle the cells of U',
  'step.squeeze.unshuffle': 'Put them back',
  'step.squeeze.delta': 'Largest change of z: {delta}',
  'step.squeeze.op': 'Squeeze by',
  'step.squeeze.mean': 'mean',
  'step.squeeze.max': 'max',
  'step.squeeze.trainedForMean': 'The weights were trained for the mean.',
  'step.squeeze.brush': 'Drag a rectangle across the map of channel {channel}',
  'step.squeeze.brushMap':
    'Map of channel {channel}, {map} cells. Chosen region: rows {top} to {bottom}, columns {left} to {right}.',
  'step.squeeze.rows': 'Rows',
  'step.squeeze.columns': 'Columns',
  'step.squeeze.first.rows': 'First row',
  'step.squeeze.last.rows': 'Last row',
  'step.squeeze.first.columns': 'First column',
  'step.squeeze.last.columns': 'Last column',
  'step.squeeze.region': 'Region',
  'step.squeeze.wholeMap': 'Whole map',
  'step.squeeze.average': 'Σ u / n',
  'step.squeeze.meanOf': 'Mean',
  'step.squeeze.places': 'Cells n',
  'step.squeeze.place': 'Largest at',
  'step.squeeze.maxOf': 'Maximum',
  'step.squeeze.parts':
    '{places} of the cells put {part} into the mean of the map, the others {rest}.{signs, select, mixed {} other { That is {share} of the sum.}}',
  'step.squeeze.holds':
    '{inside, select, yes {The map’s largest value lies in this region.} other {The map’s largest value lies outside this region.}}',
  'step.squeeze.forgets':
    'A region has a mean of its own; z is one number for the whole map. Shuffle the cells: the region’s mean changes, z does not.',
  'step.squeeze.forgetsMax':
    'A region has a maximum of its own; z is the largest value of the whole map, wherever it stands.',

  'step.mix.dead':
    '{count, plural, =0 {No hidden unit is 0 for this picture.} one {Hidden unit {names} is 0 for this picture.} other {Hidden units {names} are 0 for this picture.}}',
  'step.mix.deadAlways':
    '{count, plural, one {Unit {names} was 0 for all {pictures} pictures that were counted.} other {Units {names} were 0 for all {pictures} pictures that were counted.}}',
  'step.mix.relu': 'Drop the ReLU',
  'step.mix.bias': 'Drop the biases',

  'step.gate.fn': 'Gate function',
  'step.gate.sigmoid': 'σ',
  'step.gate.tanh': 'tanh',
  'step.gate.relu': 'ReLU',
  'step.gate.hardSigmoid': 'hard σ',
  'step.gate.softmax': 'softmax',
  'step.gate.trainedFor':
    'The weights were trained for σ. Another function only shows what it would do to the same logits.',
  'step.gate.softmaxLine':
    'The line: the gate of channel {channel} if its logit alone moved. Every other gate would move with it.',

  'step.scale.transplant': 'Give it the other bar’s gates',
  'step.scale.transplantDigits': 'Give it the other picture’s gates',
  'step.scale.flip':
    'With its own gates the network reads {own} ({ownProbability}); with the transplanted ones {now} ({nowProbability}).',
  'step.scale.close': 'Close channel {channel}',
  'step.scale.closing':
    'Among the searched pictures, closing channel {channel} changes picture {index} most: the network then reads {after}, and the probability of {before} falls from {probabilityBefore} to {probabilityAfter}.',
  'step.scale.showClosing': 'Show that picture',
  'step.scale.ones': 'All gates 1',
  'step.scale.mean': 'All at their mean',
  'step.scale.slider': 'Gate of channel {channel}',
  'step.scale.undo': 'Undo',
  'step.scale.reset': 'All as computed',
  'step.scale.now': 'The network now reads {now} ({probability}).',

  'step.result.pair': 'Pictures A and B, each with its own gates',
  'step.result.swap': 'Swap A and B',
  'step.result.takeB': 'Put B in A’s place',
  'step.result.picture': 'Picture',
  'step.result.bar': 'Ink of the bar',
  'step.result.wanted': 'To be read',
  'step.result.reads': 'The network reads',
  'step.result.unknown': 'not known',
  'step.result.gateOf': 'Gate of channel {channel}',
  'step.result.largest':
    'The gates differ most in channel {channel}: {a} for A, {b} for B, a difference of {difference}.',
  'step.result.strip': 'Gates of all channels for picture {name}, from {least} to {most}',
  'step.result.stripLegend':
    'Bars: gates of the picture, 0 to 1. Ticks: those of the other one. Shaded: channel {channel}. Framed: the largest difference.',
  'step.result.gatesTable': 'the gates of A and B',
  'step.result.frozen': 'Gates frozen at their mean',
  'step.result.frozenWhat':
    'As large on average, but the same for **every** picture, and never seen in training. A drop shows that the network relies on its gates.',
  'step.result.ones': 'Gates at 1',
  'step.result.onesWhat':
    'Never seen in training either. A drop shows reliance, not that the gates are a benefit.',
  'step.result.plain': 'Trained without SE',
  'step.result.plainStored': 'Stored run without SE',
  'step.result.plainWhat':
    'The stored run without the block. On two inks part of the difference is budget and depth (see “Use it”); for other data that was not measured.',
  'step.result.own': 'Own gates',
  'step.result.transplanted': 'Gates of the other bar',
  'step.result.transplantedWhat': 'Share of pictures that are then read as the **other** digit.',
  'step.result.thisPicture': 'This picture',
  'step.result.share': 'As the bar says',
  'step.result.shareDigits': 'Read right',
  'step.result.asOther': '† read as the other digit.',
  'step.result.everySite': 'All SE sites at once.',
  'step.result.range': '{least} to {most}',
  'step.result.of': '{mean} (from {least} to {most})',
  'step.result.study':
    'Means over {seeds} seeds (least to most), {steps} steps of batch {batch}, {pictures} held-out pictures, made with this code. Gates are replaced at every SE site at once.',
  'step.result.ownStudy': 'The figures over several seeds are of the stored network; this is another one.',
  'step.result.noStudy': 'The figures over several seeds are on their way.',
  'step.result.plainAnswer': 'reads {prediction} ({probability})',
  'step.result.group': 'Mean gates over a sample of the training pictures',
  'step.result.groupInks': 'by ink of the bar',
  'step.result.groupDigits': 'by class',
  'step.result.groupSelected': 'Channel {channel}',

  'sampleTools.title': 'Other pictures',
  'sampleTools.compose': 'Compose one',
  'sampleTools.draw': 'Draw a digit',
  'sampleTools.drawInks': 'Your digit is drawn in teal over a held-out digit in amber; the bar is teal.',
  'sampleTools.loading': 'Loading the held-out digits …',
} as const
