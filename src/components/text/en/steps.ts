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

  'headline.inks': 'Bar in {a}: channel {channel} keeps {keepsA}. In {b}: {keepsB}.',
  'headline.digits': 'Channel {channel} keeps {keepsA} here. On the other picture: {keepsB}.',

  'step.why.title': 'Most windows cannot see the bar. A mean can.',
  'step.why.1':
    'Two digits lie over each other in two inks. The **bar** at the left edge says which ink to read. One unit of [[U]] sees a window of the picture and mixes channels with weights that are the same for every picture. Most windows at this depth do not reach the bar.',
  'step.why.2':
    'An SE block lets the whole picture speak back to each channel: [[z]] sums up every map, two small layers turn that into one gate [[s_c]] per channel, and the gate scales the channel. Same picture, other bar: other gates.',
  'step.why.digits':
    'Here one digit is to be read, and everything that decides it lies in the strokes. A unit near a stroke misses little. The gates of this first site stay in the middle of their range and move little from picture to picture.',
  'step.why.titleDigits': 'Here a window misses little.',
  'step.why.digitsDeep':
    'At this second site many gates move far from digit to digit: deep in a network they come to follow the class. A network trained without them reads as well, as the last step shows.',
  'step.why.answerDigitsDeep':
    'Here some do: compare the bars with the ticks of picture B. At SE site 1 they stay near each other.',
  'step.why.titleDeep': 'Deeper, a window sees the bar too.',
  'step.why.deep':
    'Here, after two stages, one unit of [[U]] sees as far as the bar: its weights alone could take account of it. The gates of this site change with the bar all the same.',
  'step.why.digits2':
    'The block is the same: [[z]] sums up every map, two small layers turn that into one gate [[s_c]] per channel, and the gate scales the channel.',
  'step.why.questionDigits': 'Another digit. Do the gates change much?',
  'step.why.answerDigits': 'No: compare the bars with the ticks of picture B. They stay near each other.',
  'step.why.swap': 'Swap the bar’s ink',
  'step.why.other': 'Next picture',
  'step.why.patches': 'What channel {channel} answers to',
  'step.why.patch': 'Patch of held-out picture {index} that excites the channel most',
  'step.why.window':
    'Outlined: all that cell ({h}, {w}) of U {gated, select, yes {sees directly} other {can see}}, {width} × {height} pixels. {bar, select, yes {It touches the bar.} no {The bar is not in it.} other {}}{gated, select, yes { Through the gates of SE site 1, which sum up whole maps, it depends on all pixels.} other {}}',
  'step.why.question': 'The bar changes its ink. Do the weights change?',
  'step.why.answer':
    'No. Weights are the same for every picture. What changes is z, and through it the gates.',

  'step.transform.title': '[[F_tr]] makes the feature maps [[U]]',
  'step.transform.1':
    'Every map [[u_c]] comes from one filter [[v_c]] that slides over [[X]], the input of this unit. Point at a cell of [[U]]: below is its window in every channel of X, the kernel, and their products.',
  'step.transform.2':
    'Between the convolution and [[U]] stands batch normalisation (BN), so the sum is rescaled once more: conv → BN → u.',
  'step.transform.none':
    'With this placement no convolution stands directly before [[U]]: the gates multiply what an earlier operation made.',
  'step.transform.try': 'Point at any cell of U',
  'step.transform.where': 'Cell ({h}, {w}) of channel {channel}',
  'step.transform.inputs': 'Input channels of X; the sum of each, Σ v · x',
  'step.transform.input': 'Input channel {i}: sum {value}',
  'step.transform.window': 'window of x',
  'step.transform.kernel': 'kernel v',
  'step.transform.products': 'products',
  'step.transform.bn':
    'BN: γ (v − μ) / √(σ² + ε) + β = {gamma} · ({value} − {mean}) / √({variance} + {epsilon}) + {beta} = {result}',
  'step.transform.question': 'How much of the picture does one cell of U see?',
  'step.transform.answer':
    'At SE site 1 what its window holds (outlined on the picture): what lies outside cannot change this value. At site 2 a larger window directly, and through the gates of site 1, which sum up whole maps, all of it.',

  'step.squeeze.title': '[[F_sq]]: each map collapses into one number',
  'step.squeeze.1':
    'The **squeeze** is global average pooling: [[z_c]] is the mean of map [[u_c]] over all its cells. {places} numbers become one; where they stood is forgotten, and since [[U]] has both signs they may cancel.',
  'step.squeeze.2': 'z is not importance. It is a summary that the next two layers read.',
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
  'step.squeeze.question': 'All cells of a map change places. What happens to z?',
  'step.squeeze.answer':
    'Nothing. A mean does not know where its numbers stood. (The rest of the network does.)',

  'step.mix.title': '[[F_ex]], first half: W₁ mixes all channels',
  'step.mix.1':
    'Each hidden unit takes a weighted sum over **all** channels of [[z]] (along its row of W₁), adds a bias, and ReLU cuts what is below zero. {reduced, plural, one {# hidden unit reads} other {# hidden units read}} {channels} channels: r = {r} is a divisor, not a width.',
  'step.mix.dead':
    '{count, plural, =0 {No hidden unit is 0 for this picture.} one {Hidden unit {names} is 0 for this picture.} other {Hidden units {names} are 0 for this picture.}}',
  'step.mix.deadAlways':
    '{count, plural, one {Unit {names} was 0 for all {pictures} pictures that were counted.} other {Units {names} were 0 for all {pictures} pictures that were counted.}}',
  'step.mix.r': 'Reduction ratio r',
  'step.mix.width': 'r = {r}: {reduced} hidden units, {weights} weights in W₁ and W₂',
  'step.mix.relu': 'Drop the ReLU',
  'step.mix.bias': 'Drop the biases',
  'step.mix.question': 'Does a hidden unit at 0 switch off a channel?',
  'step.mix.answer':
    'No. Hidden units are mixtures of all channels. If all of them are 0, the gates come from the biases alone, and without biases they are all exactly ½.',

  'step.gate.title': '[[F_ex]], second half: W₂ and σ make the gates',
  'step.gate.1':
    'A weighted sum over the hidden units (down a column of W₂ᵀ) gives one **logit** per channel. σ squashes it to between 0 and 1: the gate [[s_c]]. Each channel has its own σ, so gates do not compete.',
  'step.gate.2':
    'W₁ and W₂ are weights, the same for every picture. Only [[s]] are gates, and they are computed anew for each.',
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
  'step.gate.question': 'With softmax instead of σ: what happens to the gates?',
  'step.gate.answer':
    'They must sum to 1. All channels then share what one could have had, and nearly all close. Channels are not exclusive, hence σ.',

  'step.scale.title': '[[F_scale]]: every map times its gate',
  'step.scale.1':
    'X̃ has the shape of [[U]]: no channel is removed. Every cell of map c is multiplied by the same number [[s_c]]. σ only attenuates; a gate of 0.9 makes nothing stronger, emphasis is relative. The shortcut goes past the block: out = ReLU(shortcut + X̃).',
  'step.scale.2': 'The lower row has the same colour scale as the upper one. What is paler was attenuated.',
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
  'step.scale.question': 'Could one fold the gates into the convolution’s weights?',
  'step.scale.answer': 'Not once and for all: the gates depend on the picture. Swap the bar and watch them.',

  'step.result.title': 'What did the block change?',
  'step.result.1':
    'First the same network on two pictures. Then the comparisons, each of which asks a question of its own.',
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
  'step.result.plainWhat':
    'Another network, trained for as many steps. Part of the difference is budget and depth: “Use it” has more steps, more weights and more stages without SE beside it.',
  'step.result.own': 'Own gates',
  'step.result.transplanted': 'Gates of the other bar',
  'step.result.transplantedWhat': 'Share of pictures that are then read as the **other** digit.',
  'step.result.thisPicture': 'This picture',
  'step.result.share': 'Read as the bar says',
  'step.result.shareDigits': 'Read right',
  'step.result.of': '{mean} (from {least} to {most})',
  'step.result.study':
    'Means over {seeds} seeds (least to most), {steps} steps of batch {batch}, {pictures} held-out pictures, made with this code. Gates are replaced at every SE site at once.',
  'step.result.noStudy': 'The figures over several seeds are on their way.',
  'step.result.plainAnswer': 'reads {prediction} ({probability})',
  'step.result.group': 'Mean gates over a sample of the training pictures',
  'step.result.groupInks': 'by ink of the bar',
  'step.result.groupDigits': 'by class',
  'step.result.groupSelected': 'Channel {channel}',
  'step.result.question': 'How would you measure what SE is worth?',
  'step.result.answer':
    'Not by changing the gates of a network that was trained with them: that shows what it relies on. Train one without, for as many steps, then for more, wider and deeper.',

  'sampleTools.title': 'Other pictures',
  'sampleTools.compose': 'Compose one',
  'sampleTools.draw': 'Draw a digit',
  'sampleTools.drawInks': 'Your digit is drawn in teal over a held-out digit in amber; the bar is teal.',
  'sampleTools.loading': 'Loading the held-out digits …',
} as const
