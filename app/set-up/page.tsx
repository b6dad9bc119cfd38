import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SetUpForm } from '#components/session/set-up-form.tsx'
import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'
import { needsSetUp } from '#lib/auth/set-up.ts'

export const metadata: Metadata = { title: text.setUp.title }

export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect('/sign-in')
  return (
    <SinglePage title={text.setUp.title}>
      <p className="text-soft">{text.setUp.lead}</p>
      <SetUpForm />
    </SinglePage>
  )
}
