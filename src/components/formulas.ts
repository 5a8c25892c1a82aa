/**
 * Every formula of the page as TeX source. build/katex.ts renders the list to HTML and MathML while the
 * page is built; nothing of KaTeX and nothing of this file reaches the browser (`<Formula/>` takes the
 * result from `virtual:formulas`).
 *
 * Notation and equation numbers follow Hu et al., Squeeze-and-Excitation Networks, arXiv 1709.01507.
 * ReLU is written out; the paper's δ appears in `excitation` alone.
 * Colour: `\rx{…}`, `\ru{…}`, `\rz{…}`, `\rh{…}`, `\rs{…}`, `\rxt{…}` put a symbol into its tensor's role.
 */

/** The roles a symbol can wear, and the class that carries each. */
export const roleMacros = {
  '\\rx': 'role-X',
  '\\ru': 'role-U',
  '\\rz': 'role-z',
  '\\rh': 'role-hidden',
  '\\rs': 'role-s',
  '\\rxt': 'role-out',
} as const

interface FormulaSource {
  readonly tex: string
  /** true: set on a line of its own, with large operators; false: inside a sentence. */
  readonly block: boolean
}

const block = (tex: string): FormulaSource => ({ tex, block: true })
const inline = (tex: string): FormulaSource => ({ tex, block: false })

