import Link, { type LinkProps } from 'next/link'
import { buttonLook } from '#components/ui/button-look.ts'
import type { ButtonLook } from '#components/ui/button-look.ts'

export function ButtonLink<Target>({
  variant,
  size,
  className,
  ...rest
}: LinkProps<Target> & ButtonLook) {
  return <Link className={buttonLook({ variant, size }, className)} {...rest} />
}
