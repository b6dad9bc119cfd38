import { notFound } from 'next/navigation'
import { SettingsPage } from '#components/settings/settings-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Settings() {
  const { permissions } = await requireSession()
  if (!permissions.includes('edit_settings')) notFound()
  return <SettingsPage />
}
