import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '#components/session/sign-in-form.tsx'
import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'
import { currentSession } from '#lib/auth/current-session.ts'
import { demoAccounts } from '#lib/auth/demo-accounts.ts'
import { returnPath } from '#lib/auth/return-path.ts'
import { needsSetUp } from '#lib/auth/set-up.ts'
import { environment } from '#lib/runtime/environment.ts'

export const metadata: Metadata = { title: text.signIn.title }

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  if (await currentSession()) redirect('/')
  if (await needsSetUp()) redirect('/set-up')
  const { to } = await searchParams
  return (
    <SinglePage title={text.signIn.title}>
      <SignInForm
        onward={returnPath(to)}
        demoAccounts={environment().mode === 'practice' ? demoAccounts : []}
      />
    </SinglePage>
  )
}
