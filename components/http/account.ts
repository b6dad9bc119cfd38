/** Whose page this is. A whole new page comes with another session, so nobody has to hear of a change. */
const signedIn = { staffId: '' }

export function showPageTo(staffId: string): void {
  signedIn.staffId = staffId
}

/** The `staffId` of the person whose name stands on this page; empty where nobody is signed in. */
export function accountOfPage(): string {
  return signedIn.staffId
}
