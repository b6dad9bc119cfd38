import { expect, test } from '@playwright/test'
import { discardProduct, startProduct } from './fixtures/running-product.ts'

const token = 'metrics-token-of-this-test'

test('an operator with the token reads where the calls went; nobody else learns that there is anything', async () => {
  const product = await startProduct({ METRICS_TOKEN: token })
  const ask = (headers: Record<string, string>) =>
    fetch(`${product.baseURL}/api/metrics`, { headers })
  try {
    expect((await ask({})).status).toBe(401)
    expect((await ask({ authorization: 'Bearer wrong' })).status).toBe(401)
    const read = async () => {
      const answer = await ask({ authorization: `Bearer ${token}` })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      return answer.text()
    }
    await expect.poll(read).toMatch(/spotboard_readings_total\{source="waiting",outcome="read"\} /)
    // What the readings count, in one copy of a module, the route reads in another.
    const text = await read()
    expect(text).toMatch(/spotboard_wallet_calls_total\{[^}]*purpose="waiting"[^}]*\} /)
    expect(text).toContain('spotboard_wallet_budget_left{window="hour"}')
    expect(text).toContain('nodejs_eventloop_lag_seconds')

    await product.restart({ METRICS_TOKEN: '' })
    expect((await ask({ authorization: `Bearer ${token}` })).status).toBe(404)
  } finally {
    await discardProduct(product)
  }
})
