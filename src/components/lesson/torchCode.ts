/** The block on show as PyTorch code: the same arithmetic as model/block/seBlock.ts. */

export interface TorchBlock {
  readonly channels: number
  readonly ratio: number
  readonly bias: boolean
  readonly series: boolean
  /** What a comment calls the hidden units. */
  readonly hidden: string
}

export function torchCode({ channels, ratio, bias, series, hidden }: TorchBlock): string {
  const shape = series ? '[n, c, t]' : '[n, c, h, w]'
  const lines = [
    ['class SqueezeExcite(nn.Module):'],
    [`    def __init__(self, c, r=16, bias=True):`],
    ['        super().__init__()'],
    ['        k = max(1, c // r)', hidden],
    ['        self.w1 = nn.Linear(c, k, bias=bias)', 'W1 [k, c]'],
    ['        self.w2 = nn.Linear(k, c, bias=bias)', 'W2 [c, k]'],
    [''],
    ['    def forward(self, u):', `U ${shape}`],
    [`        z = u.mean(dim=${series ? '2' : '(2, 3)'})`, 'z [n, c]'],
    ['        h = torch.relu(self.w1(z))', 'h [n, k]'],
    ['        s = torch.sigmoid(self.w2(h))', 's [n, c]'],
    [`        return u * s[:, :, None${series ? '' : ', None'}]`, `X̃ ${shape}`],
    [''],
    [`block = SqueezeExcite(${channels}, r=${ratio}, bias=${bias ? 'True' : 'False'})`],
  ]
  const width = Math.max(...lines.filter(([, note]) => note).map(([code = '']) => code.length)) + 2
  return [
    'import torch',
    'from torch import nn',
    '',
    ...lines.map(([code = '', note]) => (note === undefined ? code : `${code.padEnd(width)}# ${note}`)),
  ].join('\n')
}
