import { test } from 'node:test'
import { soak } from './testing/soak.ts'

test('viewers who come and go leave nothing behind, and memory does not grow', (t) =>
  soak(10_000, (line) => t.diagnostic(line)))
