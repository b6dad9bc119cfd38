import { address } from '#contract/address.ts'
import { Floor, GoingAnswer } from '#contract/floor-schema.ts'
import { Session } from '#contract/session.ts'
import { View } from '#contract/view-schema.ts'
import { defaultView } from '#contract/view.ts'
import type { Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

async function tileAt(person: Person, spotId: number) {
  const floor = read(await person.ask('GET', address.floor), 200, Floor)
  return floor.tiles.find(({ spot }) => spot?.id === spotId)
}

test('of two people the first one goes, the second is told who, and only the first takes it back', async ({
  staff,
  manager,
  visit,
}) => {
  const path = address.going(visit.spotId)
  await expect.poll(async () => (await tileAt(staff, visit.spotId))?.spot?.status).toBe('waiting')
  const { staffId, name } = read(await staff.ask('GET', address.session), 200, Session)
  const { going } = read(await staff.ask('POST', path), 200, GoingAnswer)
  expect(going).toMatchObject({ staffId, name })
  expect(read(await staff.ask('POST', path), 200, GoingAnswer)).toEqual({ going })

  const second = readProblem(await manager.ask('POST', path), 409, 'conflict')
  expect(second).toMatchObject({ detail: `${name} is going already.`, going })
  readProblem(await manager.ask('DELETE', path), 409, 'conflict')
  expect((await tileAt(manager, visit.spotId))?.going).toEqual(going)

  expect(read(await staff.ask('DELETE', path), 200, GoingAnswer)).toEqual({ going: null })
  expect(read(await manager.ask('DELETE', path), 200, GoingAnswer)).toEqual({ going: null })
  expect((await tileAt(manager, visit.spotId))?.going).toBeNull()
})

test('an order that anybody puts on the spot ends it, and then nobody is needed there', async ({
  staff,
  manager,
  visit,
  order,
}) => {
  const path = address.going(visit.spotId)
  await expect.poll(async () => (await tileAt(staff, visit.spotId))?.spot?.status).toBe('waiting')
  read(await manager.ask('POST', path), 200, GoingAnswer)
  await order(640)
  await expect.poll(async () => (await tileAt(staff, visit.spotId))?.going).toBeNull()
  readProblem(await staff.ask('POST', path), 409, 'conflict')
  readProblem(await staff.ask('POST', address.going(987_654_321)), 404, 'not_found')
})

test('how a person sees the floor is kept for that person alone, and nonsense is refused', async ({
  staff,
  manager,
}) => {
  expect(read(await staff.ask('GET', address.view), 200, View)).toEqual(defaultView)
  const view = { filter: 'waiting', layout: 'list', areas: ['Cool caffe'] }
  expect(read(await staff.ask('PUT', address.view, { body: view }), 200, View)).toEqual(view)
  expect(read(await staff.ask('GET', address.view), 200, View)).toEqual(view)
  expect(read(await manager.ask('GET', address.view), 200, View)).toEqual(defaultView)

  const many = Array.from({ length: 101 }, (_, index) => `Area ${index}`)
  for (const wrong of [
    { ...view, filter: 'mood' },
    { ...view, areas: many },
    { ...view, areas: ['x'.repeat(201)] },
    { ...view, more: 1 },
    {},
  ]) {
    readProblem(await staff.ask('PUT', address.view, { body: wrong }), 400, 'invalid')
  }
  read(await staff.ask('PUT', address.view, { body: defaultView }), 200, View)
})

test('the floor says which areas are followed by those who look at it', async ({
  staff,
  manager,
}) => {
  const followed = async () => read(await manager.ask('GET', address.floor), 200, Floor).followed
  await follow(staff, ['Hall'])
  await follow(manager, ['Terrace'])
  await expect.poll(followed).toEqual(['Hall', 'Terrace'])
  await follow(manager, [])
  await expect.poll(followed).toBeNull()
  await follow(staff, [])
})

function follow(person: Person, areas: string[]) {
  return person.ask('PUT', address.view, { body: { ...defaultView, areas } })
}
