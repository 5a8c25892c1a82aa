/** The lesson of the first screen (../lesson.ts) as it is told of series. `.bar`: the cued series. */
export const firstScreen = {
  'lead.why.bar.stored.series':
    '{turns, select, yes {Same signals, other cue: the network predicts the other class. Swap the cue.} other {Same signals, other cue: other gates. Swap it and compare the predictions.}}',
  'lead.why.single.stored.series':
    'Another series: {flips, plural, =0 {no gate crosses} one {# gate crosses} other {# gates cross}} ½. The last step shows what that buys here.',
  'lead.why.bar.series': 'Same signals, other cue: do the gates change? Swap the cue and compare.',
  'lead.why.single.series': 'Another series: do the gates change? Take the next one and compare.',
  'lead.transform.series':
    'One step of U sees {width} steps of the series directly, with weights that never change.',
  'lead.squeeze.series': 'Squeeze: each whole map becomes one number, its mean. Shuffle its steps: z stays.',
  'lead.mix.series':
    '{channels} means become {reduced, plural, one {# number} other {# numbers}}: {above, plural, =0 {none is} one {# is} other {# are}} above 0 for this series.',
  'lead.mix.bar.series':
    '{channels} means become {reduced, plural, one {# number} other {# numbers}}: on this series {sided, select, yes {{first, plural, =0 {none fires} one {# fires} other {# fire}} only for signal 1, {second, plural, =0 {none} other {#}} for 2} other {{above, plural, =0 {none is} one {# is} other {# are}} above 0, with either cue}}.',
  'lead.scale.bar.series':
    '{lends, select, yes {Every map times its gate. Lend it the other cue’s gates: {lent}, not {own}.} other {Every map times its gate. With the other cue’s gates it is still {own}.}}',
  'lead.scale.single.series':
    '{lends, select, yes {Every map times its gate. With the other series’ gates: {lent}, not {own}.} other {Every map times its gate. With the other series’ gates it is still {own}.}}',
  'lead.result.bar.stored.series':
    '{longer, select, yes {Right: {rightRound}; frozen gates: {frozenRound}. Trained without SE: {plainRound} ({longerSteps} steps: {plainLonger}, SE: {seLonger}).} other {Right: {rightRound}; frozen gates: {frozenRound}. Trained without SE: {plainRound}; ignoring the cue gives half.}}',
  'lead.result.single.stored.series':
    'Right with SE: {right}, without: {plain}. On this weather these runs show no gain.',
  'lead.training.bar.series':
    'The two cues’ gates lie {apart} apart on average. Does that grow as it learns?',

  'lead.training.single.series': 'The two series’ gates lie {apart} apart on average. Which of them move?',
  'try.swap.bar.series': 'Swap the cue',
  'try.swap.single.series': 'Next series',
  'try.shuffle.series': 'Shuffle the steps',
  'try.lend.bar.series': 'Lend the other’s gates',
  'back.shuffle.series': 'Put the steps back',

  'text.why.bar.series':
    'Generated data: the **cue** says which signal gives the class. The <se|Squeeze-and-Excitation (SE) block> averages every map of [[U]] over time ([[z]]) and mixes the averages into one gate per channel ([[s]]). With the other cue, **{flips} of {channels} gates** change sides of ½.',
  'text.why.single.series':
    'A kernel sees a few neighbouring steps. The <se|Squeeze-and-Excitation (SE) block> averages every map of [[U]] over the whole series ([[z]]), mixes the averages into one gate per channel ([[s]]), and scales each map by its gate.',
  'text.transform.series':
    'One filter [[v_c]] makes each map [[u_c]]: kernel times window of [[X]], summed, then <bn|BN> and ReLU, so that [[U]] is never below 0. [[X]] is what enters this unit: {inputs} channels.{gated, select, yes { Through the gates of SE site 1 a step depends on all steps.} other {}}',
  'text.squeeze.series':
    '<squeeze|Squeeze> is global average pooling over time: [[z_c]] is the mean of the {places} steps of map [[u_c]], in whatever order. [[U]] is never below 0 here, so nothing cancels: channel {channel} has z = {z}. It is a summary, not importance.',
  'text.squeeze.max.series':
    'Now [[z_c]] is the **largest** of the {places} steps of map [[u_c]]: one strong step decides.{changed, select, yes { The weights were trained for means and get values that they never saw.} other {}} Trained for it, the maximum did slightly worse in the paper (table 11), on pictures.',
  'text.mix.series':
    'First half of <excitation|excitation>: a row of W₁ ({reduced} × {channels}) weighs and adds **all** {channels} means{bias, select, yes {, with a bias} other {}}; ReLU cuts what is below 0. Between the two series z of channel {channel} moves by {zMove}, its gate by {sMove}{others, select, yes {: other channels decide it} other {}}.',
  'text.mix.bar.series':
    'First half of <excitation|excitation>: a row of W₁ ({reduced} × {channels}) weighs and adds **all** {channels} means{bias, select, yes {, with a bias} other {}}; ReLU cuts what is below 0. Between the two cues z of channel {channel} moves by {zMove}, its gate by {sMove}{others, select, yes {: other channels decide it} other {}}.',
  'text.scale.series':
    'Every step of a map is multiplied by the same [[s_c]]. [[X̃]] has the shape of [[U]], no map is removed, and σ makes none stronger than it was. [[X̃]] is what the next convolution reads; there is no shortcut around the block.',
  'text.result.bar.stored.series':
    'Means of {seeds} seeds, at most {steps} steps, {pictures} generated test series. <frozen|Frozen gates> are gates that training never saw: the drop shows that this network relies on them. {longer, select, yes {Ignoring the cue gives about half.} other {More steps or depth without SE are not shown here.}}',
  'text.result.single.stored.series':
    'Means of {seeds} seeds, at most {steps} steps, {pictures} overlapping test series of two cities in one year. Gates frozen: {frozen}, at 1: {ones}, neither seen in training; how far a network relies on them differs by seed. Trained without them it does as well.',
  'text.result.series':
    'Training saw neither gates frozen at their mean nor gates at 1: a drop shows reliance, not benefit. What the block is worth, networks trained without it tell: for as many steps, then with more steps, weights and depth, from several seeds.',
  'text.plain.lstmFcn':
    'Without SE this is LSTM-FCN: [[U]] goes on unchanged into the next convolution, and no map is scaled by what the rest of the series holds.',
  'text.plain.fcn':
    'Without SE and without the LSTM this is an FCN: [[U]] goes on unchanged into the next convolution, and no map is scaled by what the rest of the series holds.',

  'ask.why.bar.series': 'The cue changes. Do the weights change?',
  'ask.why.single.series': 'Another series comes in. Do the weights change?',
  'answer.why.series':
    'No. Weights are the same for every series. What changes is z, and through it the gates.',
  'answer.why.plain.series': 'No. Weights are the same for every series. What changes are the maps.',
  'ask.transform.series': 'Can a step of U notice what lies outside its window?',
  'ask.squeeze.series': 'All steps of a map change places. What happens to z?',
  'answer.squeeze.series':
    'Nothing. Neither a mean nor a maximum knows when its numbers came. The next convolution does.',
  'answer.scale.series':
    'Constant gates could, as one more factor, like BN’s γ. These depend on the series, so they cannot.',
  'reading.bar0.series': 'signal 1:',
  'reading.bar1.series': 'signal 2:',
  'reading.other.series': 'series B:',
} as const
