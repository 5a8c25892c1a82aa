export const pictures = {
  'picture.alt.digit': 'A handwritten digit, {digit}.',
  'picture.alt.inks':
    'Two handwritten digits over each other: {first} in teal ink, {second} in amber ink. The bar at the left edge is {ink}.',
  'picture.alt.drawn': 'The digit you drew, as the network gets it: 28 × 28 pixels.',
  'picture.alt.window': 'The outline marks the part that one cell sees.',
  'picture.ink.0': 'teal',
  'picture.ink.1': 'amber',

  'samples.title': 'Choose a picture',
  'samples.previous': 'Previous picture',
  'samples.next': 'Next picture',
  'samples.random': 'Any picture',
  'samples.position': 'Held-out picture {index} of {total}',
  'samples.label': 'true digit {label}',
  'samples.thumb': 'Picture {index}, true digit {label}',

  'composer.title': 'Compose a picture',
  'composer.first': 'Digit in teal ink',
  'composer.second': 'Digit in amber ink',
  'composer.digit': 'digit {digit}',
  'composer.otherHand': 'Another hand',
  'composer.otherHand.of': 'Another hand for {what}',
  'composer.bar': 'Ink of the bar: it says which digit to read',
  'composer.reads': 'To be read: {digit}.',
  'composer.same': 'Both digits are a {digit}: here the bar makes no difference.',

  'draw.title': 'Draw a digit',
  'draw.pad': 'Drawing area',
  'draw.hint': 'Draw one digit, 0 to 9, with pointer, pen or finger.',
  'draw.alternative': 'Without a pointer: choose a stored picture instead.',
  'draw.undo': 'Undo stroke',
  'draw.clear': 'Clear',
  'draw.result':
    'What the network gets: scaled into 20 × 20 pixels, its centre of mass in the middle of 28 × 28.',
  'draw.empty': 'Nothing drawn yet.',
  'draw.strokes': '{count, plural, =0 {Nothing drawn.} one {# stroke.} other {# strokes.}}',
} as const
