export const refusedExitCode: 78
