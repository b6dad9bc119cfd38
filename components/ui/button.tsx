'use no memo'

import type { ComponentProps } from 'react'
import { buttonLook } from '#components/ui/button-look.ts'
import type { ButtonLook } from '#components/ui/button-look.ts'

/** `isBusy` says that its act is under way: it cannot be pressed again, and keeps its place and its words. */
export function Button({
  variant,
  size,
  isBusy = false,
  className,
  disabled,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook & { isBusy?: boolean }) {
  return (
    <button
      type={type}
      className={buttonLook({ variant, size }, className)}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      {...rest}
    />
  )
}
