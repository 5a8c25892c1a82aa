/** Appends channels of zeros: the shortcut without weights of He et al. 2016 (option A). */
import * as tf from '@tensorflow/tfjs-core'
import { layers, type Shape } from '@tensorflow/tfjs-layers'
import { singleShape, singleTensor } from './single.ts'

export interface PadChannelsArgs {
  /** Channels of the output. */
  readonly channels: number
  readonly name?: string
}

/** [n, …spatial, c] → [n, …spatial, channels] */
export class PadChannels extends layers.Layer {
  static readonly className = 'PadChannels'
  private readonly channels: number

  constructor({ channels, ...rest }: PadChannelsArgs) {
    super(rest)
    this.channels = channels
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = singleTensor(inputs)
    const missing = this.channels - (input.shape.at(-1) ?? 0)
    const before: [number, number][] = input.shape.slice(1).map(() => [0, 0])
    return tf.pad(input, [...before, [0, missing]])
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return [...singleShape(inputShape).slice(0, -1), this.channels]
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), channels: this.channels }
  }
}

tf.serialization.registerClass(PadChannels)
