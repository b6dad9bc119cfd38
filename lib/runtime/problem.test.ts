import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProblem, problem } from './problem.ts'

test('a problem is an Error with a stable code, its cause kept apart from its detail', () => {
  const cause = new Error('SELECT failed')
  const error = problem('conflict', {
    detail: 'Somebody was faster.',
    members: { order: 1 },
    cause,
  })
  assert.ok(error instanceof Error)
  assert.equal(error.code, 'conflict')
  assert.equal(error.message, 'Somebody was faster.')
  assert.deepEqual(error.members, { order: 1 })
  assert.equal(error.cause, cause)
})

test('an error of another room with the same word is not a problem', () => {
  assert.equal(isProblem(problem('conflict')), true)
  assert.equal(isProblem(Object.assign(new Error('no'), { code: 'conflict' })), false)
  assert.equal(isProblem(Object.assign(new Error('no'), { code: 'ENOENT' })), false)
  assert.equal(isProblem({ name: 'ProblemError', code: 'conflict' }), false)
})
