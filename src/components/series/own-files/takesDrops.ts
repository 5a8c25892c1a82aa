/** Whether there is a pointer to drag files with: a finger has nothing to let fall. */
export function takesDrops(): boolean {
  return matchMedia('(any-pointer: fine)').matches
}
