'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { CodeSheet, Logo, SheetChoice } from '#contract/code-sheet.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { exchange, read } from '#components/http/send.ts'
import { useResource } from '#components/http/use-resource.ts'

/** The codes to print, and what can be kept with them. An act answers what went wrong, or null. */
export function useCodeSheet() {
  const { data: sheet, error, mutate } = useResource(address.codes, CodeSheet)
  const [isBusy, setIsBusy] = useState(false)

  async function keep(
    path: string,
    call: { method: 'PUT' | 'DELETE'; body?: unknown },
    changed: (body: unknown) => Partial<CodeSheet>,
  ): Promise<ProblemError | null> {
    setIsBusy(true)
    try {
      const { body } = await exchange(path, call)
      const change = changed(body)
      await mutate((before) => before && { ...before, ...change }, { revalidate: false })
      return null
    } catch (problem) {
      if (problem instanceof ProblemError) return problem
      throw problem
    } finally {
      setIsBusy(false)
    }
  }

  return {
    sheet,
    error,
    isBusy,
    readAgain: () => void mutate(),
    remember: (choice: SheetChoice) =>
      keep(address.codes, { method: 'PUT', body: choice }, (body) => ({
        choice: read(SheetChoice, body),
      })),
    putLogo: (content: string) =>
      keep(address.codesLogo, { method: 'PUT', body: { content } }, (body) => ({
        logo: read(Logo, body),
      })),
    removeLogo: () => keep(address.codesLogo, { method: 'DELETE' }, () => ({ logo: null })),
  }
}
