/** “Use it”: what to take away, at the end of the lesson. */
export const useIt = {
  'use.title': 'Use it',
  'use.where': 'Where to put it',
  'use.where.text':
    'At the end of every residual unit, before the addition; in networks without shortcuts after a convolution’s BN and ReLU. Blocks in late, wide stages hold most of the weights: (2/r) Σ N C² without biases (equation 5). Take r = 16 first; with few channels less, so that some hidden units are left.',
  'use.cost': 'What this block costs',
  'use.worth': 'When it is not worth it',
  'use.worth.text':
    'Where a network without it does as well, as on plain digits ({digitsSe} with, {digitsPlain} without), it is a few weights for nothing. Where something beyond a cell’s window decides, ask what else would bring it in{controls, select, yes {: on two inks {gap} points at {steps} steps become {gapLonger} at {longerSteps}, and a deeper network without SE comes within {gapDeeper}} other {}}.',
  'use.table': 'Held-out accuracy with SE and without',
  'use.table.what': 'Network',
  'use.table.seBare': 'With SE',
  'use.table.plainBare': 'Without SE',
  'use.table.wider': 'Without SE, wider: {weights} weights (with SE: {seWeights})',
  'use.table.deeper': 'Without SE, {stages} stages: {weights} weights',
  'use.table.seLonger': 'With SE, {steps} steps',
  'use.table.plainLonger': 'Without SE, {steps} steps',
  'use.table.perBar': 'With SE, gates constant for each bar',
  'use.table.frozen': 'With SE, gates frozen at their mean',
  'use.table.frozenAt': 'With SE, gates frozen at site {site} alone',
  'use.table.ones': 'With SE, gates at 1',
  'use.table.cell': '{mean} ({least} to {most})',
  'use.table.caption':
    'Mean (least to most). Digits: {digitsSeeds} seeds of {digitsSteps} steps. Two inks: {inksSeeds} seeds of {inksSteps} steps{controls, select, yes {, the comparisons {controlSeeds}} other {}}. {pictures} held-out pictures, batches of {batch}, made with this code.',
  'use.table.reliance':
    'The rows with changed gates show what a trained network relies on, not what the block is worth.',
  'use.code': 'Code',
  'use.limits': 'What these runs cannot show',
  'use.limits.1':
    'Two inks is a made-up task: one bit, the ink of the bar, decides. A network that ignores the bar is right about half of the time.',
  'use.limits.2':
    'Networks of two small stages on pictures of 28 × 28 pixels; nothing follows for natural images. There the paper has its own measurements (see Sources).',
  'use.limits.3':
    'One set of held-out pictures, a handful of seeds, and a number of steps that was tuned with SE.',
  'use.limits.4':
    'Two inks and the cued series open on a sample and a channel that were searched for: they show the effect at its clearest, not on average.{turns, select, yes { Of {turnedOf} readings (held-out pictures, each with either bar) {turned} are of the other digit both with mean gates and with the other bar’s.} other {}}',
} as const
