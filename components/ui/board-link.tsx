'use no memo'

import type { Route } from 'next'
import type { ComponentProps } from 'react'

/** A link inside the board; the shell follows it, so that it weighs no more than the element. */
export function BoardLink<Target extends string>({
  href,
  keepsScroll = false,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { href: Route<Target>; keepsScroll?: boolean }) {
  return (
    <a href={href} data-keeps-scroll={keepsScroll || undefined} {...rest}>
      {children}
    </a>
  )
}
