import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon.tsx'

export type NoticeTone = 'plain' | 'good' | 'trouble' | 'alarm'

const tones: Record<NoticeTone, { look: string; icon: IconName }> = {
  plain: { look: 'border-edge bg-card text-ink', icon: 'trouble' },
  good: { look: 'border-received bg-card text-received', icon: 'received' },
  trouble: { look: 'border-ink bg-ink text-paper', icon: 'left' },
  alarm: { look: 'fill-alarm', icon: 'left' },
}

/**
 * One thing to know, in whole sentences. `role="status"` announces it politely where it appears by itself; give
 * `role="alert"` for the answer to something that the person just did.
 */
export function Notice({
  tone = 'plain',
  title,
  children,
  action,
  role,
  className = '',
}: {
  tone?: NoticeTone
  title?: string
  children?: ReactNode
  action?: ReactNode
  role?: 'status' | 'alert'
  className?: string
}) {
  return (
    <div
      role={role}
      className={`flex items-start gap-3 rounded-xl border px-4 py-3 ${tones[tone].look} ${className}`}
    >
      <Icon name={tones[tone].icon} className="mt-0.5 size-5" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className="[overflow-wrap:anywhere]">{children}</div>}
      </div>
      {action}
    </div>
  )
}
