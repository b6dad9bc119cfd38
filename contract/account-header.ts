/**
 * Carries the `staffId` of the person whose name a page shows. All pages of a browser share one session, so a page that
 * slept while somebody else signed in would act under that person's name without knowing it.
 */
export const ACCOUNT_HEADER = 'spotboard-account'
