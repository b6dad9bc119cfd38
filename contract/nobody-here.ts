/** So often in one business day somebody scanned a table's code without sitting there, that a new code is called for. */
export const NOBODY_CALLS_FOR_NEW_CODE = 3