export const formulas = {
  // Tensors and weights as they are named in the text and at the rows of the figure.
  symbolX: inline(String.raw`\rx{\mathbf{X}}`),
  symbolU: inline(String.raw`\ru{\mathbf{U}}`),
  symbolUc: inline(String.raw`\ru{\mathbf{u}_c}`),
  symbolZ: inline(String.raw`\rz{\mathbf{z}}`),
  symbolZc: inline(String.raw`\rz{z_c}`),
  symbolHiddenPre: inline(String.raw`\mathbf{W}_1\rz{\mathbf{z}}`),
  symbolHidden: inline(String.raw`\rh{\mathbf{h}}`),
  symbolHiddenK: inline(String.raw`\rh{h_k}`),
  symbolLogits: inline(String.raw`\mathbf{a}`),
  symbolLogitC: inline('a_c'),
  symbolS: inline(String.raw`\rs{\mathbf{s}}`),
  symbolSc: inline(String.raw`\rs{s_c}`),
  symbolXt: inline(String.raw`\rxt{\tilde{\mathbf{X}}}`),
  symbolXtc: inline(String.raw`\rxt{\tilde{\mathbf{x}}_c}`),
  symbolW1: inline(String.raw`\mathbf{W}_1`),
  symbolW2: inline(String.raw`\mathbf{W}_2`),
  symbolW2T: inline(String.raw`\mathbf{W}_2^{\top}`),
  symbolKernel: inline(String.raw`\mathbf{v}_c`),
  symbolFtr: inline(String.raw`\mathbf{F}_{\mathrm{tr}}`),
  symbolFsq: inline(String.raw`\mathbf{F}_{\mathrm{sq}}`),
  symbolFex: inline(String.raw`\mathbf{F}_{\mathrm{ex}}`),
  symbolFscale: inline(String.raw`\mathbf{F}_{\mathrm{scale}}`),

  // Shapes. A picture has H × W places, a series T.
  shapeX: inline(String.raw`\rx{\mathbf{X}} \in \mathbb{R}^{H' \times W' \times C'}`),
  shapeU: inline(String.raw`\ru{\mathbf{U}} \in \mathbb{R}^{H \times W \times C}`),
  shapeXSeries: inline(String.raw`\rx{\mathbf{X}} \in \mathbb{R}^{T' \times C'}`),
  shapeUSeries: inline(String.raw`\ru{\mathbf{U}} \in \mathbb{R}^{T \times C}`),
  shapeW1: inline(String.raw`\mathbf{W}_1 \in \mathbb{R}^{\frac{C}{r} \times C}`),
  shapeW2: inline(String.raw`\mathbf{W}_2 \in \mathbb{R}^{C \times \frac{C}{r}}`),

  // F_tr, equation 1: for channels, then written out for one cell (offsets run over the kernel's window).
  transform: block(
    String.raw`\ru{\mathbf{u}_c} = \mathbf{v}_c * \rx{\mathbf{X}} = \sum_{s=1}^{C'} \mathbf{v}_c^s * \rx{\mathbf{x}^s}`,
  ),
  transformCell: block(
    String.raw`(\mathbf{v}_c * \rx{\mathbf{X}})(i,j) = \sum_{s=1}^{C'} \sum_{m,n} v_c^s(m,n)\, \rx{x^s(i+m,\,j+n)}`,
  ),
  transformCellSeries: block(
    String.raw`(\mathbf{v}_c * \rx{\mathbf{X}})(t) = \sum_{s=1}^{C'} \sum_{m} v_c^s(m)\, \rx{x^s(t+m)}`,
  ),
  // What U is made by here: batch normalisation follows the convolution, in the series network ReLU as well.
  transformNorm: block(
    String.raw`\ru{\mathbf{u}_c} = \mathrm{BN}_c(\mathbf{v}_c * \rx{\mathbf{X}}), \qquad \mathbf{v}_c * \rx{\mathbf{X}} = \sum_{s=1}^{C'} \mathbf{v}_c^s * \rx{\mathbf{x}^s}`,
  ),
  transformNormSeries: block(
    String.raw`\ru{\mathbf{u}_c} = \mathrm{ReLU}\bigl(\mathrm{BN}_c(\mathbf{v}_c * \rx{\mathbf{X}})\bigr), \qquad \mathbf{v}_c * \rx{\mathbf{X}} = \sum_{s=1}^{C'} \mathbf{v}_c^s * \rx{\mathbf{x}^s}`,
  ),
  // Ioffe & Szegedy 2015, algorithm 1, with the stored statistics that a trained network uses.
  batchNorm: block(
    String.raw`\mathrm{BN}_c(y) = \gamma_c\, \frac{y - \mu_c}{\sqrt{\mathrm{Var}_c + \varepsilon}} + \beta_c`,
  ),
  transformUnit: block(
    String.raw`\ru{u_c(i,j)} = \mathrm{ReLU}\bigl(\mathrm{BN}_c\bigl((\mathbf{v}_c * \rx{\mathbf{X}})(i,j)\bigr)\bigr)`,
  ),
  transformUnitSeries: block(
    String.raw`\ru{u_c(t)} = \mathrm{ReLU}\bigl(\mathrm{BN}_c\bigl((\mathbf{v}_c * \rx{\mathbf{X}})(t)\bigr)\bigr)`,
  ),

  // F_sq, equation 2, and the maximum of table 11.
  squeeze: block(
    String.raw`\rz{z_c} = \mathbf{F}_{\mathrm{sq}}(\ru{\mathbf{u}_c}) = \frac{1}{H W} \sum_{i=1}^{H} \sum_{j=1}^{W} \ru{u_c(i,j)}`,
  ),
  squeezeSeries: block(
    String.raw`\rz{z_c} = \mathbf{F}_{\mathrm{sq}}(\ru{\mathbf{u}_c}) = \frac{1}{T} \sum_{t=1}^{T} \ru{u_c(t)}`,
  ),
  squeezeMax: block(String.raw`\rz{z_c} = \max_{i,j}\, \ru{u_c(i,j)}`),
  squeezeMaxSeries: block(String.raw`\rz{z_c} = \max_{t}\, \ru{u_c(t)}`),

  // F_ex, equation 3: as the paper has it, then in two halves, as vectors and for one unit.
  excitation: block(
    String.raw`\rs{\mathbf{s}} = \mathbf{F}_{\mathrm{ex}}(\rz{\mathbf{z}}, \mathbf{W}) = \sigma\bigl(\mathbf{W}_2\, \delta(\mathbf{W}_1 \rz{\mathbf{z}})\bigr)`,
  ),
  excitationRelu: block(
    String.raw`\rs{\mathbf{s}} = \sigma\bigl(\mathbf{W}_2\, \mathrm{ReLU}(\mathbf{W}_1 \rz{\mathbf{z}})\bigr)`,
  ),
  excitationBias: block(
    String.raw`\rs{\mathbf{s}} = \sigma\bigl(\mathbf{W}_2\, \mathrm{ReLU}(\mathbf{W}_1 \rz{\mathbf{z}} + \mathbf{b}_1) + \mathbf{b}_2\bigr)`,
  ),
  mix: block(String.raw`\rh{\mathbf{h}} = \mathrm{ReLU}(\mathbf{W}_1 \rz{\mathbf{z}})`),
  mixBias: block(String.raw`\rh{\mathbf{h}} = \mathrm{ReLU}(\mathbf{W}_1 \rz{\mathbf{z}} + \mathbf{b}_1)`),
  mixLinear: block(String.raw`\rh{\mathbf{h}} = \mathbf{W}_1 \rz{\mathbf{z}}`),
  mixLinearBias: block(String.raw`\rh{\mathbf{h}} = \mathbf{W}_1 \rz{\mathbf{z}} + \mathbf{b}_1`),
  mixUnit: block(String.raw`\rh{h_k} = \max\Bigl(0,\; \sum_{c=1}^{C} (\mathbf{W}_1)_{kc}\, \rz{z_c}\Bigr)`),
  mixUnitBias: block(
    String.raw`\rh{h_k} = \max\Bigl(0,\; \sum_{c=1}^{C} (\mathbf{W}_1)_{kc}\, \rz{z_c} + (\mathbf{b}_1)_k\Bigr)`,
  ),
  gate: block(String.raw`\rs{\mathbf{s}} = \sigma(\mathbf{W}_2 \rh{\mathbf{h}})`),
  gateBias: block(String.raw`\rs{\mathbf{s}} = \sigma(\mathbf{W}_2 \rh{\mathbf{h}} + \mathbf{b}_2)`),
  gateUnit: block(
    String.raw`\rs{s_c} = \sigma(a_c), \qquad a_c = \sum_{k=1}^{C/r} (\mathbf{W}_2)_{ck}\, \rh{h_k}`,
  ),
  gateUnitBias: block(
    String.raw`\rs{s_c} = \sigma(a_c), \qquad a_c = \sum_{k=1}^{C/r} (\mathbf{W}_2)_{ck}\, \rh{h_k} + (\mathbf{b}_2)_c`,
  ),

  // The gate functions on offer; table 12 has σ, tanh and ReLU, MobileNetV3 the hard sigmoid.
  gateSigmoid: block(String.raw`\rs{s_c} = \sigma(a_c) = \frac{1}{1 + e^{-a_c}}`),
  gateTanh: block(String.raw`\rs{s_c} = \tanh(a_c) = \frac{e^{a_c} - e^{-a_c}}{e^{a_c} + e^{-a_c}}`),
  gateRelu: block(String.raw`\rs{s_c} = \mathrm{ReLU}(a_c) = \max(0, a_c)`),
  gateHardSigmoid: block(
    String.raw`\rs{s_c} = \frac{\mathrm{ReLU6}(a_c + 3)}{6} = \frac{\min(\max(a_c + 3,\, 0),\, 6)}{6}`,
  ),
  gateSoftmax: block(String.raw`\rs{s_c} = \frac{e^{a_c}}{\sum_{d=1}^{C} e^{a_d}}`),

  // F_scale, equation 4.
  scale: block(
    String.raw`\rxt{\tilde{\mathbf{x}}_c} = \mathbf{F}_{\mathrm{scale}}(\ru{\mathbf{u}_c}, \rs{s_c}) = \rs{s_c} \cdot \ru{\mathbf{u}_c}`,
  ),
  scaleCell: block(String.raw`\rxt{\tilde{x}_c(i,j)} = \rs{s_c} \cdot \ru{u_c(i,j)}`),
  scaleCellSeries: block(String.raw`\rxt{\tilde{x}_c(t)} = \rs{s_c} \cdot \ru{u_c(t)}`),

  // Cost, equation 5: S stages, the s-th with N_s blocks of C_s channels; the two layers have no bias.
  extraWeights: block(String.raw`\frac{2}{r} \sum_{s=1}^{S} N_s\, C_s^{\,2}`),
  hiddenWidth: inline(String.raw`\max\bigl(1, \lfloor C / r \rfloor\bigr)`),
} as const satisfies Record<string, FormulaSource>

/** Names one formula of the page. */
export type FormulaId = keyof typeof formulas
