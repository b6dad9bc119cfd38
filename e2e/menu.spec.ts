import { inNewsTime, openTable, startOrder } from './people/staff.ts'
import { expect, test } from './people/test.ts'

test('a manager writes the menu, and staff order from it', async ({
  managerPage: manager,
  staffPage: staff,
  sandbox,
}) => {
  await sandbox.scan('guest of TABLE11', 'TABLE11')
  await manager.goto('/')
  await manager.getByRole('button', { name: 'Rasa Manager, your account' }).click()
  await manager.getByRole('link', { name: 'Menu' }).click()
  const coffee = manager.getByRole('region', { name: 'Coffee' })

  await coffee.getByRole('button', { name: 'Add to Coffee' }).click()
  await coffee.getByRole('textbox', { name: 'Name' }).fill('Cortado')
  await coffee.getByRole('textbox', { name: 'Price' }).fill('3,10')
  await coffee.getByRole('button', { name: 'Done' }).click()
  for (let place = 6; place > 0; place -= 1) {
    await coffee.getByRole('button', { name: 'Move Cortado up' }).click()
  }
  await coffee.getByRole('button', { name: 'Edit Filter coffee' }).click()
  await coffee.getByRole('textbox', { name: 'Price' }).fill('2.70')
  await coffee.getByRole('button', { name: 'Done' }).click()
  await manager.getByRole('switch', { name: 'Iced latte off today' }).click()
  await expect(manager.getByText(/^\d+ changes not saved$/)).toBeVisible()
  await manager.getByRole('button', { name: 'Save the menu' }).click()
  await expect(manager.getByText('Saved. Staff see it in their next order.')).toBeVisible()

  await staff.goto('/')
  await openTable(staff, 'TABLE11', 'Waiting')
  await startOrder(staff)
  const items = staff.getByRole('region', { name: 'Coffee' }).getByRole('button')
  await expect(items.first()).toHaveAccessibleName('Cortado €3.10')
  await expect(staff.getByRole('button', { name: 'Filter coffee €2.70' })).toBeVisible()
  await expect(staff.getByRole('button', { name: /^Iced latte/ })).toHaveCount(0)
})

test('what a manager has not saved is not lost unasked', async ({ managerPage: manager }) => {
  await manager.goto('/menu')
  await manager.getByRole('switch', { name: 'Kvass off today' }).click()
  await manager.getByRole('link', { name: 'Cool caffe' }).click()
  const sheet = manager.getByRole('dialog', { name: 'Leave without saving?' })
  await sheet.getByRole('button', { name: 'Stay here' }).click()
  await expect(manager.getByText('1 change not saved')).toBeVisible()
  await manager.getByRole('button', { name: 'Discard' }).click()
  await expect(manager.getByRole('switch', { name: 'Kvass off today' })).not.toBeChecked()
})

test('staff cannot open the menu, nor write it', async ({ staffPage: staff }) => {
  await staff.goto('/')
  await staff.getByRole('button', { name: 'Jonas Staff, your account' }).click()
  await expect(staff.getByRole('button', { name: 'Sign out' })).toBeVisible()
  await expect(staff.getByRole('link', { name: 'Menu' })).toHaveCount(0)

  const page = await staff.goto('/menu')
  expect(page?.status()).toBe(404)
  await expect(staff.getByRole('heading', { name: 'There is nothing here' })).toBeVisible(
    inNewsTime,
  )
  const refusal = await staff.evaluate(async () => {
    const answer = await fetch('/api/menu', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
      body: JSON.stringify({ items: [] }),
    })
    return { status: answer.status, problem: await answer.json() }
  })
  expect(refusal).toMatchObject({ status: 403, problem: { code: 'forbidden' } })
})
