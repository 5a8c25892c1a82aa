/** Ten questions and their answers (components/lesson/StepNotes.tsx). <gate|gates> opens the glossary at “gate”. */
export const questions = {
  'note.title': 'Questions at this step',

  'note.others': 'Questions of other steps',
  'note.names': 'What are z, h, a and s?',
  'note.names.z': 'one mean per map: {channels} numbers that sum up what this picture gave',
  'note.names.z.series': 'one mean per map: {channels} numbers that sum up what this series gave',
  'note.names.h':
    'hidden values: {reduced} mixtures of all means, W₁ z{bias, select, yes { + b₁} other {}}, cut at 0 by ReLU',
  'note.names.a':
    'logits: one number a channel, W₂ h{bias, select, yes { + b₂} other {}}, of any size and sign',
  'note.names.s': 'gates: σ of the logits, between 0 and 1; each map is multiplied by its own',

  'note.place': 'Where in a network does the block stand?',
  'note.place.text':
    'Usually in a <shortcut|residual unit>, last thing before the addition: out = ReLU(shortcut + s · U). So a gate scales what the branch adds; what comes over the shortcut is not touched. This network has {sites, plural, one {# unit} other {# units}} with a block.',
  'note.place.text.series':
    'After batch normalisation and ReLU of the first two convolutions, before the next one reads; there is no shortcut, and no block after the third (as in the reference code). This network has {sites, plural, one {# block} other {# blocks}}.',
  'note.place.paper':
    'In the paper’s table 14 three places do about equally well on ImageNet (top-1 error 22.20 to 22.28 %): before the addition, before the unit, on the shortcut. After the ReLU that follows the addition is worse (22.78 %).',
  'unit.alt':
    'A residual unit. Branch: x, convolution, BN and ReLU, convolution, BN, then U. From U the block takes means z, W₁ with ReLU, W₂ with σ, and multiplies U by the gates s. The shortcut carries x past all of it; the sum of both passes ReLU.',
  'unit.shortcut': 'shortcut',
  'unit.branch': 'branch',
  'unit.mean': 'mean',
  'unit.out': 'out',

  'note.ratio': 'What does r do, and which r should I take?',
  'note.ratio.text':
    'It divides: {channels} channels and r = {r} leave {reduced, plural, one {# hidden unit} other {# hidden units}}. A larger r means fewer weights and less that can be told apart. On ImageNet r = 2 to 16 came out alike (top-1 error 22.25 to 22.29 %), r = 32 at 22.72 % (table 10). Start at 16; in narrow layers take less, so that some units are left.',
  'note.layers': 'Why two layers, and not one C × C matrix?',
  'note.layers.text':
    'They take {weights} weights where one matrix takes {square}, and the ReLU between them bends: what one mean adds can depend on the other means. Without it W₂W₁ would be one matrix, of rank {reduced} at most. A single full matrix is used as well (eSE); it costs C² weights.',
  'note.units':
    '{reduced, plural, one {What does the hidden unit mean?} other {What do the # hidden units mean?}}',
  'note.units.bar':
    'Nothing that anybody asked for: each is a mixture of means that lowered the loss. On this picture {first} of them {first, plural, one {is} other {are}} above 0 only with the teal bar, {second} only with the amber one.{counted, select, yes { Of {total} readings (held-out pictures, each with either bar) {told} show the same units on and off for their bar.} other {}} Another seed gives other units.',
  'note.units.bar.series':
    'Nothing that anybody asked for: each is a mixture of means that lowered the loss. On these series {first} of them {first, plural, one {is} other {are}} above 0 only for one cue, {second} only for the other.{counted, select, yes { Of {total} predictions (test series, each with either cue) {told} show the same units on and off for their cue.} other {}} Another seed gives other units.',
  'note.units.single':
    'Nothing that anybody asked for: each is a mixture of means that lowered the loss. On this picture {above} of them {above, plural, one {is} other {are}} above 0. Another seed gives other units.',
  'note.units.single.series':
    'Nothing that anybody asked for: each is a mixture of means that lowered the loss. On this series {above} of them {above, plural, one {is} other {are}} above 0. Another seed gives other units.',

  'note.flip':
    '{others, select, yes {Why does gate {channel} flip, if not for its own mean?} other {What moves gate {channel}?}}',
  'note.flip.text':
    'Its logit goes from {from} to {to}. Swap channel {channel}’s own mean alone, and it moves by {ownPart}; swap all the other means, and it moves by {othersPart}. W₁ mixes the means first, so that a gate answers to all channels. Term by term, W₂ · h:',
  'note.flip.unit': 'Hidden unit',
  'note.flip.weight': 'W₂',
  'note.flip.here': 'h here',
  'note.flip.there': 'h of the other',
  'note.flip.change': 'Change of W₂ · h',
  'note.flip.sum': 'Change of the logit',
  'note.flip.table': 'What each hidden unit adds to the change of the logit',

  'note.cost': 'What does the block cost?',
  'note.cost.text':
    '{weights} weights{biases, plural, =0 {} other { and {biases} biases}}: {share} of this network’s {parameters} parameters. For each picture {multiplyAdds} <multiplyAdd|multiply-adds> in the two layers, {squeezeAdds} additions for the means and {scaleMultiplications} multiplications by the gates; the network’s convolutions and its last layer take {networkMultiplyAdds}.',
  'note.cost.text.series':
    '{weights} weights{biases, plural, =0 {} other { and {biases} biases}}: {share} of this network’s {parameters} parameters. For each series {multiplyAdds} <multiplyAdd|multiply-adds> in the two layers, {squeezeAdds} additions for the means and {scaleMultiplications} multiplications by the gates; the network’s other layers take {networkMultiplyAdds}.',
  'note.cost.plain':
    'None here: this network was trained without it. A block at this site would add {weights} weights{biases, plural, =0 {} other { and {biases} biases}} to {parameters} parameters, and {multiplyAdds} multiply-adds to {networkMultiplyAdds}.',

  'note.important': 'Does a gate of 0.9 mean that the channel is important?',
  'note.important.text':
    'No. It says that nine tenths of this map pass. What depends on it is also a matter of how large the map is, of the weights that read it, and of what the shortcut carries beside it. To see what hangs on a gate, close it and watch the reading. A change shows reliance on this picture; no change proves nothing, since other channels may carry the same.',
  'note.important.text.series':
    'No. It says that nine tenths of this map pass. What depends on it is also a matter of how large the map is and of the weights that read it. To see what hangs on a gate, close it and watch the prediction. A change shows reliance on this series; no change proves nothing, since other channels may carry the same.',

  'note.code': 'How do I write it in PyTorch?',
  'note.code.text': 'For this site:',
  'note.code.hidden': 'hidden units',

  'note.worth': 'Is SE always worth it?',
  'note.worth.text':
    'No. On plain digits {digitsSe} is read right with it and {digitsPlain} without: no gain in these runs. With two inks one bit elsewhere in the picture decides, and it is {inksSe} against {inksPlain} after {steps} steps{longer, select, yes { ({inksDeeper} for a deeper network without SE), and {inksSeLonger} against {inksPlainLonger} after {longerSteps}} other {}}. “Use it”, below the last step, has the table.',
} as const
