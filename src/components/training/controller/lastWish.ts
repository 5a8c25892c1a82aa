/**
 * The last wish wins: one that still waits when another comes neither goes on nor complains.
 * @param fail hears of the error of a wish that still holds
 * @returns makes an act a wish; the act asks `holds` after it has waited
 */
export function lastWish(fail: (error: unknown) => void) {
  let wishes = 0
  return (act: (holds: () => boolean) => Promise<unknown>) => async (): Promise<void> => {
    wishes += 1
    const mine = wishes
    const holds = () => mine === wishes
    try {
      await act(holds)
    } catch (error) {
      if (holds()) fail(error)
    }
  }
}
