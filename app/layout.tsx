import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { PracticeFrame } from '#components/shell/practice-frame.tsx'
import { text } from '#components/text/catalogue.ts'
import { environment } from '#lib/runtime/environment.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: text.brand, template: `%s · ${text.brand}` },
  robots: { index: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1b2027' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page that was made at build time would carry no nonce of the Content-Security-Policy and the build's settings.
  await connection()
  return (
    <html lang="en">
      <body>
        <PracticeFrame mode={environment().mode}>{children}</PracticeFrame>
      </body>
    </html>
  )
}
