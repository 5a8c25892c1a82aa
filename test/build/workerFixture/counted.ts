export const counted: string[] = []
