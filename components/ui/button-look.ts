export type ButtonVariant = 'main' | 'plain' | 'quiet' | 'danger' | 'confirm'
export type ButtonSize = 'normal' | 'big' | 'icon'

const shape =
  'inline-flex items-center justify-center gap-2 border font-semibold text-center wrap-break-word select-none ' +
  'transition-[filter] enabled:active:pressed ' +
  'disabled:opacity-60 disabled:cursor-not-allowed aria-busy:cursor-progress'

const variants: Record<ButtonVariant, string> = {
  main: 'bg-ink text-paper border-ink',
  plain: 'bg-card text-ink border-edge',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-line',
  danger: 'bg-card text-alarm-ink border-alarm-ink',
  confirm: 'bg-received text-on-received border-received',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-11 rounded-xl px-4',
  big: 'min-h-13 rounded-2xl px-4 text-lg leading-tight',
  icon: 'size-12 rounded-xl',
}

export interface ButtonLook {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
}

/** The classes of a button; apart from the components, so that a page can use them without loading links. */
export function buttonLook({ variant = 'plain', size = 'normal' }: ButtonLook, className = '') {
  return `${shape} ${variants[variant]} ${sizes[size]} ${className}`
}
