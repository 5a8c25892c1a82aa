/** What the network makes of all test series; seeds; useful variables. */
export const results = {
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
    'All rows look alike: the mean gates hardly differ between these groups. That alone does not say that the gates do little: the network may rely on them all the same.',

  'series.useful.title': 'Which variables does the network use?',
  'series.useful.why':
    'A gate belongs to a **feature channel**, and every feature channel mixes all variables through its kernel. So no gate stands for a variable. To find out what a variable is worth, close it, that is, set it to 0 (its mean, where values are normalised), and see how much worse the network does; then close all others and see what this one says alone. Afterwards see which gates move.',
  'series.useful.untrained':
    'This network has not been trained. Its weights are random, so it does not use any variable yet and there is nothing to measure. Train it first.',
  'series.useful.trains': 'The weights change while the network trains. Pause it to measure.',
  'series.useful.measure': 'Measure on the test set',
  'series.useful.busy': 'Measuring …',
  'series.useful.stop': 'Stop measuring',
  'series.useful.variable': 'Variable',
  'series.useful.used': 'Found',
  'series.useful.closed': 'Closed: rise of the cross-entropy in nats (accuracy)',
  'series.useful.alone': 'Alone: nats of cross-entropy below random labels (accuracy)',
  'series.useful.weight': 'Share of the first kernels’ weights, scaled by the gates',
  'series.useful.truth': 'Carries the class',
  'series.useful.yes': 'yes',
  'series.useful.no': 'no',
  'series.useful.found':
    'Useful variables found: {found} of {useful}. {others, plural, =0 {} other {{falsely, plural, =0 {None of the others was taken for useful.} one {One of the others was taken for useful.} other {# of the others were taken for useful.}}}}',
  'series.useful.rule':
    'A variable counts as found if closing it raises the mean cross-entropy, or if with this variable alone the cross-entropy is lower for the true labels than for labels at random: by at least {least}, and by more than {errors} standard errors. Either is enough, and both are looked at: where several variables carry the same, none is missed when closed, yet each tells the class alone; a cue tells nothing alone, yet it is missed when closed.',
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
    'Why no single gate answers for it: each feature channel mixes all variables, and the gates of all channels are computed from all means. So closing one variable may move many gates, and a gate that moves far is not the gate of this variable alone.',

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
  'series.seeds.workerMissing': 'the part of the page that trains could not be loaded',
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
} as const
