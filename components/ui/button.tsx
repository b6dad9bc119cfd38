import Link from 'next/link'
import type { ComponentProps } from 'react'

export type ButtonVariant = 'main' | 'plain' | 'quiet' | 'danger' | 'confirm'
export type ButtonSize = 'normal' | 'big' | 'icon'

const shape =
  'inline-flex items-center justify-center gap-2 border font-semibold text-center select-none ' +
  'transition-[filter] enabled:active:brightness-90 ' +
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
  big: 'min-h-13 rounded-2xl px-5 text-lg',
  icon: 'size-12 rounded-xl',
}

interface Look {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
}

function look({ variant = 'plain', size = 'normal' }: Look, className = '') {
  return `${shape} ${variants[variant]} ${sizes[size]} ${className}`
}

/** `isBusy` says that its act is under way: it cannot be pressed again, and keeps its place and its words. */
export function Button({
  variant,
  size,
  isBusy = false,
  className,
  disabled,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { isBusy?: boolean }) {
  return (
    <button
      type={type}
      className={look({ variant, size }, className)}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    />
  )
}

export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return <Link className={look({ variant, size }, className)} {...rest} />
}
