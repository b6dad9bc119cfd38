import { notFound } from 'next/navigation'
import { MenuPage } from '#components/menu/menu-page.tsx'
import { requireSession } from '../../require-session.ts'

export default async function Menu() {
  const { permissions } = await requireSession()
  if (!permissions.includes('edit_menu')) notFound()
  return <MenuPage />
}
