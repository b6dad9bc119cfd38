'use client'

import { address } from '#contract/address.ts'
import { Settings } from '#contract/settings.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { MinutesForm } from './minutes-form.tsx'
import { AutoConfirmForm } from './auto-confirm-form.tsx'
import { StrangersForm } from './strangers-form.tsx'
import { SettingsForm } from './settings-form.tsx'

/** What a manager sets for the house. */
export function SettingsPage() {
  const { data, error, mutate } = useResource(address.settings, Settings)
  return (
    <div className="mx-auto grid max-w-3xl gap-6 px-4 pb-8">
      <PageHead title={text.settings.title} lead={text.settings.lead} />
      {data && (
        <>
          <SettingsForm settings={data} />
          <MinutesForm setting="counterMinutes" settings={data} />
          <MinutesForm setting="closeSettledAfterMinutes" settings={data} />
          <StrangersForm settings={data} />
          <AutoConfirmForm rules={data.autoConfirm} />
        </>
      )}
      {!data && !error && (
        <output className="block text-lg text-soft">{text.settings.reading}</output>
      )}
      {!data && error && (
        <Notice
          role="alert"
          title={text.settings.unread}
          action={<Button onClick={() => void mutate()}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
    </div>
  )
}
