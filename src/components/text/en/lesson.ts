/**
 * The lesson as it stands on the first screen. `lead` one sentence above the figure, `try` the one button, `text` what
 * is beside the figure, `ask` and `answer` a prediction. Which of them when: components/lesson/lessonTexts.ts; the
 * numbers: lessonFacts.ts. `.bar`: there is a bar (of series a cue) to swap; `.single`: there is none; `.stored`: true of the stored run alone.
 */
export const lesson = {
  'lead.why.bar.stored':
    '{turns, select, yes {Two digits overlap: the bar’s ink says which one is read. Swap the ink.} other {Same digits, other bar: other gates. Swap the ink and compare what it reads.}}',
  'lead.why.single.stored':
    'All that counts is in the strokes. On another digit {flips, plural, =0 {no gate crosses} one {# gate crosses} other {# gates cross}} ½.',
  'lead.why.bar': 'Same digits, other bar: do the gates change? Swap the ink and compare.',
  'lead.why.single': 'Another picture: do the gates change? Take the next one and compare.',
  'lead.transform':
    'One cell of U sees {width} × {height} pixels directly{cut, select, yes { (the edge cuts it)} other {}}{bar, select, no {: no bar is in sight} yes {: the bar reaches into them} other {}}.',
  'lead.squeeze': 'Squeeze: each whole map becomes one number, its mean. Shuffle its cells: z stays.',
  'lead.squeeze.shuffled':
    'All cells of the maps have changed places, and z is what it was: {z} in channel {channel}.',
  'lead.squeeze.max':
    'Squeeze by maximum: each map becomes its largest value.{changed, select, yes { W₁ was trained for means.} other {}}',
  'lead.mix':
    '{channels} means become {reduced, plural, one {# number} other {# numbers}}: {above, plural, =0 {none is} one {# is} other {# are}} above 0 for this picture.',
  'lead.mix.bar':
    '{channels} means become {reduced, plural, one {# number} other {# numbers}}: on this picture {sided, select, yes {{first, plural, =0 {none fires} one {# fires} other {# fire}} only with teal, {second, plural, =0 {none} other {#}} with amber} other {{above, plural, =0 {none is} one {# is} other {# are}} above 0, with either bar}}.',
  'lead.mix.noRelu':
    'Without ReLU two layers are one: {below} of {reduced} hidden values are below 0 and count.',
  'lead.gate': 'Each channel gets its own gate from 0 to 1. Swap in softmax and they compete.',
  'lead.gate.softmax':
    'Softmax: {channels} gates share a sum of 1. The largest is {largest}{changed, select, yes {; it was {before}} other {}}.',
  'lead.gate.tanh':
    'tanh runs from −1 to 1: {negative, plural, =0 {no gate turns} one {# gate turns} other {# gates turn}} the sign of a map.',
  'lead.gate.relu':
    'ReLU has no upper end: {over, plural, =0 {no gate is} one {# gate is} other {# gates are}} above 1, {shut, plural, =0 {none} other {#}} at 0.',
  'lead.gate.hardSigmoid':
    'Hard σ is a straight line, cut off: {ends} of {channels} gates are exactly 0 or 1.',
  'lead.scale.bar':
    '{lends, select, yes {Every map times its gate. Lend this SE site the other’s gates: it reads {lent}, not {own}.} other {Every map times its gate. With the other bar’s gates it still reads {own}.}}',
  'lead.scale.single':
    '{lends, select, yes {Every map times its gate. With the other picture’s gates it reads {lent}, not {own}.} other {Every map times its gate. With the other picture’s gates it still reads {own}.}}',
  'lead.result.bar.stored':
    '{longer, select, yes {Right: {rightRound}; frozen gates: {frozenRound}. Trained without SE: {plainRound} ({longerSteps} steps: {plainLonger}, SE: {seLonger}).} other {Right: {rightRound}; frozen gates: {frozenRound}. Trained without SE, as many steps: {plainRound}.}}',
  'lead.result.single.stored':
    'Right with SE: {right}, without: {plain}. On plain digits these runs show no gain.',
  'lead.result': 'Gates changed, or trained without them: two questions, kept apart.',
  'lead.training.bar': 'The two bars’ gates lie {apart} apart on average. Does that grow as it learns?',
  'lead.training.single': 'The two pictures’ gates lie {apart} apart on average. Which of them move?',
  'lead.training.plain': 'Training without SE: no gates. Loss and accuracy show how far that goes.',
  'lead.plain': 'Trained without SE: U goes on unchanged, there are no gates.',

  'try.swap.bar': 'Swap the bar’s ink',
  'try.swap.single': 'Next picture',
  'try.window': 'Move the window',
  'try.shuffle': 'Shuffle the cells',
  'try.softmax': 'Swap σ for softmax',
  'try.sigmoid': 'Swap in σ',
  'try.lend.bar': 'Lend {other}-bar gates',
  'try.lend.single': 'Lend the other’s gates',
  'try.hold': 'Hold: mean gates',
  'try.withSe': 'Show it with SE',
  'back.shuffle': 'Put the cells back',
  'back.mean': 'Back to the mean',
  'back.mix': 'Back as trained',
  'back.sigmoid': 'Back to σ',
  'back.lend': 'Back to its own gates',

  'text.why.bar':
    'Made-up task: read the digit in the left **bar**’s ink. The bar reaches {cells} of {places} filter windows; the <se|Squeeze-and-Excitation (SE) block> averages whole maps of [[U]] ([[z]]), mixes the means into a gate per channel ([[s]]): **{flips} of {channels}** cross ½ with the bar.',
  'text.why.single':
    'One digit, and all that decides it lies in its strokes. The <se|Squeeze-and-Excitation (SE) block> works all the same: it averages every map of [[U]] ([[z]]), mixes the averages into one gate per channel ([[s]]), and scales each map by its gate.',
  'text.transform':
    'One filter [[v_c]] makes each map [[u_c]]: kernel times window of [[X]], summed, then <bn|batch-normalised>. [[X]]: {inputs} maps, the unit’s input, not the picture.{bar, select, none {} other { The bar reaches {cells} of {places} windows.}}{gated, select, yes { Through the gates of SE site 1 a cell depends on all pixels.} other {}}',
  'text.squeeze':
    '<squeeze|Squeeze> is global average pooling: [[z_c]] is the mean of the {places} cells of map [[u_c]], wherever they stand.{signed, select, yes { [[U]] has both signs, so a mean can cancel: channel {channel} has z = {z}, but a mean |u| of {magnitude}.} other {}} It is a summary, not importance.',
  'text.squeeze.max':
    'Now [[z_c]] is the **largest** of the {places} cells of map [[u_c]]: one strong cell decides.{changed, select, yes { The weights were trained for means and get values that they never saw.} other {}} Trained for it, the maximum did slightly worse in the paper (table 11).',
  'text.mix':
    'First half of <excitation|excitation>: a row of W₁ ({reduced} × {channels}) weighs and adds **all** {channels} means{bias, select, yes {, with a bias} other {}}; ReLU cuts what is below 0. Between the two pictures z of channel {channel} moves by {zMove}, its gate by {sMove}{others, select, yes {: other channels decide it} other {}}.',
  'text.mix.bar':
    'First half of <excitation|excitation>: a row of W₁ ({reduced} × {channels}) weighs and adds **all** {channels} means{bias, select, yes {, with a bias} other {}}; ReLU cuts what is below 0. Between the two bars z of channel {channel} moves by {zMove}, its gate by {sMove}{others, select, yes {: other channels decide it} other {}}.',
  'text.mix.noRelu':
    'Without the ReLU, W₂ and W₁ are **one** matrix W₂W₁ of <rank|rank> {reduced} at most: each logit is a weighted sum of the means{bias, select, yes { and a constant} other {}}. What was cut at 0 now counts with its sign.{changed, select, yes { The weights were trained with the ReLU.} other {}}',
  'text.mix.noBias':
    'Without biases every sum starts from 0: if all {reduced} hidden values were 0, every logit would be 0 and, with σ, every gate ½. Equation 3 of the paper has no biases.{changed, select, yes { These weights were trained with them.} other {}}',
  'text.gate':
    'Second half: W₂ ({channels} × {reduced}) makes one <logit|logit> a channel from the hidden values{bias, select, yes {, with a bias} other {}}; σ maps it to between 0 and 1: the gate [[s_c]]. Each channel has its own σ, so gates need not share: these add up to {sum}.',
  'text.gate.softmax':
    'Softmax divides every exponential by their sum, so that the {channels} gates add up to 1: one can rise only if others fall. Channels are not exclusive, hence σ.{changed, select, yes { The weights were trained for σ; this is what softmax does to the same logits.} other {}}',
  'text.gate.tanh':
    'tanh maps a logit to between −1 and 1: logit 0 gives 0, not ½, and a gate below 0 turns its map’s sign. Trained with tanh, the paper’s network did worse than with σ (table 12).{changed, select, yes { These weights were trained for σ.} other {}}',
  'text.gate.relu':
    'ReLU cuts below 0 and is open above: gates can amplify, and one at 0 passes no gradient back. Trained with it, the paper’s network did worse than without SE (tables 10 and 12).{changed, select, yes { These weights were trained for σ.} other {}}',
  'text.gate.hardSigmoid':
    'Hard σ, relu6(a + 3) / 6, is σ made of straight lines: cheap, and used in MobileNetV3. Beyond logits of ±3 it is exactly 0 or 1 and passes no gradient.{changed, select, yes { These weights were trained for σ.} other {}}',
  'text.scale':
    'Every cell of a map is multiplied by the same [[s_c]]. [[X̃]] has the shape of [[U]], no map is removed, and σ makes none stronger.{place, select, pre { The unit’s convolutions read [[X̃]]; the <shortcut|shortcut> goes past the block.} post { The <shortcut|shortcut> was added before the block: a closed gate silences it too.} identity { What is scaled here is the <shortcut|shortcut>; the branch is added to it.} other { Then the <shortcut|shortcut> is added: out = ReLU(shortcut + s · U). A closed gate silences its map in the branch alone.}}',
  'text.result.bar.stored':
    '{longer, select, yes {<frozen|Frozen gates> are new to the network; ignoring the bar gives about half. A deeper plain one, about as large: {deeper} after {steps}. One constant gate set per bar keeps {perBar}{oneBit, select, yes {: reading needs little more of them} other {}}. Made-up data; {seeds} seeds, {controlSeeds} in the comparisons.} other {Means of {seeds} seeds, {steps} steps, {pictures} held-out pictures. <frozen|Frozen gates> are gates that training never saw: the drop shows that this network relies on them. How far more steps, weights or depth carry a network without SE is not shown here.}}',
  'text.result.single.stored':
    'Means of {seeds} seeds, {steps} steps, {pictures} held-out pictures. Gates frozen: {frozen}, so little hangs on their changing from picture to picture. At 1, which training never saw: {ones}; it relies on their size. Trained without gates it does as well.',
  'text.result':
    'Training saw neither gates frozen at their mean nor gates at 1: a drop shows reliance, not benefit. What the block is worth, networks trained without it tell: for as many steps, then with more steps, weights and depth, from several seeds.',
  'text.training':
    'With σ the gates start around ½, so each map starts about halved. Each line is a recorded step, each column a channel. The loss moves W₁ and W₂ together with all other weights; nothing else tells a gate what to mean.',
  'text.training.plain':
    'Each step moves the weights down the loss of one batch of pictures. No map is scaled by what the rest of the picture holds.',
  'text.plain':
    'This network was trained without the block: [[U]] is added to the shortcut as it is, and no map is scaled by what the rest of the picture holds. How well it reads stands at the last step{bar, select, none {} other {, beside what more steps or depth give}}.',

  'ask.why.bar': 'The bar changes its ink. Do the weights change?',
  'ask.why.single': 'Another picture comes in. Do the weights change?',
  'answer.why': 'No. Weights are the same for every picture. What changes is z, and through it the gates.',
  'answer.why.plain': 'No. Weights are the same for every picture. What changes are the maps.',
  'ask.transform': 'Can a cell notice what lies outside its window?',
  'answer.transform':
    '{gated, select, yes {Not through its kernel. But the gates of SE site 1, made of whole maps, have scaled what it sees.} other {No. What lies outside cannot change its value. The block brings it in as a gate.}}',
  'answer.transform.plain': 'No. What lies outside cannot change its value. Only later layers see both.',
  'ask.squeeze': 'All cells of a map change places. What happens to z?',
  'answer.squeeze':
    'Nothing. Neither a mean nor a maximum knows where its numbers stood. The layers after the block do.',
  'ask.mix': 'Does a hidden unit at 0 switch off a channel?',
  'answer.mix':
    'No: each mixes all channels. If all are 0, the biases alone make the gates; without biases σ makes all of them ½.',
  'ask.gate': 'With softmax instead of σ: what happens to the gates?',
  'answer.gate':
    'They must sum to 1: what one gains the others lose. With {channels} channels their mean is 1/{channels}; one may still be large.',
  'ask.scale': 'Could the gates be folded into the convolution’s weights?',
  'answer.scale':
    'Constant gates could, as one more factor, like BN’s γ. These depend on the picture, so they cannot.',
  'ask.result': 'How would you measure what the block is worth?',
  'answer.result':
    'Train without it: for as many steps, then with more steps, weights and depth. Changing the gates of a trained network shows what it relies on.',
  'ask.training': 'Does anything tell a gate what to mean?',
  'answer.training':
    'No. Only the loss judges. Filters, gates and output find their roles together, so another seed gives other roles.',

  'glossary.button': 'Glossary',
} as const
