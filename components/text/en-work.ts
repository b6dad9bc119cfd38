/** The words of spot, order editor, payments and menu, in a waiter's English. */
export const enWork = {}
