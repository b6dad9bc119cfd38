import { orderTotalMinor } from '#contract/money.ts'
import { text } from '#components/text/catalogue.ts'
import { OrderLines } from '../order-lines.tsx'
import type { Base } from '../kept-draft.ts'

/** What the guest was already asked for: it stands fast while more is put on top. */
export function GivenLines({ base, currency }: { base: Base; currency: string }) {
  return (
    <div className="mx-auto w-full max-w-2xl px-4 pt-4">
      <section
        aria-label={text.editor.given}
        className="rounded-xl border border-line bg-paper px-3.5 py-2.5"
      >
        <h2 className="text-sm font-semibold tracking-wide text-soft">{text.editor.given}</h2>
        <OrderLines
          order={{
            ...base,
            currency,
            totalMinor: orderTotalMinor(base.lines, base.discountMinor),
          }}
        />
      </section>
    </div>
  )
}
